// "Show me": the story step by step. The server plays the steps; this shows where we are and who acts.
import { desk, on } from "./store.js";
import { tryAct } from "./notes.js";

const byId = (id) => document.getElementById(id);
let playing = false;

/** Wires the story's buttons; `lookAt(pane id)` brings a pane into sight. */
export function startTour(lookAt) {
  byId("show-me").addEventListener("click", () => move("start"));
  byId("tour-next").addEventListener("click", () => move(desk.story?.last ? "stop" : "next"));
  byId("tour-stop").addEventListener("click", () => move("stop"));
  on("world", () => paint(lookAt));
}

async function move(to) {
  if (to === "stop") return tryAct({ do: "story", move: to }); // also in the middle of a step
  if (playing) return;
  playing = true;
  byId("tour").setAttribute("aria-busy", "true");
  byId("tour-next").disabled = true;
  await tryAct({ do: "story", move: to });
  playing = false;
  byId("tour").removeAttribute("aria-busy");
  byId("tour-next").disabled = false;
  if (to === "start") byId("tour-next").focus();
}

let painted = "";

function paint(lookAt) {
  const story = desk.story;
  byId("tour").hidden = !story;
  document.body.classList.toggle("touring", Boolean(story));
  for (const pane of document.querySelectorAll(".pane")) pane.classList.toggle("acting", Boolean(story) && pane.dataset.pane === `${story.pane}`);
  const mark = JSON.stringify(story);
  if (!story || mark === painted) { painted = mark; return; }
  painted = mark;
  byId("tour-count").textContent = `${story.step} of ${story.steps}`;
  byId("tour-caption").textContent = story.caption;
  byId("tour-problem").hidden = !story.problem;
  byId("tour-problem").textContent = story.problem ?? "";
  byId("tour-next").textContent = story.last ? "Done" : "Next";
  byId("tour-stop").hidden = story.last;
  lookAt(story.pane);
}
