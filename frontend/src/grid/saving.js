// Changed cells go to the server a moment after the last key; what it could not take yet waits in this browser.
import { csrfToken, make, notify } from "../dom.js";
import { say } from "../words.js";
import { drawChange } from "./changes.js";
import { sayGrid } from "./words.js";

const PAUSE_MS = 500;
const RETRY_MS = 8000;
const STORED = "grid:";

export function startSaving(grid, findings) {
  const waiting = new Map(); // key → {text, estimate, version}
  const status = document.querySelector("[data-grid-status]");
  const store = `${STORED}${location.pathname}`;
  let timer;
  let busy = false;
  let block = false;

  const keep = () => {
    if (waiting.size) sessionStorage.setItem(store, JSON.stringify([...waiting]));
    else sessionStorage.removeItem(store);
  };
  const tell = (text, failed = false) => {
    status.textContent = text;
    status.classList.toggle("text-danger", failed);
  };
  const content = (input) => ({
    text: input.value,
    estimate: grid.estimateOf(input)?.checked ?? false,
    version: Number(input.dataset.version),
  });

  function later(pause = PAUSE_MS) {
    clearTimeout(timer);
    timer = setTimeout(send, pause);
  }

  function change(input, pause = PAUSE_MS) {
    waiting.set(input.dataset.cell, content(input));
    input.dataset.dirty = "";
    keep();
    drawChange(grid, input);
    count(grid);
    later(pause);
  }

  function changeBlock(inputs) {
    for (const input of inputs) change(input, 0);
    block = true;
  }

  async function send() {
    if (busy || !waiting.size) return;
    busy = true;
    const sent = new Map(waiting);
    const body = new URLSearchParams({ cells: JSON.stringify(Object.fromEntries(sent)) });
    if (block) body.append("pasted", "1");
    block = false;
    tell(sayGrid("saving"));
    try {
      const headers = { "X-CSRFToken": csrfToken(), "X-Requested-With": "fetch", Accept: "application/json" };
      const response = await fetch(grid.state.url, { method: "POST", headers, body, credentials: "same-origin" });
      if (response.redirected) tell(say("expired"), true);
      else if (response.ok) taken(await response.json(), sent);
      else await refused(response);
    } catch {
      tell(sayGrid("waiting", { n: waiting.size }), true);
      setTimeout(send, RETRY_MS);
    } finally {
      busy = false;
    }
    if (waiting.size && [...waiting].some(([key, one]) => sent.get(key) !== one)) later();
  }

  async function refused(response) {
    const type = response.headers.get("Content-Type") ?? "";
    const why = type.includes("json") ? (await response.json()).error : say("failed");
    tell(sayGrid("refused", { why }), true);
    if (response.status >= 500) setTimeout(send, RETRY_MS);
  }

  function taken(answer, sent) {
    for (const [key, one] of Object.entries(answer.kept)) {
      const input = grid.byKey.get(key);
      const typedOn = waiting.get(key) !== sent.get(key);
      input.dataset.version = one.version;
      if (typedOn) {
        waiting.get(key).version = one.version;
        continue;
      }
      waiting.delete(key);
      delete input.dataset.dirty;
      if (document.activeElement !== input) input.value = one.text;
      findings.problem(input, one.problem);
      drawChange(grid, input);
    }
    for (const [key, theirs] of Object.entries(answer.conflicts)) {
      const mine = sent.get(key);
      waiting.delete(key);
      choose(grid.byKey.get(key), mine, theirs);
    }
    if (answer.looked) findings.renew(answer.looked, answer.findings);
    keep();
    tell(waiting.size ? sayGrid("saving") : sayGrid("saved", { at: answer.at }));
  }

  // Two people in one cell: both figures are shown, and whoever came second chooses.
  function choose(input, mine, theirs) {
    const said = grid.saidOf(input);
    const done = (text, estimate) => {
      input.value = text;
      if (grid.estimateOf(input)) grid.estimateOf(input).checked = estimate;
      input.dataset.version = theirs.version;
      said.replaceChildren();
      change(input, 0);
      input.focus();
    };
    const button = (word, act) => {
      const made = make("button", { type: "button", class: "btn btn-sm" }, sayGrid(word));
      made.addEventListener("click", act);
      return made;
    };
    const words = { by: theirs.by, at: theirs.at, theirs: theirs.text || sayGrid("blank"), mine: mine.text || sayGrid("blank") };
    said.replaceChildren(
      make(
        "div",
        { class: "alert alert-warning grid-conflict", role: "alert" },
        make("p", { class: "mb-1" }, sayGrid("conflict", words)),
        make(
          "div",
          { class: "btn-list" },
          button("mine", () => done(mine.text, mine.estimate)),
          button("theirs", () => done(theirs.text, theirs.estimate)),
        ),
      ),
    );
  }

  for (const input of grid.inputs) {
    input.addEventListener("input", () => change(input));
    input.addEventListener("change", () => later(0));
    grid.estimateOf(input)?.addEventListener("change", () => change(input, 0));
  }
  bring(sessionStorage.getItem(store));

  // What the last visit could not send: an ended session, a lost network, a closed tab.
  function bring(kept) {
    const found = JSON.parse(kept ?? "[]").filter(([key]) => grid.byKey.has(key));
    for (const [key, one] of found) {
      const input = grid.byKey.get(key);
      input.value = one.text;
      input.dataset.dirty = "";
      if (grid.estimateOf(input)) grid.estimateOf(input).checked = one.estimate;
      waiting.set(key, one);
    }
    if (found.length) {
      notify(say("restored"));
      later(0);
    }
  }

  window.addEventListener("beforeunload", (event) => {
    if (waiting.size) {
      send();
      event.preventDefault();
    }
  });
  window.addEventListener("online", () => later(0));
  return { change, changeBlock, isWaiting: (key) => waiting.has(key) };
}

export function count(grid) {
  const needed = grid.inputs.filter((input) => "needed" in input.dataset);
  const filled = needed.filter((input) => input.value.trim()).length;
  const words = document.querySelector("[data-grid-count]");
  if (!words) return;
  words.textContent = sayGrid("count", { n: filled, of: needed.length });
  const bar = words.parentElement.querySelector("progress");
  if (bar && needed.length) bar.value = Math.floor((100 * filled) / needed.length);
}
