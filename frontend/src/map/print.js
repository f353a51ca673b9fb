// A printer takes the picture when the browser has long thrown its drawing away: it is copied just before.
import { make } from "../dom.js";

export function printable(box, map) {
  addEventListener("beforeprint", () => {
    map.redraw();
    const drawn = map.getCanvas();
    const copy = make("canvas", { class: "map-printed", width: drawn.width, height: drawn.height, "aria-hidden": "true" });
    copy.getContext("2d").drawImage(drawn, 0, 0);
    box.append(copy);
  });
  addEventListener("afterprint", () => box.querySelector(".map-printed")?.remove());
}
