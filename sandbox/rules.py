"""The Bot API as a table: parameters of every method the emulator knows, fields of the objects in them.

Written in one line per method or object: `name:Type`, alternatives with `|`, arrays in brackets, a
required one ends with `!`. Source: the Bot API documentation, version 10.1; a test compares this
table with the published one.
"""

from dataclasses import dataclass

_METHODS = """
getMe
getUpdates offset:Integer limit:Integer timeout:Integer allowed_updates:[String]
setWebhook url:String! certificate:InputFile ip_address:String max_connections:Integer allowed_updates:[String] drop_pending_updates:Boolean secret_token:String
deleteWebhook drop_pending_updates:Boolean
getWebhookInfo
sendMessage business_connection_id:String chat_id:Integer|String! message_thread_id:Integer direct_messages_topic_id:Integer text:String! parse_mode:String entities:[MessageEntity] link_preview_options:LinkPreviewOptions disable_notification:Boolean protect_content:Boolean allow_paid_broadcast:Boolean message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply
sendPhoto business_connection_id:String chat_id:Integer|String! message_thread_id:Integer direct_messages_topic_id:Integer photo:InputFile|String! caption:String parse_mode:String caption_entities:[MessageEntity] show_caption_above_media:Boolean has_spoiler:Boolean disable_notification:Boolean protect_content:Boolean allow_paid_broadcast:Boolean message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply
sendVideo business_connection_id:String chat_id:Integer|String! message_thread_id:Integer direct_messages_topic_id:Integer video:InputFile|String! duration:Integer width:Integer height:Integer thumbnail:InputFile|String cover:InputFile|String start_timestamp:Integer caption:String parse_mode:String caption_entities:[MessageEntity] show_caption_above_media:Boolean has_spoiler:Boolean supports_streaming:Boolean disable_notification:Boolean protect_content:Boolean allow_paid_broadcast:Boolean message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply
sendVoice business_connection_id:String chat_id:Integer|String! message_thread_id:Integer direct_messages_topic_id:Integer voice:InputFile|String! caption:String parse_mode:String caption_entities:[MessageEntity] duration:Integer disable_notification:Boolean protect_content:Boolean allow_paid_broadcast:Boolean message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply
sendDocument business_connection_id:String chat_id:Integer|String! message_thread_id:Integer direct_messages_topic_id:Integer document:InputFile|String! thumbnail:InputFile|String caption:String parse_mode:String caption_entities:[MessageEntity] disable_content_type_detection:Boolean disable_notification:Boolean protect_content:Boolean allow_paid_broadcast:Boolean message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply
sendLocation business_connection_id:String chat_id:Integer|String! message_thread_id:Integer direct_messages_topic_id:Integer latitude:Float! longitude:Float! horizontal_accuracy:Float live_period:Integer heading:Integer proximity_alert_radius:Integer disable_notification:Boolean protect_content:Boolean allow_paid_broadcast:Boolean message_effect_id:String suggested_post_parameters:SuggestedPostParameters reply_parameters:ReplyParameters reply_markup:InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply
editMessageText business_connection_id:String chat_id:Integer|String message_id:Integer inline_message_id:String text:String parse_mode:String entities:[MessageEntity] link_preview_options:LinkPreviewOptions rich_message:InputRichMessage reply_markup:InlineKeyboardMarkup
editMessageCaption business_connection_id:String chat_id:Integer|String message_id:Integer inline_message_id:String caption:String parse_mode:String caption_entities:[MessageEntity] show_caption_above_media:Boolean reply_markup:InlineKeyboardMarkup
editMessageMedia business_connection_id:String chat_id:Integer|String message_id:Integer inline_message_id:String media:InputMedia! reply_markup:InlineKeyboardMarkup
editMessageReplyMarkup business_connection_id:String chat_id:Integer|String message_id:Integer inline_message_id:String reply_markup:InlineKeyboardMarkup
setMessageReaction chat_id:Integer|String! message_id:Integer! reaction:[ReactionType] is_big:Boolean
deleteMessage chat_id:Integer|String! message_id:Integer!
answerCallbackQuery callback_query_id:String! text:String show_alert:Boolean url:String cache_time:Integer
answerInlineQuery inline_query_id:String! results:[InlineQueryResult]! cache_time:Integer is_personal:Boolean next_offset:String button:InlineQueryResultsButton
setMyCommands commands:[BotCommand]! scope:BotCommandScope language_code:String
deleteMyCommands scope:BotCommandScope language_code:String
getMyCommands scope:BotCommandScope language_code:String
setMyName name:String language_code:String
getMyName language_code:String
setMyDescription description:String language_code:String
getMyDescription language_code:String
setMyShortDescription short_description:String language_code:String
getMyShortDescription language_code:String
getChat chat_id:Integer|String!
getChatMember chat_id:Integer|String! user_id:Integer!
getFile file_id:String!
sendChatAction business_connection_id:String chat_id:Integer|String! message_thread_id:Integer action:String!
"""  # noqa: E501 - one method is one line, so that the table reads like the documentation

