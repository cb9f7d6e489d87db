"""Stories of who asks for news and chooses what, where and when."""

import json
from dataclasses import replace

import pytest

from domain.subscriptions import MOST_PLACES, QUIET_AT_NIGHT, Quiet, Topic
from storage import subscribers
from tests.conftest import Desk
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.conftest import Newcomer
from tests.conversations.news import LINK, chosen, opens_news, subscribed, subscription
from tests.conversations.steps import (
    CHECKPOINT,
    LANGUAGES,
    asks,
    label,
    newest,
    offers,
    picks,
    sees,
    was_told,
    words,
)

PLACES = ("kzuz_konysbayev", "kzuz_kaplanbek", "kzuz_kazygurt", "kzuz_atameken", "tashkent_south_rail")


@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_a_person_chooses_topics_place_country_and_hours_on_one_screen(
    desk: Desk, language: str
) -> None:
    dana = await acquainted(desk, "Dana", language)
    await opens_news(dana)
    said = len(dana.messages)
    assert sees(dana, "news-nothing")
    assert dana.buttons() == [f"▫️ {label(dana, f'topic-{topic}')}" for topic in Topic]
    assert await subscription(desk, dana) is None, "looking subscribes nobody"
    await dana.taps("news:on:documents")
    await dana.taps("news:on:appeals")
    assert sees(dana, "news-chosen")
    assert dana.buttons()[0] == f"✅ {label(dana, 'topic-documents')}"
    assert dana.buttons()[1] == f"▫️ {label(dana, 'topic-medical')}"
    assert label(dana, "button-news-places", count=0) in dana.buttons()
    assert label(dana, "button-news-quiet", hours="22:00–8:00") in dana.buttons()
    await dana.taps("news:country")
    assert sees(dana, "news-country")
    await dana.taps("news:country:UZ")
    assert f"🌍 {label(dana, 'country-UZ')}" in dana.buttons()
    await dana.taps("news:quiet")
    assert sees(dana, "news-quiet", clock="14:00")
    await dana.taps("news:quiet:21-9")
    await dana.taps("news:places")
    assert sees(dana, "news-everywhere", limit=MOST_PLACES)
    await dana.taps("news:add")
    assert asks(dana, "near-place")
    await picks(dana, CHECKPOINT)
    assert sees(dana, "news-places", count=1, limit=MOST_PLACES)
    assert len(dana.messages) == said, "one message is changed in place"
    now = await chosen(desk, dana)
    assert now.topics == {Topic.DOCUMENTS, Topic.APPEALS}
    assert (now.places, now.country, now.quiet) == ((CHECKPOINT,), "UZ", Quiet(21, 9))
    await dana.taps("news")
    assert label(dana, "button-news-places", count=1) in dana.buttons()


async def test_any_country_and_any_hour_can_be_chosen_again(desk: Desk) -> None:
    dana = await subscribed(desk, "Dana", "uz", "medical")
    await opens_news(dana)
    for tap in ("news:country", "news:country:TR", "news:quiet", "news:quiet:none"):
        await dana.taps(tap)
    assert f"🌙 {label(dana, 'quiet-none')}" in dana.buttons()
    await dana.taps("news:quiet")
    assert sees(dana, "news-quiet", clock="12:00"), "the clock of the country that was chosen"
    assert f"✅ {label(dana, 'quiet-none')}" in dana.buttons()
    await dana.taps("news:quiet:23-7")
    await dana.taps("news:country")
    await dana.taps("news:country:any")
    now = await chosen(desk, dana)
    assert (now.country, now.quiet) == (None, Quiet(23, 7))


async def test_a_topic_is_left_and_the_last_one_ends_it_all(desk: Desk) -> None:
    dana = await subscribed(desk, "Dana", "en", "medical", "documents_" + CHECKPOINT)
    await opens_news(dana)
    await dana.taps("news:off:documents")
    now = await chosen(desk, dana)
    assert now.topics == {Topic.MEDICAL}
    assert now.places == ()
    await dana.taps("news:off:medical")
    assert sees(dana, "news-nothing")
    assert await subscription(desk, dana) is None


async def test_places_are_written_in_any_spelling_or_sent_as_a_location(desk: Desk) -> None:
    dana = await subscribed(desk, "Dana", "kk", "documents")
    await opens_news(dana)
    await dana.taps("news:places")
    await dana.taps("news:add")
    await dana.sends("жибек жолы")
    assert sees(dana, "news-places", count=1, limit=MOST_PLACES)
    assert not dana.messages[-2].buttons, "the question is answered"
    await dana.taps("news:add")
    await dana.sends_location(41.45, 69.32)
    assert sees(dana, "news-places", count=1, limit=MOST_PLACES), "the same place once more is one place"
    assert (await chosen(desk, dana)).places == (CHECKPOINT,)
    await dana.taps(f"news:drop:{CHECKPOINT}")
    assert sees(dana, "news-nothing"), "who takes the last place off does not hear of everything"
    assert await subscription(desk, dana) is None


