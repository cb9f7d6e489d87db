// Which addresses are doors into the bot, and what opening an address means on this desk.
import { desk } from "./store.js";
import { tryAct } from "./notes.js";

/** True when `url` opens the bot: t.me/<bot>… or tg://resolve?domain=<bot>…. */
export function opensBot(url) {
  const name = desk.bot.username.toLowerCase();
  const found = /^(?:https?:\/\/(?:t|telegram)\.me\/|tg:\/\/resolve\?domain=)(\w+)(?:[?&#/]|$)/i.exec(url);
  return found !== null && found[1].toLowerCase() === name;
}

/** Opens `url` as `who`: a door into the bot is pressed on that phone (returns true), anything else is left to the browser. */
export function openFor(who, url) {
  if (!opensBot(url)) return false;
  document.dispatchEvent(new CustomEvent("look-at", { detail: { person: who } }));
  tryAct({ do: "open", person: who, url });
  return true;
}

/** Presses one inline button of `message` in `chat` as `who`. */
export async function pressInline(who, chat, message, button, copy) {
  if (button.copy !== undefined) return copy(button.copy);
  if (button.url === undefined) return tryAct({ do: "tap", person: who, chat, message: message.id, data: button.data });
  if (!openFor(who, button.url)) window.open(button.url, "_blank", "noopener");
}