_OBJECTS = """
InlineKeyboardMarkup inline_keyboard:[[InlineKeyboardButton]]!
InlineKeyboardButton text:String! icon_custom_emoji_id:String style:String url:String callback_data:String web_app:WebAppInfo login_url:LoginUrl switch_inline_query:String switch_inline_query_current_chat:String switch_inline_query_chosen_chat:SwitchInlineQueryChosenChat copy_text:CopyTextButton callback_game:CallbackGame pay:Boolean
CopyTextButton text:String!
ReplyKeyboardMarkup keyboard:[[KeyboardButton]]! is_persistent:Boolean resize_keyboard:Boolean one_time_keyboard:Boolean input_field_placeholder:String selective:Boolean
KeyboardButton text:String! icon_custom_emoji_id:String style:String request_users:KeyboardButtonRequestUsers request_chat:KeyboardButtonRequestChat request_managed_bot:KeyboardButtonRequestManagedBot request_contact:Boolean request_location:Boolean request_poll:KeyboardButtonPollType web_app:WebAppInfo
ReplyKeyboardRemove remove_keyboard:Boolean! selective:Boolean
ForceReply force_reply:Boolean! input_field_placeholder:String selective:Boolean
MessageEntity type:String! offset:Integer! length:Integer! url:String user:User language:String custom_emoji_id:String unix_time:Integer date_time_format:String
LinkPreviewOptions is_disabled:Boolean url:String prefer_small_media:Boolean prefer_large_media:Boolean show_above_text:Boolean
ReplyParameters message_id:Integer! chat_id:Integer|String allow_sending_without_reply:Boolean quote:String quote_parse_mode:String quote_entities:[MessageEntity] quote_position:Integer checklist_task_id:Integer poll_option_id:String
BotCommand command:String! description:String!
InputMediaPhoto type:String! media:String! caption:String parse_mode:String caption_entities:[MessageEntity] show_caption_above_media:Boolean has_spoiler:Boolean
InputMediaVideo type:String! media:String! thumbnail:String cover:String start_timestamp:Integer caption:String parse_mode:String caption_entities:[MessageEntity] show_caption_above_media:Boolean width:Integer height:Integer duration:Integer supports_streaming:Boolean has_spoiler:Boolean
InputMediaDocument type:String! media:String! thumbnail:String caption:String parse_mode:String caption_entities:[MessageEntity] disable_content_type_detection:Boolean
InlineQueryResultArticle type:String! id:String! title:String! input_message_content:InputMessageContent! reply_markup:InlineKeyboardMarkup url:String description:String thumbnail_url:String thumbnail_width:Integer thumbnail_height:Integer
InputTextMessageContent message_text:String! parse_mode:String entities:[MessageEntity] link_preview_options:LinkPreviewOptions
InlineQueryResultsButton text:String! web_app:WebAppInfo start_parameter:String
ReactionTypeEmoji type:String! emoji:String!
ReactionTypeCustomEmoji type:String! custom_emoji_id:String!
ReactionTypePaid type:String!
"""  # noqa: E501 - the same

#: What distinguishes the kinds of reply markup: the field only they have.
MARKUP_KINDS = {
    "inline_keyboard": "InlineKeyboardMarkup",
    "keyboard": "ReplyKeyboardMarkup",
    "remove_keyboard": "ReplyKeyboardRemove",
    "force_reply": "ForceReply",
}

#: Objects of several kinds, told apart by their `type` ("" is a kind without one); of some only the kinds
#: that this emulator knows.
UNIONS = {
    "InputMedia": {
        "photo": "InputMediaPhoto",
        "video": "InputMediaVideo",
        "document": "InputMediaDocument",
    },
    "InlineQueryResult": {"article": "InlineQueryResultArticle"},
    "InputMessageContent": {"": "InputTextMessageContent"},
    "ReactionType": {
        "emoji": "ReactionTypeEmoji",
        "custom_emoji": "ReactionTypeCustomEmoji",
        "paid": "ReactionTypePaid",
    },
}

#: How the server names an object it could not read.
NOUNS = {
    "InlineKeyboardButton": "inline keyboard button",
    "KeyboardButton": "keyboard button",
    "InlineKeyboardMarkup": "inline keyboard",
    "ReplyKeyboardMarkup": "reply keyboard",
    "MessageEntity": "MessageEntity",
}


@dataclass(slots=True, frozen=True)
class Rule:
    """One parameter or field: its types as the documentation names them, arrays as `[Type]`."""

    name: str
    types: tuple[str, ...]
    required: bool


def _rule(word: str) -> Rule:
    name, _, kinds = word.partition(":")
    return Rule(name, tuple(kinds.removesuffix("!").split("|")), kinds.endswith("!"))


def _table(text: str) -> dict[str, tuple[Rule, ...]]:
    lines = (line.split() for line in text.strip().splitlines())
    return {name: tuple(_rule(word) for word in words) for name, *words in lines}


METHODS = _table(_METHODS)
OBJECTS = _table(_OBJECTS)
