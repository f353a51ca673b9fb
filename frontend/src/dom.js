// Small helpers that several behaviours share.
import { say } from "./words.js";

/** Make an element; children that are strings become text, never markup. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Call `start` once for each element that matches, now and after htmx swaps in more. */
export function each(selector, start) {
  const begun = new WeakSet();
  const run = (root) => {
    const found = [...root.querySelectorAll(selector)];
    if (root instanceof Element && root.matches(selector)) found.unshift(root);
    for (const element of found) {
      if (begun.has(element)) continue;
      begun.add(element);
      start(element);
    }
  };
  const begin = () => {
    run(document);
    document.body.addEventListener("htmx:load", (event) => run(event.target));
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
}

/** The JSON of the data block `<script type="application/json" id="…">`. */
export function dataBlock(id, otherwise) {
  const block = id && document.getElementById(id);
  return block ? JSON.parse(block.textContent) : otherwise;
}

/** Say something without moving the focus; screen readers announce it. */
export function notify(text, kind = "success") {
  let region = document.getElementById("live");
  if (!region) {
    region = make("div", { id: "live", class: "live-region", role: "status", "aria-live": "polite" });
    document.body.append(region);
  }
  const close = make("button", { type: "button", class: "btn-close", "aria-label": say("close") });
  const note = make("div", { class: `alert alert-${kind} alert-dismissible live-note` }, text, close);
  close.addEventListener("click", () => note.remove());
  region.append(note);
  if (kind === "success") setTimeout(() => note.remove(), 6000);
}

/** The token that Django wants with every change: from the page's head, a form on it, or the cookie. */
export function csrfToken() {
  const written = document.querySelector('meta[name="csrf-token"]')?.content;
  if (written) return written;
  const field = document.querySelector("input[name=csrfmiddlewaretoken]")?.value;
  if (field) return field;
  return document.cookie.match(/(?:^|;\s*)csrftoken=([^;]+)/)?.[1] ?? "";
}

/** The server's own words of refusal: JSON `{"error": …}` or plain text; otherwise a general sentence. */
async function reason(response) {
  const type = response.headers.get("Content-Type") ?? "";
  if (type.includes("json")) return (await response.json()).error ?? say("failed");
  if (type.startsWith("text/plain")) return (await response.text()) || say("failed");
  return response.redirected || response.status === 401 ? say("expired") : say("failed");
}

/** POST fields as a form would; true when the server agreed, otherwise the reason is shown. */
export async function post(url, fields) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  try {
    const headers = { "X-CSRFToken": csrfToken(), "X-Requested-With": "fetch", Accept: "application/json" };
    const response = await fetch(url, { method: "POST", headers, body, credentials: "same-origin" });
    if (response.ok && !response.redirected) return true;
    notify(await reason(response), "danger");
  } catch {
    notify(say("offline"), "danger");
  }
  return false;
}
