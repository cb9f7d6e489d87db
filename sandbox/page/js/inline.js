// What a person types behind the bot's name: asked of the bot while they type, its offers above the text field.
import { h } from "./dom.js";
import { openFor } from "./links.js";
import { act } from "./net.js";
import { note } from "./notes.js";
import { desk } from "./store.js";

const PAUSE_MS = 300; // after a letter, before the bot is asked
const LONGEST = 256; // characters of a query

/** The words behind the bot's name at the start of `text`, or null when it does not start so. */
function behindName(text) {
  const [name, ...rest] = text.trimStart().split(/\s/);
  const called = rest.length > 0 && name.toLowerCase() === `@${desk.bot.username.toLowerCase()}`;
  return called ? [...text.trimStart().slice(name.length + 1)].slice(0, LONGEST).join("") : null;
}

/**
 * The offers for a text field that writes into `chat` (an id) as `who()`; `clear()` empties the field. Returns
 * {element, asks(text) -> bool, typed(text), show(event), focus(), close()}.
 */
export function makeInline({ chat, who, name, clear }) {
  const element = h("div", { class: "menu offers", role: "group", "aria-label": `Offers of the bot to ${name}`, "data-testid": "inline-offers", hidden: true });
  let asked = null; // the text the bot was asked for last
  let waiting = 0;

  const close = () => {
    clearTimeout(waiting);
    asked = null;
    element.hidden = true;
  };
  const ask = async (text) => {
    asked = text;
    const answer = await act({ do: "ask", person: who(), chat, text });
    if (!answer.ok) note(answer.message, true);
  };
  const pick = async (query, offer) => {
    const answer = await act({ do: "pick", person: who(), query, result: offer.id });
    if (!answer.ok) return note(answer.message, true);
    close();
    clear();
  };
  const enter = (start) => {
    close();
    clear();
    openFor(who(), `https://t.me/${desk.bot.username}?start=${start}`);
  };
  element.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") close();
    if (!step) return;
    event.preventDefault();
    const all = [...element.querySelectorAll("button")];
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  });

  return {
    element,
    close,
    asks: (text) => behindName(text) !== null,
    focus: () => (element.querySelector("[data-testid=inline-offer]") ?? element.querySelector("button"))?.focus(),
    typed(text) {
      const words = behindName(text);
      if (words === null) return close();
      clearTimeout(waiting);
      waiting = setTimeout(() => ask(words), PAUSE_MS);
    },
    /** Shows an answer of the bot, unless the person has typed on. */
    show(event) {
      if (event.person !== who() || event.text !== asked) return;
      const door = event.button && h("button", { type: "button", class: "door", dir: "auto", "data-testid": "inline-door", onclick: () => enter(event.button.start_parameter) }, event.button.text);
      const offers = event.offers.map((offer) => h("button", { type: "button", dir: "auto", "data-testid": "inline-offer", onclick: () => pick(event.query, offer) }, h("b", {}, offer.title), h("span", {}, offer.description)));
      element.replaceChildren(...[door, ...offers].filter(Boolean));
      element.hidden = element.childElementCount === 0;
    },
  };
}
