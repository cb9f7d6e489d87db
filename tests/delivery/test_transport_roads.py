"""Whom the transport connects to: TLS and whom it trusts, the proxies of the environment."""

import asyncio
import ipaddress
import ssl
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientConnectorCertificateError, ClientConnectorSSLError
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from telegram.error import TimedOut

from delivery import transport
from delivery.outcome import Later, of_error
from delivery.transport import AiohttpRequest
from tests.delivery.wire import TOKEN, Server, bot_of, failed, says

SOON = 0.1  # seconds: a time-out that is to strike


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with Server().open() as opened:
        yield opened


@pytest.fixture
async def request_() -> AsyncIterator[AiohttpRequest]:
    async with AiohttpRequest(4) as opened:
        yield opened


async def test_a_connection_that_does_not_come_about_is_tried_again(request_: AiohttpRequest) -> None:
    """The server takes the connection and is silent in the TLS handshake."""
    async with Server().open() as plain:
        bot = bot_of(plain.address.replace("http:", "https:"), request_)
        async with asyncio.timeout(transport.POOL):  # time for the pool does not add to that for a connection
            error = await failed(bot.send_message(1, "a", connect_timeout=SOON))
    assert isinstance(error, TimedOut)
    assert of_error(error) == Later()


async def test_a_server_without_tls_is_tried_again(request_: AiohttpRequest) -> None:
    async def chatter(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.kz ESMTP\r\n")
        writer.close()

    listening = await asyncio.start_server(chatter, "127.0.0.1")
    address = f"https://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    error = await failed(bot_of(address, request_).send_message(1, "a"))
    assert isinstance(error.__cause__, ClientConnectorSSLError)
    assert of_error(error) == Later()
    listening.close()


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A key and a certificate for 127.0.0.1 that nobody but itself vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Tabyldy's own")])
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = tmp_path / "own.pem"
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


async def test_a_server_that_nobody_vouches_for_gets_nothing(
    tls: ssl.SSLContext, request_: AiohttpRequest
) -> None:
    async with Server().open(tls) as stranger:
        error = await failed(bot_of(stranger.address, request_).send_message(1, "a"))
        assert stranger.asked == []
    assert isinstance(error.__cause__, ClientConnectorCertificateError)
    assert of_error(error) == Later()


@pytest.fixture
def trusting(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The operator names an authority of their own, as OpenSSL lets them."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    transport._authorities.cache_clear()
    yield
    transport._authorities.cache_clear()


@pytest.mark.usefixtures("trusting")
async def test_the_machines_own_authorities_are_trusted(tls: ssl.SSLContext) -> None:
    async with Server().open(tls) as server, AiohttpRequest(1) as request:
        assert (await bot_of(server.address, request).send_message(1, "a")).message_id == 7


PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """No proxy of this machine."""
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    return monkeypatch


@pytest.mark.parametrize("name", ["HTTP_PROXY", "ALL_PROXY"])
async def test_the_environments_proxy_is_used(
    server: Server, environment: pytest.MonkeyPatch, name: str
) -> None:
    environment.setenv(name, server.address.replace("//", "//anna:secret@"))
    async with AiohttpRequest(1) as request:
        await bot_of("http://api.telegram.kz", request).send_message(1, "a")
    [asked] = server.asked
    assert asked.line == f"POST http://api.telegram.kz/bot{TOKEN}/sendMessage HTTP/1.1"
    assert asked.headers["proxy-authorization"] == "Basic YW5uYTpzZWNyZXQ="


async def test_a_proxy_that_lets_nobody_through_is_tried_again(
    server: Server, environment: pytest.MonkeyPatch
) -> None:
    environment.setenv("HTTPS_PROXY", server.address)
    server.acts.append(says(407, b""))
    async with AiohttpRequest(1) as request:
        error = await failed(bot_of("https://api.telegram.kz", request).send_message(1, "a"))
    assert server.asked[0].line == "CONNECT api.telegram.kz:443 HTTP/1.1"
    assert of_error(error) == Later()


async def test_an_address_without_proxy_is_asked_directly(
    server: Server, environment: pytest.MonkeyPatch
) -> None:
    environment.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    environment.setenv("NO_PROXY", "127.0.0.1")
    async with AiohttpRequest(1) as request:
        await bot_of(server.address, request).send_message(1, "a")
    assert server.asked[0].line == f"POST /bot{TOKEN}/sendMessage HTTP/1.1"
