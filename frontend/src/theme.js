// Loaded before the first paint: the colours the person chose, or those of their system.
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const chosen = localStorage.getItem("theme") ?? "auto";
    const theme = chosen === "auto" ? (dark.matches ? "dark" : "light") : chosen;
    if (document.documentElement.dataset.bsTheme === theme) return;
    document.documentElement.dataset.bsTheme = theme;
    document.dispatchEvent(new CustomEvent("theme:changed", { detail: theme }));
  };
  document.documentElement.classList.add("has-script");
  apply();
  dark.addEventListener("change", apply);
  document.addEventListener("theme:chosen", apply);
  window.addEventListener("beforeprint", () => {
    document.documentElement.dataset.bsTheme = "light"; // ink is dark, paper is light
    document.dispatchEvent(new CustomEvent("theme:changed", { detail: "light" }));
  });
  window.addEventListener("afterprint", apply);
})();
