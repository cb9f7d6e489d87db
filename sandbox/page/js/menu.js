// A list of choices that opens above its button; arrows move, Escape closes.
import { h } from "./dom.js";

/** Returns {element, toggle(items, focus), close()}; an item is {label, hint?, testid?, pick()}. */
export function makeMenu({ label, testid }) {
  const element = h("ul", { class: "menu", role: "menu", "aria-label": label, "data-testid": testid, hidden: true });
  let cameFrom = null;

  const close = () => {
    if (element.hidden) return;
    const inside = element.contains(document.activeElement);
    element.hidden = true;
    if (inside) cameFrom?.focus();
  };
  const toggle = (items, focus = true) => {
    if (!element.hidden) return close();
    cameFrom = document.activeElement;
    element.replaceChildren(...items.map((item) => choice(item, close)));
    element.hidden = false;
    if (focus) element.querySelector("button")?.focus();
  };
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...element.querySelectorAll("button")];
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  });
  // Presses outside close the menu; the press on its own button must not close and open it again.
  document.addEventListener("pointerdown", (event) => {
    if (!element.hidden && !element.parentElement?.contains(event.target)) close();
  });
  return { element, toggle, close };
}

function choice(item, close) {
  const pick = () => { close(); item.pick(); };
  return h("li", { role: "none" }, h("button", { type: "button", role: "menuitem", "data-testid": item.testid, onclick: pick },
    h("b", {}, item.label), item.hint && h("span", { dir: "auto" }, item.hint)));
}
