import io
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import telegram
from aiohttp import SocketTimeoutError
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup
from telegram.constants import ParseMode, ReactionEmoji
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut

from sandbox.accounts import Account
from sandbox.chats import Chat
from sandbox.pictures import sample_picture
from sandbox.transport import InProcessRequest
from sandbox.world import World

MARKUP = InlineKeyboardMarkup([[InlineKeyboardButton("Иә", callback_data="yes")]])


def make_bot(world: World, token: str) -> Bot:
    return Bot(token, request=InProcessRequest(world), get_updates_request=InProcessRequest(world))


@pytest.fixture
async def bot(world: World) -> AsyncIterator[Bot]:
    async with make_bot(world, world.token) as made:
        yield made


async def test_every_method_answers_with_its_ptb_class(
    bot: Bot, world: World, aigul: Account, channel: Chat
) -> None:
    me = await bot.get_me()
    assert (type(me), me.id, me.can_read_all_group_messages) == (telegram.User, 4242, True)
    sent = await bot.send_message(aigul.id, "<b>a</b> 🙂", ParseMode.HTML, reply_markup=MARKUP)
    assert isinstance(sent, telegram.Message)
    assert sent.text_html == "<b>a</b> 🙂"
    assert sent.reply_markup == MARKUP
    photo = await bot.send_photo(aigul.id, io.BytesIO(sample_picture()), caption="a", reply_markup=MARKUP)
    assert isinstance(photo.photo[0], telegram.PhotoSize)
    edited = [
        await bot.edit_message_text("b", aigul.id, sent.id, reply_markup=MARKUP),
        await bot.edit_message_reply_markup(aigul.id, sent.id),
        await bot.edit_message_caption(aigul.id, photo.id, caption="b"),
    ]
    for message in edited:
        assert isinstance(message, telegram.Message)
        assert message.edit_date is not None
    assert await bot.send_chat_action(aigul.id, "typing") is True
    assert await bot.delete_message(aigul.id, sent.id) is True
    file = await bot.get_file(photo.photo[0].file_id)
    assert isinstance(file, telegram.File)
    assert await file.download_as_bytearray() == sample_picture()
    for chat_id in (aigul.id, channel.id, "@tabyldy_channel"):
        assert isinstance(await bot.get_chat(chat_id), telegram.ChatFullInfo)
    member = await bot.get_chat_member(channel.id, bot.id)
    assert isinstance(member, telegram.ChatMemberAdministrator)
    assert member.can_post_messages is True
    assert isinstance(await bot.get_chat_member(aigul.id, aigul.id), telegram.ChatMemberMember)
    assert isinstance(await bot.get_chat_member(channel.id, aigul.id), telegram.ChatMemberLeft)
    world.block(aigul.id)
    assert isinstance(await bot.get_chat_member(aigul.id, bot.id), telegram.ChatMemberBanned)


async def test_media_in_ptb(bot: Bot, world: World, aigul: Account) -> None:
    world.send_voice(aigul.id, aigul.id)
    heard = (await bot.get_updates())[-1].message
    assert heard is not None
    assert isinstance(heard.voice, telegram.Voice)
    voice = await bot.send_voice(aigul.id, heard.voice, caption="a", reply_markup=MARKUP)
    assert voice.voice == heard.voice
    assert (await bot.edit_message_caption(aigul.id, voice.id, caption="b")).caption == "b"  # type: ignore[union-attr] # a Message in a chat
    place = await bot.send_location(aigul.id, 41.3, 69.2)
    assert place.location == telegram.Location(69.2, 41.3)
    document = await bot.send_document(aigul.id, b"{}", filename="Деректер.json")
    assert isinstance(document.document, telegram.Document)
    assert document.document.file_name == "Деректер.json"
    file = await bot.get_file(document.document.file_id)
    assert await file.download_as_bytearray() == b"{}"
    photo = await bot.send_photo(aigul.id, sample_picture())
    named = telegram.InputMediaDocument(document.document.file_id, caption="<b>a</b>", parse_mode="HTML")
    edited = await bot.edit_message_media(named, aigul.id, photo.id)
    assert isinstance(edited, telegram.Message)
    assert (edited.document, edited.caption_html) == (document.document, "<b>a</b>")
    upload = telegram.InputMediaPhoto(sample_picture(40, 40))
    again = await bot.edit_message_media(upload, aigul.id, photo.id)
    assert isinstance(again, telegram.Message)
    assert again.photo[0].width == 40
    assert await bot.set_message_reaction(aigul.id, heard.id, ReactionEmoji.RED_HEART) is True
    assert world.chats[aigul.id].messages[heard.id].reaction == "❤"
    world.edit_text(aigul.id, aigul.id, heard.id, "сөз")
    update = (await bot.get_updates())[-1]
    assert update.edited_message is not None
    assert (update.edited_message.caption, update.edited_message.edit_date) == ("сөз", world.clock.now())
    world.deactivate(aigul.id)
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(aigul.id, "a")


