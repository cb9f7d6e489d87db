"""Stories of who erases themselves: nothing of theirs is left, and everything of others is."""

from datetime import timedelta
from pathlib import Path

import pytest

from sandbox.person import Person
from storage import handovers
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.conftest import Newcomer
from tests.conversations.machine import Machine
from tests.conversations.steps import (
    TAIL,
    YEAR,
    label,
    newest,
    offers,
    picks,
    presses,
    sees,
    told_of,
    was_told,
    words,
)
from tests.conversations.traces import (
    all_of,
    decides,
    erases,
    everything_held,
    file_of,
    hands_in,
    hands_over,
    places_of,
    proves,
    report_id,
    sealed_with,
    states,
    tidied,
    writes,
)

NAME = "ИСРАИЛОВ ЖАҢАБАЙ"
OTHER = "ОМАРОВА ДИНА"
PLACE = "чайхана у моста"


async def waits_with_facts(owner: Person, name: str, place: str) -> None:
    """Walk `/lost`, telling all that one knows of the document."""
    await owner.sends("/lost")
    await picks(owner, "passport", "KZ")
    await owner.sends(name)
    await owner.sends(place)
    for kind, fact in (("number_tail", TAIL), ("birth_year", YEAR)):
        await presses(owner, f"change:{kind}")
        await owner.sends(fact)
    await presses(owner, "send")


async def test_nothing_of_an_owner_is_left(desk: Desk, someone: Newcomer, tmp_path: Path) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    desk.world.accounts[boris.id].username = "boris_karimov"
    await waits_with_facts(boris, "Жанабай Исраилов", "красный автобус")
    codes = [await reported(desk, aliya, name) for name in (NAME, OTHER)]
    conversation = await proves(boris, codes[0])
    await writes(boris, conversation, "жду у вокзала")
    await writes(aliya, conversation, "выезжаю через час")
    await boris.taps(f"talk:{conversation}")
    await boris.sends("звоните +998901234567")
    await boris.taps(label(boris, "button-done"))
    await boris.sends(codes[1])
    await boris.taps(f"claim:{codes[1]}")
    await states(boris, await report_id(desk, codes[1]), "это моей сестры")
    await boris.sends("Нурлан Сейткали")
    await boris.sends("/mydata")
    theirs = (
        str(boris.id), "Boris", "boris_karimov", "Жанабай Исраилов", TAIL, "красный автобус", "жду у вокзала",
        "+998901234567", "моей сестры", "Нурлан Сейткали",
    )  # fmt: skip
    sealed = await sealed_with(desk, *theirs)
    assert len(sealed) > 10
    await erases(boris)
    assert sees(boris, "delete-done")
    assert await places_of(desk, *theirs) == []
    held = file_of(desk, tmp_path)
    assert [value for value in sealed if value in held] == []
    assert was_told(aliya, "conversation-left", code=codes[0])
    assert await places_of(desk, "выезжаю через час") != []
    await aliya.sends("/my")
    assert len(aliya.messages[-1].buttons) == 2
    assert all(code in post.text for code, post in zip(codes, desk.posts, strict=True))


@pytest.mark.thorough
async def test_nothing_of_a_finder_is_left(desk: Desk, someone: Newcomer, tmp_path: Path) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "en")
    dina = desk.moderator("Dina")
    await waiting(desk, boris, "Janaboy Isroilov")
    code = await reported(desk, aliya, NAME, place=PLACE)
    await boris.taps(f"claim:{code}")
    await states(boris, await report_id(desk, code), "there is a stamp in it")
    await aliya.taps(label(aliya, "button-describe"))
    await aliya.sends("көк мұқаба")
    await dina.sends("Мұқаба қандай?", chat=desk.moderators.id, reply_to=desk.to_moderators[-1].id)
    await decides(desk, dina, "connect")
    conversation = newest(boris, f"talk:{await conversation_of(desk)}")[1].partition(":")[2]
    await writes(aliya, conversation, "құжат менде")
    await writes(boris, conversation, "thank you so much")
    theirs = (str(aliya.id), "Aliya", NAME, PLACE, "көк мұқаба", "құжат менде")
    sealed = await sealed_with(desk, *theirs)
    await erases(aliya)
    assert await places_of(desk, *theirs) == []
    held = file_of(desk, tmp_path)
    assert [value for value in sealed if value in held] == []
    assert was_told(boris, "conversation-left", code=code)
    assert words("ru", "post-closed", code=code) in desk.posts[0].text
    assert told_of(boris, code) == []
    await boris.sends("Janaboy Isroilov")
    assert code not in boris.screen
    assert await boris.taps_stale(boris.messages[-1], f"talk:{conversation}") == words(
        "en", "conversation-over"
    )


