// A figure that is known already, beside a blank cell: one press takes it over.
export function startOffers(grid, saving) {
  for (const button of grid.box.querySelectorAll("[data-offer]")) {
    const input = button.closest(".grid-cell").querySelector("[data-cell]");
    const show = () => {
      button.hidden = Boolean(input.value.trim());
    };
    button.addEventListener("click", () => {
      input.value = button.dataset.offer;
      saving.change(input, 0);
      show();
      input.focus();
    });
    input.addEventListener("input", show);
    show();
  }
}
