"""Which language a person is spoken to in."""

NAMES = {"kk": "Қазақша", "uz": "Oʻzbekcha", "ru": "Русский", "en": "English"}
"""The languages there are, each by its own name, in the order of the picker."""

DEFAULT = "ru"

# A client in a language that is not spoken yet gets the one its people most likely read.
_NEAREST = {"ky": "ru", "tg": "ru", "be": "ru", "uk": "ru", "tt": "ru", "kaa": "kk"}


def choose(client_code: str | None) -> str:
    """The language for a Telegram client's IETF code (`kk`, `uz-UZ`, None when the client tells none)."""
    if not client_code:
        return DEFAULT
    code = client_code.lower().partition("-")[0]
    if code in NAMES:
        return code
    return _NEAREST.get(code, "en")
