// Choosing a place to send: some border posts, stations and bazaars, or any coordinates.
import { h, icon } from "./dom.js";
import { ask, labelled } from "./dialogs.js";

const SPOTS = [
  { name: "Zhibek Zholy – Gishtkuprik", kind: "border post, Kazakhstan – Uzbekistan", latitude: 41.45, longitude: 69.32 },
  { name: "Korday – Ak-Zhol", kind: "border post, Kazakhstan – Kyrgyzstan", latitude: 43.02, longitude: 74.7 },
  { name: "Dostuk – Dustlik", kind: "border post, Kyrgyzstan – Uzbekistan", latitude: 40.56, longitude: 72.75 },
  { name: "Tazhen – Dautota", kind: "border post, Kazakhstan – Uzbekistan", latitude: 44.85, longitude: 56.0 },
  { name: "Saryagash – Keles", kind: "railway border post", latitude: 41.45, longitude: 69.17 },
  { name: "Chorsu bazaar, Tashkent", kind: "bazaar", latitude: 41.3266, longitude: 69.2353 },
  { name: "Middle of the Aral Sea", kind: "far from any known place", latitude: 45.0, longitude: 60.0 },
];

/** Resolves with {latitude, longitude} in degrees, or null. */
export function pickLocation(who) {
  return ask(`Location of ${who}`, (done) => {
    const list = h("ul", { class: "choices" }, SPOTS.map((spot) => h("li", {}, h(
      "button",
      { type: "button", class: "choice", onclick: () => done({ latitude: spot.latitude, longitude: spot.longitude }) },
      icon("pin"), h("span", {}, h("b", {}, spot.name), h("small", {}, spot.kind)),
    ))));
    return h("div", {}, list, own(done));
  }, "location-dialog");
}

function own(done) {
  const degrees = (limit, testid, value) => h("input", { type: "number", step: "any", min: -limit, max: limit, required: true, value, "data-testid": testid });
  const latitude = degrees(90, "latitude", "41.31");
  const longitude = degrees(180, "longitude", "69.24");
  const send = (event) => {
    event.preventDefault();
    done({ latitude: latitude.valueAsNumber, longitude: longitude.valueAsNumber });
  };
  return h("form", { class: "own", onsubmit: send }, labelled("Latitude", latitude), labelled("Longitude", longitude),
    h("button", { type: "submit", class: "button primary" }, "Send this spot"));
}
