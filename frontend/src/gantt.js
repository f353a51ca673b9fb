// [data-gantt="id of the JSON block"]: bars that can be dragged; `start` and `end` (dates, both included) are posted
// to the task's move_url or to data-move-url with {id} replaced.
import Gantt from "frappe-gantt";
import { dataBlock, each, notify, post } from "./dom.js";
import { language, say } from "./words.js";

const escaped = (text) =>
  String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`); // the library writes names as markup

const isoDate = (day) =>
  [day.getFullYear(), String(day.getMonth() + 1).padStart(2, "0"), String(day.getDate()).padStart(2, "0")].join("-");

each("[data-gantt]", (box) => {
  const tasks = dataBlock(box.dataset.gantt, []).map((task) => ({ ...task, name: escaped(task.name) }));
  if (!tasks.length) return;
  const editable = "moveUrl" in box.dataset;
  let held = new Map(tasks.map((task) => [task.id, { ...task }]));
  const chart = new Gantt(box, tasks, {
    language: language(),
    view_mode: box.dataset.viewMode || "Month",
    view_mode_select: false,
    today_button: false,
    scroll_to: box.dataset.scrollTo || "start",
    infinite_padding: false,
    container_height: "auto",
    holidays: null,
    popup: false,
    readonly: !editable,
    readonly_progress: true,
    on_click: (task) => {
      if (task.url) location.assign(task.url);
    },
    on_date_change: async (task, start, end) => {
      const url = task.move_url || box.dataset.moveUrl?.replace("{id}", task.id);
      const fields = { start: isoDate(start), end: isoDate(end) };
      if (url && (await post(url, fields))) {
        notify(say("moved"));
        held.set(task.id, { ...held.get(task.id), ...fields });
      } else chart.refresh([...held.values()].map((kept) => ({ ...kept })));
    },
  });
  box.addEventListener("gantt:view", ({ detail }) => chart.change_view_mode(detail));
});

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-gantt-view]");
  if (!button) return;
  for (const box of document.querySelectorAll("[data-gantt]"))
    box.dispatchEvent(new CustomEvent("gantt:view", { detail: button.dataset.ganttView }));
  for (const other of document.querySelectorAll("[data-gantt-view]"))
    other.setAttribute("aria-pressed", String(other === button));
});
