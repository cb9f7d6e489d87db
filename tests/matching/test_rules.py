"""The tables of rules: every line says where it comes from, shows an example, and the example comes true."""

from collections.abc import Callable, Iterable
from importlib.resources import files
from itertools import chain, groupby

import pytest

from matching import endings, patronymics, rules, surnames, talk
from matching.likeness import likeness
from matching.rules import Rule, RuleError
from matching.scripts import straight
from matching.spelling import fold

MEETS = 0.85
FOLDED = set("abčdefghijklmnoprsštuvwz")
LEAST_COST, HIGHEST_COST = 0.05, 0.95
NOT_NAMED = "Lines of matching/rules/ that do not hold:"

TABLES = {
    "letters.tsv": (rules.LETTERS, ("language", "alphabet", "written")),
    "exchanges.tsv": (rules.EXCHANGES, ("letters",)),
    "alone.tsv": (rules.ALONE, ("letter",)),
    "look_alikes.tsv": (rules.LOOK_ALIKES, ("latin", "cyrillic")),
    "patronymics.tsv": (rules.PATRONYMICS, ("language", "form", "written")),
    "surname_endings.tsv": (rules.SURNAME_ENDINGS, ("ending",)),
    "name_endings.tsv": (rules.NAME_ENDINGS, ("language", "ending")),
    "shared_endings.tsv": (rules.SHARED_ENDINGS, ("language", "ending")),
    "talk.tsv": (rules.TALK, ("language", "kind", "word")),
}


def told(rule: Rule, fault: str) -> str:
    return f"matching/rules/{rule.place}: {fault}\n    {' | '.join(rule.cells.values())}"


def hold(table: Iterable[Rule], fault_of: Callable[[Rule], str]) -> None:
    """Fail with the file, the line and the cells of every rule that has a fault ("" is none)."""
    faults = [told(rule, fault) for rule in table if (fault := fault_of(rule))]
    if faults:
        pytest.fail("\n  ".join([NOT_NAMED, *faults]), pytrace=False)


def example(rule: Rule) -> tuple[str, str]:
    one, equals, two = rule["example"].partition(" = ")
    assert equals, told(rule, 'the example needs two spellings with " = " between them')
    return one, two


def far(one: str, two: str) -> str:
    """Say how far two folded words are from each other, "" when they meet."""
    value = likeness(one, two)
    return "" if value >= MEETS else f"{one} and {two} are alike by {value:.2f}, less than {MEETS}"


def test_letters_bring_their_examples_together() -> None:
    def fault(rule: Rule) -> str:
        one, two = example(rule)
        spelled = (f"^{straight(word).lower()}$" for word in (one, two))
        if not any(rule["written"] in word for word in spelled):
            return f"neither spelling of the example has {rule['written']}"
        return far(fold(one), fold(two))

    hold(rules.LETTERS, fault)


def test_sounds_are_written_in_the_folded_alphabet() -> None:
    def fault(rule: Rule) -> str:
        strange = set(rule["sound"].replace(rules.NOTHING, "")) - FOLDED
        return f"{', '.join(sorted(strange))} is no letter of the folded alphabet" if strange else ""

    hold(rules.LETTERS, fault)


def test_a_rule_for_folded_letters_comes_to_an_end() -> None:
    """Folding repeats until nothing changes: such a rule shortens a word, or makes i of j, k of h, v of w."""

    def size(word: str) -> tuple[int, int]:
        return len(word), sum(map("jhw".count, word))

    def fault(rule: Rule) -> str:
        written = rule["written"].strip("^$")
        endless = set(written) <= FOLDED and rule["sound"] != written and size(rule["sound"]) >= size(written)
        return "the sound is not simpler than what is written, so folding would not end" if endless else ""

    hold(rules.LETTERS, fault)


def test_exchanged_letters_bring_their_examples_together() -> None:
    def fault(rule: Rule) -> str:
        one, two = map(fold, example(rule))
        if not set(rule["letters"]) <= FOLDED or len(set(rule["letters"])) != len("oa"):
            return "letters must be two letters of the folded alphabet"
        first, second = tuple(rule["letters"])
        if not any(first in a and second in b and one != two for a, b in ((one, two), (two, one))):
            return f"the folded example {one}, {two} does not differ by {first} and {second}"
        return far(one, two) or cost_fault(rule)

    hold(rules.EXCHANGES, fault)


