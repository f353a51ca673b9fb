// Maps inside one [data-map-together] show the same part of the country: whichever is moved, the others follow.
const groups = new WeakMap();

export function moveTogether(box, map) {
  const frame = box.closest("[data-map-together]");
  if (!frame) return;
  const maps = groups.get(frame) ?? [];
  groups.set(frame, [...maps, map]);
  let led = false;
  map.on("move", () => {
    if (led) return;
    const view = { center: map.getCenter(), zoom: map.getZoom() };
    groups.get(frame).filter((other) => other !== map).forEach((other) => other.fire("follow", { view }));
  });
  map.on("follow", ({ view }) => {
    led = true;
    map.jumpTo(view);
    led = false;
  });
}
