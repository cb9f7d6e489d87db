"""The page of an appeal: safe whatever stands in it, quiet towards the network, readable by everybody."""

import base64
import hashlib
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from PIL import Image

from media import drawing, pages
from media.curves import Curve, Point

EVIL = "</style><script src='//evil.example'></script>\"'&<b onclick=x>"

CURVE = Curve(
    [Point(date(2026, 11, 2), Decimal(70), Decimal(0)), Point(date(2026, 11, 9), Decimal(70), Decimal(30))],
    [(Decimal(0), "0 ₸"), (Decimal(50), "50 ₸"), (Decimal(100), "100 ₸")],
    [(date(2026, 11, 1), "1 November"), (date(2026, 11, 11), "11 November")],
    "Received 70 ₸, used 30 ₸",
)
FRAME = pages.Frame(
    language="en",
    window="Aigul S. · A12",
    tongues=[pages.Tongue("kk", "Қазақша", "kk.html"), pages.Tongue("en", "English", "en.html")],
    tongues_title="Languages",
    home=pages.Link("Tabyldy", "https://t.me/tabyldy_bot"),
    kicker="Appeal A12",
    title="Aigul S.",
    foot=["Updated today"],
)
LINE = pages.Line(
    anchor=4,
    inward=True,
    kind="Received",
    money="70 ₸",
    day="2 November 2026",
    number="no. 4",
    fingerprint="0123456789ab",
    note="from neighbours",
    corrects=pages.Link("corrects no. 3", "en.html#n3"),
    receipt=pages.Link("Receipt", "receipts/ab.jpg"),
)
PAGE = pages.Page(
    frame=FRAME,
    status=pages.Status(pages.Tone.OPEN, "Open", ["3 days left"], [pages.Part("Why", ["because"])]),
    purpose="Treatment",
    words="An operation.\nIn December.",
    progress=pages.Progress(70, "70%", "Received 70 ₸ of 100 ₸", ["without dollars"]),
    payee=pages.Facts("Who gets it", [("Holder", "Gulnar S.")], ["Two people checked it"]),
    advice=pages.Advice(
        "Check first", ["Ask the bot"], pages.Link("Check", "https://t.me/tabyldy_bot?start=c")
    ),
    outcome=[pages.Part("Outcome", ["She is well"])],
    sums=pages.Sums("Sums", [("Received", ["70 ₸", "5 $"]), ("Left", ["40 ₸"])], ["a note"]),
    graph=pages.Graph("Over time", CURVE, ("received", "used"), "Received 70 ₸, used 30 ₸", []),
    gallery=pages.Gallery("Receipts", [pages.Picture("receipts/ab.jpg", 600, 900, "for no. 4")], ["covered"]),
    entries=pages.Entries("Entries", [LINE], "none yet", pages.Link("older", "en-1.html")),
    chain=pages.Chain(
        "Chain", ["how"], ("Head", "0" * 64), pages.Link("export", "ledger.jsonl"), "verify it"
    ),
)
BARE = replace(
    PAGE, progress=None, payee=None, outcome=[], sums=None, graph=None, gallery=None, chain=None,
    entries=pages.Entries("Entries", [], "none yet"),
)  # fmt: skip

VOID = {"meta", "img", "link", "br"}


