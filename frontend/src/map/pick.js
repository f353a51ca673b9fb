// Choosing a place: a click fills the form's fields of latitude, longitude; the ring shows how far the wish reaches.
import { make } from "../dom.js";
import { collection, circle, polygon } from "./shapes.js";
import { sayMap } from "./words.js";

const DIGITS = 5;

const number = (field) => Number.parseFloat((field?.value ?? "").replace(",", "."));

export function pickPlace(box, map, options, state, dress) {
  const fields = Object.fromEntries(
    Object.entries(options.pick).map(([name, id]) => [name, document.getElementById(id)]),
  );
  if (!fields.latitude || !fields.longitude) return;
  const show = () => {
    const at = [number(fields.longitude), number(fields.latitude)];
    state.own = {};
    if (at.every(Number.isFinite) && Math.abs(at[1]) < 85) {
      const place = { type: "Feature", properties: { tone: 5 }, geometry: { type: "Point", coordinates: at } };
      state.own.place = { id: "picked", kind: "points", tone: 5, data: collection([place]) };
      const radius = number(fields.radius);
      if (radius > 0)
        state.own.ring = { id: "ring", kind: "areas", tone: 5, dashed: true, data: collection([polygon(circle(at, radius))]) };
    }
    dress();
  };
  const take = ({ lng, lat }) => {
    fields.longitude.value = lng.toFixed(DIGITS);
    fields.latitude.value = lat.toFixed(DIGITS);
    for (const field of [fields.longitude, fields.latitude]) field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const middle = make("button", { type: "button", class: "btn btn-sm" }, sayMap("pickMiddle"));
  middle.addEventListener("click", () => take(map.getCenter()));
  box.parentElement.before(make("div", { class: "map-tools btn-list" }, middle, make("p", { class: "form-hint mb-0" }, sayMap("picking"))));
  map.getCanvas().style.cursor = "crosshair";
  map.on("click", ({ lngLat }) => take(lngLat));
  for (const field of Object.values(fields)) field?.addEventListener("input", show);
  show();
}
