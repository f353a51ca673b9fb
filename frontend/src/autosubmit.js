// <form data-autosubmit>: filters apply as soon as a choice is made, or half a second after the last key.
const PAUSE_MS = 500;
const waiting = new WeakMap();
const isTyped = (field) => field.matches("input[type=search], input[type=text], input:not([type])");

document.addEventListener("change", ({ target }) => {
  const form = target.form;
  if (form?.matches("[data-autosubmit]") && !isTyped(target)) form.requestSubmit();
});

document.addEventListener("input", ({ target }) => {
  const form = target.form;
  if (!form?.matches("[data-autosubmit]") || !isTyped(target)) return;
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => form.requestSubmit(), PAUSE_MS));
});