class Read(HTMLParser):
    """What a browser would meet: elements with their attributes, whether each closes, the text."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.met: list[tuple[str, Mapping[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(page.decode())
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> Sequence[Mapping[str, str | None]]:
        return [attributes for name, attributes in self.met if name == tag]


def spoiled() -> pages.Page:
    """A page in which every word that somebody wrote is an attack."""
    line = replace(LINE, note=EVIL, kind=EVIL, money=EVIL)
    return replace(
        PAGE,
        frame=replace(FRAME, title=EVIL, window=EVIL, kicker=EVIL),
        words=EVIL,
        status=pages.Status(pages.Tone.CANCELLED, EVIL, [EVIL], [pages.Part(EVIL, [EVIL])]),
        payee=pages.Facts(EVIL, [(EVIL, EVIL)], [EVIL]),
        outcome=[pages.Part(EVIL, [EVIL])],
        graph=pages.Graph(EVIL, replace(CURVE, words=EVIL, lines=[(Decimal(0), EVIL), (Decimal(100), EVIL)]),
                          (EVIL, EVIL), EVIL, []),
        entries=pages.Entries(EVIL, [line], EVIL),
    )  # fmt: skip


WHOLE = (pages.render(PAGE), pages.render(BARE), pages.render(spoiled()))
OLDER = pages.render_older(pages.Older(FRAME, pages.Link("back", "en.html"), PAGE.entries))


@pytest.mark.parametrize("page", [*WHOLE, OLDER])
def test_a_page_runs_nothing_and_asks_nobody(page: bytes) -> None:
    read = Read(page)
    assert not {"script", "iframe", "object", "link", "form", "base", "video"} & {tag for tag, _ in read.met}
    assert all(not name.startswith("on") and name != "style" for _, each in read.met for name in each)
    loaded = [value for _, each in read.met for name, value in each.items() if name in {"src", "srcset"}]
    assert all(value and re.fullmatch(r"receipts/\w+\.jpg", value) for value in loaded)
    assert not re.search(r"url\(|@import", page.decode())


@pytest.mark.parametrize("page", [*WHOLE, OLDER])
def test_the_policy_allows_the_one_style_alone(page: bytes) -> None:
    html = page.decode()
    [style] = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    seal = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    [policy] = [
        each["content"]
        for each in Read(page).all("meta")
        if each.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy == (
        f"default-src 'none'; img-src 'self'; style-src 'sha256-{seal}'; base-uri 'none'; form-action 'none'"
    )
    assert html.index("Content-Security-Policy") < html.index("<style>")


def test_what_people_write_is_shown_and_never_obeyed() -> None:
    assert Read(WHOLE[2]).text.count(EVIL) >= 15


def test_everything_there_is_to_say_is_said() -> None:
    text = Read(WHOLE[0]).text
    for said in ("Aigul S.", "Treatment", "3 days left", "70%", "Gulnar S.", "Two people checked it", "5 $",
                 "She is well", "because", "from neighbours", "corrects no. 3", "0123456789ab", "verify it",
                 "0" * 64, "without dollars", "covered", "Updated today"):  # fmt: skip
        assert said in text, said


def test_what_is_not_there_leaves_no_empty_box() -> None:
    read = Read(WHOLE[1])
    assert "none yet" in read.text
    assert len(read.all("section")) == 3, "state, advice and the empty list"
    assert not read.all("figure")


def test_pictures_wait_and_know_their_size() -> None:
    [picture] = Read(WHOLE[0]).all("img")
    assert (picture["loading"], picture["width"], picture["height"]) == ("lazy", "600", "900")


def test_the_size_of_a_picture_is_read_from_its_file() -> None:
    file = io.BytesIO()
    Image.new("RGB", (30, 50)).save(file, "JPEG")
    assert pages.picture("receipts/ab.jpg", file.getvalue(), "no. 1") == pages.Picture(
        "receipts/ab.jpg", 30, 50, "no. 1"
    )


def test_the_language_of_the_page_and_the_way_to_the_others_are_told() -> None:
    read = Read(WHOLE[0])
    assert read.all("html")[0]["lang"] == "en"
    tongues = {each["hreflang"]: each for each in read.all("a") if "hreflang" in each}
    assert {code: each["href"] for code, each in tongues.items()} == {"kk": "kk.html", "en": "en.html"}
    assert tongues["en"]["aria-current"] == "page"
    assert "aria-current" not in tongues["kk"]


def test_older_entries_are_reached_and_lead_back() -> None:
    assert {"en-1.html"} <= {str(each["href"]) for each in Read(WHOLE[0]).all("a")}
    assert {"en.html"} <= {str(each["href"]) for each in Read(OLDER).all("a")}


def style() -> str:
    return files("media").joinpath("templates", "page.css").read_text(encoding="utf-8")


def colours(scheme: str) -> dict[str, tuple[float, ...]]:
    """The colours of the light or the dark page, each as red, green, blue (0..1)."""
    light, dark = re.findall(r":root \{(.*?)\}", style(), re.DOTALL)
    found = re.findall(r"--([\w-]+): #([0-9a-f]{6});", light if scheme == "light" else dark)
    return {name: tuple(value / 255 for value in bytes.fromhex(digits)) for name, digits in found}


def luminance(colour: Sequence[float]) -> float:
    """WCAG 2.2, "relative luminance"."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Sequence[float], other: Sequence[float]) -> float:
    """WCAG 2.2, "contrast ratio"."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("words", "ground"),
    [
        *(("ink", ground) for ground in ("paper", "card", "soft", "wait-soft", "stop-soft")),
        *(("quiet", ground) for ground in ("paper", "card", "wait-soft")),
        *(("accent", ground) for ground in ("paper", "card", "soft", "wait-soft")),
        ("wait", "wait-soft"),
        ("stop", "stop-soft"),
        ("on-accent", "accent"),
    ],
)
def test_words_stand_out_enough(scheme: str, words: str, ground: str) -> None:
    """WCAG 2.2 AA, criterion 1.4.3: 4.5 to 1."""
    known = colours(scheme)
    assert contrast(known[words], known[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("mark", ["received", "used-edge"])
def test_the_lines_of_the_drawing_stand_out_enough(scheme: str, mark: str) -> None:
    """WCAG 2.2 AA, criterion 1.4.11: 3 to 1."""
    assert contrast(colours(scheme)[mark], colours(scheme)["card"]) >= 3


def test_the_page_and_the_pictures_share_their_colours() -> None:
    known = {name: tuple(round(part * 255) for part in colour) for name, colour in colours("light").items()}
    assert (known["received"], known["used"]) == (drawing.GREEN, drawing.AMBER)
    assert (known["paper"], known["card"], known["ink"], known["quiet"]) == (
        drawing.PAPER, drawing.CARD, drawing.INK, drawing.QUIET,
    )  # fmt: skip
