"""Stories of buttons tapped twice, too late, or never shown: nothing happens twice, and each says so."""

from domain.messages import Content
from relay import forms, people
from relay.work import Work
from tests.conftest import Desk
from tests.conversations.beforehand import reported
from tests.conversations.conftest import Newcomer
from tests.conversations.steps import (
    TAIL,
    YEAR,
    asks,
    fills_found,
    having,
    newest,
    picks,
    presses,
    sees,
    words,
)

NAME = "ИСРАИЛОВ ЖАҢАБАЙ"


async def test_a_button_of_an_earlier_step_does_nothing_and_says_so(someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await ivan.sends("/found")
    message, passport = newest(ivan, "a:passport")
    await picks(ivan, "passport")
    assert await ivan.taps_stale(message, passport) == words("ru", "tap-stale")
    assert asks(ivan, "found-country")
    await picks(ivan, "KZ")
    assert asks(ivan, "found-name")


async def test_the_buttons_of_an_answered_question_go(someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await ivan.sends("/found")
    await ivan.sends("паспорт")
    assert ivan.messages[-2].buttons == []
    assert asks(ivan, "found-country")


async def test_two_taps_on_an_answer_at_once_answer_one_question(desk: Desk, someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await ivan.sends("/found")
    message, passport = newest(ivan, "a:passport")
    queries = [desk.world.tap(ivan.id, ivan.id, message.id, passport) for _ in range(2)]
    await desk.settle()
    assert sorted(str(desk.world.toast(query)) for query in queries) == ["", words("ru", "tap-stale")]
    assert asks(ivan, "found-country")


async def test_two_taps_on_send_at_once_make_one_report(desk: Desk, someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await fills_found(ivan, NAME)
    message, send = newest(ivan, "send")
    queries = [desk.world.tap(ivan.id, ivan.id, message.id, send) for _ in range(2)]
    await desk.settle()
    assert sorted(str(desk.world.toast(query)) for query in queries) == ["", words("ru", "tap-stale")]
    assert len(desk.posts) == 1
    await ivan.sends("/my")
    assert len(ivan.messages[-1].buttons) == 1


async def test_a_button_of_a_cancelled_or_sent_form_is_stale(someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await ivan.sends("/found")
    message, passport = newest(ivan, "a:passport")
    await presses(ivan, "cancel")
    assert await ivan.taps_stale(message, passport) == words("ru", "tap-stale")


async def test_two_agreements_at_once_open_one_form(desk: Desk) -> None:
    ivan = desk.person("Ivan", "ru")
    await ivan.sends("/found")
    consent = ivan.messages[-1]
    queries = [desk.world.tap(ivan.id, ivan.id, consent.id, "agree") for _ in range(2)]
    await desk.settle()
    assert None not in [desk.world.toast(query) for query in queries]
    question = words("ru", "found-type")
    assert having(lambda message: question in message.text, ivan.messages) == 1


NEVER_SHOWN = (
    "nonsense",
    "q:",
    "q:abcdef.1:a:passport",
    "q:abcdef.1",
    "language:xx",
    "my:x:y",
    "my:",
    "edit:x",
    "withdraw:z:1",
    "gone:",
    "claim:",
    "claim:22222",
    "claim:" + "x" * 58,
    "state:",
    "state:22222",
    "describe:x",
    "talk:x",
    "code:x",
    "aboutme:22222",
    "hideme:22222",
    "decline:22222",
    "case:x:connect",
    "resend:",
    "🙂",
)


_REFUSED = ("tap-stale", "my-gone", "document-gone", "not-a-moderator", "conversation-gone")


async def test_a_button_that_was_never_shown_is_refused(someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await ivan.sends("/found")
    refused = {words("ru", key) for key in _REFUSED}
    for data in NEVER_SHOWN:
        assert await ivan.taps_stale(ivan.messages[-1], data) in refused, data
        assert asks(ivan, "found-type"), data


async def test_buttons_that_the_present_question_does_not_have_are_stale(someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await ivan.sends("/found")
    message, held = newest(ivan, "cancel")
    token = held.rsplit(":", 1)[0]
    for verb in ("keep", "send", "change:nothing", "a:UZ", "a:as_written", "nothing", "resume:x:y"):
        toast = await ivan.taps_stale(message, f"{token}:{verb}")
        assert toast in {words("ru", "tap-stale"), ""}, verb
        assert asks(ivan, "found-type"), verb


async def test_the_form_of_a_finished_search_has_no_buttons_left(desk: Desk, someone: Newcomer) -> None:
    ivan = await someone("Ivan", "ru")
    await ivan.sends("Жанабай Исраилов")

    async def token(work: Work) -> str:
        draft = await forms.current(work, await people.meet(work, ivan.id, None))
        assert draft is not None
        return draft.token

    held = await desk.app.relay.work(token)
    for verb in ("send", "skip", "keep", "change:name", "a:passport"):
        await ivan.taps_stale(ivan.messages[-1], f"q:{held}:{verb}")
    await ivan.taps_stale(ivan.messages[-1], f"q:{held}:resume")
    assert sees(ivan, "search-nothing", name="Жанабай Исраилов")


async def test_the_buttons_of_what_was_taken_back_say_so(desk: Desk, someone: Newcomer) -> None:
    aliya, boris = await someone("Aliya", "kk"), await someone("Boris", "ru")
    code = await reported(desk, aliya, NAME)
    await boris.opens(f"https://t.me/tabyldy_bot?start=r_{code}")
    await aliya.sends("/my")
    shown = aliya.messages[-1]
    item = str(shown.buttons[0]["callback_data"]).removeprefix("my:")
    await aliya.sends("/my")
    await aliya.taps_stale(aliya.messages[-1], f"gone:{item}")
    assert await aliya.taps(f"my:{item}", message=shown) == words("kk", "my-gone")
    assert await boris.taps(f"claim:{code}") == words("ru", "document-gone")


async def test_somebody_elses_claim_is_nobody_elses(desk: Desk, someone: Newcomer) -> None:
    boris, eve = await someone("Boris", "uz"), await someone("Eve", "ru")
    code = await reported(desk, await someone("Aliya", "kk"), NAME)
    await boris.sends(code)
    await boris.taps(f"claim:{code}")
    await eve.sends(code)
    for button in boris.messages[-1].buttons:
        held = str(button["callback_data"])
        wanted = {words("ru", "tap-stale"), words("ru", "document-gone")}
        assert await eve.taps_stale(eve.messages[-1], held) in wanted, held
    await boris.sends(TAIL)
    await boris.sends(YEAR)
    for button in boris.messages[-1].buttons:
        held = str(button["callback_data"])
        wanted = {words("ru", "tap-stale"), words("ru", "conversation-gone")}
        assert await eve.taps_stale(eve.messages[-1], held) in wanted, held
    assert len(eve.messages) == 1


async def test_a_button_carried_into_a_group_says_nothing_there(desk: Desk, someone: Newcomer) -> None:
    code = await reported(desk, await someone("Aliya", "kk"), NAME)
    zarina = desk.moderator("Zarina")
    await desk.app.relay.work(lambda work: work.tell_chat(desk.moderators.id, Content("…")))
    await desk.settle()
    [carried] = desk.to_moderators
    for data in (f"claim:{code}", "my", "mydata", "languages"):
        assert await zarina.taps_stale(carried, data) == words("ru", "tap-stale"), data
        assert [message.text for message in desk.to_moderators] == ["…"], data
