// A picture as large as the window, and in its own size after a tap; Escape or the cross puts it away.
import { h } from "./dom.js";

/** A listener that opens the picture at `address`; with Ctrl, Shift or Meta its link is left to the browser. */
export function viewing(address) {
  return (event) => {
    if (event.ctrlKey || event.shiftKey || event.metaKey) return;
    event.preventDefault();
    view(address);
  };
}

function view(address) {
  const close = h("button", { type: "button", class: "tool", "aria-label": "Close", "data-testid": "viewer-close", onclick: () => dialog.close() }, "×");
  const picture = h("img", { src: address, alt: "Photo" });
  const look = h("button", { type: "button", class: "look", "aria-label": "Switch between the window's size and its own", "aria-pressed": "false", onclick: () => {
    look.setAttribute("aria-pressed", dialog.classList.toggle("whole"));
  } }, picture);
  const dialog = h("dialog", { class: "viewer", "aria-label": "Picture", "data-testid": "viewer" }, close, look);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  dialog.showModal();
}
