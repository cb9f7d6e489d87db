// The scrolling list of a chat: keeps bubbles in step with the messages and the newest one in sight.
import { h, icon } from "./dom.js";
import { bubble, dayOf } from "./messages.js";

const NEAR_END_PX = 80;

/** A list for one chat; `label` names it. Returns {element, show(messages, view), clear()}. */
export function makeLog(label) {
  const list = h("ol", { class: "log", role: "log", "aria-label": label, "aria-live": "polite", tabindex: "0" });
  const end = () => list.scrollTo({ top: list.scrollHeight });
  const newer = h("button", { type: "button", class: "newer", hidden: true, onclick: end }, icon("down"), "New");
  const element = h("div", { class: "log-frame" }, list, newer);
  let shown = new Map(); // message id -> {seen, item}
  let look = "";

  let atEnd = true; // whoever reads further up stays there
  const nearEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END_PX;
  list.addEventListener("scroll", () => {
    atEnd = nearEnd();
    if (atEnd) newer.hidden = true;
  });
  list.addEventListener("load", () => { if (atEnd) end(); }, true); // a picture that arrives makes the list longer
  new ResizeObserver(() => {
    if (list.clientHeight === 0) atEnd = true; // out of sight it forgets where it was
    if (atEnd) end();
  }).observe(list);

  function show(messages, view) {
    const wasNear = nearEnd() || shown.size === 0;
    const first = shown.size === 0;
    const next = new Map();
    for (const message of messages) {
      const seen = view.look + JSON.stringify(message);
      const old = look === view.look ? shown.get(message.id) : undefined;
      if (old?.seen === seen) next.set(message.id, old);
      else next.set(message.id, { seen, item: fresh(message, view, old, first) });
    }
    look = view.look;
    const added = [...next.keys()].filter((id) => !shown.has(id));
    shown = next;
    lay(list, messages, next);
    const mine = added.length > 0 && view.mine(messages.at(-1));
    if (wasNear || mine) end();
    else if (added.length) newer.hidden = false;
  }
  return { element, show };
}

function fresh(message, view, old, first) {
  const item = bubble(message, view);
  if (!first) item.classList.add(old ? "edited" : "arrived");
  return item;
}

/** Puts the items in order with a line for each day, moving only what is out of place. */
function lay(list, messages, items) {
  const wanted = [];
  let day = "";
  for (const message of messages) {
    if (dayOf(message) !== day) {
      day = dayOf(message);
      wanted.push(list.querySelector(`.day[data-day="${CSS.escape(day)}"]`) ?? h("li", { class: "day", "data-day": day }, h("span", {}, day)));
    }
    wanted.push(items.get(message.id).item);
  }
  const keep = new Set(wanted);
  for (const child of [...list.children]) if (!keep.has(child)) child.remove();
  wanted.forEach((item, at) => {
    if (list.children[at] !== item) list.insertBefore(item, list.children[at] ?? null);
  });
}
