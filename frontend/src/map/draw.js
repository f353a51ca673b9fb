// Drawing an area: corners by clicks, or by the keyboard from the middle of the map. The corners go into a field of the
// form as "longitude latitude, …", and the form is sent.
import { make } from "../dom.js";
import { collection, polygon } from "./shapes.js";
import { sayMap } from "./words.js";

const DIGITS = 5; // of a degree: about a metre

const written = (corners) => corners.map((corner) => corner.map((value) => value.toFixed(DIGITS)).join(" ")).join(", ");

export const readCorners = (text) =>
  text
    .split(",")
    .map((pair) => pair.trim().split(/\s+/).map(Number))
    .filter((pair) => pair.length === 2 && pair.every(Number.isFinite));

/** The area as far as it is drawn: corners, the line between them, and from three on the whole. */
function sketch(corners) {
  const features = corners.map((at) => ({ type: "Feature", properties: { tone: 5 }, geometry: { type: "Point", coordinates: at } }));
  const shown = { corners: { id: "drawn-corners", kind: "points", tone: 5, data: collection(features) } };
  if (corners.length > 2)
    shown.area = { id: "drawn", kind: "areas", tone: 5, data: collection([polygon([...corners, corners[0]])]) };
  else if (corners.length === 2) {
    const line = { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: corners } };
    shown.area = { id: "drawn", kind: "lines", tone: 5, data: collection([line]) };
  }
  return shown;
}

export function drawArea(box, map, options, state, dress) {
  const input = document.getElementById(options.draw.input);
  if (!input) return;
  let corners = readCorners(input.value);
  const button = (key, act) => {
    const one = make("button", { type: "button", class: "btn btn-sm" }, sayMap(key));
    one.addEventListener("click", act);
    return one;
  };
  const show = () => {
    state.own = corners.length ? sketch(corners) : {};
    dress();
    finish.disabled = corners.length < 3;
    undo.disabled = !corners.length;
  };
  const send = () => {
    working(false);
    input.value = corners.length > 2 ? written(corners) : "";
    input.form?.requestSubmit();
  };
  const add = (at) => {
    corners.push([at.lng, at.lat]);
    show();
  };
  const working = (on) => {
    if (on) box.dataset.busy = "drawing";
    else delete box.dataset.busy;
    start.hidden = on;
    for (const part of [middle, undo, finish, hint]) part.hidden = !on;
    map.getCanvas().style.cursor = on ? "crosshair" : "";
  };
  const start = button("draw", () => {
    corners = [];
    working(true);
    show();
  });
  const middle = button("middle", () => add(map.getCenter()));
  const undo = button("undo", () => {
    corners.pop();
    show();
  });
  const finish = button("finish", send);
  const clear = button("clear", () => {
    corners = [];
    show();
    send();
  });
  const hint = make("p", { class: "form-hint mb-0", role: "status" }, sayMap("drawing"));
  box.parentElement.before(make("div", { class: "map-tools btn-list" }, start, middle, undo, finish, clear, hint));
  map.on("click", ({ lngLat }) => {
    if (box.dataset.busy === "drawing") add(lngLat);
  });
  box.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && box.dataset.busy === "drawing") working(false);
  });
  working(false);
  show();
}
