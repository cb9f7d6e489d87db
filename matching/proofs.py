"""Secret facts in one form: what a finder reads on a document and what its owner remembers become equal.

The form is hashed on both sides, so it must stay the same for ever: a change of these tables makes stored
proofs unanswerable.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from domain.documents import ProofKind
from matching import scripts
from matching.issue_spelling import fold

TAIL_LENGTH: Final = 4
"""Characters of a number that are a proof; few enough to be useless to a thief."""

# The 12 Cyrillic letters that look like Latin ones (GOST R 50577: plates and papers use no others), with the
# Kazakh, Ukrainian and Serbian І Ј Ѕ; Greek capitals are what a wrong keyboard on a phone gives.
_TWINS: Final = dict(zip("АВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTYXIJSABEZHIKMNOPTYX", strict=True))
# ICAO 9303 part 3 prints numbers in A-Z and 0-9, where O and 0, I and 1 differ by a hair; a small l is a
# big I, and case is not kept, so L goes with them.
_ALIKE: Final = {"O": "0", "I": "1", "L": "1"}
_ONE_SIGN: Final = str.maketrans({**_TWINS, **_ALIKE, "О": "0", "Ο": "0", "І": "1", "Ι": "1"})

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)

_WORD: Final = re.compile(r"[^\W\d_]+(?:['\-‐–][^\W\d_]+)*|\d+")  # Алма-Ата is one word
_VOWELS: Final = re.compile("[aeiou]+")
# Russian adjectives of towns and towns that are such adjectives, folded: Алматинская, Ошская, Челябинск.
_OF_THE_TOWN: Final = re.compile(r"(?<=..)(?:in)?sk(?:oi|ogo|omu|om|aia|uiu|ii|im|oe|ie|ih|a)?$")
_SHORTEST: Final = 2

# Who issues papers, as those papers say it: words that stand on thousands of documents and tell nothing.
# A star stands for any ending. Words of one letter (г. ш. қ.) go without being named.
_OFFICES: Final = (
    # Russian, in all six countries: МВД and its offices, registry offices, migration and traffic police.
    """гор город города городу городе городской городского обл област* рн рна район* респ республик* отд
    отдел* управ управлен* министерств* внутренн* внутр дел дела паспортн* стол миграци* миграц* служб*
    полици* милици* юстици* федеральн* главн* государственн* регистрац* центр центра департамент* орган*
    комитет* выдан* выдал* кем по мвд увд овд ровд рувд гувд гу умвд гумвд омвд овир увир фмс уфмс оуфмс
    офмс увм овм загс рагс пд дп гаи гибдд огибдд мрэо рэо цон спцон мфц грс мкк уп оп мп госрегистр
    имени""",
    # Uzbek, both scripts: IIB (ichki ishlar boshqarmasi), IIO, FMB, FHDYo, traffic police.
    """shahar shahri shahrining viloyat* tuman* respublika* ichki ishlar boshqarma* bo'lim* vazirlig*
    vazirlik* tomonidan berilgan berdi adliya pasport* markaz* xizmat* iib iibb iio iiobb iiv iim fmb
    fhdyo yhxbb yhxx dyhxx шаҳар шаҳри шаҳрининг шахри шахар вилоят* туман* ички ишлар бошқарма* бўлим*
    вазирлиг* вазирлик* томонидан берилган марказ* хизмат* иибб ииб иио ииобб иив фҳдё йҳхбб""",
    # Kazakh, Cyrillic and the Latin of 2021: ІІМ, ІІБ, police departments, АХАЖ.
    """қала қаласы қаласының қалалық облыс* аудан* ішкі істер басқарма* бөлім* министрліг* министрлік*
    полиция* әділет* берген берді жол жолы рк қр ахаж ахат ііб ііо ііп іім іід қіб qala qalasy qalasynyñ
    oblys* audan* ışkı ıster basqarma* bölım* ministrlıg* polisia* bergen""",
    # Kyrgyz: ИИМ, МКК (SRS in passports), ЖААК.
    """шаар шаары шаарынын шаардык облус* району иштер бөлүм* башкармал* мамлекеттик каттоо кызмат* берген
    иим шииб риибб рииб кр срс srs mkk жаак""",
    # Tajik: ВКД, ШВКД, САҲШ.
    """шаҳри ноҳия* ҷумҳур* вазорат* корҳои дохил* шуъба* раёсат* дода шудааст вкд швкд рвкд шкд швкдҷ сҳҳш
    саҳш""",
    # Turkish.
    """il ili ilçe* valiliği emniyet müdürlüğü nüfus belediye* kaymakamlığı şehir şehri bakanlığı içişleri
    tarafından veren makam verildiği yer cumhuriyeti tc""",
    # English, as passports translate them.
    """city region oblast district province ministry internal affairs of the department police authority
    issued by republic migration service passport state registration mia moi""",
    # The issuing country is asked apart.
    """узбекистан* ўзбекистон* o'zbekiston* uzbekistan казахстан* қазақстан* qazaqstan* kazakhstan
    кыргызстан* кыргызск* киргизск* kyrgyzstan* кыргыз kyrgyz таджикистан* тоҷикистон* tajikistan*
    tojikiston* росси* рф russia* турци* türkiye turkey""",
)
_STAR: Final = "*"
_NAMELESS: Final = frozenset(
    fold(word) for words in _OFFICES for word in words.split() if not word.endswith(_STAR)
)
_BEGINNINGS: Final = tuple(
    fold(word.removesuffix(_STAR)) for words in _OFFICES for word in words.split() if word.endswith(_STAR)
)


def normal_form(kind: ProofKind, fact: str) -> str:
    """Give a fact in the form to hash; "" when it holds no such fact, which must never count as an answer.

    NUMBER_TAIL: at most 4 of A-Z (without I, L, O), 0-9 and letters with no Latin twin. BIRTH_YEAR: four
    ASCII digits, the earliest year of the text (nothing on a document is older than its owner). ISSUE_PLACE:
    folded words in alphabetical order, without offices and countries.
    """
    return _FORMS[kind](_plain(fact))


def _number_tail(fact: str) -> str:
    signs = "".join(sign for sign in _bare(_bare(fact).upper()) if _is_printed(sign))
    return signs.translate(_ONE_SIGN)[-TAIL_LENGTH:]


def _birth_year(fact: str) -> str:
    return min(_YEAR.findall(fact), default="")


def _issue_place(fact: str) -> str:
    """Give the words that tell the place.

    Not covered: other names of a town (Чимкент and Шымкент, Коканд and Qo‘qon, Стамбул and İstanbul), Turkic
    case endings (Toshkentdan), a town or an office's number that one side leaves out ("Чиланзарский РУВД"
    against "Toshkent, Chilonzor").
    """
    words = (word for word in _WORD.findall(fact) if not _tells_nothing(word))
    places = {_place(word) for word in words}
    return " ".join(sorted(place for place in places if not _tells_nothing(place)))


def _tells_nothing(word: str) -> bool:
    """Tell whether a word is an office, a country or a single letter; digits number the offices and stay."""
    if word.isdigit():
        return False
    folded = fold(word)
    return len(word) == 1 or len(folded) <= 1 or folded in _NAMELESS or folded.startswith(_BEGINNINGS)


def _place(word: str) -> str:
    """Give a word as it sounds, without what languages write differently: it does not change a second time.

    Vowels become one and the last goes: Toshkent is Ташкент and Ташкента, Buxoro is Бухара and Бухарская.
    """
    if word.isdigit():
        return word
    town = _OF_THE_TOWN.sub("", _until_same(fold, word))
    return _until_same(_consonants, town)


def _consonants(word: str) -> str:
    """Give a folded word with every run of vowels as one `a`, none at the end of a long word."""
    even = _OF_THE_TOWN.sub("", _VOWELS.sub("a", fold(word)))
    return even.removesuffix("a") if len(even) > _SHORTEST else even


def _until_same(step: Callable[[str], str], word: str) -> str:
    """Repeat a step until it changes nothing; steps here never lengthen a Latin word, so it ends."""
    while (again := step(word)) != word:
        word = again
    return word


def _plain(text: str) -> str:
    """Give compatibility forms unified, every digit in ASCII, marks and invisible signs removed."""
    unified = unicodedata.normalize("NFKC", scripts.straight(text))
    kept = (sign for sign in unified if unicodedata.category(sign) not in {"Mn", "Me", "Cf"})
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in kept)


def _bare(text: str) -> str:
    """Give letters without their marks: É is E on every keyboard."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if unicodedata.category(sign) != "Mn")


def _is_printed(sign: str) -> bool:
    """Tell whether a sign can stand in a number: a letter proper or a digit, no apostrophe letter."""
    return sign.isalnum() and unicodedata.category(sign) != "Lm"


_FORMS: Final[dict[ProofKind, Callable[[str], str]]] = {
    ProofKind.NUMBER_TAIL: _number_tail,
    ProofKind.BIRTH_YEAR: _birth_year,
    ProofKind.ISSUE_PLACE: _issue_place,
}
