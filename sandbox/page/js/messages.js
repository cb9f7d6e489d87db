// One message as a bubble with its picture, place, words, time and buttons.
import { h, icon } from "./dom.js";
import { rich } from "./rich.js";

const TIME = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hour12: false });
const DAY = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });

/** The day a message belongs to, as words ("Saturday, 22 November"). */
export function dayOf(message) {
  return DAY.format(new Date(message.date));
}

/**
 * The list item of one message. `view`: mine(message) -> bool, named (show who wrote), replies (may be answered),
 * plain(message id) for quotes, and the taps: tap(message, button), command, link, copy, reply(message).
 */
export function bubble(message, view) {
  if (message.service) return h("li", { class: "service", "data-message": message.id }, h("span", { dir: "auto" }, message.service));
  const mine = view.mine(message);
  const picture = message.photo && photo(message);
  const place = message.location && location(message.location);
  const text = message.html && h("div", { class: "words", dir: "auto" }, rich(message.html, view));
  const body = h(
    "div",
    { class: `bubble${picture && !text ? " bare" : ""}` },
    view.named && !mine && author(message),
    message.reply_to && quoted(view.plain(message.reply_to)),
    picture,
    place,
    text,
    foot(message, view),
  );
  const item = { class: `message ${mine ? "mine" : "theirs"}`, "data-message": message.id, "data-testid": "message" };
  return h("li", item, body, message.inline?.length ? keyboard(message, view) : null);
}

function author(message) {
  const name = message.sender_chat ?? message.from?.name ?? "";
  const tone = message.from ? Math.abs(message.from.id) % 6 : 0;
  return h("div", { class: "author", dir: "auto", "data-tone": tone }, name);
}

function quoted(words) {
  return h("div", { class: "quoted", dir: "auto" }, words);
}

/** A message in one short line, for quoting. */
export function plain(message) {
  if (!message) return "A deleted message";
  const words = new DOMParser().parseFromString(message.html, "text/html").body.textContent.trim();
  const line = words || (message.photo ? "Photo" : "Location");
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

function photo(message) {
  return h("a", { class: "photo", href: message.photo, target: "_blank", rel: "noopener" },
    h("img", { src: message.photo, alt: "Photo", loading: "lazy" }));
}

function location({ lat, lon }) {
  const spot = `${lat.toFixed(4)}, ${lon.toFixed(4)}`;
  return h("div", { class: "spot" }, icon("pin"), h("span", {}, h("b", {}, "Location"), h("br"), spot));
}

function foot(message, view) {
  const reply = view.replies && h(
    "button",
    { type: "button", class: "reply", "aria-label": "Reply to this message", onclick: () => view.reply(message) },
    icon("reply"),
  );
  const when = h("time", { datetime: message.date }, TIME.format(new Date(message.date)));
  return h("div", { class: "foot" }, reply, message.edited && h("span", {}, "edited"), when);
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
