// A breakdown folds away under its heading; a link to one of its cells unfolds it. Without scripts all stands open.
// What somebody said, or what is wrong, is not folded away.
const TELLING = ".grid-remark, .figure-remark, .is-invalid";

export function startFolding(grid) {
  const parts = [...grid.box.querySelectorAll("[data-grid-part]")];

  function fold(part, open) {
    const button = part.querySelector("[data-grid-fold]");
    button.setAttribute("aria-expanded", String(open));
    for (const row of [...part.rows].slice(1)) row.hidden = !open;
  }

  for (const part of parts) {
    const button = part.querySelector("[data-grid-fold]");
    button.hidden = false;
    part.querySelector("[data-grid-unfold]").hidden = true;
    button.addEventListener("click", () => fold(part, button.getAttribute("aria-expanded") !== "true"));
    fold(part, part.querySelector(TELLING) !== null);
  }

  function go() {
    const id = decodeURIComponent(location.hash.slice(1));
    const field = id && document.getElementById(id);
    if (!field || !grid.box.contains(field)) return;
    const part = field.closest("[data-grid-part]");
    if (part) fold(part, true);
    field.scrollIntoView({ block: "center" });
    field.focus();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#o-"]');
    if (link && link.getAttribute("href") === location.hash) setTimeout(go);
  });
  window.addEventListener("hashchange", go);
  go();
}
