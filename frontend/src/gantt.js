// [data-gantt="id of the JSON block"]: bars that can be dragged; `start` and `end` (dates, both included) are posted
// to the task's move_url or to data-move-url with {id} replaced.
import Gantt from "frappe-gantt";
import { dataBlock, each, notify, post } from "./dom.js";
import { language, say } from "./words.js";

const WEEK_DAYS = 7;
const REST_MS = 400;

const escaped = (text) =>
  String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`); // the library writes names as markup

const isoDate = (day) =>
  [day.getFullYear(), String(day.getMonth() + 1).padStart(2, "0"), String(day.getDate()).padStart(2, "0")].join("-");

// Short, since the first month may be one column wide; the year stands in the page's heading.
const monthName = (day) => (language() === "vi" ? `T${day.getMonth() + 1}` : day.toLocaleDateString("en-GB", { month: "short" }));
const changesMonth = (day, last) => !last || day.getMonth() !== last.getMonth();
const weeks = (name, columnWidth, lowerText) => ({
  name,
  padding: "14d",
  step: `${WEEK_DAYS}d`,
  column_width: columnWidth,
  upper_text: (day, last) => (changesMonth(day, last) ? monthName(day) : ""),
  lower_text: lowerText,
  thick_line: (day) => day.getDate() <= WEEK_DAYS,
  snap_at: "1d",
});
// Columns are weeks in both views: over months the library would move a bar to the first of a month.
const VIEWS = [
  weeks("Month", 40, (day) => String(day.getDate())),
  weeks("Week", 110, (day) => `${day.getDate()}/${day.getMonth() + 1}`),
];

const CLICK_PX = 4; // a hand is never quite still

/** First and last day under a bar, from where it was dropped. */
function daysUnder(chart, id) {
  const { $bar } = chart.get_bar(id);
  const days = (width) => Math.round((width / chart.config.column_width) * WEEK_DAYS);
  const start = new Date(chart.gantt_start);
  start.setDate(start.getDate() + days($bar.getX()));
  const end = new Date(start);
  end.setDate(end.getDate() + Math.max(1, days($bar.getWidth())) - 1);
  return { start: isoDate(start), end: isoDate(end) };
}

each("[data-gantt]", (box) => {
  const tasks = dataBlock(box.dataset.gantt, []).map((task) => ({ ...task, name: escaped(task.name) }));
  if (!tasks.length) return;
  const held = new Map(tasks.map((task) => [task.id, { ...task }]));
  const resting = new Map();
  let pressedAt = 0;
  let dragged = false;
  box.addEventListener("pointerdown", ({ clientX }) => (pressedAt = clientX), true);
  box.addEventListener("pointerup", ({ clientX }) => (dragged = Math.abs(clientX - pressedAt) > CLICK_PX), true);

  async function settle(task) {
    const url = task.move_url || box.dataset.moveUrl?.replace("{id}", task.id);
    const days = daysUnder(chart, task.id);
    if (url && (await post(url, days))) {
      notify(say("moved"));
      held.set(task.id, { ...held.get(task.id), ...days });
    } else chart.refresh([...held.values()].map((kept) => ({ ...kept })));
  }

  const chart = new Gantt(box, tasks, {
    language: language(),
    view_modes: VIEWS,
    view_mode: box.dataset.viewMode || "Month",
    view_mode_select: false,
    today_button: false,
    scroll_to: box.dataset.scrollTo || "start",
    infinite_padding: false,
    container_height: "auto",
    holidays: null,
    popup: false,
    readonly: !("moveUrl" in box.dataset),
    readonly_progress: true,
    on_click: (task) => {
      if (task.url && !dragged) location.assign(task.url); // letting go of a bar is a click too
    },
    on_date_change: (task) => {
      clearTimeout(resting.get(task.id)); // the library tells every day that a bar passes; where it rests is meant
      resting.set(task.id, setTimeout(() => settle(task), REST_MS));
    },
  });
  box.querySelector(".gantt-container")?.setAttribute("tabindex", "0"); // it scrolls, so the keyboard must reach it
  box.addEventListener("gantt:view", ({ detail }) => {
    chart.change_view_mode(detail);
    const drawing = box.querySelector("svg.gantt"); // the library leaves it as wide as the page when drawing anew
    drawing.setAttribute("width", drawing.querySelector(".grid-row").getAttribute("width"));
  });
});

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-gantt-view]");
  if (!button) return;
  for (const box of document.querySelectorAll("[data-gantt]"))
    box.dispatchEvent(new CustomEvent("gantt:view", { detail: button.dataset.ganttView }));
  for (const other of document.querySelectorAll("[data-gantt-view]"))
    other.setAttribute("aria-pressed", String(other === button));
});
