// A block of a spreadsheet goes down from the cell that has the focus; of several columns the first one with figures.
import { notify } from "../dom.js";
import { sayGrid } from "./words.js";

const FIGURE = /^\s*[-+−]?\d[\d.,\s]*%?\s*$/;

export function columnOf(rows) {
  const width = Math.max(...rows.map((row) => row.length));
  const figures = (place) => rows.filter((row) => FIGURE.test(row[place] ?? "")).length;
  let best = 0;
  for (let place = 1; place < width; place += 1) if (figures(place) > figures(best)) best = place;
  return rows.map((row) => (row[best] ?? "").trim());
}

export function startPasting(grid, saving) {
  grid.box.addEventListener("paste", (event) => {
    const first = event.target.closest("[data-cell]");
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!first || !/[\n\t]/.test(text.trimEnd())) return;
    event.preventDefault();
    const values = columnOf(text.replace(/\r/g, "").replace(/\n+$/, "").split("\n").map((row) => row.split("\t")));
    const shown = grid.inputs.filter(grid.shown);
    const places = shown.slice(shown.indexOf(first), shown.indexOf(first) + values.length);
    for (const [number, input] of places.entries()) {
      input.value = values[number];
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    saving.changeBlock(places);
    const left = values.length - places.length;
    notify(sayGrid(left ? "beyond" : "pasted", { n: places.length, left }), left ? "warning" : "success");
  });
}
