"""Link buttons as people type them."""

import pytest

from domain.errors import Refusal
from domain.messages import Button
from relay import links


@pytest.mark.parametrize(
    ("typed", "label", "url"),
    [
        ("Как помочь | https://example.org", "Как помочь", "https://example.org"),
        ("  Қалай көмектесуге   болады|http://example.org/a?b=c#d ", "Қалай көмектесуге болады",
         "http://example.org/a?b=c#d"),
        ("Channel — t.me/tabyldy_test", "Channel", "https://t.me/tabyldy_test"),
        ("\u202eHelp\ufeff | https://example.org/a\u200b", "Help", "https://example.org/a"),
        ("A – B | https://sub.example.org:8443/x", "A – B", "https://sub.example.org:8443/x"),
    ],
)  # fmt: skip
def test_a_line_is_a_button(typed: str, label: str, url: str) -> None:
    assert links.read(typed) == [Button(label, url=url)]


@pytest.mark.parametrize(
    "typed",
    [
        "https://example.org",
        "Help https://example.org",
        "| https://example.org",
        "🙂 | https://example.org",
        "Help | example",
        "Help | javascript:alert(1)",
        "Help | tg://user?id=1",
        "Help | ftp://example.org",
        "Help | https://",
        "Help | https://user@example.org",
        "Help | https://127.0.0.1",
        "Help | https://example.org:99999",
        "Help | https://[::1",
        "Help | https://exa mple.org",
        f"{'Я' * 35} | https://example.org",
        f"Help | https://example.org/{'x' * 2048}",
    ],
)
def test_what_leads_nowhere_or_hides_where_is_no_button(typed: str) -> None:
    with pytest.raises(Refusal) as refusal:
        links.read(typed)
    assert refusal.value.text_id == "form-link-unreadable"


@pytest.mark.parametrize("typed", ["", "\n \n", "A | t.me/a\n" * 4])
def test_none_and_too_many_are_counted(typed: str) -> None:
    with pytest.raises(Refusal) as refusal:
        links.read(typed)
    assert (refusal.value.text_id, refusal.value.values) == ("form-links-too-many", {"limit": 3})


def test_an_answer_is_read_as_written() -> None:
    buttons = links.read("Help | t.me/tabyldy_test\n\nMore - less | https://example.org")
    assert links.of_answer(links.to_answer(buttons)) == buttons
    assert links.of_answer("") == []
