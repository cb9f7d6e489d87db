"""Links that subscribe, and whose clock tells the quiet hours."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.documents import Country
from domain.policy import Policy
from domain.subscriptions import Subscriber, Topic
from locales.catalog import Catalog
from relay import subscriptions
from relay.places import Gazetteer
from relay.work import Work

NOON = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
PAYLOAD_LENGTH = 64
"""Characters, core.telegram.org/bots/features#deep-linking."""


def tools() -> Work:
    """What reading a link needs; the transaction is never touched."""
    policy = Policy("tabyldy_bot", None, "ru", None, (1,), ZoneInfo("Asia/Tashkent"))
    untouched: object = None
    return Work(untouched, NOON, policy, Catalog.load(), Gazetteer.load(), untouched, untouched, untouched)  # type: ignore[arg-type] # see above


@pytest.mark.parametrize(
    ("payload", "meant"),
    [
        ("documents", (Topic.DOCUMENTS, "")),
        ("medical", (Topic.MEDICAL, "")),
        ("appeals", (Topic.APPEALS, "")),
        ("documents_kzuz_zhibek_zholy", (Topic.DOCUMENTS, "kzuz_zhibek_zholy")),
        ("documents_nowhere", None),
        ("medical_kzuz_zhibek_zholy", None),
        ("weather", None),
        ("", None),
        ("DOCUMENTS", None),
    ],
)
def test_a_link_means_a_topic_and_perhaps_a_known_place(
    payload: str, meant: tuple[Topic, str] | None
) -> None:
    assert subscriptions.read_link(tools(), payload) == meant


@given(st.text(st.sampled_from("abdocumentsmedical_-09AZ"), max_size=60))
def test_no_link_breaks_anything(payload: str) -> None:
    meant = subscriptions.read_link(tools(), payload)
    assert meant is None or payload.startswith(meant[0])


def test_the_link_of_every_place_fits_telegram() -> None:
    work = tools()
    for place in work.gazetteer.all():
        payload = f"topic_documents_{place.code}"
        assert len(payload) <= PAYLOAD_LENGTH
        assert payload.replace("_", "").replace("-", "").isalnum()
        assert payload.isascii()
        assert len(f"news:drop:{place.code}".encode()) <= PAYLOAD_LENGTH
        assert subscriptions.read_link(work, payload.removeprefix("topic_")) == (Topic.DOCUMENTS, place.code)


@pytest.mark.parametrize(("country", "shown"), [(Country.TR, 12), (None, 14), (Country.ELSEWHERE, 14)])
def test_quiet_hours_go_by_the_clock_of_the_country_else_of_the_page(
    country: Country | None, shown: int
) -> None:
    subscriber = Subscriber("p", frozenset({Topic.MEDICAL}), (), country, None, NOON)
    assert subscriptions.clock_of(tools(), subscriber).hour == shown
