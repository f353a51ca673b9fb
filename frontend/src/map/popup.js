// A click on something tells what it is; a click on a hexagon comes closer.
import { Popup } from "maplibre-gl";
import { make } from "../dom.js";
import { telling } from "./layers.js";
import { sayMap } from "./words.js";

const within = (text, properties) => text.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(properties[name] ?? ""));

/** Lines of text: the feature's own, or those that the layer makes of its properties. */
function lines(layer, properties) {
  if (layer.facts)
    return layer.facts
      .filter(({ of }) => properties[of] !== undefined && properties[of] !== "")
      .map(({ label, of, unit = "" }) => `${label}: ${properties[of]}${unit}`);
  const own = properties.facts ?? [];
  return typeof own === "string" ? JSON.parse(own) : own; // the library hands lists on as text
}

function card(layer, properties) {
  const box = make("div", { class: "map-card" });
  if (properties.name) box.append(make("p", { class: "map-card-title" }, properties.name));
  for (const line of lines(layer, properties)) box.append(make("p", {}, line));
  const url = properties.url ?? (layer.link && properties.id ? within(layer.link, properties) : "");
  if (url) box.append(make("a", { href: url }, sayMap("details")));
  return box;
}

export function showFacts(map, options) {
  const layers = options.layers ?? [];
  const ids = () => layers.flatMap(telling).filter((id) => map.getLayer(id));
  const cells = () => layers.map(({ id }) => `own-${id}-cells`).filter((id) => map.getLayer(id));
  map.on("click", ({ point, lngLat, originalEvent }) => {
    if (originalEvent.defaultPrevented || map.getContainer().dataset.busy) return;
    const [found] = map.queryRenderedFeatures(point, { layers: ids() });
    if (found) {
      const layer = layers.find((one) => telling(one).includes(found.layer.id));
      const content = card(layer, found.properties);
      if (content.childElementCount) new Popup({ maxWidth: "280px" }).setLngLat(lngLat).setDOMContent(content).addTo(map);
    } else if (map.queryRenderedFeatures(point, { layers: cells() }).length)
      map.easeTo({ center: lngLat, zoom: map.getZoom() + 2 });
  });
  map.on("mousemove", ({ point }) => {
    if (map.getContainer().dataset.busy) return;
    const over = map.queryRenderedFeatures(point, { layers: [...ids(), ...cells()] }).length;
    map.getCanvas().style.cursor = over ? "pointer" : "";
  });
}
