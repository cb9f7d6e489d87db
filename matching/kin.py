"""Words for one another that no letter rule joins: short forms, and one name in two languages."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import permutations, product
from typing import Final

from matching import rules
from matching.spelling import fold

_SAME: Final = 0.95  # Магомед and Mehmet
_SHORT: Final = 0.92  # Наташа and Наталья
_SHORT_OF_MANY: Final = 0.86  # Нурик and any of the names that begin with Нур
_MANY: Final = 4


def _same_names() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for rule in rules.SAME_NAMES:
        words = {fold(word) for word in rule["names"].split()}
        for one, two in permutations(words, 2):
            found[one][two] = _SAME
    return found


def _short_forms() -> dict[str, dict[str, float]]:
    names: dict[str, set[str]] = defaultdict(set)
    for rule in rules.SHORT_FORMS:
        for short, full in product(rule["short"].split(), rule["full"].split()):
            names[fold(short)].add(fold(full))
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for short, fulls in names.items():
        value = _SHORT if len(fulls) < _MANY else _SHORT_OF_MANY
        for full in fulls - {short}:
            found[short][full] = found[full][short] = value
    return found


def _joined(*tables: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for table in tables:
        for word, others in table.items():
            found[word] |= others
    return dict(found)


_KIN: Final = _joined(_short_forms(), _same_names())
_NONE: Final[Mapping[str, float]] = {}


def of(folded: str) -> Mapping[str, float]:
    """Give the folded words that a folded word may stand for, each with how surely (0..1)."""
    return _KIN.get(folded, _NONE)