async def test_the_profile_in_ptb(bot: Bot, aigul: Account) -> None:
    scope = telegram.BotCommandScopeChat(aigul.id)
    assert await bot.set_my_commands([("found", "Таптым")], scope=scope, language_code="kk") is True
    assert await bot.get_my_commands(scope, "kk") == (telegram.BotCommand("found", "Таптым"),)
    assert await bot.delete_my_commands(scope, "kk") is True
    assert await bot.set_my_name("Табылды", "kk") is True
    assert await bot.set_my_description("a", "kk") is True
    assert await bot.set_my_short_description("b", "kk") is True
    assert await bot.get_my_name("kk") == telegram.BotName("Табылды")
    assert await bot.get_my_description("kk") == telegram.BotDescription("a")
    assert await bot.get_my_short_description("kk") == telegram.BotShortDescription("b")


async def test_updates_in_ptb(bot: Bot, world: World, aigul: Account) -> None:
    group = world.add_group("Пікірлер", [aigul])
    channel = world.add_channel("Табылды", "tabyldy_channel", discussion=group)
    post = await bot.send_message(channel.id, "post", reply_markup=MARKUP)
    world.send_photo(aigul.id, aigul.id, sample_picture())
    world.send_location(aigul.id, aigul.id, 41.3, 69.2)
    query = world.tap(aigul.id, channel.id, post.id, "yes")
    world.tap(aigul.id, channel.id, 99, "gone")
    world.block(aigul.id)
    start, forwarded, photo, place, tap, stale, blocked = await bot.get_updates()
    assert start.message is not None
    assert start.message.parse_entities() == {start.message.entities[0]: "/start"}
    assert forwarded.message is not None
    assert forwarded.message.is_automatic_forward is True
    assert isinstance(forwarded.message.forward_origin, telegram.MessageOriginChannel)
    assert photo.message is not None
    assert photo.message.photo
    assert place.message is not None
    assert place.message.location == telegram.Location(69.2, 41.3)
    assert tap.callback_query is not None
    assert isinstance(tap.callback_query.message, telegram.Message)
    assert await tap.callback_query.answer("Дайын", show_alert=True) is True
    assert world.toast(query) == "Дайын"
    assert stale.callback_query is not None
    assert stale.callback_query.message is not None
    assert stale.callback_query.message.is_accessible is False
    assert blocked.my_chat_member is not None
    assert blocked.my_chat_member.new_chat_member.status == "kicked"
    assert await bot.get_updates(offset=blocked.update_id + 1) == ()


async def test_webhooks_in_ptb(bot: Bot) -> None:
    assert await bot.set_webhook("https://bot.example.kz/hook", secret_token="s", allowed_updates=["message"])
    info = await bot.get_webhook_info()
    assert (type(info), info.url, info.allowed_updates) == (
        telegram.WebhookInfo,
        "https://bot.example.kz/hook",
        ("message",),
    )
    with pytest.raises(telegram.error.Conflict):
        await bot.get_updates()
    assert await bot.delete_webhook(drop_pending_updates=True) is True


async def test_refusals_in_ptb(
    bot: Bot, aigul: Account, monkeypatch: pytest.MonkeyPatch, world: World
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(5, "a")
    with pytest.raises(BadRequest, match="Can't parse entities"):
        await bot.send_message(aigul.id, "<b>", "HTML")
    world.flood_seconds = 9
    with pytest.raises(RetryAfter) as flood:
        await bot.send_message(aigul.id, "a")
    assert flood.value.retry_after == timedelta(seconds=9)
    world.flood_seconds = 0
    photo = await bot.send_photo(aigul.id, sample_picture())
    world.block(aigul.id)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(aigul.id, "a")
    with pytest.raises(InvalidToken):
        await make_bot(world, "4242:wrong").get_me()
    file = await bot.get_file(photo.photo[0].file_id)
    unknown = telegram.File("x", "y", file_path=f"{file.file_path}.gif")
    unknown.set_bot(bot)
    with pytest.raises(InvalidToken, match="Not Found"):
        await unknown.download_as_bytearray()


async def test_a_net_that_is_down_proves_that_nothing_was_sent(
    bot: Bot, world: World, aigul: Account
) -> None:
    photo = await bot.send_photo(aigul.id, sample_picture())
    file = await bot.get_file(photo.photo[0].file_id)
    world.net_down = True
    for attempt in (
        bot.send_message(aigul.id, "a"),
        bot.get_updates(timeout=5),
        file.download_as_bytearray(),
    ):
        with pytest.raises(NetworkError) as down:
            await attempt
        assert isinstance(down.value.__cause__, ConnectionRefusedError)
        assert not isinstance(down.value, TimedOut)
    world.net_down = False
    assert "a" not in [message.text for message in world.chats[aigul.id].messages.values()]


async def test_a_lost_answer_leaves_it_open(bot: Bot, world: World, aigul: Account) -> None:
    world.answers_lost = True
    with pytest.raises(TimedOut) as lost:
        await bot.send_message(aigul.id, "a")
    assert isinstance(lost.value.__cause__, SocketTimeoutError)
    assert "a" in [message.text for message in world.chats[aigul.id].messages.values()]


async def test_reply_keyboards_travel(bot: Bot, world: World, aigul: Account) -> None:
    keyboard = ReplyKeyboardMarkup([["Таптым", "Іздеймін"]], is_persistent=True)
    await bot.send_message(aigul.id, "a", reply_markup=keyboard)
    shown = world.render(aigul.id)["messages"][-1]["reply_keyboard"]
    assert shown["rows"] == [[{"text": "Таптым"}, {"text": "Іздеймін"}]]
    assert shown["persistent"] is True
