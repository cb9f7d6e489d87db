// The desk's own controls: clock, switches, a new person, light or dark.
import { h } from "./dom.js";
import { ask, labelled } from "./dialogs.js";
import { LANGUAGES } from "./languages.js";
import { note, tryAct } from "./notes.js";
import { desk, deskNow, on } from "./store.js";

const FACE = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hour12: false });
const HOUR = 3600;
const DAY = 24 * HOUR;

const byId = (id) => document.getElementById(id);

/** "+8 days", "+1 day 3 h": how far the clock has been wound. */
export function woundWords(seconds) {
  const days = Math.floor(seconds / DAY);
  const hours = Math.floor((seconds % DAY) / HOUR);
  const words = [days && `${days} ${days === 1 ? "day" : "days"}`, hours && `${hours} h`].filter(Boolean).join(" ");
  return words && `+${words}`;
}

/** Wires the top bar once. */
export function startTopbar() {
  for (const button of document.querySelectorAll("[data-wind]")) {
    button.addEventListener("click", () => tryAct({ do: "wind", seconds: Number(button.dataset.wind) }));
  }
  byId("wind-stop").addEventListener("click", () => tryAct({ do: "stop_clock" }));
  for (const toggle of document.querySelectorAll("[data-switch]")) {
    toggle.addEventListener("click", () => tryAct({ do: "switch", name: toggle.dataset.switch, on: toggle.getAttribute("aria-checked") !== "true" }));
  }
  byId("add-person").addEventListener("click", addPerson);
  byId("theme").addEventListener("click", turnTheme);
  byId("controls-toggle").addEventListener("click", (event) => {
    const open = byId("controls").classList.toggle("open");
    event.currentTarget.setAttribute("aria-expanded", open);
  });
  on("world", paint);
  setInterval(paintClock, 1000);
  startHello();
}

function paint() {
  paintClock();
  for (const toggle of document.querySelectorAll("[data-switch]")) toggle.setAttribute("aria-checked", desk.switches[toggle.dataset.switch]);
  const wound = woundWords(desk.offsetSeconds);
  byId("wound").textContent = wound;
  byId("wound").hidden = wound === "" || Boolean(desk.passing); // its width would change with every hour
  paintPassing();
}

/** While time passes there is a bar and a way to stop it; nobody's focus is lost when buttons come and go. */
function paintPassing() {
  const passing = desk.passing;
  const [stop, bar, winds] = [byId("wind-stop"), byId("passing"), document.querySelectorAll("[data-wind]")];
  const held = document.activeElement;
  stop.hidden = bar.hidden = !passing;
  if (passing && held?.dataset.wind) stop.focus();
  for (const button of winds) button.disabled = Boolean(passing);
  if (!passing && held === stop) winds[0].focus();
  if (passing) bar.value = 1 - passing.left / passing.seconds;
}

function paintClock() {
  if (!desk.now) return;
  const now = deskNow();
  byId("clock").textContent = FACE.format(now);
  byId("clock").dateTime = now.toISOString();
}

async function addPerson() {
  const wanted = await ask("A new person", (done) => {
    const name = h("input", { type: "text", dir: "auto", required: true, maxlength: "64", pattern: ".*\\S.*", "data-testid": "person-name" });
    const language = h("select", { "data-testid": "person-language" }, Object.entries(LANGUAGES).map(([code, words]) => h("option", { value: code }, words)));
    const add = (event) => { event.preventDefault(); done({ name: name.value.trim(), language: language.value }); };
    return h("form", { class: "stack", onsubmit: add }, labelled("First name (invented, please)", name), labelled("Language of the phone", language),
      h("button", { type: "submit", class: "button primary", "data-testid": "person-add" }, "Put a phone on the desk"));
  }, "person-dialog");
  if (!wanted) return;
  const answer = await tryAct({ do: "add_person", ...wanted });
  if (!answer.ok) return;
  note(`${wanted.name} is on the desk.`);
  document.dispatchEvent(new CustomEvent("look-at", { detail: { person: answer.person } }));
}

function turnTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
}

/** The words for somebody who opens the page for the first time. */
function startHello() {
  const hello = byId("hello");
  hello.hidden = localStorage.getItem("greeted") === "yes";
  const close = () => { hello.hidden = true; localStorage.setItem("greeted", "yes"); };
  byId("hello-close").addEventListener("click", close);
  byId("show-me").addEventListener("click", close);
}
