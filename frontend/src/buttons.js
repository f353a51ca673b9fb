// data-print prints the page; data-copy="#id" copies a value; data-dialog="id" opens a <dialog>;
// data-check-all="name" ticks every box of that name; data-toggle-password="#id" shows what was typed.
import { notify } from "./dom.js";
import { say } from "./words.js";

async function copy(selector) {
  const source = document.querySelector(selector);
  await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
  notify(say("copied"));
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-print], [data-copy], [data-dialog], [data-dialog-close], [data-toggle-password]");
  if (!button) {
    if (target instanceof HTMLDialogElement) target.close(); // a click beside the box
    return;
  }
  if ("print" in button.dataset) window.print();
  if (button.dataset.copy) copy(button.dataset.copy);
  if (button.dataset.dialog) document.getElementById(button.dataset.dialog)?.showModal();
  if ("dialogClose" in button.dataset) button.closest("dialog")?.close();
  if (button.dataset.togglePassword) {
    const field = document.querySelector(button.dataset.togglePassword);
    field.type = field.type === "password" ? "text" : "password";
    button.setAttribute("aria-pressed", String(field.type === "text"));
  }
});

document.addEventListener("change", ({ target }) => {
  const name = target.dataset?.checkAll;
  if (!name) return;
  const boxes = (target.form ?? document).querySelectorAll(`input[type=checkbox][name="${CSS.escape(name)}"]`);
  for (const box of boxes) if (!box.disabled) box.checked = target.checked;
});
