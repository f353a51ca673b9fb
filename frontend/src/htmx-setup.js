// htmx under a strict content security policy, with Django's token and refusals that can be read.
import htmx from "htmx.org";
import { csrfToken, notify } from "./dom.js";
import { say } from "./words.js";

htmx.config.allowEval = false;
htmx.config.allowScriptTags = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
htmx.config.historyCacheSize = 0; // pages hold personal data: nothing of them stays in the browser's storage
htmx.config.responseHandling = [
  { code: "204", swap: false },
  { code: "[23]..", swap: true },
  { code: "422", swap: true }, // a form with errors is drawn again
  { code: "[45]..", swap: false, error: true },
];
window.htmx = htmx;

document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.verb !== "get") detail.headers["X-CSRFToken"] = csrfToken();
});
document.addEventListener("htmx:sendError", () => notify(say("offline"), "danger"));
document.addEventListener("htmx:responseError", ({ detail: { xhr } }) => {
  const plain = (xhr.getResponseHeader("Content-Type") ?? "").startsWith("text/plain");
  notify(plain && xhr.responseText ? xhr.responseText : say("failed"), "danger");
});
