"""Doses in an answer: a stranger's advice how much of a medicine to take is a physician's to give."""

from typing import Final

from matching.phrases import Found, Phrases, Reading

_TABLE: Final = "remedies.tsv"

# Which kinds of words together are a dose. "500 мг" alone is a package, "3 раза в день" alone an exercise.
_DOSES: Final = (
    {"amount", "take"},
    {"amount", "often"},
    {"amount", "drug"},
    {"often", "take", "drug"},
    {"often", "drug"},
    {"course", "take", "drug"},
    {"course", "inject", "drug"},
    {"often", "inject"},
    {"amount", "inject"},
)
# The same in a sentence about a price, a laboratory or a pharmacy.
_SURE_DOSES: Final = ({"amount", "take", "often"}, {"drug", "take", "often"}, {"amount", "drug", "often"})


def has_dose(text: str) -> bool:
    """Tell whether a text, in kk, uz, ru or en, says how much or how often a medicine is to be taken.

    A sentence is judged by itself. Prices, ages, weights, results of laboratories and hours of visits are no
    doses. Words stand in `matching/medical/remedies.tsv`. Never raises; the first 4,096 characters count.
    """
    reading = Reading.of(text)
    found = Phrases.load(_TABLE).find(reading)
    return any(_is_dose(found, sentence) for sentence in reading.sentences())


def _is_dose(found: list[Found], sentence: range) -> bool:
    here = [each for each in found if each.first in sentence]
    elsewhere = [each for each in here if each.kind == "else"]
    said = {each.kind for each in here if not any(map(each.overlaps, elsewhere))}
    doses = _SURE_DOSES if "other" in said else _DOSES
    return any(dose <= said for dose in doses)
