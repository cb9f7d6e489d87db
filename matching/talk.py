"""Words that people type beside a name or instead of one, by language."""

from typing import Final

from matching.spelling import fold

_ADDRESSES: Final = {
    "uz": "aka ака opa опа домла domla муаллим xola xolajon",
    "kk": "аға ағай апа апай көке тәте",
    "ky": "байке эже агай эжеке",
    "tg": "акаи апаи муаллим",
    "ru": "гражданин гражданка господин госпожа",
    "tr": "bey hanım abi abla",
    "en": "mr mrs ms",
}
_TALK: Final = {
    "uz": "салом salom assalomu assalom rahmat раҳмат yordam ёрдам hujjat ҳужжат hujjatim "
    "pasportim паспортим pasportimni topdim топдим topildi топилди yoʻqotdim yoʻqoldi "
    "йўқолди mening менинг qayerda қаерда qanday",
    "kk": "сәлем сәлеметсізбе сәлеметсіз рахмет көмек көмектесіңіз құжат құжатым құжатымды "
    "паспортымды төлқұжат таптым табылды жоғалттым жоғалды менің қайда қалай",
    "ky": "саламатсызбы рахмат жардам документ документим таптым табылды жоготтум жоголду менин кайда кандай",
    "tg": "ассалому раҳмат кӯмак ҳуҷҷат ҳуҷҷатам шиноснома ёфтам гум шудааст куҷост",
    "ru": "привет здравствуйте здравствуй спасибо пожалуйста помогите помощь паспорт паспорта "
    "документ документы удостоверение потерял потеряла потерялся утерян утеряно нашел "
    "нашёл нашла найден найдена найдено где когда как кто что нужно надо мой моя мои",
    "tr": "merhaba teşekkürler yardım pasaport kimlik buldum kaybettim nerede",
    "en": "hello help please thanks passport document documents lost found where search",
}


def _folded(words: dict[str, str]) -> frozenset[str]:
    return frozenset(fold(word) for line in words.values() for word in line.split())


_FOLDED_ADDRESSES: Final = _folded(_ADDRESSES)
_FOLDED_TALK: Final = _folded(_TALK)


def is_address(word: str) -> bool:
    """Tell whether a word is a form of address (ака, апа, байке, bey) that chats put beside a name."""
    return fold(word) in _FOLDED_ADDRESSES


def is_talk(word: str) -> bool:
    """Tell whether a word is a greeting, a request or a matter (документ, help) and never part of a name."""
    return fold(word) in _FOLDED_TALK
