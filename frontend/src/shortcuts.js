// "/" goes to the search box, "?" lists the shortcuts, data-shortcut="n" gives a link or button a key of its own.
// Single keys can disturb speech input, so the list has a switch that turns them off (WCAG 2.1.4).
import { make } from "./dom.js";
import { say } from "./words.js";

const OFF = "shortcuts-off";
const isOff = () => localStorage.getItem(OFF) === "1";
const typing = (target) => target.closest("input, textarea, select, [contenteditable], .ts-wrapper");
const searchBox = () => document.querySelector("[data-search], input[type=search]");
const labelOf = (element) => element.getAttribute("aria-label") || element.textContent.trim();

const row = (key, text) => make("tr", {}, make("td", {}, make("kbd", {}, key)), make("td", {}, text));

function list() {
  const rows = [row("?", say("helpKey"))];
  if (searchBox()) rows.unshift(row("/", say("searchKey")));
  for (const element of document.querySelectorAll("[data-shortcut]")) rows.push(row(element.dataset.shortcut, labelOf(element)));
  const tick = make("input", { type: "checkbox", class: "form-check-input" });
  tick.checked = !isOff();
  tick.addEventListener("change", () => localStorage.setItem(OFF, tick.checked ? "0" : "1"));
  const box = make(
    "dialog",
    { class: "dialog", "aria-labelledby": "shortcuts-title" },
    make(
      "form",
      { method: "dialog", class: "dialog-form" },
      make("h2", { class: "h3", id: "shortcuts-title" }, say("shortcuts")),
      make("table", { class: "table table-sm" }, make("tbody", {}, ...rows)),
      make("label", { class: "form-check" }, tick, make("span", { class: "form-check-label" }, say("shortcutsOn"))),
      make("div", { class: "btn-list justify-content-end" }, make("button", { class: "btn" }, say("close"))),
    ),
  );
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
}

document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-shortcuts]")) list();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
  if (isOff()) return;
  if (event.key === "?") list();
  else if (event.key === "/" && searchBox()) searchBox().focus();
  else {
    const found = document.querySelector(`[data-shortcut="${CSS.escape(event.key)}"]`);
    if (!found) return;
    found.click();
  }
  event.preventDefault();
});
