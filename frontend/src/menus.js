// details.menu closes on Esc, on a click elsewhere and when another opens; details[data-open-wide] stands open on a
// wide screen.
import { each } from "./dom.js";

const WIDE = "(min-width: 768px)";
const opened = () => document.querySelectorAll("details.menu[open]");

document.addEventListener("click", ({ target }) => {
  for (const menu of opened()) if (!menu.contains(target)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of opened()) {
    const within = menu.contains(document.activeElement);
    menu.open = false;
    if (within) menu.querySelector("summary").focus();
  }
});

each("details[data-open-wide]", (fold) => {
  const wide = matchMedia(WIDE);
  const fit = () => {
    fold.open = wide.matches;
  };
  fit();
  wide.addEventListener("change", fit);
});
