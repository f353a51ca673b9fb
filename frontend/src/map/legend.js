// Switches for the layers, and what the colours of each mean.
import { make } from "../dom.js";
import { sayMap } from "./words.js";

const swatch = (tone, weight) =>
  make("span", { class: `map-swatch map-tone-${tone ?? 1}${weight ? ` map-weight-${weight}` : ""}`, "aria-hidden": "true" });

function keys(layer) {
  if (!layer.key) return "";
  const rows = layer.key.map(({ tone, weight, label }) => make("li", {}, swatch(tone, weight), label));
  return make("ul", { class: "map-key" }, ...rows);
}

function toggle(layer, state, dress) {
  const box = make("input", { type: "checkbox", class: "form-check-input", checked: "" });
  box.addEventListener("change", () => {
    if (box.checked) state.hidden.delete(layer.id);
    else state.hidden.add(layer.id);
    dress();
  });
  const mark = layer.key ? "" : swatch(layer.tone);
  return make("div", { class: "map-layer" }, make("label", { class: "form-check" }, box, mark, layer.label), keys(layer));
}

export function legend(box, options, state, dress) {
  const layers = (options.layers ?? []).filter(({ label }) => label);
  if (!layers.length) return;
  const group = make("fieldset", { class: "map-legend" }, make("legend", { class: "visually-hidden" }, sayMap("layers")));
  group.append(...layers.map((layer) => toggle(layer, state, dress)));
  box.closest(".map-frame").append(group);
}
