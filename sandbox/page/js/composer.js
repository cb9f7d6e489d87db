// Where a person writes: text, "/" commands, photo, file, video, voice or location, and the keyboard the bot offers.
import { h, icon } from "./dom.js";
import { makeInline } from "./inline.js";
import { makeMenu } from "./menu.js";
import { desk } from "./store.js";

export const TEXT_LIMIT = 4096;
const COUNT_FROM = 3800;

/**
 * A composer. `who` names the writer for labels; `sends`: typed(words) from the field, text(words) from commands and keys,
 * photo(), file(), video(), voice(), location() — typed() answers {ok, message}; the field is emptied when ok. `commands()` lists
 * {command, description}. `asks` says where words behind the bot's name are typed: {chat, who()}.
 */
export function makeComposer({ who, sends, commands, asks }) {
  const field = h("textarea", {
    rows: "1", dir: "auto", placeholder: "Message", "aria-label": `Message from ${who}`, "data-testid": "composer-input", enterkeyhint: "send",
  });
  const problem = h("p", { class: "problem", role: "alert", "data-testid": "composer-problem", hidden: true });
  const count = h("span", { class: "count", "aria-live": "polite", hidden: true });
  const quote = h("div", { class: "quote", "data-testid": "composer-about", hidden: true });
  let cancel = null; // of what the words are about
  let draft = null; // what stood in the field before an edit
  const offered = makeOffered({ sends, who });
  const menu = makeMenu({ label: `Commands for ${who}`, testid: "commands-menu" });
  const attach = makeMenu({ label: `Attach for ${who}`, testid: "attach-menu" });

  const fit = () => {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, 120)}px`;
    const length = field.value.trim().length; // UTF-16 units, as Telegram counts
    count.hidden = length < COUNT_FROM;
    count.textContent = `${length} / ${TEXT_LIMIT}`;
    count.classList.toggle("over", length > TEXT_LIMIT);
  };
  const refuse = (words) => {
    problem.textContent = words;
    problem.hidden = words === "";
  };
  const clear = () => { field.value = ""; fit(); field.focus(); };
  const inline = makeInline({ ...asks, name: who, clear });
  const submit = async () => {
    const text = field.value;
    if (inline.asks(text)) return inline.focus(); // to be picked, not to be sent
    if (text.trim() === "") return refuse("Write something first.");
    const length = text.trim().length;
    if (length > TEXT_LIMIT) return refuse(`Too long: ${length} characters, Telegram takes ${TEXT_LIMIT}.`);
    refuse("");
    const answer = await sends.typed(text);
    if (!answer.ok) return refuse(answer.message);
    if (field.value === text) field.value = "";
    fit();
  };
  field.addEventListener("input", () => { refuse(""); fit(); inline.typed(field.value); });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); submit(); }
    if (event.key === "/" && field.value === "" && commands().length) openCommands(false);
    if (event.key === "Escape") { menu.close(); inline.close(); cancel?.(); }
    if (event.key === "ArrowUp" && !inline.element.hidden) { event.preventDefault(); inline.focus(); }
  });

  const openCommands = (focus = true) => menu.toggle(commands().map(({ command, description }) => ({
    label: `/${command}`, hint: description, pick: () => { field.value = ""; fit(); sends.text(`/${command}`); },
  })), focus);
  const callBot = () => {
    field.value = `@${desk.bot.username} `;
    fit();
    field.focus();
    inline.typed(field.value);
  };
  const attachments = [
    { label: "Photo", hint: "a sample or a file", testid: "attach-photo", pick: () => sends.photo() },
    { label: "File", hint: "a PDF or a picture as it is", testid: "attach-file", pick: () => sends.file() },
    { label: "Video", hint: "5 seconds, without pictures", testid: "attach-video", pick: () => sends.video() },
    { label: "Voice message", hint: "3 seconds, without sound", testid: "attach-voice", pick: () => sends.voice() },
    { label: "Location", hint: "a border post or any spot", testid: "attach-location", pick: () => sends.location() },
    { label: "A found document", hint: "the bot's name, then the owner's", testid: "attach-inline", pick: callBot },
  ];

  const commandsKey = tool("slash", "Commands of the bot", "commands-open", () => openCommands());
  const attachKey = tool("plus", "Attach a photo, a file, a video, a voice message, a location or a found document", "attach-open", () => attach.toggle(attachments));
  const go = h("button", { type: "submit", class: "tool go", "aria-label": `Send as ${who}`, "data-testid": "composer-send" }, icon("send"));
  const form = h("form", { class: "composer-row", onsubmit: (event) => { event.preventDefault(); submit(); } },
    attachKey, commandsKey, field, offered.key, go);
  const element = h("div", { class: "composer" }, menu.element, attach.element, inline.element, quote, problem, count, form, offered.element);

  return {
    element,
    refit: fit,
    /** Shows what the bot offers for the words behind its name. */
    offer: inline.show,
    /** Puts the offers away: somebody else writes now. */
    drop: inline.close,
    /** Shows what the words are about, with a way out: {label, stop, cancel, text}, where `text` is to be edited; null ends it. */
    about(what) {
      if (draft !== null) { field.value = draft; draft = null; }
      if (what?.text != null) { draft = field.value; field.value = what.text; }
      cancel = what?.cancel ?? null;
      quote.hidden = !what;
      quote.replaceChildren(...(what ? [h("span", { dir: "auto" }, what.label), h("button", { type: "button", "aria-label": what.stop, title: what.stop, onclick: what.cancel }, "×")] : []));
      go.setAttribute("aria-label", draft === null ? `Send as ${who}` : "Save the edit");
      refuse("");
      fit();
      if (what) field.focus();
    },
    /** What the bot offers below the field, and whether there are commands at all. */
    update(keyboard) {
      offered.show(keyboard);
      field.placeholder = keyboard?.placeholder || "Message";
      commandsKey.hidden = commands().length === 0;
    },
  };
}

function tool(picture, label, testid, onclick) {
  return h("button", { type: "button", class: "tool", "aria-label": label, title: label, "data-testid": testid, onclick }, icon(picture));
}

/** The reply keyboard: rows of labels that are sent as text when tapped. */
function makeOffered({ sends, who }) {
  const element = h("div", { class: "offered", "aria-label": `Keyboard for ${who}`, role: "group", "data-testid": "reply-keyboard", hidden: true });
  let folded = false;
  let seen = "";
  const key = tool("keyboard", "Show or hide the bot's keyboard", "keyboard-toggle", () => { folded = !folded; paint(); });
  key.hidden = true;
  const paint = () => { element.hidden = folded || seen === ""; };
  const press = async (button, once) => {
    if (button.request_location) await sends.location();
    else await sends.text(button.text);
    if (once) { folded = true; paint(); }
  };
  const show = (keyboard) => {
    const now = keyboard ? JSON.stringify(keyboard) : "";
    if (now === seen) return;
    seen = now;
    folded = false;
    key.hidden = seen === "";
    element.replaceChildren(...(keyboard?.rows ?? []).map((row) => h("div", { class: "inline-row" }, row.map((button) =>
      h("button", { type: "button", class: "key", dir: "auto", onclick: () => press(button, keyboard.one_time) },
        h("span", {}, button.text), button.request_location && icon("pin"))))));
    paint();
  };
  return { element, key, show };
}
