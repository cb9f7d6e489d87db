"""The buttons of the directory fit into what Telegram lets a button hold."""

from itertools import product

from domain.medical import SPOKEN
from domain.specialities import Speciality
from handlers.doctors import _SPOKEN, _WHERE, _Sought
from relay.places import Gazetteer

MOST_BYTES = 64  # core.telegram.org/bots/api#inlinekeyboardbutton
FAR = 99_999


def test_every_button_of_a_page_fits() -> None:
    places = [place.code for place in Gazetteer.load_cities().all()]
    for speciality, place, language in product(Speciality, places, SPOKEN):
        sought = _Sought(speciality, place, language, FAR)
        for data in (sought.tap(), sought.tap(_WHERE), sought.tap(_SPOKEN)):
            assert len(data.encode()) <= MOST_BYTES
