"""Stories of who reads the policy, looks at what is held of them, or takes their consent back."""

import json
from datetime import timedelta
from typing import Any

import pytest

from sandbox.person import Person
from tests.conftest import Desk, MakeDesk
from tests.conversations.beforehand import acquainted, reported, waiting
from tests.conversations.conftest import Newcomer
from tests.conversations.steps import (
    LANGUAGES,
    TAIL,
    YEAR,
    catalog,
    label,
    offers,
    picks,
    sees,
    waits_for,
    was_told,
    words,
)
from tests.conversations.traces import (
    all_of,
    everything_held,
    hands_in,
    proves,
    report_id,
    states,
    takes_consent_back,
    writes,
)

NAME = "ИСРАИЛОВ ЖАҢАБАЙ"
OTHER = "ОМАРОВА ДИНА"


async def files(person: Person) -> tuple[str, dict[str, Any]]:
    """What `/mydata` sends: the readable file and the other one, read."""
    await person.sends("/mydata")
    [(first, readable), (second, data)] = person.documents[-2:]
    assert (first, second) == ("tabyldy.txt", "tabyldy.json")
    held: dict[str, Any] = json.loads(data)
    return readable.decode(), held


@pytest.mark.parametrize("public_name", ["initial", *all_of("full", "none")])
async def test_the_policy_is_told_in_every_language_with_its_buttons(
    make_desk: MakeDesk, public_name: str
) -> None:
    desk = await make_desk(public_name=public_name)
    for language in LANGUAGES:
        stranger = desk.person("Stranger", language)
        await stranger.sends("/privacy")
        assert sees(stranger, "privacy", public=public_name, wiped=3, kept=30)
        assert stranger.buttons() == [label(stranger, f"button-{verb}") for verb in ("mydata", "delete")]
        person = await acquainted(desk, "Person", language)
        await person.sends("/settings")
        await person.taps(label(person, "button-privacy"))
        assert sees(person, "privacy", public=public_name, wiped=3, kept=30)
        verbs = ("mydata", "unconsent", "delete")
        assert person.buttons() == [label(person, f"button-{verb}") for verb in verbs]


def test_the_policy_is_told_of_where_people_look() -> None:
    for language in LANGUAGES:
        for text_id in ("profile-description", "help"):
            assert "/privacy" in catalog().label(language, text_id)
        assert "/privacy" in words(language, "consent", public="initial")


