import asyncio

from telegram import Update
from telegram.ext import Application, ApplicationBuilder, CallbackContext, MessageHandler, filters

from sandbox.accounts import Account
from sandbox.transport import InProcessRequest
from sandbox.world import World


async def test_a_whole_ptb_application_polls_in_process(world: World, aigul: Account) -> None:
    heard = asyncio.Queue[str]()

    async def echo(update: Update, _context: CallbackContext) -> None:  # type: ignore[type-arg] # PTB's own default
        assert update.effective_message is not None
        await update.effective_message.reply_text(f"heard {update.effective_message.text}")
        heard.put_nowait(update.effective_message.text or "")

    app: Application = (  # type: ignore[type-arg] # six parameters that say nothing here
        ApplicationBuilder()
        .token(world.token)
        .request(InProcessRequest(world))
        .get_updates_request(InProcessRequest(world))
        .build()
    )
    app.add_handler(MessageHandler(filters.TEXT, echo))
    async with app:
        await app.start()
        assert app.updater is not None
        await app.updater.start_polling()
        assert await heard.get() == "/start"
        world.send_text(aigul.id, aigul.id, "сәлем")
        assert await heard.get() == "сәлем"
        await app.updater.stop()
        await app.stop()
    assert [m.text for m in world.chats[aigul.id].messages.values() if m.from_bot] == [
        "heard /start",
        "heard сәлем",
    ]
    assert world.updates.pending == []
