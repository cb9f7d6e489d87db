// Small ways to make elements; nothing here knows the product.

/** Makes an element: `on…` are listeners, `true`/`false` are presence, the rest are attributes. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const PICTURES = {
  send: "M3 11.500 20.500 4 14 20.500l-3-6.500z",
  plus: "M12 5v14M5 12h14",
  slash: "M15.500 4.500l-7 15",
  dots: "M5 12h.01M12 12h.01M19 12h.01",
  reply: "M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6",
  keyboard: "M3 7h18v10H3zM7 10h.01M11 10h.01M15 10h.01M8 14h8",
  pin: "M12 21s7-6.500 7-11.500A7 7 0 0 0 5 9.500C5 14.500 12 21 12 21zM12 11.500v-.01",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  link: "M8 16 17 7M10 7h7v7",
  down: "M6 9l6 6 6-6",
  pencil: "M4 20l1-4.500L16 4.500 19.500 8 8.500 19z",
  play: "M8.500 5.500v13L19 12z",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
};

/** A line picture that is silent to screen readers. */
export function icon(name) {
  return drawing(PICTURES[name], "0 0 24 24", "picture");
}

/** A line drawing of the SVG path `d`, silent to screen readers too. */
export function drawing(d, box, kind) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", box);
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add(kind);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", d);
  svg.append(path);
  return svg;
}

/** The round mark with a first letter that stands for a person; its colour follows the id. */
export function face(name, id) {
  return h("span", { class: "face", "data-tone": Math.abs(id) % 6, "aria-hidden": "true" }, [...name][0] ?? "?");
}
