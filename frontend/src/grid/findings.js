// What is wrong: marked at the cells, and listed at the top with links. The server answers for what it looked at alone.
import { make } from "../dom.js";
import { sayGrid } from "./words.js";

const ruleless = ({ rule, cells }) => (rule ? "" : (cells[0]?.key ?? "").replace(/\[.*$/, ""));

export function startFindings(grid) {
  let known = grid.state.findings ?? [];
  const problems = new Map(); // key → what is no figure
  const list = document.querySelector("[data-grid-findings]");
  const panel = document.querySelector("[data-grid-todo]");

  function mark() {
    const worst = new Map();
    for (const { severity, cells, check } of known) {
      if (check === "required") continue; // blanks are told in the list; a report that begins is not all red
      for (const { key } of cells) if (severity === "error" || !worst.has(key)) worst.set(key, severity);
    }
    for (const key of problems.keys()) worst.set(key, "error");
    for (const [key, input] of grid.byKey) {
      const kind = worst.get(key);
      input.classList.toggle("is-invalid", kind === "error");
      input.classList.toggle("grid-warned", kind === "warning");
      if (kind === "error") input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  }

  function line({ severity, message, detail, cells, label }) {
    const badge = make("span", { class: `badge ${severity === "error" ? "bg-red-lt" : "bg-yellow-lt"}` }, sayGrid(severity));
    const place = cells[0] ? [make("a", { href: `#${cells[0].anchor}` }, label), ": "] : [];
    const more = detail ? [" ", make("span", { class: "text-secondary" }, detail)] : [];
    return make("li", { class: "list-group-item" }, badge, " ", ...place, message, ...more);
  }

  function show() {
    const sorted = [...known].sort((one, other) => (one.severity === other.severity ? 0 : one.severity === "error" ? -1 : 1));
    list?.replaceChildren(...sorted.map(line));
    if (panel) panel.hidden = !sorted.length;
    mark();
  }

  // A required cell that is blank is told in the list; beside the cell only what was typed is spoken of.
  function beside(input) {
    const said = grid.saidOf(input);
    if (said.querySelector(".grid-conflict")) return;
    const key = input.dataset.cell;
    const own = known.filter(({ cells, check }) => cells[0]?.key === key && check !== "required");
    const lines = problems.has(key) ? [problems.get(key)] : own.map(({ message, detail }) => `${message} ${detail}`.trim());
    said.replaceChildren(...lines.map((text) => make("div", { class: "grid-problem" }, text)));
  }

  function renew(looked, found) {
    const indicators = new Set(looked.indicators);
    const rules = new Set(looked.rules);
    known = known.filter((one) => (one.rule ? !rules.has(one.rule) : !indicators.has(ruleless(one))));
    known.push(...found);
    show();
    for (const [key, input] of grid.byKey) if (indicators.has(key.replace(/\[.*$/, ""))) beside(input);
  }

  function problem(input, text) {
    if (text) problems.set(input.dataset.cell, text);
    else problems.delete(input.dataset.cell);
    beside(input);
  }

  show();
  for (const input of grid.inputs) if (input.value) beside(input);
  return { renew, problem };
}
