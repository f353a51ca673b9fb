// [data-sortable] rows that can be dragged: posts `order` (repeated, in the new order) to data-sort-url.
// The same page has up and down buttons for the keyboard.
import Sortable from "sortablejs";
import { each, notify, post } from "./dom.js";
import { say } from "./words.js";

each("[data-sortable]", (list) => {
  const handle = list.querySelector("[data-sort-handle]") ? "[data-sort-handle]" : undefined;
  let before = [];
  const sortable = Sortable.create(list, {
    handle,
    draggable: "[data-id]",
    dataIdAttr: "data-id",
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 150,
    group: list.dataset.sortGroup || undefined,
    onStart: () => {
      before = sortable.toArray();
    },
    onEnd: async () => {
      const order = sortable.toArray();
      if (order.join() === before.join()) return;
      if (await post(list.dataset.sortUrl, { order })) notify(say("sorted"));
      else sortable.sort(before, true);
    },
  });
});
