// [data-grid="id of the JSON block"]: figures are kept as they are typed, cell by cell, with what the server says of them.
import { dataBlock, each } from "./dom.js";
import { startFindings } from "./grid/findings.js";
import { startFolding } from "./grid/folding.js";
import { startMoving } from "./grid/moving.js";
import { startOffers } from "./grid/offers.js";
import { startPasting } from "./grid/pasting.js";
import { startSaving } from "./grid/saving.js";
import { startWatching } from "./grid/watching.js";

function start(box) {
  const state = dataBlock(box.dataset.grid, {});
  const inputs = [...box.querySelectorAll("[data-cell]")];
  const grid = {
    box,
    state,
    inputs,
    byKey: new Map(inputs.map((input) => [input.dataset.cell, input])),
    estimateOf: (input) => input.closest(".grid-cell").querySelector("[data-estimate]"),
    saidOf: (input) => input.closest(".grid-cell").querySelector("[data-said]"),
    shown: (input) => input.offsetParent !== null,
  };
  const findings = startFindings(grid);
  startFolding(grid);
  if (!state.editable) return;
  for (const form of box.querySelectorAll("[data-grid-form]")) form.addEventListener("submit", (event) => event.preventDefault());
  for (const foot of box.querySelectorAll("[data-grid-save]")) foot.hidden = true;
  for (const hint of document.querySelectorAll("[data-grid-keys]")) hint.hidden = false;
  const saving = startSaving(grid, findings);
  startMoving(grid);
  startPasting(grid, saving);
  startOffers(grid, saving);
  startWatching(grid, saving);
}

each("[data-grid]", start);
each("[data-folding]", (box) => startFolding({ box }));
