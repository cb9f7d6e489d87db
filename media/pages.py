"""The public page of an appeal: ready words and sums become HTML that asks nothing of anybody's browser.

No script, no request to another place, no style but its own: the policy in the page's head (Content Security
Policy Level 3, w3.org/TR/CSP3, `style-src` with the hash of the one style) lets a browser refuse the rest.
"""

import base64
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from PIL import Image

from media.curves import Curve, drawn


class Tone(StrEnum):
    """How a state is coloured: all is well, wait, it is over, do not."""

    OPEN = "open"
    PAUSED = "paused"
    OVER = "over"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of the language bar: its code, its own name, where the same page is in it."""

    code: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, and paragraphs below it."""

    title: str
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Status:
    """How the appeal stands; `parts` say why and what became of money."""

    tone: Tone
    title: str
    lines: Sequence[str]
    parts: Sequence[Part] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How near the goal is: a part of 100 for the bar, the same in words, what it counts."""

    part: int
    percent: str
    words: str
    notes: Sequence[str]


@dataclass(frozen=True, slots=True)
class Sums:
    """The table: what each row is and its sums, one for each currency; the last row is what is left."""

    title: str
    rows: Sequence[tuple[str, Sequence[str]]]
    notes: Sequence[str]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a matter, each by its name, and what is said of it."""

    title: str
    facts: Sequence[tuple[str, str]]
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do and the button that does it."""

    title: str
    lines: Sequence[str]
    link: Link


@dataclass(frozen=True, slots=True)
class Graph:
    """The curve of money, its legend (received, used) and the same in a sentence."""

    title: str
    curve: Curve
    legend: tuple[str, str]
    words: str
    notes: Sequence[str]


@dataclass(frozen=True, slots=True)
class Picture:
    """A published receipt: its file, its size in pixels, what it belongs to."""

    address: str
    width: int
    height: int
    words: str


@dataclass(frozen=True, slots=True)
class Gallery:
    """The newest receipts."""

    title: str
    pictures: Sequence[Picture]
    notes: Sequence[str]


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as it is read: `inward` is money that came, `anchor` its number."""

    anchor: int
    inward: bool
    kind: str
    money: str
    day: str
    number: str
    fingerprint: str
    note: str
    corrects: Link | None
    receipt: Link | None


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries of one page, newest first, and where the others are."""

    title: str
    lines: Sequence[Line]
    empty: str
    older: Link | None = None
    newer: Link | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """How anybody checks the entries themselves: what to say, the last hash, the export, the command."""

    title: str
    lines: Sequence[str]
    head: tuple[str, str]
    export: Link
    command: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every page: its language and the others, the window's title, the name of the bot."""

    language: str
    window: str
    tongues: Sequence[Tongue]
    tongues_title: str
    home: Link
    kicker: str
    title: str
    foot: Sequence[str]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on the page of an appeal; what is None is not there."""

    frame: Frame
    status: Status
    purpose: str
    words: str
    progress: Progress | None
    payee: Facts | None
    advice: Advice
    outcome: Sequence[Part]
    sums: Sums | None
    graph: Graph | None
    gallery: Gallery | None
    entries: Entries
    chain: Chain | None


@dataclass(frozen=True, slots=True)
class Older:
    """A further page with older entries; `back` leads to the first."""

    frame: Frame
    back: Link
    entries: Entries


def picture(address: str, file: bytes, words: str) -> Picture:
    """A picture with the size that its file tells."""
    with Image.open(io.BytesIO(file)) as image:
        width, height = image.size
    return Picture(address, width, height, words)


def render(page: Page) -> bytes:
    """The page as HTML in UTF-8."""
    graph = Markup(drawn(page.graph.curve)) if page.graph else Markup()  # noqa: S704 - our own drawing
    return _made("page.html", page=page, frame=page.frame, graph=graph)


def render_older(older: Older) -> bytes:
    """A further page as HTML in UTF-8."""
    return _made("older.html", older=older, frame=older.frame)


def _made(template: str, **values: object) -> bytes:
    style = _style()
    policy = _policy(style)
    words = _templates().get_template(template).render(style=Markup(style), policy=policy, **values)  # noqa: S704 - our own style
    return words.encode()


def _policy(style: str) -> str:
    """Nothing but this very style and the pictures beside the page."""
    seal = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; img-src 'self'; style-src 'sha256-{seal}'; base-uri 'none'; form-action 'none'"
    )


@cache
def _style() -> str:
    return files("media").joinpath("templates", "page.css").read_text(encoding="utf-8")


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("media"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
