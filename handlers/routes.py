"""The table of routes: which update goes to which handler."""

from typing import Any, TypeAlias

from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from handlers import claims, documents, forms, moderation, people, search, start, watches
from handlers.boundary import Boundary, Handler

_Route: TypeAlias = BaseHandler[Any, Any, Any]

COMMANDS: dict[str, Handler] = {
    "start": start.start,
    "found": documents.found,
    "lost": watches.lost,
    "search": search.command,
    "my": documents.my,
    "settings": people.settings,
    "language": people.language,
    "help": people.show_help,
    "cancel": forms.cancel,
}
"""Every command; all but `start` stand in the command menu, in this order."""

TAPS: dict[str, Handler] = {
    "q:": forms.tapped,
    "language:": start.pick_language,
    "languages": people.language,
    "agree": start.agree,
    "found:": documents.found_here,
    "lost": watches.lost,
    "watch": watches.after_search,
    "decline:": watches.decline,
    "claim:": claims.ask,
    "claimed:": claims.claim,
    "my:": documents.item,
    "my": documents.my,
    "edit:": documents.edit,
    "withdraw:": documents.ask_withdraw,
    "gone:": documents.withdraw,
    "approve:": moderation.approve,
    "reject:": moderation.reject,
    "resend:": moderation.send_again,
    "leave:": moderation.leave,
}
"""Callback data: a prefix that ends in `:`, or the whole of it."""


def routes(boundary: Boundary) -> list[_Route]:
    """The PTB handlers, the first that fits an update wins."""
    private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
    commands: list[_Route] = [
        CommandHandler(name, boundary.on(handler), filters=private) for name, handler in COMMANDS.items()
    ]
    taps: list[_Route] = [
        CallbackQueryHandler(boundary.on(handler), pattern=f"^{data}" if data.endswith(":") else f"^{data}$")
        for data, handler in TAPS.items()
    ]
    return [
        *commands,
        *taps,
        CallbackQueryHandler(boundary.on(people.stale)),
        MessageHandler(private & filters.LOCATION, boundary.on(forms.located)),
        MessageHandler(private & (filters.PHOTO | filters.Document.ALL), boundary.on(documents.photo)),
        MessageHandler(private & filters.TEXT & ~filters.COMMAND, boundary.on(forms.typed)),
        MessageHandler(private & ~filters.StatusUpdate.ALL, boundary.on(forms.other)),
        ChatMemberHandler(boundary.on(people.membership), ChatMemberHandler.MY_CHAT_MEMBER),
    ]
