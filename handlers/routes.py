"""The table of routes: which update goes to which handler."""

import re
from typing import Any, TypeAlias

from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from handlers import (
    appeals,
    broadcasts,
    checks,
    claims,
    conversations,
    doctors,
    documents,
    forms,
    handovers,
    inline,
    ledger,
    medical,
    medical_answers,
    moderation,
    outcomes,
    people,
    privacy,
    public_watches,
    rates,
    receipts,
    reminders,
    schedules,
    search,
    start,
    subscriptions,
    watches,
)
from handlers.boundary import Boundary, Callback, Handler

_Route: TypeAlias = BaseHandler[Any, Any, Any]

COMMANDS: dict[str, Handler] = {
    "start": start.start,
    "found": documents.found,
    "lost": watches.lost,
    "search": search.command,
    "medical": medical.command,
    "doctors": doctors.command,
    "appeal": appeals.command,
    "check": checks.command,
    "ledger": ledger.command,
    "my": documents.my,
    "settings": people.settings,
    "stop": subscriptions.stop,
    "language": people.language,
    "help": people.show_help,
    "share": conversations.share_command,
    "privacy": privacy.policy,
    "mydata": privacy.my_data,
    "delete": privacy.ask_delete,
    "cancel": forms.cancel,
}
"""Every command of everybody; all but `start` stand in the command menu, in this order."""

MODERATORS_COMMANDS: dict[str, Handler] = {
    "queue": moderation.queue,
    "audit": moderation.audit,
    "role": moderation.role,
    "hide": moderation.hide,
    "broadcast": broadcasts.command,
    "schedule": schedules.command,
    "appeals": appeals.listed,
    "rate": rates.command,
}
"""Commands that only moderators may use, in their chat or in private."""

FOR_ALL = {"privacy", "mydata", "delete", "delete.sure", "stop"}
"""What even a banned person may do."""

TAPS: dict[str, Handler] = {
    "q:": forms.tapped,
    "language:": start.pick_language,
    "languages": people.language,
    "agree": start.agree,
    "found:": documents.found_here,
    "lost": watches.lost,
    "watch": watches.after_search,
    "decline:": watches.decline,
    "claim:": claims.claim,
    "state:": claims.state,
    "describe:": claims.describe,
    "talk:": conversations.talk,
    "untalk:": conversations.untalk,
    "talks:": conversations.show,
    "share:": conversations.ask,
    "stop:": conversations.ask,
    "money:": conversations.ask,
    "complain:": conversations.ask,
    "sure.": conversations.sure,
    "absent:": conversations.absent,
    "anyway:": conversations.release,
    "unsent:": conversations.drop,
    "code:": handovers.show_code,
    "handed:": handovers.ask_code,
    "given:": handovers.given,
    "received:": handovers.received,
    "handin:": handovers.hand_in,
    "story:": handovers.story,
    "renew:": documents.renew,
    "looking:": reminders.looking,
    "athome:": reminders.at_home,
    "tell:": public_watches.preview,
    "public:": public_watches.publish,
    "nottold:": public_watches.not_now,
    "untell:": public_watches.remove,
    "seen:": public_watches.seen,
    "my:": documents.item,
    "my": documents.my,
    "edit:": documents.edit,
    "withdraw:": documents.ask_withdraw,
    "gone:": documents.withdraw,
    "asked:": medical.mine,
    "unask:": medical.ask_withdraw,
    "unasked:": medical.withdraw,
    "foundit:": medical.found_it,
    "still:": medical.still,
    "enough": medical.enough,
    "recommend:": medical_answers.recommend,
    "complete:": medical_answers.complete,
    "mark:": medical_answers.mark,
    "askback:": medical_answers.ask_back,
    "doctor:": doctors.tapped,
    "doctors:": doctors.listed,
    "check": checks.again,
    "appeal:": appeals.mine,
    "unappeal:": appeals.ask_withdraw,
    "unappealed:": appeals.withdraw,
    "endappeal:": appeals.ask_end,
    "endedappeal:": appeals.end,
    "newpayee:": appeals.change,
    "oldpayee:": appeals.keep_payee,
    "story-of:": appeals.story,
    "entry:": ledger.begin,
    "reentry:": ledger.begin_again,
    "fix:": ledger.begin_correction,
    "aboutme:": moderation.ask_about_me,
    "hideme:": moderation.about_me,
    "answer:": moderation.answer,
    "news": subscriptions.show,
    "news:": subscriptions.tapped,
    "news.stop": subscriptions.stop,
    "broadcast:": broadcasts.tapped,
    "privacy": privacy.policy,
    "mydata": privacy.my_data,
    "delete": privacy.ask_delete,
    "delete.sure": privacy.delete,
    "unconsent": privacy.ask_unconsent,
    "unconsent.sure": privacy.unconsent,
}
"""Callback data in private chats: a prefix that ends in `:` or `.`, or the whole of it."""

