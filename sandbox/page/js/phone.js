// One person's phone: their private chat with the bot.
import { h, icon, face } from "./dom.js";
import { LANGUAGES } from "./languages.js";
import { makeComposer } from "./composer.js";
import { makeLog } from "./log.js";
import { makeMenu } from "./menu.js";
import { plain } from "./messages.js";
import { copy, note, tryAct } from "./notes.js";
import { openFor, pressInline } from "./links.js";
import { desk, messageOf, person } from "./store.js";
import { hasWords, makeWriting } from "./writing.js";

const TOAST_MS = 3000;

/** The keyboard the newest word of the bot leaves standing: the last message that sets or removes one decides. */
function standingKeyboard(messages) {
  const last = messages.findLast((message) => message.reply_keyboard || message.remove_keyboard);
  return last?.reply_keyboard ?? null;
}

/** The phone of `one` ({id, name, language}); `index` counts phones from 0. Returns {element, update(), toast(event), inline(event)}. */
export function makePhone(one, index) {
  const id = one.id;
  const tongue = LANGUAGES[one.language] ?? one.language;
  const log = makeLog(`Chat of ${one.name} with the bot`);
  const menu = makeMenu({ label: `Options of ${one.name}`, testid: "phone-menu" });
  const said = h("div", { class: "toast", role: "status", "data-testid": "toast", hidden: true });
  const welcome = h("div", { class: "welcome" });
  const botName = h("b", { dir: "auto" });
  const blockedNote = h("p", { class: "blocked-note", hidden: true });

  const writing = makeWriting({ chat: id, who: () => id, name: one.name });
  const composer = makeComposer({ who: one.name, sends: writing.sends, commands: () => person(id)?.commands ?? [], asks: { chat: id, who: () => id } });
  writing.join(composer);
  const mine = (message) => message.from?.id === id;
  const view = {
    look: "", named: false, copy, plain: (of) => plain(messageOf(id, of)),
    mine,
    answerable: (message) => !mine(message),
    editable: (message) => mine(message) && hasWords(message),
    tap: (message, button) => pressInline(id, id, message, button, copy),
    command: writing.saying,
    link: (url) => openFor(id, url),
    reply: writing.reply,
    edit: writing.edit,
  };

  const options = h("button", { type: "button", class: "tool", "aria-label": `Options of ${one.name}`, "data-testid": "phone-options", onclick: () => menu.toggle(choices()) }, icon("dots"));
  const choices = () => [
    person(id)?.blocked
      ? { label: "Unblock the bot", testid: "unblock", pick: () => tryAct({ do: "unblock", person: id }) }
      : { label: "Block the bot", hint: "it can no longer write to this phone", testid: "block", pick: () => tryAct({ do: "block", person: id }) },
    { label: "Delete the account", hint: "the bot can never reach this person again", testid: "delete-account", pick: deleteAccount },
    { label: "Open a link", hint: `t.me/${desk.bot.username}?start=…`, testid: "open-link", pick: openTyped },
  ];
  const deleteAccount = () => {
    if (window.confirm(`Delete the Telegram account of ${one.name}? There is no way back.`)) tryAct({ do: "delete_account", person: id });
  };
  const openTyped = () => {
    const url = window.prompt(`Address to open on the phone of ${one.name}`, `https://t.me/${desk.bot.username}?start=`);
    if (url && !openFor(id, url.trim())) note("That address does not open the bot.", true);
  };

  const owner = h("header", { class: "owner" }, face(one.name, id), h("h2", { dir: "auto" }, one.name), h("span", { class: "tongue" }, tongue));
  const bar = h("div", { class: "bar" }, h("span", { class: "face bot", "aria-hidden": "true" }, h("img", { src: "/static/mark.svg", alt: "" })),
    h("span", { class: "who" }, botName, h("small", {}, "bot")), options, menu.element);
  const screen = h("div", { class: "screen", lang: one.language }, bar, log.element, welcome, said, blockedNote, composer.element);
  const element = h("section", { class: "phone pane", "aria-label": `Phone of ${one.name}`, "data-testid": `phone-${index}`, "data-person": id, "data-pane": id }, owner, screen);

  function update() {
    const messages = desk.chats.get(id)?.messages ?? [];
    const now = person(id);
    botName.textContent = now?.bot_name ?? desk.bot.name;
    log.show(messages, view);
    welcome.hidden = messages.length > 0 || Boolean(now?.deleted);
    welcome.replaceChildren(...(messages.length ? [] : greeting(now, writing.saying)));
    composer.update(standingKeyboard(messages));
    composer.element.hidden = Boolean(now?.deleted);
    options.hidden = Boolean(now?.deleted);
    blockedNote.textContent = now?.deleted ? "This person has deleted their account." : "This person has blocked the bot.";
    blockedNote.hidden = !(now?.deleted || now?.blocked);
    element.classList.toggle("blocked", !blockedNote.hidden);
  }

  let fading = 0;
  function toast({ text: words, alert, url }) {
    if (url) openFor(id, url);
    if (!words) return;
    clearTimeout(fading);
    const close = () => { said.hidden = true; };
    said.replaceChildren(h("span", { dir: "auto" }, words), ...(alert ? [h("button", { type: "button", class: "button primary", onclick: close }, "OK")] : []));
    said.classList.toggle("alert", alert);
    said.hidden = false;
    if (!alert) fading = setTimeout(close, TOAST_MS);
  }
  return { element, update, toast, inline: composer.offer };
}

function greeting(now, say) {
  const words = now?.description && h("div", { class: "about" }, h("h3", {}, "What can this bot do?"), h("p", { dir: "auto" }, now.description));
  const start = h("button", { type: "button", class: "button primary", "data-testid": "start", onclick: () => say("/start") }, "Start");
  return [words || h("p", { class: "empty" }, "Nothing written yet."), start];
}
