// Somebody else may be at work in the same report: what they change appears, unless this page is changing it too.
import { make } from "../dom.js";
import { drawChange } from "./changes.js";
import { count } from "./saving.js";
import { sayGrid } from "./words.js";

const EVERY_MS = 20000;

export function startWatching(grid, saving) {
  let since = grid.state.since;

  function take(key, one) {
    const input = grid.byKey.get(key);
    if (!input || saving.isWaiting(key) || one.version <= Number(input.dataset.version)) return;
    if (document.activeElement === input) return; // it becomes a choice when this person changes it
    input.value = one.text;
    input.dataset.version = one.version;
    if (grid.estimateOf(input)) grid.estimateOf(input).checked = one.estimate;
    grid.saidOf(input).replaceChildren(make("div", { class: "grid-other" }, sayGrid("other", { by: one.by })));
    drawChange(grid, input);
  }

  async function look() {
    if (document.hidden) return;
    try {
      const headers = { "X-Requested-With": "fetch", Accept: "application/json" };
      const response = await fetch(`${grid.state.url}?since=${encodeURIComponent(since)}`, { headers, credentials: "same-origin" });
      if (!response.ok || response.redirected) return;
      const answer = await response.json();
      since = answer.now;
      for (const [key, one] of Object.entries(answer.others)) take(key, one);
      count(grid);
    } catch {
      // The next look tries again; saving tells of a lost network.
    }
  }

  setInterval(look, EVERY_MS);
  document.addEventListener("visibilitychange", look);
}
