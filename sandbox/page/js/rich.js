// A message's HTML becomes elements: an allowed few tags, commands and addresses made tappable, codes copied by a tap.
import { h } from "./dom.js";

const PLAIN = new Set(["B", "STRONG", "I", "EM", "U", "INS", "S", "STRIKE", "DEL", "BLOCKQUOTE"]);
const TAPPABLE = /(?<=^|[\s(])\/[a-z][a-z0-9_]{0,31}(?=$|[\s.,;:!?)])|https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

/** Elements for sanitised `html`; `taps` holds command(text), link(url) and copy(text). */
export function rich(html, taps) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return [...parsed.body.childNodes].flatMap((node) => grow(node, taps));
}

function grow(node, taps) {
  if (node.nodeType === Node.TEXT_NODE) return words(node.data, taps);
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const inside = () => [...node.childNodes].flatMap((child) => grow(child, taps));
  const tag = node.tagName;
  if (tag === "BR") return ["\n"];
  if (tag === "A") return [anchor(node.getAttribute("href") ?? "", node.textContent, taps)];
  if (tag === "CODE" || tag === "PRE") return [code(tag.toLowerCase(), node.textContent, taps)];
  if (tag === "TG-SPOILER" || node.classList.contains("tg-spoiler")) return [spoiler(inside())];
  if (PLAIN.has(tag)) return [h(tag.toLowerCase(), {}, inside())];
  return inside();
}

function words(text, taps) {
  const pieces = [];
  let last = 0;
  for (const match of text.matchAll(TAPPABLE)) {
    pieces.push(text.slice(last, match.index));
    const found = match[0];
    if (found.startsWith("/")) {
      pieces.push(h("button", { type: "button", class: "command", onclick: () => taps.command(found) }, found));
    } else pieces.push(anchor(found, found, taps));
    last = match.index + found.length;
  }
  pieces.push(text.slice(last));
  return pieces.filter((piece) => piece !== "");
}

function anchor(href, text, taps) {
  if (!/^(https?|tg|tel|mailto):/i.test(href)) return text;
  const follow = (event) => {
    if (taps.link(href)) event.preventDefault();
  };
  return h("a", { href, target: "_blank", rel: "noopener noreferrer", onclick: follow }, text);
}

function code(tag, text, taps) {
  const attributes = { type: "button", class: `${tag} copyable`, title: "Tap to copy", onclick: () => taps.copy(text) };
  return h("button", attributes, text);
}

function spoiler(children) {
  const show = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.currentTarget.classList.add("shown");
  };
  const attributes = { class: "spoiler", role: "button", tabindex: "0", title: "Hidden: tap to show", onclick: show, onkeydown: show };
  return h("span", attributes, children);
}
