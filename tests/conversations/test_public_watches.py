"""Stories of an owner who lets the channel tell of a lost document, and of whoever finds it there."""

import json
from datetime import timedelta
from urllib.parse import unquote_plus

import pytest

from tests.conftest import Desk
from tests.conversations.beforehand import acquainted, reported
from tests.conversations.conftest import MakeMachine, Newcomer
from tests.conversations.lost_in_channel import (
    DAY,
    NAME,
    PLACE,
    PRINTED,
    SHOWN,
    later,
    lost_in,
    opened_by,
    shows_own,
    telling_of,
    told_in_the_channel,
    withdraws,
)
from tests.conversations.moderating import hands_over, proves
from tests.conversations.steps import (
    CHECKPOINT,
    LANGUAGES,
    TAIL,
    asks,
    code_in,
    data_of,
    label,
    newest,
    offers,
    picks,
    presses,
    sees,
    told_of,
    waits_for,
    words,
)
from tests.conversations.traces import erases, places_of

# telling the channel


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_channel_says_what_the_owner_was_shown(make_desk: MakeMachine, language: str) -> None:
    desk = await make_desk(channel_language=language)
    owner = await acquainted(desk, "Boris", language)
    desk.world.accounts[owner.id].username = "boris_1949"
    await waits_for(owner, NAME)
    assert sees(owner, "lost-saved", name=NAME)
    await owner.taps(label(owner, "button-tell-channel"))
    assert desk.posts == []
    shown = owner.screen
    await owner.taps(label(owner, "button-publish-lost"))
    code = code_in(owner.screen)
    assert sees(owner, "lost-public-done", code=code)
    [post] = desk.posts
    assert post.text in shown
    for part in (SHOWN, code, words(language, "type-passport"), words(language, "country-KZ")):
        assert part in post.text
    everything = json.dumps([post.text, post.entities, post.inline], ensure_ascii=False)
    for secret in ("Исраилов", TAIL, "boris_1949", str(owner.id)):
        assert secret not in everything
    found, share = post.buttons
    assert found["text"] == label(owner, "button-found-it")
    assert found["url"] == desk.app.relay.policy.deep_link(f"w_{code}")
    assert found["url"] in unquote_plus(share["url"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("place", "known"), [(PLACE, "yes"), ("", "no")])
async def test_the_post_tells_where_or_that_nobody_knows(
    make_desk: MakeMachine, language: str, place: str, known: str
) -> None:
    desk = await make_desk(channel_language=language)
    code = await told_in_the_channel(desk, await acquainted(desk, "Boris", language), place=place)
    facts = {"type": words(language, "type-passport"), "country": words(language, "country-KZ")}
    card = words(language, "lost-card", **facts, name=SHOWN, known=known, place=place, code=code)
    assert card in desk.posts[0].text


async def test_what_is_kept_to_oneself_stays_so(desk: Desk, someone: Newcomer) -> None:
    owner = await someone("Boris", "kk")
    await waits_for(owner, NAME)
    await owner.taps(label(owner, "button-tell-channel"))
    await owner.taps(label(owner, "button-not-now"))
    assert sees(owner, "lost-public-not-now")
    assert owner.keys() != []
    await later(desk, 2 * DAY)
    assert lost_in(desk) == []


async def test_the_advice_and_the_offer_stay_while_one_looks_at_the_preview(someone: Newcomer) -> None:
    owner = await someone("Boris", "ru")
    await waits_for(owner, NAME)
    saved = owner.messages[-1]
    await owner.taps(label(owner, "button-tell-channel"))
    assert words("ru", "lost-advice", code="KZ", country=words("ru", "country-KZ")) in saved.text
    assert saved.buttons != []


async def test_what_was_found_before_can_be_claimed_beside_the_offer(desk: Desk, someone: Newcomer) -> None:
    code = await reported(desk, await someone("Aliya", "kk"), PRINTED)
    owner = await someone("Boris", "ru")
    await waits_for(owner, NAME)
    assert offers(owner, f"claim:{code}")
    await owner.taps(label(owner, "button-tell-channel"))
    await owner.taps(label(owner, "button-publish-lost"))
    assert len(desk.posts) == 2


# where nothing is offered


@pytest.mark.parametrize("changes", [{"channel": None}, {"auto_approve": False}])
async def test_where_nothing_may_be_posted_nothing_is_offered(
    make_desk: MakeMachine, changes: dict[str, object]
) -> None:
    desk = await make_desk(**changes)
    owner = await acquainted(desk, "Boris", "ru")
    await waits_for(owner, NAME)
    saved = owner.messages[-1]
    assert owner.keys() != []
    await shows_own(owner)
    assert label(owner, "button-tell-channel") not in owner.buttons()
    watch = data_of(owner.messages[-1], "edit:w:").removeprefix("edit:w:")
    assert await owner.taps_stale(saved, f"tell:{watch}") == words("ru", "tap-stale")
    assert await owner.taps_stale(saved, f"public:{watch}:CDFGH:00000000") == words("ru", "tap-stale")
    assert desk.posts == []


# whoever has found it


@pytest.mark.parametrize(("finds", "waits"), [("kk", "ru"), ("ru", "kk"), ("uz", "en")])
async def test_who_finds_it_comes_by_the_post_and_the_owner_is_told(
    desk: Desk, someone: Newcomer, finds: str, waits: str
) -> None:
    owner = await someone("Boris", waits)
    code = await told_in_the_channel(desk, owner)
    [post] = desk.posts
    finder = desk.person("Aliya", finds)
    await finder.opens(post.buttons[0]["url"])
    await finder.taps(f"language:{finds}")
    assert SHOWN in finder.screen
    assert finder.buttons() == [label(finder, "button-found-it"), label(finder, "button-share")]
    await finder.taps(label(finder, "button-found-it"))
    assert sees(finder, "consent", public="initial")
    await finder.taps("agree")
    assert asks(finder, "found-name")
    await finder.sends(PRINTED)
    await picks(finder, CHECKPOINT)
    await finder.sends(f"N{TAIL}")
    await presses(finder, "send")
    find = code_in(finder.screen)
    assert find != code
    assert len(told_of(owner, find)) == 1


async def test_a_code_from_the_channel_can_be_typed(desk: Desk, someone: Newcomer) -> None:
    code = await told_in_the_channel(desk, await someone("Boris", "ru"))
    finder = await someone("Aliya", "kk")
    await finder.sends(code.lower())
    assert SHOWN in finder.screen
    assert offers(finder, f"seen:{code}")


async def test_an_owner_who_opens_the_own_post_comes_to_the_watch(desk: Desk, someone: Newcomer) -> None:
    owner = await someone("Boris", "uz")
    code = await told_in_the_channel(desk, owner)
    await owner.opens(desk.app.relay.policy.deep_link(f"w_{code}"))
    assert not offers(owner, f"seen:{code}")
    await owner.taps(label(owner, "button-edit"))
    assert sees(owner, "lost-public-now", code=code)


async def test_a_half_filled_form_is_not_lost_by_a_find(desk: Desk, someone: Newcomer) -> None:
    code = await told_in_the_channel(desk, await someone("Boris", "ru"))
    finder = await someone("Aliya", "kk")
    await finder.sends("/lost")
    await picks(finder, "id_card")
    await finder.opens(desk.app.relay.policy.deep_link(f"w_{code}"))
    await finder.taps(f"seen:{code}")
    assert sees(finder, "form-unfinished", title=label(finder, "lost-title"))


@pytest.mark.parametrize("payload", ["w_CDFGH", "w_nothing-of-ours"])
async def test_a_link_to_nothing_says_so(desk: Desk, someone: Newcomer, payload: str) -> None:
    finder = await someone("Aliya", "kk")
    await finder.opens(desk.app.relay.policy.deep_link(payload))
    assert sees(finder, "lost-gone")
    assert finder.keys() != []


# the end


@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_when_the_owner_waits_no_more_the_post_says_so(make_desk: MakeMachine, language: str) -> None:
    desk = await make_desk(channel_language=language)
    owner, finder = await acquainted(desk, "Boris", language), await acquainted(desk, "Aliya", language)
    code = await told_in_the_channel(desk, owner)
    await finder.opens(desk.app.relay.policy.deep_link(f"w_{code}"))
    card, seen = newest(finder, f"seen:{code}")
    await withdraws(owner)
    [post] = desk.posts
    assert post.text == words(language, "post-lost-over")
    assert post.buttons == []
    await finder.taps_stale(card, seen)
    assert sees(finder, "lost-gone")
    await finder.opens(desk.app.relay.policy.deep_link(f"w_{code}"))
    assert sees(finder, "lost-gone")
    await later(desk, 4 * DAY)
    assert [post.text for post in desk.posts] == [words(language, "post-lost-over")]
    assert await places_of(desk, "Жаңабай", PLACE, code) == []


async def test_when_it_was_handed_over_the_post_is_glad(desk: Desk, someone: Newcomer) -> None:
    owner, finder = await someone("Boris", "ru"), await someone("Aliya", "kk")
    await told_in_the_channel(desk, owner)
    find = await reported(desk, finder, PRINTED)
    await proves(desk, owner, find)
    await hands_over(desk, finder)
    assert desk.posts[0].text == words("ru", "post-lost-home")


async def test_it_comes_back_in_a_digest_until_the_owner_has_it(desk: Desk, someone: Newcomer) -> None:
    owner, aliya = await someone("Boris", "ru"), await someone("Aliya", "kk")
    code = await told_in_the_channel(desk, owner)
    await reported(desk, aliya, "ОМАРОВА ДИНА")
    await later(desk, timedelta(hours=30))
    [digest] = telling_of(desk.channel, code)
    for text_id in ("digest-title-find", "digest-title-watch", "digest-foot-find"):
        assert words("ru", text_id) in digest.text
    assert PLACE in digest.text
    assert SHOWN.replace(" ", "\u00a0") in digest.text
    assert len(opened_by(digest, "w")) == 1
    await later(desk, 29 * DAY)
    await owner.taps(label(owner, "button-have-it"))
    assert telling_of(desk.channel, code) == []
    passport = f"{words('ru', 'type-passport')} · {words('ru', 'country-KZ')}"
    struck = [post for post in desk.posts if words("ru", "digest-returned", what=passport) in post.text]
    assert len(struck) == 1
    assert "Жаңабай" not in struck[0].text


async def test_a_digest_of_lost_documents_alone_speaks_to_finders(desk: Desk, someone: Newcomer) -> None:
    await told_in_the_channel(desk, await someone("Boris", "ru"), place="")
    await later(desk, timedelta(hours=30))
    [digest] = lost_in(desk)
    assert words("ru", "digest-foot-watch") in digest.text
    assert words("ru", "digest-foot-find") not in digest.text
    assert words("ru", "place-unknown") not in digest.text


async def test_who_leaves_two_questions_unanswered_is_told_of_no_more(desk: Desk, someone: Newcomer) -> None:
    code = await told_in_the_channel(desk, await someone("Boris", "ru"))
    for _ in range(3):
        await later(desk, 30 * DAY + timedelta(hours=1))
    assert telling_of(desk.channel, code) == []


async def test_erasing_oneself_takes_the_post_along(desk: Desk, someone: Newcomer) -> None:
    owner = await someone("Boris", "ru")
    code = await told_in_the_channel(desk, owner)
    await erases(owner)
    assert [post.text for post in desk.posts] == [words("ru", "post-lost-over")]
    await desk.tick()
    assert await places_of(desk, "Жаңабай", PLACE, code) == []


async def test_erasing_oneself_takes_the_line_of_a_digest_along(desk: Desk, someone: Newcomer) -> None:
    owner, aliya = await someone("Boris", "ru"), await someone("Aliya", "kk")
    code = await told_in_the_channel(desk, owner)
    find = await reported(desk, aliya, "ОМАРОВА ДИНА")
    await later(desk, timedelta(hours=30))
    [digest] = telling_of(desk.channel, code)
    await erases(owner)
    assert telling_of(desk.channel, code) == []
    assert f"r_{find}" in json.dumps(digest.entities)
    assert "Жаңабай" not in digest.text
    assert await places_of(desk, "Жаңабай", PLACE, code) == []
