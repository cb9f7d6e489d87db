"""Webhook delivery: pending updates posted one after another to the address that setWebhook gave."""

import httpx

from sandbox.accounts import Json
from sandbox.objects import unix
from sandbox.world import World

_SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header


async def deliver(world: World, client: httpx.AsyncClient) -> int:
    """Post what is pending, in order; returns how many updates were accepted.

    An answer of 2xx confirms an update. Anything else stops here: the update stays pending and comes
    again with the next call, and getWebhookInfo tells the error.
    """
    accepted = 0
    while world.webhook.url and world.updates.pending and not world.net_down:
        update = world.updates.pending[0]
        error = await _post(world, client, update)
        if error:
            world.webhook.last_error = (unix(world.clock.now()), error)
            break
        world.updates.confirm(update["update_id"] + 1)
        accepted += 1
    return accepted


async def _post(world: World, client: httpx.AsyncClient, update: Json) -> str:
    """The reason why the update was not accepted, in the server's words, or nothing."""
    secret = world.webhook.secret_token
    try:
        answer = await client.post(
            world.webhook.url, json=update, headers={_SECRET: secret} if secret else {}
        )
    except httpx.TransportError:
        return "Connection refused"
    return "" if answer.is_success else f"Wrong response from the webhook: {answer.status_code}"
