"""What no money is asked for here, found in the words of an appeal."""

from functools import cache
from importlib.resources import files
from typing import Final

from domain.appeals import Unwanted
from matching.appeals import seen
from matching.phrases import Found, Phrases, Reading

_TABLE: Final = "unwanted.tsv"
_ASKED: Final = {each.value: each for each in Unwanted}
"""Kinds of phrases that ask by themselves."""

_THINGS: Final = {"arms": Unwanted.MILITARY, "campaign": Unwanted.POLITICS}
"""Kinds that count where the same sentence asks for something and tells of no need."""

_STRAIT, _ASK, _NEED, _HARMLESS = "strait", "ask", "need", "harmless"


def unwanted(text: str) -> Unwanted | None:
    """Tell which unwanted thing an appeal's free words ask for, the first that is named; None for nothing.

    Read in kk, uz (both alphabets), ru, ky, tg, tr and en. Goods for war, elections and rallies (also their
    fines), and money to lend or for a loan of a bank or of people count; bills that a hospital, a school or
    the town's services wait for do not, nor does what was suffered in a war or borrowed in need. The rule is
    product.md's ("Aid" 7), its words stand in `matching/appeals/unwanted.tsv`. Two people read every appeal
    after this, so that a miss is no harm. Never raises; the first 4,096 characters count.
    """
    reading = Reading.of(seen(text))
    found = _table().find(reading)
    harmless = [each for each in found if each.kind == _HARMLESS]
    left = [each for each in found if each.kind != _HARMLESS and not any(map(each.overlaps, harmless))]
    told = {each.first: kind for each in left if (kind := _ASKED.get(each.kind))}
    for sentence in reading.sentences():
        told |= _named(left, sentence)
    if told:
        return told[min(told)]
    kinds = {each.kind for each in found}
    return Unwanted.LOAN if _STRAIT in kinds and _NEED not in kinds else None


@cache
def _table() -> Phrases:
    text = (files("matching") / "appeals" / _TABLE).read_text(encoding="utf-8")
    return Phrases.parse(_TABLE, text)


def _named(found: list[Found], sentence: range) -> dict[int, Unwanted]:
    """Give the things of a sentence that asks for money and tells of no need, by where they stand."""
    here = [each for each in found if each.first in sentence]
    kinds = {each.kind for each in here}
    if _ASK not in kinds or _NEED in kinds:
        return {}
    return {each.first: kind for each in here if (kind := _THINGS.get(each.kind))}
