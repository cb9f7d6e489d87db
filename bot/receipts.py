"""Fetches receipts from Telegram, outside of any transaction, and makes pictures of them in a thread."""

import asyncio

from bot.assembly import App
from delivery.telegram import download
from domain.errors import FileGone, FileOutOfReach, FileTooLarge
from media.receipts import Unopenable
from relay import receipts
from storage.ledger import Receipt


async def fetch(app: App) -> None:
    """Fetch the receipts that wait; what is out of reach waits on, what never can be read is given up."""
    settled = [await _settle(app, each) for each in await app.relay.work(receipts.waiting)]
    if any(settled):
        app.worker.wake()


async def _settle(app: App, receipt: Receipt) -> bool:
    """Fetch one; False when Telegram cannot be asked for it just now."""
    try:
        picture, proposed = await _read(app, receipt)
    except FileOutOfReach:
        return False
    except (FileTooLarge, FileGone, Unopenable):
        await app.relay.work(lambda work: receipts.give_up(work, receipt.id))
        return True
    await app.relay.work(lambda work: receipts.keep(work, receipt.id, picture, proposed))
    return True


async def _read(app: App, receipt: Receipt) -> tuple[bytes, frozenset[int] | None]:
    """The picture and what had better be covered; FileGone for a receipt that was forgotten meanwhile."""
    if receipt.file is None:
        raise FileGone
    data = await download(app.bot, receipt.file.value)
    return await asyncio.to_thread(receipts.read, data)
