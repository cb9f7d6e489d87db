"""One request of the bot, from its name and parameters to the answer."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sandbox import delivery_methods, editing, inline, lookups, profile_methods, reactions, sending
from sandbox.accounts import Json
from sandbox.files import Upload
from sandbox.parameters import Parameters, read
from sandbox.refusals import ApiRefusal, NetDown, too_many
from sandbox.world import ApiCall, World

Handler = Callable[[World, Parameters], Any]

HANDLERS: dict[str, Handler] = {
    "getMe": lookups.get_me,
    "getUpdates": delivery_methods.get_updates,
    "setWebhook": delivery_methods.set_webhook,
    "deleteWebhook": delivery_methods.delete_webhook,
    "getWebhookInfo": delivery_methods.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendVideo": sending.send_video,
    "sendVoice": sending.send_voice,
    "sendDocument": sending.send_document,
    "sendLocation": sending.send_location,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_text,
    "editMessageCaption": editing.edit_caption,
    "editMessageMedia": editing.edit_media,
    "editMessageReplyMarkup": editing.edit_markup,
    "setMessageReaction": reactions.set_message_reaction,
    "deleteMessage": editing.delete_message,
    "answerCallbackQuery": lookups.answer_callback_query,
    "answerInlineQuery": inline.answer_inline_query,
    "setMyCommands": profile_methods.set_my_commands,
    "deleteMyCommands": profile_methods.delete_my_commands,
    "getMyCommands": profile_methods.get_my_commands,
    "setMyName": profile_methods.set_my_name,
    "getMyName": profile_methods.get_my_name,
    "setMyDescription": profile_methods.set_my_description,
    "getMyDescription": profile_methods.get_my_description,
    "setMyShortDescription": profile_methods.set_my_short_description,
    "getMyShortDescription": profile_methods.get_my_short_description,
    "getChat": lookups.get_chat,
    "getChatMember": lookups.get_chat_member,
    "getFile": lookups.get_file,
}
#: Method names are not case-sensitive.
NAMES = {name.lower(): name for name in HANDLERS}
#: What flood mode refuses: everything that writes to a chat.
WRITES = {
    "sendMessage",
    "sendPhoto",
    "sendVideo",
    "sendVoice",
    "sendDocument",
    "sendLocation",
    "sendChatAction",
    "editMessageText",
    "editMessageCaption",
    "editMessageMedia",
    "editMessageReplyMarkup",
    "setMessageReaction",
    "deleteMessage",
}


@dataclass(slots=True, frozen=True)
class ApiAnswer:
    """HTTP status and the JSON object of the answer."""

    status: int
    body: Json

    @property
    def payload(self) -> bytes:
        """The body as it goes over the wire."""
        return json.dumps(self.body, ensure_ascii=False).encode()


def call(world: World, method: str, params: Mapping[str, Any], files: Mapping[str, Upload]) -> ApiAnswer:
    """Carry out one request; raises NetDown when the network is switched off.

    `params` are form strings or JSON values, `files` the uploaded parts by field name.
    """
    if world.net_down:
        raise NetDown("the sandbox's network is switched off")
    name = NAMES.get(method.lower(), method)
    try:
        answer = ApiAnswer(200, {"ok": True, "result": _run(world, name, params, files)})
    except ApiRefusal as refusal:
        answer = refused(refusal)
    error_code = answer.body.get("error_code")
    world.record(ApiCall(name, dict(params), error_code is None, error_code, world.clock.now()))
    return answer


def refused(refusal: ApiRefusal) -> ApiAnswer:
    """The answer that says no."""
    body: Json = {"ok": False, "error_code": refusal.status, "description": refusal.description}
    if refusal.retry_after is not None:
        body["parameters"] = {"retry_after": refusal.retry_after}
    return ApiAnswer(refusal.status, body)


def _run(world: World, name: str, params: Mapping[str, Any], files: Mapping[str, Upload]) -> Any:  # noqa: ANN401 - each method has its own result
    if name not in HANDLERS:
        raise ApiRefusal(404, "Not Found")
    checked = read(name, params, files)
    if world.flood_seconds and name in WRITES:
        raise too_many(world.flood_seconds)
    return HANDLERS[name](world, checked)
