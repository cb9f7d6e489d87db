import pytest

from sandbox.links import BadLinkError, DeepLink, deep_link, require_link


@pytest.mark.parametrize("url", ["https://a.kz", "http://1.2.3.4:80/x", "tg://user?id=5", "HTTPS://A.KZ/Қ"])
def test_accepted(url: str) -> None:
    assert require_link(url) == url


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "URL is empty"),
        ("ftp://a.kz", "Unsupported URL protocol"),
        ("javascript:alert(1)", "Unsupported URL protocol"),
        ("https://localhost/x", "Wrong HTTP URL"),
        ("not-a-url", "Wrong HTTP URL"),
        ("https://", "Wrong HTTP URL"),
    ],
)
def test_refused(url: str, reason: str) -> None:
    with pytest.raises(BadLinkError, match=reason):
        require_link(url)


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://t.me/tabyldy_bot?start=f_12", DeepLink("tabyldy_bot", "f_12")),
        ("tg://resolve?domain=tabyldy_bot&start=f_12", DeepLink("tabyldy_bot", "f_12")),
        ("https://t.me/tabyldy_bot", DeepLink("tabyldy_bot", "")),
        ("https://t.me/tabyldy_channel/12", None),
        ("https://a.kz/tabyldy_bot?start=1", None),
    ],
)
def test_deep_links(url: str, link: DeepLink | None) -> None:
    assert deep_link(url) == link


@pytest.mark.parametrize("payload", ["a%20b", "a" * 65, "%D2%9B"])
def test_a_payload_has_its_alphabet_and_length(payload: str) -> None:
    with pytest.raises(BadLinkError, match="payload"):
        deep_link(f"https://t.me/tabyldy_bot?start={payload}")
