// What the page knows of the desk, and who wants to hear of changes. No elements here.

export const desk = {
  now: null, // Date of the desk when it was last told
  toldAt: 0, // performance.now() of that moment
  offsetSeconds: 0,
  switches: { net_down: false, flood: false },
  bot: { username: "", name: "" },
  people: [],
  roles: {}, // role name -> id of a person or a chat
  story: null,
  passing: null, // {seconds, left} while the clock is being wound
  chats: new Map(),
};

const listeners = { world: [], chat: [], toast: [], inline: [] };

/** Calls `listener` at every change of that kind: "world" (no argument), "chat" (chat id), "toast" and "inline" (the event). */
export function on(kind, listener) {
  listeners[kind].push(listener);
}

function tell(kind, what) {
  for (const listener of listeners[kind]) listener(what);
}

function takeWorld(world) {
  desk.now = new Date(world.now);
  desk.toldAt = performance.now();
  desk.offsetSeconds = world.offset_seconds;
  desk.switches = world.switches;
  desk.bot = world.bot;
  desk.people = world.people;
  desk.roles = world.roles;
  desk.story = world.story;
  desk.passing = world.passing;
}

/** Takes the whole state, for the first time or after a lost connection. */
export function takeState(state) {
  takeWorld(state);
  desk.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
  tell("world");
  for (const id of desk.chats.keys()) tell("chat", id);
}

/** Takes one event of the stream. */
export function takeEvent(event) {
  if (event.type === "chat") {
    const fresh = !desk.chats.has(event.chat.id);
    desk.chats.set(event.chat.id, event.chat);
    if (fresh && event.chat.type !== "private") tell("world");
    tell("chat", event.chat.id);
  } else if (event.type === "world") {
    takeWorld(event);
    tell("world");
  } else if (event.type === "toast" || event.type === "inline") {
    tell(event.type, event);
  }
}

/** The time on the desk now: what the server said plus what has passed since. */
export function deskNow() {
  return new Date(desk.now.getTime() + performance.now() - desk.toldAt);
}

/** The person with this id, or null. */
export function person(id) {
  return desk.people.find((one) => one.id === id) ?? null;
}

/** Channel, moderators' chat, discussion groups: every chat that is not one person's with the bot; known roles first. */
export function places() {
  const order = [desk.roles.channel, desk.roles.moderators];
  const rank = (chat) => (order.includes(chat.id) ? order.indexOf(chat.id) : order.length);
  return [...desk.chats.values()].filter((chat) => chat.type !== "private").sort((a, b) => rank(a) - rank(b));
}

/** A message of a chat, or undefined when it is gone. */
export function messageOf(chat, id) {
  return desk.chats.get(chat)?.messages.find((message) => message.id === id);
}