def test_letters_that_come_and_go_bring_their_examples_together() -> None:
    def fault(rule: Rule) -> str:
        one, two = map(fold, example(rule))
        if one.count(rule["letter"]) == two.count(rule["letter"]):
            return f"the folded example {one}, {two} has as many {rule['letter']} on both sides"
        return far(one, two) or cost_fault(rule)

    hold(rules.ALONE, fault)


def cost_fault(rule: Rule) -> str:
    within = LEAST_COST <= rule.number("cost") <= HIGHEST_COST
    return "" if within else f"the cost is not within {LEAST_COST} and {HIGHEST_COST}"


def test_letters_of_the_other_script_are_read_as_they_look() -> None:
    def fault(rule: Rule) -> str:
        wrong, right = example(rule)
        letters = {rule["latin"], rule["cyrillic"]}
        if letters.isdisjoint(wrong):
            return "the wrong word has none of the two letters"
        return "" if fold(wrong) == fold(right) else f"folded they are {fold(wrong)} and {fold(right)}"

    hold(rules.LOOK_ALIKES, fault)
    hold(rules.LOOK_ALIKES, lambda rule: one_of(rule, "read", "both ways", "as Latin", "as Cyrillic"))


def one_of(rule: Rule, column: str, *known: str) -> str:
    return "" if rule[column] in known else f"{column} must be one of: {', '.join(known)}"


def test_patronymics_give_their_fathers() -> None:
    def fault(rule: Rule) -> str:
        patronymic, name = example(rule)
        father = patronymics.father(patronymic)
        if father is None:
            return "no father is found in the example"
        if father.daughter != (rule["child"] == "daughter"):
            return "the child is taken for the other one"
        return far(father.name, patronymics.stem(fold(name)))

    hold(rules.PATRONYMICS, fault)
    hold(rules.PATRONYMICS, lambda rule: one_of(rule, "form", "word", "ending", "name"))
    hold(rules.PATRONYMICS, lambda rule: one_of(rule, "child", "son", "daughter"))


def test_surname_endings_tell_surnames() -> None:
    def fault(rule: Rule) -> str:
        one, two = map(fold, example(rule))
        if rule["kind"] == "none":
            return "the example is taken for a surname" if surnames.is_surname(one) else ""
        if not surnames.is_surname(one):
            return "the example is not known for a surname"
        if surnames.is_feminine(one) != {"woman": True, "man": False}.get(rule["sex"]):
            return "the sex is taken for another one"
        return far(surnames.unsexed(one), two) if rule["sex"] == "woman" else _root_fault(rule, one, two)

    hold(rules.SURNAME_ENDINGS, fault)
    hold(rules.SURNAME_ENDINGS, lambda rule: one_of(rule, "sex", "man", "woman", "either"))
    hold(rules.SURNAME_ENDINGS, lambda rule: one_of(rule, "kind", "added", "persian", "grown", "none"))


def _root_fault(rule: Rule, one: str, two: str) -> str:
    if surnames.is_persian(one) != (rule["kind"] == "persian"):
        return "it is taken for an ending of another kind"
    return far(surnames.root(one), surnames.root(two))


def test_name_endings_come_and_go() -> None:
    def fault(rule: Rule) -> str:
        short, long = map(fold, example(rule))
        if endings.without(short) is not None:
            return "the short name has such an ending itself"
        return far(short, endings.without(long) or "")

    hold(rules.NAME_ENDINGS, fault)


def test_shared_endings_say_little_about_a_family() -> None:
    def fault(rule: Rule) -> str:
        one, two = map(fold, rule["example"].split(" / "))
        if not (surnames.is_surname(one) and surnames.is_surname(two)):
            return "the example needs two surnames"
        shorter = surnames.cores(one, two)
        return "" if shorter[0] != one and shorter[1] != two else "a surname of the example lacks the ending"

    hold(rules.SHARED_ENDINGS, fault)


