// Puts the page together: panes and tabs follow the state, the state follows the server.
import { h, face } from "./dom.js";
import { follow } from "./net.js";
import { note } from "./notes.js";
import { makePhone } from "./phone.js";
import { makePlace } from "./place.js";
import { desk, on, places, takeEvent, takeState } from "./store.js";
import { startTopbar } from "./topbar.js";
import { startTour } from "./tour.js";

const byId = (id) => document.getElementById(id);
const panes = new Map(); // pane id (person or chat) -> {element, tab, update, toast?, inline}
let current = null; // the pane on a narrow screen
let currentPlace = null; // the place in front on a wide one

const narrow = matchMedia("(max-width: 760px)");
const still = matchMedia("(prefers-reduced-motion: reduce)");

function testidOf(chat) {
  if (chat.id === desk.roles.channel) return "channel";
  if (chat.id === desk.roles.moderators) return "moderators";
  if (chat.id === desk.roles.discussion) return "discussion";
  return `group-${places().indexOf(chat)}`;
}

/** What the place is called on its tab: its part on this desk, or its own title. */
function tabWords(chat) {
  if (chat.id === desk.roles.channel) return "Channel";
  if (chat.id === desk.roles.discussion) return "Comments";
  return chat.id === desk.roles.moderators ? "Moderators" : chat.title;
}

function ensurePanes() {
  const known = new Set([...desk.people, ...places()].map((one) => one.id));
  if ([...panes.keys()].some((id) => !known.has(id))) return location.reload(); // the sandbox was started anew
  desk.people.forEach((one, index) => {
    if (panes.has(one.id)) return;
    const pane = makePhone(one, index);
    byId("phones").append(pane.element);
    add(one.id, pane, one.name, face(one.name, one.id), `tab-phone-${index}`);
  });
  for (const chat of places()) {
    if (panes.has(chat.id)) continue;
    const testid = testidOf(chat);
    const pane = makePlace(chat.id, testid);
    byId("places").append(pane.element);
    const channel = chat.type === "channel";
    add(chat.id, { ...pane, head: placeHead(chat, testid) }, tabWords(chat), h("span", { class: "face emblem", "aria-hidden": "true" }, channel ? "📢" : "👥"), `tab-${testid}`);
    currentPlace ??= chat.id;
  }
  current ??= desk.people[0]?.id ?? currentPlace;
  arrange();
}

function add(id, pane, words, mark, testid) {
  const tab = h("button", { type: "button", class: pane.head ? "tab last" : "tab", "data-testid": testid, onclick: () => lookAt(id) }, mark, h("span", { dir: "auto" }, words));
  byId("tabs").append(tab);
  panes.set(id, { ...pane, tab });
}

/** The heads above the places on a wide screen: one place is in front at a time. */
function placeHead(chat, testid) {
  let heads = byId("places").querySelector(".heads");
  if (!heads) {
    heads = h("div", { class: "heads", role: "group", "aria-label": "Which chat to show" });
    byId("places").prepend(heads);
  }
  const head = h("button", { type: "button", class: "head", dir: "auto", "data-testid": `show-${testid}`, onclick: () => lookAt(chat.id) }, tabWords(chat));
  heads.append(head);
  return head;
}

function arrange() {
  for (const [id, pane] of panes) {
    const here = id === current;
    const front = id === currentPlace;
    pane.element.classList.toggle("current", here);
    pane.element.classList.toggle("front", front);
    pane.tab.setAttribute("aria-current", here);
    if (narrow.matches ? here : !pane.head || front) pane.tab.classList.remove("fresh");
    if (!pane.head) continue;
    pane.head.setAttribute("aria-pressed", front);
    if (front) pane.head.classList.remove("fresh");
  }
}

/** Brings a pane into sight: its tab on a narrow screen, a scroll or its head on a wide one. */
function lookAt(id) {
  const pane = panes.get(id);
  if (!pane) return;
  current = id;
  if (pane.head) currentPlace = id;
  arrange();
  pane.update();
  const behavior = still.matches ? "auto" : "smooth";
  if (!pane.head && !narrow.matches) pane.element.scrollIntoView({ behavior, inline: "center", block: "nearest" });
  if (narrow.matches) pane.tab.scrollIntoView({ behavior, inline: "center", block: "nearest" });
}

/** Brings one message into sight and lets it flash; says so when it is gone. */
function showMessage(id, message) {
  const item = panes.get(id)?.element.querySelector(`[data-message="${message}"]`);
  if (!item) return note("That message is gone.", true);
  item.scrollIntoView({ block: "center" });
  item.classList.remove("arrived", "edited");
  requestAnimationFrame(() => item.classList.add("edited"));
}

/** Marks a pane that is out of sight as having news. */
function markFresh(id) {
  const pane = panes.get(id);
  if (!pane) return;
  if (id !== current) pane.tab.classList.add("fresh");
  if (pane.head && id !== currentPlace) pane.head.classList.add("fresh");
}

const lengths = new Map();

function paintChat(id) {
  const pane = panes.get(id);
  pane?.update();
  const length = desk.chats.get(id)?.messages.at(-1)?.id ?? 0;
  if (lengths.has(id) ? length > lengths.get(id) : pane?.started) markFresh(id);
  lengths.set(id, length);
  if (pane) pane.started = true;
}

on("world", () => {
  ensurePanes();
  for (const pane of panes.values()) pane.update();
});
on("chat", paintChat);
on("inline", (event) => panes.get(event.chat)?.inline?.(event));
on("toast", (event) => panes.get(event.person)?.toast?.(event));
document.addEventListener("look-at", ({ detail: { person, message } }) => {
  lookAt(person);
  if (message) showMessage(person, message);
});
narrow.addEventListener("change", arrange);

startTopbar();
startTour(lookAt);
follow({
  onState: (state) => { byId("lost").hidden = true; takeState(state); },
  onEvent: takeEvent,
  onLost: () => { byId("lost").hidden = false; },
});
