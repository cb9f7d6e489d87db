"""The words of appeals for money: what no money is asked for, as a table; and a text as a reader sees it."""

import re
import unicodedata
from typing import Final

# Nobody sees these: soft hyphens, joiners, direction marks, fillers, variation selectors, tags. Marks that
# stay alone after composing strike letters through (U+0336) or crowd above them.
_UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef\u0300-\u036f\u20d0-\u20ff]+"
)


def seen(text: str) -> str:
    """Give a text without signs that nobody sees, its letters in one form of Unicode.

    Fancy letters of chats (bold, full-width) become plain; what is struck through is plain again.
    """
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
