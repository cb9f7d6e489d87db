// Choosing a photo to send: an invented sample or a file, made as small as a Telegram client makes it.
import { h } from "./dom.js";
import { ask, labelled } from "./dialogs.js";
import { note } from "./notes.js";

const LONG_SIDE_PX = 1280; // what Telegram clients scale photos down to
const JPEG_QUALITY = 0.85;
const SAMPLES = [
  { name: "passport", words: "An invented passport" },
  { name: "licence", words: "An invented driving licence" },
  { name: "receipt", words: "An invented bank receipt" },
  { name: "steppe", words: "No document at all" },
];

/** Resolves with {sample|image, caption} as POST /act takes them, or null. */
export function pickPhoto(who) {
  return ask(`Photo from ${who}`, (done) => {
    const caption = h("input", { type: "text", dir: "auto", maxlength: "1024", "data-testid": "photo-caption" });
    const give = (picture) => done({ ...picture, caption: caption.value });
    const samples = h("ul", { class: "samples" }, SAMPLES.map(({ name, words }) => h("li", {}, h(
      "button",
      { type: "button", "data-testid": `sample-${name}`, onclick: () => give({ sample: name }) },
      h("img", { src: `/static/samples/${name}.jpg`, alt: "" }), words,
    ))));
    const take = async (event) => {
      const [file] = event.target.files;
      if (!file) return;
      const image = await shrink(file);
      if (image) give({ image });
      else note("That file is not a picture this browser can read.", true);
    };
    const file = h("input", { type: "file", accept: "image/*", "data-testid": "photo-file", onchange: take });
    return h("div", {}, labelled("Words under the photo (may stay empty)", caption), samples, labelled("Or a file of yours (it stays on this computer)", file));
  }, "photo-dialog");
}

/** The picture as base64 JPEG, at most 1280 px on its long side; null when it cannot be read. */
async function shrink(file) {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  const scale = Math.min(1, LONG_SIDE_PX / Math.max(picture.width, picture.height));
  const canvas = h("canvas", { width: Math.max(1, Math.round(picture.width * scale)), height: Math.max(1, Math.round(picture.height * scale)) });
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/jpeg", JPEG_QUALITY).split(",")[1];
}