def test_talk_is_recognised_and_is_no_name() -> None:
    names = {
        fold(word)
        for table in (rules.LETTERS, rules.EXCHANGES, rules.PATRONYMICS, rules.NAME_ENDINGS)
        for rule in table
        for word in rule["example"].split()
    }

    def fault(rule: Rule) -> str:
        known = talk.is_address if rule["kind"] == "address" else talk.is_talk
        if not known(rule["word"]):
            return "the word is not recognised"
        return "the word is a name in another table" if fold(rule["word"]) in names else ""

    hold(rules.TALK, fault)
    hold(rules.TALK, lambda rule: one_of(rule, "kind", "address", "talk"))


@pytest.mark.parametrize("table", TABLES)
def test_every_rule_stands_once_and_names_its_source(table: str) -> None:
    known, columns = TABLES[table]
    first: dict[tuple[str, ...], Rule] = {}

    def fault(rule: Rule) -> str:
        earlier = first.setdefault(tuple(rule[column] for column in columns), rule)
        if earlier is not rule:
            return f"the same stands at {earlier.place} already"
        return "" if any(map(str.isalpha, rule["source"])) else "the source is not named"

    hold(known, fault)


@pytest.mark.parametrize("one", ["exchanges.tsv", "look_alikes.tsv"])
def test_pairs_stand_once_in_either_order(one: str) -> None:
    known, columns = TABLES[one]
    pairs = [frozenset("".join(rule[column] for column in columns)) for rule in known]
    assert len(set(pairs)) == len(pairs)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_explains_itself_and_is_grouped(table: str) -> None:
    lines = (files(rules) / table).read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert any("To add a rule, add one line" in line for line in lines[:12])
    assert all(line == line.strip() and line for line in lines)
    titled = [len(list(run)) for empty, run in groupby(lines, lambda line: line == "#") if empty]
    assert set(titled) <= {1}, "one empty comment line stands before a title, and a title after it"


def test_letters_of_one_alphabet_stand_together() -> None:
    lines = (files(rules) / "letters.tsv").read_text(encoding="utf-8").splitlines()
    sections = [
        list(run) for commented, run in groupby(lines, lambda line: line.startswith("#")) if not commented
    ]
    for section in sections:
        alphabets = [key for key, _ in groupby(section, lambda line: line.split("\t")[:2])]
        assert len(alphabets) == len(set(map(tuple, alphabets))), (
            f"{alphabets} are mixed in {section[0]!r} ff."
        )


@pytest.mark.parametrize(
    ("text", "told_so"),
    [
        ("", "made.tsv:1: the columns must be letter, sound"),
        ("# only a remark\n\nletter sound\n", "made.tsv:3: the columns must be letter, sound"),
        ("letter\tsound\nа\n", "made.tsv:2: 1 cells instead of 2"),
        ("letter\tsound\nа\ta\tb\n", "made.tsv:2: 3 cells instead of 2"),
        ("letter\tsound\n# ok\nа\t \n", "made.tsv:3: sound is empty or has spaces around it"),
        ("letter\tsound\nа\ta \n", "made.tsv:2: sound is empty or has spaces around it"),
    ],
)
def test_a_broken_line_is_named(text: str, told_so: str) -> None:
    with pytest.raises(RuleError, match=f"^{told_so}"):
        rules.parse("made.tsv", text, ("letter", "sound"))


def test_a_cost_that_is_no_number_is_named() -> None:
    (rule,) = rules.parse("made.tsv", "letter\tcost\nа\t0,5\n", ("letter", "cost"))
    with pytest.raises(RuleError, match=r"^made\.tsv:2: cost must be a number"):
        rule.number("cost")


def test_two_rules_that_contradict_are_named() -> None:
    table = rules.parse("made.tsv", "letter\tsound\nж\tj\nж\tj\nж\tz\n", ("letter", "sound"))
    assert rules.mapping(table[:2], "letter", "sound") == {"ж": "j"}
    with pytest.raises(RuleError, match=r"^made\.tsv:4: ж is z here and j at made\.tsv:2"):
        rules.mapping(table, "letter", "sound")


def test_all_tables_are_read() -> None:
    read = {
        rule.place.partition(":")[0] for rule in chain.from_iterable(known for known, _ in TABLES.values())
    }
    assert read == set(TABLES)
