"""getUpdates and the webhook methods: two ways to get updates that exclude one another."""

import re

from sandbox.accounts import Json
from sandbox.parameters import Parameters
from sandbox.refusals import bad_request, conflict
from sandbox.world import Webhook, World

MAX_UPDATES = 100
_MAX_SECRET = 256


def get_updates(world: World, params: Parameters) -> list[Json]:
    """The pending updates from the offset on; whatever lies below it is confirmed and forgotten.

    The waiting of a long poll happens before this, in `sandbox.polling`.
    """
    require_polling(world)
    world.updates.confirm(params.number("offset"))
    _allow(world, params)
    limit = params.number("limit", MAX_UPDATES)
    return world.updates.take(limit if 1 <= limit <= MAX_UPDATES else MAX_UPDATES)


def require_polling(world: World) -> None:
    """No webhook is set; raises ApiRefusal (409)."""
    if world.webhook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )


def set_webhook(world: World, params: Parameters) -> bool:
    """Updates go to this address from now on; an empty one goes back to polling."""
    url, secret = params.text("url"), params.text("secret_token")
    if url and not url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if len(secret) > _MAX_SECRET:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    _allow(world, params)
    world.webhook = Webhook(url, secret, params.number("max_connections", 40))
    _drop(world, params)
    world.updates.interrupt()
    return True


def delete_webhook(world: World, params: Parameters) -> bool:
    """Back to polling."""
    world.webhook = Webhook()
    _drop(world, params)
    return True


def get_webhook_info(world: World, _params: Parameters) -> Json:
    """Where updates go and how many wait."""
    info: Json = {
        "url": world.webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
    }
    if world.webhook.url:
        info["max_connections"] = world.webhook.max_connections
    if world.webhook.last_error:
        info["last_error_date"], info["last_error_message"] = world.webhook.last_error
    if world.updates.allowed is not None:
        info["allowed_updates"] = sorted(world.updates.allowed)
    return info


def _allow(world: World, params: Parameters) -> None:
    if params.has("allowed_updates"):
        world.updates.allow(params.things("allowed_updates"))


def _drop(world: World, params: Parameters) -> None:
    if params.flag("drop_pending_updates"):
        world.updates.forget()
