import pytest

from sandbox.detection import commands_in, with_detected


@pytest.mark.parametrize(
    ("text", "kind", "offset", "length"),
    [
        ("/start f_12", "bot_command", 0, 6),
        ("🙂 /found@tabyldy_bot please", "bot_command", 3, 18),
        ("write to @tabyldy_bot.", "mention", 9, 12),
        ("#лайк!", "hashtag", 0, 5),
        ("see https://a.kz/x, please", "url", 4, 14),
        ("t.me/tabyldy_bot", "url", 0, 16),
        ("mail aigul@example.kz now", "email", 5, 16),
    ],
)
def test_what_telegram_finds(text: str, kind: str, offset: int, length: int) -> None:
    assert with_detected(text, []) == [{"type": kind, "offset": offset, "length": length}]


@pytest.mark.parametrize("text", ["12/05/1990", "и/или", "#2026", "a@b", "https://", "//x"])
def test_what_it_does_not_find(text: str) -> None:
    assert with_detected(text, []) == []


def test_nothing_is_found_inside_code() -> None:
    code = {"type": "code", "offset": 0, "length": 6}
    assert with_detected("/start", [code]) == [code]


def test_commands_are_read_back() -> None:
    text = "🙂 /found"
    assert commands_in(text, with_detected(text, [])) == ["/found"]
