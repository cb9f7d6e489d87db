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

/** People who may act in `chat`: everybody in a channel and below its posts, the members (or, when none is known, everybody) in a group. */
function actors(chat) {
  const alive = desk.people.filter((one) => !one.deleted);
  const members = alive.filter((one) => chat.members.includes(one.id));
  return chat.type !== "channel" && !chat.open && members.length ? members : alive;
}

/** The pane of chat `id` under test name `testid`. Returns {element, update(), actor(), inline(event)}. */
export function makePlace(id, testid) {
  const first = desk.chats.get(id);
  const channel = first.type === "channel";
  const select = h("select", { "aria-label": `Who acts in ${first.title}`, "data-testid": "acting-as", onchange: () => { writing.drop(); composer.drop(); update(); } });
  const log = makeLog(first.title);
  const actor = () => Number(select.value);
  const mine = (message) => !channel && message.from?.id === actor();
  const writing = makeWriting({ chat: id, who: actor, name: first.title });
  const composer = makeComposer({ who: first.title, sends: writing.sends, commands: () => [], asks: { chat: id, who: actor } });
  writing.join(composer);

  const title = h("b", { dir: "auto" });
  const small = h("small", {});
  const as = h("label", { class: "as" }, "as ", select);
  const bar = h("div", { class: "bar" }, h("span", { class: "face emblem", "aria-hidden": "true" }, channel ? "📢" : "👥"), h("span", { class: "who" }, title, small), as);
  const empty = h("p", { class: "empty" }, emptyWords(id, channel));
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
  return { element, update, actor, inline: composer.offer };
}

/** What a place without messages is for. */
function emptyWords(id, channel) {
  if (channel) return "Posts of the bot appear here.";
  if (id === desk.roles.discussion) return "Every post appears here too. People comment by replying to it.";
  if (id === desk.roles.moderators) return "What the bot asks of this group appears here.";
  return `The bot is not in this group. Type @${desk.bot.username} and a name: it offers what was found.`;
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
