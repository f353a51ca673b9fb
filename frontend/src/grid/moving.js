// Enter and the arrows go to the cell below or above that is shown.
export function startMoving(grid) {
  grid.box.addEventListener("keydown", (event) => {
    const input = event.target.closest("[data-cell]");
    if (!input || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const down = event.key === "ArrowDown" || (event.key === "Enter" && !event.shiftKey);
    const up = event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey);
    if (!down && !up) return;
    event.preventDefault();
    const shown = grid.inputs.filter(grid.shown);
    const next = shown[shown.indexOf(input) + (down ? 1 : -1)];
    next?.focus();
    next?.select();
  });
}