async def test_what_a_finder_gave_is_all_in_the_files(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    desk.world.accounts[boris.id].username = "boris_1949"
    code = await reported(desk, aliya, NAME, place="чайхана у моста")
    conversation = await proves(boris, code)
    await writes(aliya, conversation, "паспорт у меня")
    await boris.sends_location(41.3, 69.3)
    await writes(boris, conversation, "спасибо вам большое")
    await writes(aliya, conversation, "звоните +998901234567")
    readable, held = await files(aliya)
    [report] = held["reports"]
    assert (report["code"], report["name"], report["place"]) == (code, NAME, "чайхана у моста")
    assert (report["type"], report["country"], report["state"]) == ("passport", "KZ", "claimed")
    assert report["secret_facts_kept_as_fingerprints"] == ["birth_year", "number_tail"]
    [talk] = held["conversations"]
    assert [line["text"] for line in talk["said"]] == ["паспорт у меня", "звоните +998901234567"]
    assert (talk["side"], talk["handover_code"]) == ("finder", None)
    assert held["person"]["telegram_id"] == aliya.id
    assert any("спасибо вам большое" in message["text"] for message in held["messages"])
    for part in (code, NAME, "чайхана у моста", "паспорт у меня", label(aliya, "type-passport")):
        assert part in readable
    for foreign in (str(boris.id), "boris_1949", "Boris", TAIL, YEAR):
        assert foreign not in readable + json.dumps(held, ensure_ascii=False)


@pytest.mark.thorough
async def test_what_an_owner_gave_is_all_in_the_files(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "uz")
    await waiting(desk, boris, "Жанабай Исраилов", number_tail=TAIL, birth_year=YEAR, place="автобус 12")
    desk.world.clock.wind(timedelta(days=1))
    await boris.sends("Дина Омарова")
    desk.world.clock.wind(timedelta(days=1))
    await boris.sends("Жанабай Исраилов")
    codes = [await reported(desk, aliya, name) for name in (NAME, OTHER)]
    desk.world.accounts[aliya.id].username = "aliya_1950"
    conversation = await proves(boris, codes[0])
    await boris.taps(f"talk:{conversation}")
    await boris.sends("это мой паспорт")
    await boris.sends_location(41.3, 69.3)
    await boris.sends_photo(caption="вот копия")
    await boris.taps(label(boris, "button-done"))
    other = await report_id(desk, codes[1])
    await boris.sends(codes[1])
    await boris.taps(f"claim:{codes[1]}")
    await states(boris, other, "это моей сестры")
    await boris.sends("/found")
    await picks(boris, "id_card")
    readable, held = await files(boris)
    [watch] = held["watches"]
    assert (watch["name"], watch["place"]) == ("Жанабай Исраилов", "автобус 12")
    assert watch["facts"] == {"number_tail": TAIL, "birth_year": YEAR}
    assert [claim["statement"] for claim in held["claims"]] == ["", "это моей сестры"]
    assert [claim["report"] for claim in held["claims"]] == codes
    [talk] = held["conversations"]
    assert [line["text"] for line in talk["said"]] == ["это мой паспорт", "", "вот копия"]
    assert [line["attachment"] for line in talk["said"]][:2] == [None, "location: 41.3,69.3"]
    assert str(talk["said"][2]["attachment"]).startswith("photo: ")
    assert len(talk["handover_code"]) == 6
    assert held["names_searched"] == ["Жанабай Исраилов", "Дина Омарова"]
    assert held["draft"]["answers"]["type"] == "id_card"
    for part in ("Жанабай Исраилов", TAIL, "это мой паспорт", codes[0], label(boris, "type-passport")):
        assert part in readable
    for foreign in (str(aliya.id), "aliya_1950", "Aliya", NAME, OTHER):
        assert foreign not in readable + json.dumps(held, ensure_ascii=False)


@pytest.mark.thorough
async def test_what_was_written_to_volunteers_is_in_the_files(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "ru"), await someone("Boris", "en")
    code = await reported(desk, aliya, NAME)
    report = await report_id(desk, code)
    await boris.sends(code)
    await boris.taps(f"claim:{code}")
    await states(boris, report, "there is a stamp in it")
    await aliya.taps(label(aliya, "button-describe"))
    await aliya.sends("синяя обложка")
    dina = desk.moderator("Dina")
    [card] = desk.to_moderators
    await dina.sends("Which stamp?", chat=desk.moderators.id, reply_to=card.id)
    await boris.taps(label(boris, "button-answer"))
    await boris.sends("the one of Osh")
    _, held = await files(aliya)
    assert held["reports"][0]["described_as"] == ["синяя обложка"]
    assert "stamp" not in json.dumps(held)
    _, held = await files(boris)
    assert held["cases"] == [
        {"kind": "claim", "about": code, "asked": "Which stamp?", "answered": "the one of Osh"}
    ]
    assert "обложка" not in json.dumps(held, ensure_ascii=False)


@pytest.mark.thorough
async def test_the_files_of_a_stranger_and_of_a_banned_person_come_too(desk: Desk) -> None:
    stranger = desk.person("Stranger", "uz")
    readable, held = await files(stranger)
    assert words("uz", "mydata-foot") in readable
    assert (held["reports"], held["watches"], held["claims"], held["draft"]) == ([], [], [], None)


@pytest.mark.thorough
async def test_taking_the_consent_back_ends_everything_and_asks_again(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    code, other = await reported(desk, aliya, NAME), await reported(desk, aliya, OTHER)
    await waits_for(aliya, "Сейткали Нурлан")
    conversation = await proves(boris, code)
    await takes_consent_back(aliya)
    assert sees(aliya, "unconsent-done")
    assert was_told(boris, "conversation-left", code=code)
    assert [code in post.text for post in desk.posts] == [True, False]
    assert all(
        words("ru", "post-closed", code=each) in post.text
        for each, post in zip((code, other), desk.posts, strict=True)
    )
    await aliya.sends("/my")
    assert sees(aliya, "my-nothing")
    assert await boris.taps_stale(boris.messages[-1], f"talk:{conversation}") == words(
        "ru", "conversation-over"
    )
    await aliya.sends("/found")
    assert sees(aliya, "consent", public="initial")
    await aliya.taps("agree")
    assert offers(aliya, "a:passport")


@pytest.mark.thorough
async def test_without_consent_no_older_button_opens_anything(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    other = await reported(desk, boris, OTHER)
    desk.world.clock.wind(timedelta(days=29))
    code = await reported(desk, aliya, NAME)
    desk.world.clock.wind(timedelta(days=1, minutes=1))
    await desk.tick()
    assert was_told(boris, "found-expired", code=other, days=30)
    report, old = await report_id(desk, code), await report_id(desk, other)
    await boris.sends(code)
    await boris.taps(f"claim:{code}")
    message = boris.messages[-1]
    await takes_consent_back(boris)
    for data in (
        "renew:" + old,
        f"state:{report}",
        f"claim:{code}",
        f"edit:r:{old}",
        f"hideme:{code}",
        "watch",
    ):
        await boris.taps_stale(message, data)
        assert not [held for held in await everything_held(desk) if held.place == "drafts.id"], data
    assert words("ru", "post-closed", code=other) in desk.posts[0].text
    assert code in desk.posts[1].text
    weekly = words("ru", "stuck-title")
    assert [message for message in desk.to_moderators if not message.text.startswith(weekly)] == []


@pytest.mark.parametrize("verb", ["edit:r", "handin"])
async def test_what_outlived_the_consent_is_changed_only_with_a_new_one(
    desk: Desk, someone: Newcomer, verb: str
) -> None:
    aliya = await someone("Aliya", "kk")
    report = await report_id(desk, await reported(desk, aliya, NAME))
    await hands_in(aliya, report, "дежурная часть у моста")
    await takes_consent_back(aliya)
    before = desk.posts[0].text
    await aliya.sends("/my")
    await aliya.taps(f"my:r:{report}")
    await aliya.taps(f"{verb}:{report}")
    assert sees(aliya, "consent", public="initial")
    assert not [held for held in await everything_held(desk) if held.place == "drafts.id"]
    assert [post.text for post in desk.posts] == [before]
    await aliya.taps("agree")
    assert sees(aliya, "home")
    await aliya.sends("/my")
    await aliya.taps(f"my:r:{report}")
    await aliya.taps(f"{verb}:{report}")
    assert offers(aliya, "send" if verb == "edit:r" else "a:police")


@pytest.mark.thorough
async def test_one_no_before_anything_ends(desk: Desk, someone: Newcomer) -> None:
    aliya = await someone("Aliya", "kk")
    code = await reported(desk, aliya, NAME)
    for verb in ("unconsent", "delete"):
        await aliya.sends("/privacy")
        await aliya.taps(verb)
        assert sees(aliya, f"{verb}-ask")
        await aliya.taps("privacy")
        assert sees(aliya, "privacy", public="initial", wiped=3, kept=30)
    await aliya.sends(code)
    assert code in aliya.screen


@pytest.mark.thorough
async def test_what_lies_with_the_police_outlives_the_consent(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    code = await reported(desk, aliya, NAME)
    await hands_in(aliya, await report_id(desk, code), "дежурная часть у моста")
    await takes_consent_back(aliya)
    await boris.sends("Жанабай Исраилов")
    assert code in boris.screen
    assert "дежурная часть у моста" in boris.screen
