import httpx
import pytest

from sandbox.files import Upload
from sandbox.forms import BadBodyError, Form, read_body

TRICKY = b"\x89PNG\r\n\x1a\n--\r\n\r\n--x\r\n\x00\xff"


def test_every_kind_of_body() -> None:
    kinds = [
        httpx.Request("POST", "http://a.kz", data={"text": "Қазақ & co", "empty": ""}),
        httpx.Request("POST", "http://a.kz", json={"text": "Қазақ & co", "empty": ""}),
        httpx.Request("POST", "http://a.kz", data={"text": "Қазақ & co", "empty": ""}, files={"f": TRICKY}),
    ]
    for request in kinds:
        form = read_body(request.headers["content-type"], request.read())
        assert form.values == {"text": "Қазақ & co", "empty": ""}
    assert form.files == {"f": Upload(TRICKY, "upload")}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ('filename="a.json"', "a.json"),
        ('filename="Деректер.json"', "Деректер.json"),
        ('filename="say %22hi%22.txt"', 'say "hi".txt'),
        ('filename="C:\\\\docs\\\\a.txt"', "a.txt"),
        ('filename="../a.txt"', "a.txt"),
        ("filename*=UTF-8''%D0%B0.txt", "а.txt"),
        ("filename=a.txt", "a.txt"),
        ('filename=""', ""),
    ],
)
def test_a_file_keeps_its_name(written: str, name: str) -> None:
    body = f'--x\r\nContent-Disposition: form-data; name="f"; {written}\r\n\r\nhi\r\n--x--'
    form = read_body("multipart/form-data; boundary=x", body.encode())
    assert form.files == {"f": Upload(b"hi", name)}


def test_a_query_string_gives_way_to_the_body() -> None:
    form = read_body("application/json", b'{"a": 1}', "a=2&b=3")
    assert form == Form({"a": 1, "b": "3"})
    assert read_body("", b"", "a=2").values == {"a": "2"}
    assert read_body("text/plain", b"a=1").values == {}


@pytest.mark.parametrize(
    ("content_type", "body", "reason"),
    [
        ("application/json", b"{", "can't parse JSON body"),
        ("application/json", b"[]", "must be an object"),
        ("application/json", b"\xff", "UTF-8"),
        ("application/x-www-form-urlencoded", b"a=\xff", "UTF-8"),
        ("multipart/form-data", b"", "boundary"),
        ("multipart/form-data; boundary=x", b"--x\r\n\r\nvalue\r\n--x--", "no name"),
        ("multipart/form-data; boundary=x", b'--x\r\nA: b; name="a"\r\n\r\n\xff\r\n--x--', "UTF-8"),
    ],
)
def test_broken_bodies(content_type: str, body: bytes, reason: str) -> None:
    with pytest.raises(BadBodyError, match=reason):
        read_body(content_type, body)