async def test_a_place_is_taken_off_and_everywhere_is_a_choice(desk: Desk) -> None:
    dana = await subscribed(desk, "Dana", "ru", f"documents_{CHECKPOINT}", f"documents_{PLACES[0]}")
    await opens_news(dana)
    await dana.taps("news:places")
    await dana.taps(f"news:drop:{CHECKPOINT}")
    assert (await chosen(desk, dana)).places == (PLACES[0],)
    await dana.taps("news:everywhere")
    assert sees(dana, "news-everywhere", limit=MOST_PLACES)
    assert (await chosen(desk, dana)).places == ()


@pytest.mark.parametrize("sent", ["б" * 4096, "🙈🙈🙈", "пицца у дома", "+998 90 123-45-67 рынок", "<b>&"])
async def test_what_is_no_known_place_is_asked_about_again(desk: Desk, sent: str) -> None:
    dana = await subscribed(desk, "Dana", "ru", "documents")
    await opens_news(dana)
    await dana.taps("news:places")
    await dana.taps("news:add")
    await dana.sends(sent)
    assert sees(dana, "form-place-unknown")
    assert asks(dana, "near-place")
    assert (await chosen(desk, dana)).places == ()
    await dana.sends_location(0.0, 0.0)
    assert sees(dana, "form-no-place-near")
    await picks(dana, CHECKPOINT)
    assert (await chosen(desk, dana)).places == (CHECKPOINT,)


async def test_words_that_mean_several_places_are_asked_about_and_taken_for_none(desk: Desk) -> None:
    dana = await subscribed(desk, "Dana", "ru", "documents")
    await opens_news(dana)
    await dana.taps("news:places")
    await dana.taps("news:add")
    await dana.sends("ташкент вокзал")
    assert sees(dana, "form-place-which")
    assert not offers(dana, "a:as_written")
    question, cancel = newest(dana, "cancel")
    as_written = cancel.replace("cancel", "a:as_written")
    assert await dana.taps_stale(question, as_written) == words("ru", "form-place-unknown")
    await picks(dana, PLACES[-1])
    assert (await chosen(desk, dana)).places == (PLACES[-1],)


async def test_a_place_that_the_gazetteer_has_lost_can_be_taken_off(desk: Desk) -> None:
    dana = await subscribed(desk, "Dana", "kk", f"documents_{CHECKPOINT}")
    left = replace(await chosen(desk, dana), places=("closed_border_post", CHECKPOINT))
    await desk.app.relay.work(lambda work: subscribers.save(work.tx, left))
    await opens_news(dana)
    await dana.taps("news:places")
    assert dana.buttons()[0] == f"✖️ {label(dana, 'place-unknown')}"
    await dana.taps("news:drop:closed_border_post")
    assert (await chosen(desk, dana)).places == (CHECKPOINT,)


async def test_there_are_no_more_than_five_places(desk: Desk) -> None:
    dana = await subscribed(desk, "Dana", "uz", *(f"documents_{place}" for place in PLACES[:-1]))
    await opens_news(dana)
    await dana.taps("news:places")
    screen = dana.messages[-1]
    await dana.taps("news:add")
    await dana.opens(f"{LINK}documents_{PLACES[-1]}")
    assert len((await chosen(desk, dana)).places) == MOST_PLACES
    await dana.sends("Gʻishtkoʻprik")  # the question of the other screen is still open
    too_many = words("uz", "news-too-many-places", limit=MOST_PLACES)
    assert dana.screen == too_many
    assert await dana.taps_stale(screen, "news:add") == too_many
    await dana.opens(f"{LINK}documents_{CHECKPOINT}")
    assert dana.screen == too_many
    await dana.opens(f"{LINK}documents_{PLACES[0]}")
    assert was_told(dana, "news-too-many-places", limit=MOST_PLACES)
    assert dana.screen != too_many, "a place they have is none too many"
    await opens_news(dana)
    await dana.taps("news:places")
    assert not offers(dana, "news:add")
    assert sorted((await chosen(desk, dana)).places) == sorted(PLACES)


@pytest.mark.parametrize(
    "data",
    [
        "news:on:weather",
        "news:off:",
        "news:drop:",
        "news:drop:nowhere",
        "news:country:US",
        "news:quiet:0-24",
        "news:quiet:8-8",
        "news:fly",
        "news:",
        "news.stop.now",
    ],
)
async def test_taps_that_mean_nothing_change_nothing(desk: Desk, data: str) -> None:
    dana = await subscribed(desk, "Dana", "ru", "medical")
    before = await chosen(desk, dana)
    await opens_news(dana)
    await dana.taps_stale(dana.messages[-1], data)
    assert await chosen(desk, dana) == before


