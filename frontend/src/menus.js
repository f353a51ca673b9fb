// details.menu closes on Esc, on a click elsewhere and when another opens; the way in use shows in a long sidebar.
import { each } from "./dom.js";

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

each(".sidebar [aria-current]", (link) => {
  const bar = link.closest(".sidebar");
  const below = link.offsetTop + link.offsetHeight - bar.clientHeight;
  if (below > 0) bar.scrollTop = below + bar.clientHeight / 3;
});
