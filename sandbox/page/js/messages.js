// One message as a bubble with what it shows, its words, time, reaction and buttons.
import { h, icon } from "./dom.js";
import { media, mediaName } from "./media.js";
import { rich } from "./rich.js";

const TIME = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hour12: false });
const DAY = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });

/** The day a message belongs to, as words ("Saturday, 22 November"). */
export function dayOf(message) {
  return DAY.format(new Date(message.date));
}

/**
 * The list item of one message. `view`: mine(message), answerable(message) and editable(message) -> bool, named (show
 * who wrote), plain(message id) for quotes, and the taps: tap(message, button), command, link, copy, reply and
 * edit(message). A tap anywhere on an editable message edits it.
 */
export function bubble(message, view) {
  if (message.service) return h("li", { class: "service", "data-message": message.id }, h("span", { dir: "auto" }, message.service));
  const mine = view.mine(message);
  const text = message.html && h("div", { class: "words", dir: "auto" }, rich(message.html, view));
  const editable = view.editable(message);
  const body = h(
    "div",
    { class: `bubble${(message.photo || message.video) && !text ? " bare" : ""}${editable ? " editable" : ""}`, onclick: editable && ((event) => { if (isPlain(event)) view.edit(message); }) },
    view.named && !mine && author(message),
    message.via && h("div", { class: "via" }, `via @${message.via}`),
    message.reply_to && quoted(view.plain(message.reply_to)),
    media(message),
    text,
    foot(message, view),
  );
  const item = { class: `message ${mine ? "mine" : "theirs"}`, "data-message": message.id, "data-testid": "message" };
  return h("li", item, body, message.inline?.length ? keyboard(message, view) : null);
}

/** True for a tap on the message itself: not on something that acts, not at the end of selecting words. */
function isPlain(event) {
  return !event.target.closest("a, button, .spoiler") && getSelection().isCollapsed;
}

function author(message) {
  const name = message.sender_chat ?? message.from?.name ?? "";
  const tone = message.from ? Math.abs(message.from.id) % 6 : 0;
  return h("div", { class: "author", dir: "auto", "data-tone": tone }, name);
}

function quoted(words) {
  return h("div", { class: "quoted", dir: "auto" }, words);
}

/** The words of a message without their marks. */
export function wordsOf(message) {
  return new DOMParser().parseFromString(message.html, "text/html").body.textContent;
}

/** A message in one short line, for quoting. */
export function plain(message) {
  if (!message) return "A deleted message";
  const line = wordsOf(message).trim() || mediaName(message);
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

function foot(message, view) {
  const reaction = message.reaction && h("span", { class: "reaction", role: "img", "aria-label": `The bot reacted with ${message.reaction}`, "data-testid": "reaction" }, message.reaction);
  const deed = (picture, label, testid, onclick) => h("button", { type: "button", class: "deed", "aria-label": label, title: label, "data-testid": testid, onclick }, icon(picture));
  const reply = view.answerable(message) && deed("reply", "Reply to this message", "reply", () => view.reply(message));
  const edit = view.editable(message) && deed("pencil", "Edit this message", "edit", () => view.edit(message));
  const when = h("time", { datetime: message.date }, TIME.format(new Date(message.date)));
  return h("div", { class: "foot" }, reaction, h("span", { class: "deeds" }, reply, edit), message.edited && h("span", {}, "edited"), when);
}

function keyboard(message, view) {
  return h("div", { class: "inline" }, message.inline.map((row) => h("div", { class: "inline-row" }, row.map((button) => key(message, button, view)))));
}

function key(message, button, view) {
  const sign = button.url ? icon("link") : button.copy ? icon("copy") : null;
  const press = async (event) => {
    const pressed = event.currentTarget;
    pressed.classList.add("busy");
    await view.tap(message, button);
    pressed.classList.remove("busy");
  };
  const kind = button.url ? "url" : button.copy ? "copy" : "data";
  const attributes = { type: "button", class: "key", dir: "auto", "data-kind": kind, "data-data": button.data, "data-url": button.url, onclick: press };
  return h("button", attributes, h("span", {}, button.text), sign);
}
