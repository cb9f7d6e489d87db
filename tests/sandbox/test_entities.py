import pytest

from sandbox.entities import ParseError, parse_html, trimmed, utf16_length

BROKEN_UNICODE = (
    "Text contains invalid Unicode characters after decoding HTML entities, "
    "check for unmatched surrogate code units"
)


def entity(kind: str, offset: int, length: int, **more: str) -> dict[str, object]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("🏟 🏟&lt;<abacaba", "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;<abac aba>", 'Unsupported start tag "abac" at byte offset 13'),
        ("🏟 🏟&lt;<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'),
        ("🏟 🏟&lt;<i    aba>", 'Can\'t find end tag corresponding to start tag "i"'),
        ("🏟 🏟&lt;<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'),
        ("🏟 🏟&lt;<i aba=190azAz-.,", "Unexpected end of name token at byte offset 20"),
        ('🏟 🏟&lt;<i    aba  =  "&lt;&gt;&quot;>', "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;<i    aba  =  '&lt;&gt;&quot;>", "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;</", "Unexpected end tag at byte offset 13"),
        ("🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20"),
        ("🏟 🏟&lt;<i>a</i   ", "Unclosed end tag at byte offset 17"),
        ("🏟 🏟&lt;<i>a</em   >", 'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'),
        ("<b>a<i>b</b></i>", 'Unmatched end tag at byte offset 8, expected "</i>", found "</b>"'),
        ("5 <", "Unclosed start tag at byte offset 2"),
        ("5 < 6 > 4", 'Unsupported start tag "" at byte offset 2'),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("<p>a</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("&#xDFDF", BROKEN_UNICODE),
    ],
)
def test_wrong_markup_is_told_as_the_server_tells_it(source: str, error: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_html(source)
    assert str(caught.value) == error


def test_offsets_count_utf16_units() -> None:
    assert utf16_length("🏟") == 2
    text, entities = parse_html("🏟 <b>Қазақ 👩‍👩‍👧</b>")
    assert text == "🏟 Қазақ 👩‍👩‍👧"
    assert entities == [entity("bold", 3, 14)]


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        (("b", "strong"), "bold"),
        (("i", "em"), "italic"),
        (("u", "ins"), "underline"),
        (("s", "strike", "del"), "strikethrough"),
        (("code",), "code"),
        (("pre",), "pre"),
        (("tg-spoiler",), "spoiler"),
        (("blockquote",), "blockquote"),
    ],
)
def test_every_tag_has_its_entity(tags: tuple[str, ...], kind: str) -> None:
    for tag in tags:
        assert parse_html(f"a<{tag}>bc</{tag}>") == ("abc", [entity(kind, 1, 2)])


def test_attributes_are_read_in_all_spellings() -> None:
    assert parse_html('<a href="https://a.kz/?x=1&amp;y=2">q</a>')[1] == [
        entity("text_link", 0, 1, url="https://a.kz/?x=1&y=2")
    ]
    assert parse_html("<A HREF='a.kz'>q</A>")[1] == [entity("text_link", 0, 1, url="http://a.kz")]
    assert parse_html('<span class="tg-spoiler">q</span>')[1] == [entity("spoiler", 0, 1)]
    assert parse_html("<blockquote expandable>q</blockquote>")[1] == [entity("expandable_blockquote", 0, 1)]
    assert parse_html('<pre><code class="language-py">q</code></pre>')[1] == [
        entity("pre", 0, 1, language="py")
    ]


def test_a_link_to_nowhere_is_dropped_and_its_text_kept() -> None:
    assert parse_html('<a href="javascript:alert(1)">q</a>') == ("q", [])
    assert parse_html("<a>a.kz</a>")[1] == [entity("text_link", 0, 4, url="http://a.kz")]


def test_references_are_decoded_once() -> None:
    text, entities = parse_html("&lt;b&gt; &amp;amp; &quot; &#1178;&#x49A; &nbsp; &#12345678; & &lt")
    assert text == '<b> &amp; " ҚҚ &nbsp; &#12345678; & <'
    assert entities == []


def test_nesting_keeps_the_outer_first_and_code_pure() -> None:
    assert parse_html("<b>a<i>b</i></b>")[1] == [entity("bold", 0, 2), entity("italic", 1, 1)]
    assert parse_html("<code>a<b>b</b></code>")[1] == [entity("code", 0, 2)]
    assert parse_html("<b></b>x")[1] == []


def test_trimming_moves_and_cuts_entities() -> None:
    text, entities = trimmed(*parse_html(" \n<b> жаңа </b>  "))
    assert text == "жаңа"
    assert entities == [entity("bold", 0, 4)]
    assert trimmed("  ", [entity("bold", 0, 2)]) == ("", [])
