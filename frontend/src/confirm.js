// data-confirm="Question?" on a form, a submit button or an htmx element asks in a <dialog> before anything is sent.
import { make } from "./dom.js";
import { say } from "./words.js";

const agreed = new WeakSet();

/** Ask; resolves to true when the person agrees. Esc and a click beside the box mean no. */
function ask(question, verb) {
  const yes = make("button", { type: "submit", value: "yes", class: "btn btn-primary" }, verb || say("agree"));
  const no = make("button", { type: "submit", value: "no", class: "btn" }, say("cancel"));
  const form = make(
    "form",
    { method: "dialog", class: "dialog-form" },
    make("h2", { class: "h3", id: "confirm-title" }, say("confirm")),
    make("p", { id: "confirm-question" }, question),
    make("div", { class: "btn-list justify-content-end" }, no, yes),
  );
  const box = make(
    "dialog",
    { class: "dialog", "aria-labelledby": "confirm-title", "aria-describedby": "confirm-question" },
    form,
  );
  document.body.append(box);
  box.showModal();
  return new Promise((resolve) => {
    box.addEventListener("close", () => {
      box.remove();
      resolve(box.returnValue === "yes");
    });
  });
}

document.addEventListener(
  "submit",
  async (event) => {
    const { target: form, submitter } = event;
    const asker = submitter?.dataset.confirm ? submitter : form;
    const question = asker.dataset.confirm;
    if (!question) return;
    if (agreed.delete(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (await ask(question, asker.dataset.confirmVerb)) {
      agreed.add(form);
      form.requestSubmit(submitter ?? undefined);
    } else submitter?.focus();
  },
  true, // before htmx and the draft keeper see it
);

document.addEventListener("htmx:confirm", async (event) => {
  const { question, elt, issueRequest } = event.detail;
  if (!question) return;
  event.preventDefault();
  if (await ask(question, elt.dataset.confirmVerb)) issueRequest(true);
});