async def test_buttons_that_outlive_the_subscription_say_so(desk: Desk) -> None:
    dana = await subscribed(desk, "Dana", "kk", "documents")
    await opens_news(dana)
    screen = dana.messages[-1]
    await dana.sends("/stop")
    for data in ("places", "add", "drop:x", "everywhere", "country", "country:UZ", "quiet", "quiet:none"):
        assert await dana.taps_stale(screen, f"news:{data}") == words("kk", "tap-stale")
    assert await dana.taps_stale(screen, "news:off:documents") == ""
    assert await subscription(desk, dana) is None


async def test_a_double_tap_does_what_the_button_said_once(desk: Desk, someone: Newcomer) -> None:
    dana = await someone("Dana", "en")
    await opens_news(dana)
    for data in ("news:on:medical", "news:on:medical", "news:on:appeals", "news:off:appeals"):
        await dana.taps_stale(dana.messages[-1], data)
        await dana.taps_stale(dana.messages[-1], data)
    assert (await chosen(desk, dana)).topics == {Topic.MEDICAL}
    await dana.taps_stale(dana.messages[-1], "news:everywhere")
    await dana.taps_stale(dana.messages[-1], "news:places")
    assert sees(dana, "news-chosen"), "there are no places without documents"


async def test_news_wait_until_a_half_filled_report_is_done(desk: Desk) -> None:
    dana = await subscribed(desk, "Dana", "ru", "documents")
    await dana.sends("/found")
    await picks(dana, "passport")
    await opens_news(dana)
    await dana.taps("news:places")
    assert await dana.taps("news:add") == words("ru", "form-finish-first")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_posts_link_subscribes_after_language_and_consent_and_asks_nothing_more(
    desk: Desk, language: str
) -> None:
    guzal = desk.person("Guzal", language)
    await guzal.opens(f"{LINK}documents_{CHECKPOINT}")
    await guzal.taps(f"language:{language}")
    assert sees(guzal, "consent", public="initial")
    assert await subscription(desk, guzal) is None
    await guzal.taps("agree")
    place = desk.app.relay.gazetteer.get(CHECKPOINT)
    assert place is not None
    what = f"{label(guzal, 'topic-documents')}: {place.label(language)}"
    assert sees(guzal, "news-followed", what=what)
    now = await chosen(desk, guzal)
    assert now.topics == {Topic.DOCUMENTS}
    assert now.places == (CHECKPOINT,)
    assert (now.quiet, now.country, now.since) == (QUIET_AT_NIGHT, None, desk.world.clock.now())


@pytest.mark.parametrize("payload", ["weather", "documents_nowhere", "medical_kzuz_zhibek_zholy", ""])
async def test_a_link_to_nothing_known_leads_home(desk: Desk, someone: Newcomer, payload: str) -> None:
    dana = await someone("Dana", "kk")
    await dana.opens(f"{LINK}{payload}")
    assert sees(dana, "home")
    assert await subscription(desk, dana) is None


async def test_one_link_more_never_makes_less_of_what_is_heard(desk: Desk) -> None:
    dana = await subscribed(desk, "Dana", "ru", "documents", f"documents_{CHECKPOINT}")
    assert (await chosen(desk, dana)).places == (CHECKPOINT,), "finds are told to who follows their place"
    place = desk.app.relay.gazetteer.get(CHECKPOINT)
    assert place is not None
    what = f"{words('ru', 'topic-documents')}: {place.label('ru')}"
    assert sees(dana, "news-followed", what=what)
    vera = await subscribed(desk, "Vera", "ru", f"documents_{CHECKPOINT}", "medical", "medical")
    now = await chosen(desk, vera)
    assert now.topics == {Topic.DOCUMENTS, Topic.MEDICAL}
    assert now.places == (CHECKPOINT,)
    await vera.opens(f"{LINK}documents")
    assert (await chosen(desk, vera)).places == (CHECKPOINT,)


@pytest.mark.parametrize(
    ("place", "payload"), [(f"@{CHECKPOINT}", f"_{CHECKPOINT}"), ("чайхана у моста", "")]
)
async def test_a_post_ends_with_a_link_for_who_wants_to_hear_of_more(
    desk: Desk, someone: Newcomer, place: str, payload: str
) -> None:
    await reported(desk, await someone("Aliya", "kk"), "ИСРАИЛОВ ЖАҢАБАЙ", place=place)
    last = words("ru", "follow-place" if payload else "follow-all")
    assert desk.posts[0].text.endswith(f"\n\n{last}")
    sent = json.dumps([entity for entity in desk.posts[0].entities if entity["type"] == "text_link"])
    assert f'?start=topic_documents{payload}"' in sent


async def test_nobody_is_asked_before_they_agreed(desk: Desk) -> None:
    dana = desk.person("Dana", "kk")
    await opens_news(dana)
    await dana.taps("news:on:appeals")
    assert sees(dana, "consent", public="initial")
    assert await subscription(desk, dana) is None
    await dana.taps("agree")
    assert sees(dana, "news-followed", what=words("kk", "topic-appeals"))
    assert (await chosen(desk, dana)).topics == {Topic.APPEALS}