async def conversation_of(desk: Desk) -> str:
    """The id of the only conversation."""
    [found] = [held.words for held in await everything_held(desk) if held.place == "conversations.id"]
    return found


async def test_an_owner_whose_finder_has_left_may_wait_for_another_find(
    desk: Desk, someone: Newcomer
) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "en")
    code = await reported(desk, aliya, NAME)
    await proves(boris, code)
    await erases(aliya)
    assert sees(boris, "conversation-left", code=code)
    assert boris.buttons() == [label(boris, "button-watch")]
    assert offers(boris, "lost")
    await boris.taps("lost")
    assert offers(boris, "a:passport")


@pytest.mark.thorough
async def test_a_contact_once_shared_is_forgotten_too(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    carla = await someone("Carla", "uz")
    desk.world.accounts[boris.id].username = "boris_karimov"
    for owner, name in ((boris, NAME), (carla, OTHER)):
        conversation = await proves(owner, await reported(desk, aliya, name))
        await owner.taps(f"share:{conversation}")
        await owner.taps(f"sure.share:{conversation}")
        assert sees(owner, "share-done")
        await erases(owner)
    assert await places_of(desk, "boris_karimov", str(boris.id), str(carla.id)) == []


@pytest.mark.thorough
async def test_what_came_home_counts_on(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    code = await reported(desk, aliya, NAME)
    conversation = await proves(boris, code)
    await hands_over(aliya, boris, conversation)
    for person in (aliya, boris):
        await erases(person)
        assert await desk.app.relay.database.read(handovers.count) == 1
        assert words("ru", "post-returned", code=code) in desk.posts[0].text
    assert await places_of(desk, NAME, str(aliya.id), str(boris.id)) == []


@pytest.mark.thorough
async def test_a_document_at_the_police_can_still_be_found(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    code = await reported(desk, aliya, NAME)
    await hands_in(aliya, await report_id(desk, code), "дежурная часть у моста")
    await erases(aliya)
    assert await places_of(desk, str(aliya.id), "Aliya") == []
    await boris.sends("Жанабай Исраилов")
    await boris.taps(f"claim:{code}")
    assert "дежурная часть у моста" in boris.screen
    await boris.sends(code)
    await boris.taps(f"aboutme:{code}")
    await boris.taps(f"hideme:{code}")
    await decides(desk, desk.moderator("Dina"), "close")
    desk.world.clock.wind(timedelta(days=40))
    await desk.tick()
    await tidied(desk)
    assert await places_of(desk, NAME, "дежурная") == []


@pytest.mark.thorough
async def test_caps_tries_and_bans_survive(make_desk: MakeDesk) -> None:
    desk = await make_desk(claims_per_day=1, names_per_day=2, new_for=timedelta(0))
    aliya, boris = await acquainted(desk, "Aliya", "kk"), await acquainted(desk, "Boris", "ru")
    codes = [await reported(desk, aliya, name) for name in (NAME, OTHER)]
    await boris.sends(codes[0])
    await boris.taps(f"claim:{codes[0]}")
    for left in (2, 1, 0):
        await boris.sends(f"000{left}")
        await boris.sends("1950")
        if left:
            await boris.taps(label(boris, "button-try-again"))
    await boris.sends("Нурлан Сейткали")
    await boris.sends("Зарина Ким")
    await erases(boris)
    assert await places_of(desk, "Нурлан", "Зарина", str(boris.id)) == []
    await boris.sends("/start")
    await boris.taps("language:ru")
    await boris.sends("Тимур Алиев")
    assert sees(boris, "search-too-many-names", limit=2)
    await boris.sends(codes[0])
    await boris.taps(f"claim:{codes[0]}")
    await boris.taps("agree")
    assert sees(boris, "claim-too-many", limit=1)


@pytest.mark.thorough
@pytest.mark.parametrize("choice", ["forever", "shadow"])
async def test_a_ban_survives(desk: Desk, someone: Newcomer, choice: str) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    dina = desk.moderator("Dina")
    code = await reported(desk, aliya, NAME)
    await boris.sends(code)
    await boris.taps(f"claim:{code}")
    await states(boris, await report_id(desk, code), "это моё")
    await decides(desk, dina, "menu.more")
    await decides(desk, dina, f"ban.{choice}")
    await erases(boris)
    assert sees(boris, "delete-done")
    await boris.sends("/start")
    if choice == "forever":
        assert sees(boris, "banned")
        return
    await boris.taps("language:ru")
    await boris.sends("Жанабай Исраилов")
    assert sees(boris, "search-nothing", name="Жанабай Исраилов")


@pytest.mark.thorough
async def test_a_form_left_in_the_middle_is_gone(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    await aliya.sends("/found")
    await picks(aliya, "passport", "KZ")
    await aliya.sends(NAME)
    message, pick = aliya.messages[-1], newest(aliya, "back")[1]
    await erases(aliya)
    assert await places_of(desk, NAME) == []
    assert await aliya.taps_stale(message, pick) == words("kk", "tap-stale")


@pytest.mark.thorough
async def test_in_the_middle_of_a_claim_nobody_hears_of_it(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    code = await reported(desk, aliya, NAME)
    await boris.sends(code)
    await boris.taps(f"claim:{code}")
    await boris.sends(TAIL)
    before = len(aliya.messages)
    await erases(boris)
    assert len(aliya.messages) == before
    carla = await someone("Carla", "uz")
    assert await proves(carla, code)


@pytest.mark.thorough
async def test_twice_and_by_a_replayed_tap(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    code = await reported(desk, aliya, NAME)
    await erases(aliya)
    asked = aliya.messages[-1]
    await aliya.taps_stale(asked, "delete.sure")
    assert sees(aliya, "delete-done")
    await erases(aliya)
    assert sees(aliya, "delete-done")
    assert await places_of(desk, str(aliya.id)) == []
    await aliya.sends("/start")
    await aliya.taps("language:kk")
    await aliya.taps_stale(asked, "delete")
    assert await places_of(desk, str(aliya.id)) != []
    assert words("ru", "post-closed", code=code) in desk.posts[0].text


@pytest.mark.thorough
async def test_who_blocks_the_bot_after_it_is_not_known_again(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    await erases(aliya)
    aliya.blocks()
    await desk.settle()
    assert await places_of(desk, str(aliya.id)) == []


@pytest.mark.thorough
async def test_a_lost_reply_breaks_nothing(machine: Machine) -> None:
    aliya, boris = await acquainted(machine, "Aliya", "kk"), await acquainted(machine, "Boris", "ru")
    code = await reported(machine, aliya, NAME)
    await proves(boris, code)
    await aliya.sends("/delete")
    message, sure = newest(aliya, "delete.sure")
    machine.world.tap(aliya.id, aliya.id, message.id, sure)
    await machine.dies_while_answering("editMessageText")
    await machine.settle()
    machine.world.clock.wind(timedelta(minutes=2))
    await machine.tick()
    assert await places_of(machine, str(aliya.id), NAME) == []
    assert was_told(boris, "conversation-left", code=code)
    await aliya.sends("/start")
    assert sees(aliya, "language-ask")


@pytest.mark.thorough
async def test_what_waited_for_who_blocked_the_bot_is_gone_with_them(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    conversation = await proves(boris, await reported(desk, aliya, NAME))
    aliya.blocks()
    await desk.settle()
    await writes(boris, conversation, "жду у вокзала")
    await erases(boris)
    assert await places_of(desk, "жду у вокзала") == []
    aliya.unblocks()
    await aliya.sends("/my")
    await desk.settle()
    assert not aliya.told("жду у вокзала")


@pytest.mark.thorough
@pytest.mark.parametrize("language", ["kk", *all_of("ru", "uz", "en")])
async def test_start_afterwards_is_a_new_beginning(desk: Desk, someone: Newcomer, language: str) -> None:
    person = await someone("Person", language)
    await reported(desk, person, NAME)
    await erases(person)
    assert sees(person, "delete-done")
    await person.sends("/start")
    assert sees(person, "language-ask")
    await person.taps(f"language:{language}")
    await person.sends("/my")
    assert sees(person, "my-nothing")
    await person.sends("/found")
    assert sees(person, "consent", public="initial")
    await person.taps("agree")
    assert offers(person, "a:passport")
