// Short words to the reader of the page: notes at the foot of the window, copying, failures of an act.
import { h } from "./dom.js";
import { act } from "./net.js";

const NOTE_MS = 3500;

/** Shows `text` for a few seconds; `bad` for what went wrong. */
export function note(text, bad = false) {
  const line = h("p", { class: bad ? "note bad" : "note", "data-testid": "note" }, text);
  document.getElementById("notes").append(line);
  setTimeout(() => line.remove(), NOTE_MS);
}

/** Does one act and notes the server's refusal, if any; returns the answer. */
export async function tryAct(body) {
  const answer = await act(body);
  if (!answer.ok) note(answer.message, true);
  return answer;
}

/** Puts `text` on the clipboard and says so. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = h("textarea", { class: "unseen" });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy"); // for browsers that keep the clipboard from pages
    field.remove();
  }
  note(`Copied: ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`);
}
