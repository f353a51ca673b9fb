// [data-column] holds cards [data-card="where a move is sent"]: a card that is dragged to another column asks the server,
// which carries the step out or leads to the form that it needs. Each card has buttons for the keyboard too.
import Sortable from "sortablejs";
import { csrfToken, each, make } from "./dom.js";

function send(url, to) {
  const form = make("form", { method: "post", action: url });
  form.append(
    make("input", { type: "hidden", name: "csrfmiddlewaretoken", value: csrfToken() }),
    make("input", { type: "hidden", name: "to", value: to }),
  );
  document.body.append(form);
  form.submit();
}

each("[data-column]", (column) => {
  Sortable.create(column, {
    group: "board",
    draggable: "[data-card]",
    filter: "a, button",
    preventOnFilter: false,
    sort: false,
    delay: 150,
    delayOnTouchOnly: true,
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 150,
    onEnd: ({ item, from, to }) => {
      if (from !== to) send(item.dataset.card, to.dataset.column);
    },
  });
});