MODERATORS_TAPS: dict[str, Handler] = {
    "case:": moderation.case,
    "resend:": moderation.send_again,
    "leave:": moderation.leave,
    "schedule:": schedules.tapped,
    "manage:": appeals.manage,
    "cancelappeal:": appeals.cancel,
    "outcome:": outcomes.begin,
    "ledgerof:": ledger.of,
    "receipt:": receipts.tapped,
}
"""The same for moderators, in whatever chat they act."""


def routes(boundary: Boundary) -> list[_Route]:
    """The PTB handlers, the first that fits an update wins."""
    # A card that somebody picked inline is nobody's words: its buttons say all there is to do with it.
    private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & ~filters.VIA_BOT
    edited = filters.ChatType.PRIVATE & filters.UpdateType.EDITED_MESSAGE
    group = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE & ~filters.VIA_BOT
    files = filters.PHOTO | filters.VIDEO | filters.Document.ALL
    edited_group = filters.ChatType.GROUPS & filters.UpdateType.EDITED_MESSAGE
    lookup = inline.Lookup()
    commands: list[_Route] = [
        CommandHandler(name, boundary.on(handler, for_all=name in FOR_ALL), filters=private)
        for name, handler in COMMANDS.items()
    ]
    moderators: list[_Route] = [
        CommandHandler(name, boundary.on(handler), filters=private | group)
        for name, handler in MODERATORS_COMMANDS.items()
    ]

    def sent(handler: Handler) -> Callback:
        """What a person sends may be meant for a case's author or for the other side of a conversation."""
        return boundary.on(
            moderation.or_question(medical_answers.or_reply(conversations.or_pass_on(handler)))
        )

    return [
        *commands,
        *moderators,
        *_taps(boundary),
        CallbackQueryHandler(boundary.on(people.stale)),
        MessageHandler(private & filters.LOCATION, sent(forms.located)),
        MessageHandler(private & files, sent(forms.pictured)),
        MessageHandler(private & filters.TEXT & ~filters.COMMAND, sent(handovers.or_brought(forms.typed))),
        MessageHandler(private & ~filters.StatusUpdate.ALL, sent(forms.other)),
        MessageHandler(edited, boundary.on(conversations.mended)),
        MessageHandler(
            group & filters.REPLY & filters.TEXT,
            boundary.on(medical_answers.or_comment(moderation.in_group)),
        ),
        MessageHandler((group | edited_group) & filters.REPLY, boundary.on(people.seen)),
        InlineQueryHandler(boundary.on_inline(lookup.answer, inline.enough)),
        ChatMemberHandler(boundary.on(people.membership), ChatMemberHandler.MY_CHAT_MEMBER),
    ]


def _taps(boundary: Boundary) -> list[_Route]:
    """The handlers of all buttons."""
    everybody: list[_Route] = [
        CallbackQueryHandler(
            boundary.on(people.in_private(handler), for_all=data in FOR_ALL), pattern=_pattern(data)
        )
        for data, handler in TAPS.items()
    ]
    moderators: list[_Route] = [
        CallbackQueryHandler(boundary.on(handler), pattern=_pattern(data))
        for data, handler in MODERATORS_TAPS.items()
    ]
    return [*everybody, *moderators]


def _pattern(data: str) -> str:
    known = re.escape(data)
    return f"^{known}" if data.endswith((":", ".")) else f"^{known}$"
