// The channel, the moderators' chat and other groups: one pane each, where a chosen person acts.
import { h } from "./dom.js";
import { makeComposer } from "./composer.js";
import { makeLog } from "./log.js";
import { plain } from "./messages.js";
import { copy, note, tryAct } from "./notes.js";
import { act } from "./net.js";
import { openFor, pressInline } from "./links.js";
import { pickLocation } from "./pick_location.js";
import { pickPhoto } from "./pick_photo.js";
import { desk, messageOf } from "./store.js";

const KINDS = { channel: "channel", group: "group", supergroup: "group" };

/** People who may act in `chat`: everybody in a channel, the members (or, when none is known, everybody) in a group. */
function actors(chat) {
  if (chat.type === "channel") return desk.people;
  const members = desk.people.filter((one) => chat.members.includes(one.id));
  return members.length ? members : desk.people;
}

/** The pane of chat `id` under test name `testid`. Returns {element, update(), toast(event), actor()}. */
export function makePlace(id, testid) {
  const first = desk.chats.get(id);
  const channel = first.type === "channel";
  const select = h("select", { "aria-label": `Who acts in ${first.title}`, "data-testid": "acting-as", onchange: () => update() });
  const log = makeLog(first.title);
  const actor = () => Number(select.value);
  let answered = null; // the message being answered
  const quote = (message) => {
    answered = message;
    composer.showQuote(message && `Reply to: ${plain(message)}`, () => quote(null));
  };
  const text = async (words) => {
    const answer = await act({ do: "send", person: actor(), chat: id, text: words, ...(answered ? { reply_to: answered.id } : {}) });
    if (answer.ok) quote(null);
    return answer;
  };
  const saying = async (words) => { const answer = await text(words); if (!answer.ok) note(answer.message, true); };
  const sends = {
    text,
    photo: async () => { const picked = await pickPhoto(first.title); if (picked) tryAct({ do: "photo", person: actor(), chat: id, ...picked }); },
    location: async () => { const spot = await pickLocation(first.title); if (spot) tryAct({ do: "location", person: actor(), chat: id, ...spot }); },
  };
  const composer = makeComposer({ who: first.title, sends, commands: () => [] });

  const title = h("b", { dir: "auto" });
  const small = h("small", {});
  const as = h("label", { class: "as" }, "as ", select);
  const bar = h("div", { class: "bar" }, h("span", { class: "face emblem", "aria-hidden": "true" }, channel ? "📢" : "👥"), h("span", { class: "who" }, title, small), as);
  const empty = h("p", { class: "empty" }, channel ? "Posts of the bot appear here." : "What the bot asks of this group appears here.");
  const screen = h("div", { class: "screen" }, bar, log.element, empty, channel ? null : composer.element);
  const element = h("section", { class: "place pane", "aria-label": first.title, "data-testid": testid, "data-chat": id, "data-pane": id }, screen);

  function update() {
    const chat = desk.chats.get(id);
    if (!chat) return;
    title.textContent = chat.title;
    small.textContent = chat.username ? `@${chat.username}` : KINDS[chat.type];
    fill(select, actors(chat));
    empty.hidden = chat.messages.length > 0;
    log.show(chat.messages, {
      look: `${actor()}`, named: !channel, replies: !channel, copy, plain: (of) => plain(messageOf(id, of)),
      mine: (message) => !channel && message.from?.id === actor(),
      tap: (message, button) => pressInline(actor(), id, message, button, copy),
      command: channel ? () => {} : saying,
      link: (url) => openFor(actor(), url),
      reply: quote,
    });
    composer.update(null);
  }
  return { element, update, actor };
}

/** Brings the options in step with the people, keeping who is chosen. */
function fill(select, people) {
  const wanted = people.map((one) => `${one.id}`).join();
  if (select.dataset.people === wanted) return;
  const chosen = select.value;
  select.dataset.people = wanted;
  select.replaceChildren(...people.map((one) => h("option", { value: one.id }, one.name)));
  if (people.some((one) => `${one.id}` === chosen)) select.value = chosen;
}
