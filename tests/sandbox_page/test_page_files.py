"""The page's own files: complete, at home, and of one mind."""

import re
from pathlib import Path

import pytest

from sandbox.server import PAGE

MODULES = sorted((PAGE / "js").glob("*.js"))
STYLES = sorted((PAGE / "css").glob("*.css"))
INDEX = (PAGE / "index.html").read_text(encoding="utf-8")
ALL = [*MODULES, *STYLES, PAGE / "index.html"]
TESTIDS = [
    "channel",
    "moderators",
    "discussion",
    "composer-input",
    "composer-send",
    "show-me",
    "story-next",
    "story-stop",
    "wind-hour",
    "wind-day",
    "wind-week",
    "wind-month",
    "wind-stop",
    "passing",
    "net-down",
    "flood",
    "add-person",
    "acting-as",
    "message",
    "toast",
    "start",
    "reply-keyboard",
    "attach-photo",
    "attach-file",
    "attach-video",
    "attach-voice",
    "attach-inline",
    "inline-offers",
    "inline-offer",
    "inline-door",
    "photo",
    "video",
    "document",
    "viewer",
    "viewer-close",
    "reaction",
    "reply",
    "edit",
    "composer-about",
    "delete-account",
]


def test_every_file_the_page_names_is_there() -> None:
    named = re.findall(r'(?:href|src)="(/static/[^"]+)"', INDEX)
    assert len(named) > 5
    for address in named:
        assert (PAGE / address.removeprefix("/static/")).is_file(), address


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_modules_import_what_exists(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    for names, source in re.findall(r'import \{([^}]+)\} from "\./([^"]+)"', text):
        exported = (module.parent / source).read_text(encoding="utf-8")
        for name in names.split(","):
            pattern = rf"export (?:async )?(?:function|const) {name.strip()}\b"
            assert re.search(pattern, exported), f"{module.name}: {name} from {source}"
            used = text.count(name.strip())
            assert used > 1, f"{module.name} imports {name.strip()} without use"


@pytest.mark.parametrize("file", ALL, ids=lambda path: path.name)
def test_nothing_comes_from_elsewhere(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    addresses = set(re.findall(r"https?://[\w.$]+", text)) - {"http://www.w3.org", "https://t.me"}
    assert addresses == set()
    assert len(text.splitlines()) < 400


def test_the_elements_the_code_looks_up_are_on_the_page() -> None:
    code = "".join(module.read_text(encoding="utf-8") for module in MODULES)
    ids = set(re.findall(r'(?:byId|getElementById)\("([^"]+)"\)', code))
    assert ids <= set(re.findall(r' id="([^"]+)"', INDEX))


def test_the_handles_for_browser_tests_are_there() -> None:
    code = INDEX + "".join(module.read_text(encoding="utf-8") for module in MODULES)
    for testid in TESTIDS:
        assert f'"{testid}"' in code, testid
    assert "`phone-${index}`" in code


def test_dark_by_choice_and_dark_by_system_are_the_same() -> None:
    text = (PAGE / "css" / "tokens.css").read_text(encoding="utf-8")
    chosen = re.search(r':root\[data-theme="dark"\] \{([^}]+)\}', text)
    system = re.search(r':root:not\(\[data-theme="light"\]\) \{([^}]+)\}', text)
    assert chosen is not None
    assert system is not None
    assert chosen[1].split() == system[1].split()


def test_every_colour_in_use_is_defined() -> None:
    styles = "".join(style.read_text(encoding="utf-8") for style in STYLES)
    assert set(re.findall(r"var\((--[\w-]+)\)", styles)) <= set(re.findall(r"(--[\w-]+):", styles))
