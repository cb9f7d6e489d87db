// A dialog that asks for one thing and resolves with it, or with null when it is closed.
import { h } from "./dom.js";

/** Opens a dialog; `build(done)` gives its contents and calls done(value) with the answer. */
export function ask(title, build, testid) {
  return new Promise((resolve) => {
    let answer = null;
    const done = (value) => { answer = value; dialog.close(); };
    const close = h("button", { type: "button", class: "tool", "aria-label": "Close", onclick: () => dialog.close() }, "×");
    const dialog = h("dialog", { class: "dialog", "aria-label": title, "data-testid": testid }, h("header", {}, h("h2", {}, title), close), build(done));
    dialog.addEventListener("close", () => { dialog.remove(); resolve(answer); });
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** A labelled field. */
export function labelled(words, field) {
  return h("label", { class: "field" }, h("span", {}, words), field);
}
