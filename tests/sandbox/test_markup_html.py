from hypothesis import given
from hypothesis import strategies as st

from sandbox.detection import with_detected
from sandbox.entities import parse_html
from sandbox.markup_html import html_of

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
MARKUP = st.recursive(
    WORDS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(["b", "i", "u", "s", "tg-spoiler"]),
        st.lists(inner, max_size=3),
    ),
    max_leaves=8,
)


@given(MARKUP)
def test_html_of_parsed_html_says_the_same(markup: str) -> None:
    text, entities = parse_html(markup)
    again, same = parse_html(html_of(text, entities))
    assert again == text
    assert sorted(map(str, same)) == sorted(map(str, entities))


def test_everything_else_is_escaped() -> None:
    assert html_of('<img src=x onerror="alert(1)"> & co', []) == (
        '&lt;img src=x onerror="alert(1)"&gt; &amp; co'
    )


def test_links_are_safe() -> None:
    evil = [{"type": "text_link", "offset": 0, "length": 1, "url": "javascript:alert(1)"}]
    assert html_of("q", evil) == "q"
    quoted = [{"type": "text_link", "offset": 0, "length": 1, "url": 'https://a.kz/"onclick="x'}]
    assert html_of("q", quoted) == '<a href="https://a.kz/&quot;onclick=&quot;x">q</a>'


def test_detected_addresses_become_links_and_commands_stay_text() -> None:
    text = "🙂 https://t.me/tabyldy_bot?start=f_1 /found"
    shown = html_of(text, with_detected(text, []))
    link = "https://t.me/tabyldy_bot?start=f_1"
    assert shown == f'🙂 <a href="{link}">{link}</a> /found'


def test_crossing_entities_still_nest() -> None:
    crossing = [
        {"type": "bold", "offset": 0, "length": 3},
        {"type": "italic", "offset": 2, "length": 3},
    ]
    assert html_of("abcde", crossing) == "<b>ab<i>c</i></b>de"
