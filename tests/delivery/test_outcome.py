import ssl

import pytest
from aiohttp import (
    ClientConnectorCertificateError,
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientConnectorSSLError,
    ClientHttpProxyError,
    ClientOSError,
    ClientPayloadError,
    ClientProxyConnectionError,
    ClientResponseError,
    ConnectionTimeoutError,
    RequestInfo,
    ServerDisconnectedError,
    SocketTimeoutError,
)
from aiohttp.client_reqrep import ConnectionKey
from multidict import CIMultiDict, CIMultiDictProxy
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    PassportDecryptionError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from yarl import URL

from delivery.outcome import (
    InDoubt,
    Later,
    Migrated,
    Outcome,
    Sent,
    Undeliverable,
    Unreachable,
    cannot_edit,
    is_gone,
    is_too_large,
    is_unknown_file,
    of_error,
)


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (RetryAfter(17), Later(17.0)),
        (ChatMigrated(-1001), Migrated(-1001)),
        (Forbidden("bot was blocked by the user"), Unreachable()),
        (Forbidden("user is deactivated"), Unreachable()),
        (
            Forbidden("Forbidden: MESSAGE_DELETE_FORBIDDEN"),
            Undeliverable("Forbidden: MESSAGE_DELETE_FORBIDDEN"),
        ),
        (InvalidToken("Unauthorized"), Later()),
        (BadRequest("chat not found"), Undeliverable("Chat not found")),
        (BadRequest("Message is not modified: specified new content"), Sent(None)),
        (
            Conflict("terminated by other getUpdates request"),
            Undeliverable("Terminated by other getUpdates request"),
        ),
        (EndPointNotFound("Not Found"), Undeliverable("Not Found")),
        (PassportDecryptionError("bad"), Undeliverable("PassportDecryptionError: bad")),
        (TelegramError("Something new"), Undeliverable("Something new")),
        (NetworkError("Bad Gateway"), InDoubt()),
        (TimedOut(), InDoubt()),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_error_of_telegram_means_something(error: TelegramError, outcome: Outcome) -> None:
    found = of_error(error)
    if isinstance(outcome, Undeliverable) and isinstance(found, Undeliverable):
        assert found.problem.lower() == outcome.problem.lower()
    else:
        assert found == outcome


def every_error(cls: type[TelegramError] = TelegramError) -> set[type[TelegramError]]:
    return {cls}.union(*(every_error(sub) for sub in cls.__subclasses__()))


def test_no_class_of_error_was_forgotten() -> None:
    marks = test_every_error_of_telegram_means_something.pytestmark  # type: ignore[attr-defined] # pytest puts it there
    tried = {type(error) for mark in marks for error, _ in mark.args[1]}
    assert {cls for cls in every_error() if cls.__module__ == "telegram.error"} == tried


TELEGRAM = ConnectionKey("telegram.kz", 443, True, True, None, None, None)  # noqa: FBT003 - as aiohttp has it
ASKED = RequestInfo(URL("https://telegram.kz"), "POST", CIMultiDictProxy(CIMultiDict()))


@pytest.mark.parametrize(
    "cause",
    [
        ClientConnectorError(TELEGRAM, OSError(113, "No route to host")),
        ClientConnectorDNSError(TELEGRAM, OSError(-2, "Name or service not known")),
        ClientConnectorSSLError(TELEGRAM, ssl.SSLError(1, "handshake failure")),
        ClientConnectorCertificateError(TELEGRAM, ssl.CertificateError("expired")),
        ClientProxyConnectionError(TELEGRAM, ConnectionRefusedError(111, "refused")),
        ClientHttpProxyError(ASKED, (), status=407),
        ConnectionTimeoutError("too long"),
        ConnectionRefusedError(),
    ],
    ids=repr,
)
def test_what_never_left_is_tried_again(cause: Exception) -> None:
    for error in (NetworkError("broken"), TimedOut()):
        error.__cause__ = cause
        assert of_error(error) == Later()


@pytest.mark.parametrize(
    "cause",
    [
        SocketTimeoutError("no answer"),
        TimeoutError(),
        ServerDisconnectedError(),
        ClientOSError(104, "reset"),
        ClientPayloadError("half an answer"),
        ClientResponseError(ASKED, (), status=400),
        OSError("something else"),
        None,
    ],
    ids=repr,
)
def test_what_may_have_arrived_is_in_doubt(cause: Exception | None) -> None:
    for error in (NetworkError("broken"), TimedOut()):
        error.__cause__ = cause
        assert of_error(error) == InDoubt()


@pytest.mark.parametrize(
    ("error", "fixed"),
    [
        (BadRequest("Message to edit not found"), True),
        (BadRequest("Message can't be edited"), True),
        (BadRequest("MESSAGE_ID_INVALID"), True),
        (BadRequest("MESSAGE_EDIT_TIME_EXPIRED"), True),
        (BadRequest("There is no text in the message to edit"), True),
        (BadRequest("There is no caption in the message to edit"), True),
        (BadRequest("There is no media in the message to edit"), True),
        (BadRequest("Message is not modified: specified new content"), False),
        (BadRequest("Message to delete not found"), False),
        (BadRequest("Chat not found"), False),
        (Forbidden("message to edit not found"), False),
    ],
)
def test_a_message_that_cannot_be_changed_any_more_is_told_apart(
    error: TelegramError, *, fixed: bool
) -> None:
    assert cannot_edit(error) is fixed


@pytest.mark.parametrize(
    ("error", "gone"),
    [
        (BadRequest("Message to edit not found"), True),
        (BadRequest("Message to delete not found"), True),
        (BadRequest("Message can't be edited"), False),
        (BadRequest("Message can't be deleted for everyone"), False),
        (BadRequest("Chat not found"), False),
        (Forbidden("message to delete not found"), False),
    ],
)
def test_a_message_that_is_gone_is_told_apart(error: TelegramError, *, gone: bool) -> None:
    assert is_gone(error) is gone


@pytest.mark.parametrize(
    ("error", "unknown"),
    [
        (BadRequest("Wrong file identifier/HTTP URL specified"), True),
        (BadRequest("Wrong remote file identifier specified: Wrong padding in the string"), True),
        (BadRequest("Wrong file_id or the file is temporarily unavailable"), True),
        (BadRequest("Invalid file_id"), True),
        (BadRequest("FILE_REFERENCE_EXPIRED"), True),
        (BadRequest("Failed to get HTTP URL content"), False),
        (BadRequest("File is too big"), False),
        (Forbidden("wrong file identifier"), False),
        (NetworkError("file_id"), False),
    ],
)
def test_a_file_that_telegram_does_not_know_is_told_apart(error: TelegramError, *, unknown: bool) -> None:
    assert is_unknown_file(error) is unknown


def test_a_file_that_is_too_large_is_told_apart() -> None:
    assert is_too_large(BadRequest("File is too big"))
    assert not is_too_large(BadRequest("Invalid file_id"))
