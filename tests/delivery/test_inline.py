"""The answer to an inline query: shown to one person, never cached, dropped when it is late."""

from datetime import timedelta

from structlog.testing import capture_logs

from delivery import inline
from domain.inline import Choice, Door, InlineAnswer
from domain.messages import Button, Content
from tests.delivery.conftest import Line

LINK = "https://t.me/tabyldy_bot?start=r_K7M4Q"
DOOR = Door("Tell me", "l")
CARD = Choice("K7M4Q", "Passport", "Kazakhstan", Content("<b>Passport</b>", ((Button("Mine", url=LINK),),)))


async def test_cards_and_door_are_shown(line: Line) -> None:
    query = line.world.ask_inline(line.person, line.person, "Israilov Janabay")
    await inline.answer(line.bot, query, InlineAnswer(DOOR, (CARD,)))
    newest = line.world.last_offers(line.person)
    assert newest is not None
    [offer] = newest[1].offers
    assert newest[1].button == {"text": "Tell me", "start_parameter": "l"}
    assert (offer.id, offer.title, offer.description) == ("K7M4Q", "Passport", "Kazakhstan")
    assert (offer.text, offer.inline[0][0]["url"]) == ("Passport", LINK)
    assert offer.link_preview == {"is_disabled": True}
    sent = line.world.calls[-1].params
    assert (sent["cache_time"], sent["is_personal"]) == ("0", "true")


async def test_a_late_answer_or_a_net_that_is_down_is_only_logged(line: Line) -> None:
    query = line.world.ask_inline(line.person, line.person, "Israilov Janabay")
    with capture_logs() as lines:
        line.world.clock.wind(timedelta(seconds=11))
        await inline.answer(line.bot, query, InlineAnswer(DOOR, (CARD,)))
        line.world.net_down = True
        await inline.answer(line.bot, query, InlineAnswer(DOOR, (CARD,)))
    assert [(one["event"], one["fault"]) for one in lines] == [
        ("an inline query was not answered", "BadRequest"),
        ("an inline query was not answered", "NetworkError"),
    ]
    assert "passport" not in str(lines).casefold()
