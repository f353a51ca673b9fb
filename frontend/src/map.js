// [data-map="id of the JSON block"]: a map drawn by MapLibre from the installation's own outlines and tiles. What it shows
// always stands in a table beside it too.
import { Map as Chart, AttributionControl, NavigationControl, ScaleControl, setWorkerUrl } from "maplibre-gl";
import { dataBlock, each, make } from "./dom.js";
import { baseTiles, labelled, outlines } from "./map/base.js";
import { drawArea } from "./map/draw.js";
import { legend } from "./map/legend.js";
import { pickPlace } from "./map/pick.js";
import { showFacts } from "./map/popup.js";
import { printable } from "./map/print.js";
import { styleOf } from "./map/style.js";
import { moveTogether } from "./map/together.js";
import { mapWords } from "./map/words.js";

const WHOLE_COUNTRY = [102, 7.2, 117, 23.6];
const ISLANDS_TO = 5; // zoom up to which the archipelagos are in the picture themselves
const DISTRICTS_FROM = 7; // zoom at which districts can be told apart

function open(box, options) {
  const byHand = options.wheel === "zoom" && !matchMedia("(pointer: coarse)").matches;
  return new Chart({
    container: box,
    style: { version: 8, sources: {}, layers: [] },
    bounds: options.bounds ?? WHOLE_COUNTRY,
    fitBoundsOptions: { padding: 24, maxZoom: 15 },
    maxZoom: 18,
    dragRotate: false,
    pitchWithRotate: false,
    attributionControl: false,
    cooperativeGestures: !byHand,
    fadeDuration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 200,
    locale: mapWords(),
  });
}

function controls(map) {
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
  map.addControl(new AttributionControl({ compact: true }), "bottom-right");
  map.keyboard.disableRotation();
  map.touchZoomRotate.disableRotation();
}

async function begin(box) {
  const options = dataBlock(box.dataset.map, {});
  setWorkerUrl(options.worker);
  const map = open(box, options);
  controls(map);
  const state = { hidden: new Set(), outlines: await outlines(options.base), tiles: await baseTiles(options.base) };
  // A style can be compared with the one before only once that one is there.
  const dress = () => map.setStyle(styleOf(options, state), { diff: Boolean(map.isStyleLoaded()) });
  dress();
  map.on("zoomend", async () => {
    if (state.districts || map.getZoom() < DISTRICTS_FROM) return;
    const [districts, former] = await Promise.all([labelled(options.base.districts), labelled(options.base.former)]);
    state.districts = { ...districts, former: former.areas };
    dress();
  });
  document.addEventListener("theme:changed", dress);
  legend(box, options, state, dress);
  showFacts(map, options);
  printable(box, map);
  moveTogether(box, map);
  if (options.draw) drawArea(box, map, options, state, dress);
  if (options.pick) pickPlace(box, map, options, state, dress);
  if (map.getZoom() >= DISTRICTS_FROM) map.fire("zoomend");
  const inset = box.parentElement.querySelector(".map-inset");
  const cover = () => inset && (inset.hidden = map.getZoom() < ISLANDS_TO); // nearer, the islands are out of the picture
  map.on("zoomend", cover);
  cover();
  map.once("idle", () => {
    box.querySelector(".maplibregl-ctrl-attrib")?.classList.remove("maplibregl-compact-show");
    box.dataset.drawn = "yes";
  });
}

each("[data-map]", (box) => {
  begin(box).catch((error) => {
    box.replaceChildren(make("p", { class: "map-refusal" }, box.dataset.refusal ?? ""));
    console.warn(error);
  });
});
