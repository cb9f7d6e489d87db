// What a message shows besides words: a picture, a video, a voice, a file, a place.
import { drawing, h, icon } from "./dom.js";
import { viewing } from "./viewer.js";

const BARS = 28; // of a voice's wave
const BAR_STEP = 4; // px of the drawing
const WAVE_HEIGHT = 22;
const KB = 1024;
const PICTURES = new Set(["image/png", "image/jpeg"]);
const OPENED = new Set([...PICTURES, "application/pdf"]); // as the server has it: everything else is only saved

/** The elements of everything in `message` that is not words. */
export function media(message) {
  return [
    message.photo && photo(message.photo),
    message.video && video(message.video),
    message.voice && voice(message),
    message.document && file(message.document),
    message.location && place(message.location),
  ].filter(Boolean);
}

/** What the message is, in a word or two, for those who see no picture. */
export function mediaName(message) {
  if (message.photo) return "Photo";
  if (message.video) return `Video ${clock(message.video.seconds)}`;
  if (message.voice) return `Voice message ${clock(message.voice.seconds)}`;
  if (message.document) return message.document.name;
  return message.location ? "Location" : "";
}

function photo(address) {
  return h("a", { class: "photo", href: address, target: "_blank", rel: "noopener", title: "Open the picture", "data-testid": "photo", onclick: viewing(address) },
    h("img", { src: address, alt: "Photo", loading: "lazy" }));
}

function video({ seconds }) {
  return h("div", { class: "video", role: "img", "aria-label": `Video, ${seconds} s (this desk plays none)`, title: "This desk plays no video", "data-testid": "video" },
    h("span", { class: "play" }, icon("play")), h("span", { class: "length" }, clock(seconds)));
}

function voice({ id, voice: { seconds } }) {
  return h("div", { class: "voice", role: "img", "aria-label": `Voice message, ${seconds} s (this desk plays no sound)`, title: "This desk plays no sound" },
    h("span", { class: "play" }, icon("play")), drawing(wave(id), `0 0 ${BARS * BAR_STEP} ${WAVE_HEIGHT}`, "wave"), h("span", { class: "length" }, clock(seconds)));
}

/** Strokes of different heights, always the same for one message. */
function wave(seed) {
  const middle = WAVE_HEIGHT / 2;
  return Array.from({ length: BARS }, (_, at) => {
    const half = 1 + (middle - 2) * Math.abs(Math.sin(seed * 7.3 + at * 1.9) * Math.cos(at * 0.55 + seed));
    return `M${at * BAR_STEP + 2} ${(middle - half).toFixed(1)}V${(middle + half).toFixed(1)}`;
  }).join("");
}

function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function file({ name, type, size, url }) {
  const picture = PICTURES.has(type);
  const way = OPENED.has(type) ? { target: "_blank", rel: "noopener", title: "Open the file" } : { download: name, title: "Save the file" };
  const face = picture ? h("img", { class: "thumb", src: url, alt: "", loading: "lazy" }) : h("span", { class: "play" }, icon("file"));
  return h("a", { class: "file", href: url, ...way, onclick: picture && viewing(url), "data-testid": "document" }, face,
    h("span", { class: "title" }, h("b", { dir: "auto" }, name), h("small", {}, sizeWords(size))));
}

/** "412 bytes", "12.3 KB", "4.0 MB". */
function sizeWords(bytes) {
  if (bytes < KB) return `${bytes} bytes`;
  return bytes < KB * KB ? `${(bytes / KB).toFixed(1)} KB` : `${(bytes / KB / KB).toFixed(1)} MB`;
}

function place({ lat, lon }) {
  const spot = `${lat.toFixed(4)}, ${lon.toFixed(4)}`;
  return h("div", { class: "spot" }, h("div", { class: "map", "aria-hidden": "true" }, icon("pin")), h("span", {}, h("b", {}, "Location"), " ", spot));
}
