"""From any spelling to one folded Latin form, by the rules of rules/letters.tsv.

The folded alphabet is `a b č d e f g h i j k l m n o p r s š t u v w z`: one letter for one sound that the
alphabets of the region write in several ways. `w` stays a letter of its own because it is у, в and, in Uzbek
chats, ш. The sound h right after s, z, p or g is `k`, as Kazakh writes it: sh, zh, ph, gh are other sounds.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from matching import rules, scripts

_SOUNDS: Final = {
    written: sound.replace(rules.NOTHING, "")
    for written, sound in rules.mapping(rules.LETTERS, "written", "sound").items()
}
_DOUBLED: Final = re.compile(r"(.)\1+")


def _groups(written: Iterable[str]) -> re.Pattern[str]:
    """Give the expression that cuts a word into the groups of the table, the longest first, and single signs.

    Groups stand together by their first letter, so that most places of a word need one look.
    """
    by_first = defaultdict(list)
    for group in sorted(written, key=lambda group: (-len(group), group)):
        by_first[group[0]].append(re.escape(group[1:]))
    found = (f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_first.items())
    return re.compile("|".join([*found, "."]), re.DOTALL)


_GROUPS: Final = _groups(_SOUNDS)


@lru_cache(maxsize=131_072)
def fold(word: str) -> str:
    """Give one word (no spaces) in the folded alphabet; letters of other scripts stay, signs vanish.

    A folded word is its own folded form.
    """
    whole = scripts.one_script(unicodedata.normalize("NFC", scripts.straight(word)))
    lowered = whole.replace("İ", "i").lower()
    sounds = "".join(map(_sound, _GROUPS.findall(f"^{lowered}$")))
    folded = _DOUBLED.sub(r"\1", sounds)
    return folded if folded == word else fold(folded)


@lru_cache(maxsize=4_096)
def _sound(group: str) -> str:
    known = _SOUNDS.get(group)
    if known is not None:
        return known
    if not group.isalpha():
        return ""
    if group.isascii():
        return group
    plain = unicodedata.normalize("NFKD", group)[0]
    return _SOUNDS.get(plain, plain)
