// The channel, the moderators' chat and other groups: one pane each, where a chosen person acts.
import { h } from "./dom.js";
import { makeComposer } from "./composer.js";
import { makeLog } from "./log.js";
import { plain } from "./messages.js";
import { copy } from "./notes.js";
import { openFor, pressInline } from "./links.js";
import { desk, messageOf } from "./store.js";
import { hasWords, makeWriting } from "./writing.js";

const KINDS = { channel: "channel", group: "group", supergroup: "group" };

/** People who may act in `chat`: everybody in a channel, the members (or, when none is known, everybody) in a group. */
function actors(chat) {
  const alive = desk.people.filter((one) => !one.deleted);
  const members = alive.filter((one) => chat.members.includes(one.id));
  return chat.type !== "channel" && members.length ? members : alive;
}

/** The pane of chat `id` under test name `testid`. Returns {element, update(), toast(event), actor()}. */
export function makePlace(id, testid) {
  const first = desk.chats.get(id);
  const channel = first.type === "channel";
  const select = h("select", { "aria-label": `Who acts in ${first.title}`, "data-testid": "acting-as", onchange: () => { writing.drop(); update(); } });
  const log = makeLog(first.title);
  const actor = () => Number(select.value);
  const mine = (message) => !channel && message.from?.id === actor();
  const writing = makeWriting({ chat: id, who: actor, name: first.title });
  const composer = makeComposer({ who: first.title, sends: writing.sends, commands: () => [] });
  writing.join(composer);

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
      look: `${actor()}`, named: !channel, copy, plain: (of) => plain(messageOf(id, of)),
      mine,
      answerable: () => !channel,
      editable: (message) => mine(message) && hasWords(message),
      tap: (message, button) => pressInline(actor(), id, message, button, copy),
      command: channel ? () => {} : writing.saying,
      link: (url) => openFor(actor(), url),
      reply: writing.reply,
      edit: writing.edit,
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
