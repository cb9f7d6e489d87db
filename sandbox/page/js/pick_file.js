// Choosing a file to send as it is: an invented sample, or one of this computer's own.
import { h, icon } from "./dom.js";
import { ask, labelled } from "./dialogs.js";
import { note } from "./notes.js";

const SAMPLES = [
  { name: "receipt.pdf", words: "An invented bank receipt, PDF" },
  { name: "receipt.jpg", words: "The same receipt, a picture as a file" },
];
const LARGEST_BYTES = 10_000_000; // as base64 it still fits into what the desk's server takes at once

/** Resolves with {name, sample|content, caption} as POST /act takes them, or null. */
export function pickFile(who) {
  return ask(`File from ${who}`, (done) => {
    const caption = h("input", { type: "text", dir: "auto", maxlength: "1024", "data-testid": "file-caption" });
    const give = (file) => done({ ...file, caption: caption.value });
    const samples = h("ul", { class: "choices" }, SAMPLES.map(({ name, words }) => h("li", {}, h(
      "button",
      { type: "button", class: "choice", "data-testid": `sample-${name}`, onclick: () => give({ name, sample: true }) },
      icon("file"), h("span", {}, h("b", {}, name), h("small", {}, words)),
    ))));
    const take = async (event) => {
      const [file] = event.target.files;
      if (!file) return;
      if (file.size > LARGEST_BYTES) return note(`That file is too large for this desk: at most ${LARGEST_BYTES / 1_000_000} MB.`, true);
      give({ name: file.name, content: await encoded(file) });
    };
    const file = h("input", { type: "file", "data-testid": "file-file", onchange: take });
    return h("div", {}, labelled("Words under the file (may stay empty)", caption), samples, labelled("Or a file of yours (it stays on this computer)", file));
  }, "file-dialog");
}

/** The file as base64. */
function encoded(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
