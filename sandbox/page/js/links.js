// Which addresses are doors into the bot or lead to a message, and what opening an address means on this desk.
import { desk } from "./store.js";
import { tryAct } from "./notes.js";

/** True when `url` opens the bot: t.me/<bot>… or tg://resolve?domain=<bot>…. */
export function opensBot(url) {
  const name = desk.bot.username.toLowerCase();
  const found = /^(?:https?:\/\/(?:t|telegram)\.me\/|tg:\/\/resolve\?domain=)(\w+)(?:[?&#/]|$)/i.exec(url);
  return found !== null && found[1].toLowerCase() === name;
}

/** The message of this desk that `url` leads to ({chat, message}), by the chat's name or number; null for any other address. */
function messageBehind(url) {
  const found = /^https?:\/\/t\.me\/(?:c\/(\d+)|(\w+))\/(\d+)$/i.exec(url);
  if (found === null) return null;
  const [, number, name, message] = found;
  const chat = [...desk.chats.values()].find((one) => (number ? `${one.id}` === `-100${number}` : one.username === name));
  return chat ? { chat: chat.id, message: Number(message) } : null;
}

/** Opens `url` as `who`: a door into the bot is pressed on that phone, a message of the desk is shown (both return true); anything else is left to the browser. */
export function openFor(who, url) {
  const target = messageBehind(url);
  if (target) {
    document.dispatchEvent(new CustomEvent("look-at", { detail: { person: target.chat, message: target.message } }));
    return true;
  }
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
