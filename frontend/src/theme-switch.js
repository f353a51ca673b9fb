// [data-theme-choice=light|dark|auto] chooses; [data-theme-toggle] changes between light and dark.
import { each } from "./dom.js";

const chosen = () => localStorage.getItem("theme") ?? "auto";

function choose(theme) {
  localStorage.setItem("theme", theme);
  document.dispatchEvent(new CustomEvent("theme:chosen"));
  mark();
}

function mark() {
  const isDark = document.documentElement.dataset.bsTheme === "dark";
  for (const button of document.querySelectorAll("[data-theme-choice]"))
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === chosen()));
  for (const button of document.querySelectorAll("[data-theme-toggle]")) button.setAttribute("aria-pressed", String(isDark));
}

document.addEventListener("click", ({ target }) => {
  const choice = target.closest("[data-theme-choice]");
  if (choice) choose(choice.dataset.themeChoice);
  if (target.closest("[data-theme-toggle]")) choose(document.documentElement.dataset.bsTheme === "dark" ? "light" : "dark");
});
document.addEventListener("theme:changed", mark);
each("[data-theme-choice], [data-theme-toggle]", mark);
