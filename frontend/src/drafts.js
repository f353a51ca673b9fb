// <form data-guard>: what was typed survives a closed tab, an ended session or a lost network. It is kept in this
// tab's own storage, never passwords, files or hidden fields, and is gone once the server has taken it.
import { each, make } from "./dom.js";
import { say } from "./words.js";

const PREFIX = "draft:";
const PAUSE_MS = 400;
const unsaved = new Set();
const keyOf = (form) => `${PREFIX}${location.pathname}#${form.id || form.getAttribute("action") || ""}`;

const fieldsOf = (form) =>
  [...form.elements].filter((field) => field.name && !field.disabled && !/^(hidden|password|file|submit|button)$/.test(field.type));

function valueOf(field) {
  if (/^(checkbox|radio)$/.test(field.type)) return field.checked;
  if (field.type === "select-multiple") return [...field.selectedOptions].map((option) => option.value);
  return field.value;
}

function setValue(field, value) {
  if (/^(checkbox|radio)$/.test(field.type)) field.checked = value;
  else if (field.type === "select-multiple") for (const option of field.options) option.selected = value.includes(option.value);
  else field.value = value;
}

// Names repeat (radio buttons, rows of a formset): the place in the form tells them apart.
const snapshot = (form) => fieldsOf(form).map((field) => [field.name, valueOf(field)]);

const same = (left, right) => JSON.stringify(left) === JSON.stringify(right);

function restore(form, kept, served) {
  const fields = fieldsOf(form);
  if (kept.length !== fields.length || kept.some(([name], place) => fields[place].name !== name)) return false;
  kept.forEach(([, value], place) => setValue(fields[place], value));
  const discard = make("button", { type: "button", class: "btn btn-sm ms-auto" }, say("discard"));
  const note = make("div", { class: "alert alert-info d-flex align-items-center gap-2", role: "status" }, say("restored"), discard);
  discard.addEventListener("click", () => {
    served.forEach(([, value], place) => setValue(fields[place], value));
    sessionStorage.removeItem(keyOf(form));
    unsaved.delete(form);
    note.remove();
  });
  form.prepend(note);
  return true;
}

function watch(form) {
  const key = keyOf(form);
  const served = snapshot(form);
  const draft = JSON.parse(sessionStorage.getItem(key) ?? "null");
  const answered = form.querySelector(".is-invalid") || document.querySelector(".alert-success");
  if (draft && (answered || same(draft.values, served))) sessionStorage.removeItem(key);
  else if (draft && restore(form, draft.values, served)) unsaved.add(form);

  let timer;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const values = snapshot(form);
      if (same(values, served)) {
        sessionStorage.removeItem(key);
        unsaved.delete(form);
      } else {
        sessionStorage.setItem(key, JSON.stringify({ values, sent: false }));
        unsaved.add(form);
      }
    }, PAUSE_MS);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    sessionStorage.setItem(key, JSON.stringify({ values: snapshot(form), sent: true }));
    unsaved.delete(form);
  });
}

// A sent draft has done its work when the answer is another page, unless that page asks to sign in.
function forgetSent() {
  if (document.querySelector("input[type=password], [data-signin]")) return;
  for (const key of Object.keys(sessionStorage)) {
    if (!key.startsWith(PREFIX) || key.startsWith(`${PREFIX}${location.pathname}#`)) continue;
    if (JSON.parse(sessionStorage.getItem(key)).sent) sessionStorage.removeItem(key);
  }
}

forgetSent();
each("form[data-guard]", watch);
window.addEventListener("beforeunload", (event) => {
  for (const form of unsaved) if (!form.isConnected) unsaved.delete(form);
  if (unsaved.size) event.preventDefault();
});
