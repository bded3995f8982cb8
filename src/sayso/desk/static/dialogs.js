// A question with fields, in the page's one dialog. What the desk refuses is said in it.

import { makeField } from "./fields.js";
import { button, make, quoted } from "./making.js";
import { focusOn, named } from "./things.js";

const REASON = { name: "reason", kind: "long", label: "Reason", rows: 2, hint: "Kept with the decision. May be empty." };

const place = () => document.getElementById("dialog");
let giveBack = () => {}; // the focus, to where it was

// Show elements under a title. The focus returns to where it was, or to the thing of that name.
export function openDialog(title, inside, { thing } = {}) {
  const dialog = place();
  const before = document.activeElement;
  dialog.replaceChildren(make("h2", { id: "dialog-title" }, title), ...inside);
  if (dialog.open) return dialog; // one question follows another: the focus returns as from the first
  dialog.onclose = () => dialog.open || giveBack(); // told late, perhaps: the next question is there already
  giveBack = () => {
    giveBack = () => {};
    dialog.replaceChildren();
    const again = before?.isConnected ? before : named(thing ?? "")[0];
    if (again?.matches(".thing")) focusOn(again);
    else again?.focus();
  };
  dialog.showModal();
  return dialog;
}

// At once, for a key that comes now belongs to the page.
export function closeDialog() {
  place().close();
  giveBack();
}

// A form. `submit(values, changed)` sends it; `values` are read from the fields by their names.
export function openForm({ title, about, fields, send, submit, reason = true, draft, thing }) {
  const made = [...fields, ...(reason ? [REASON] : [])].map(makeField);
  const problem = make("p", { class: "refusal", role: "alert" });
  const sends = make("button", { class: "sends" }, send);
  const form = make("form", { method: "dialog" }, ...made.map((one) => one.element), problem,
    make("p", { class: "dialog-acts" }, sends, button("Cancel", closeDialog)));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.textContent = "";
    sends.disabled = true;
    try {
      const values = Object.fromEntries(made.map((one) => [one.name, one.read()]));
      await submit(values, new Set(made.filter((one) => one.changed()).map((one) => one.name)));
      draft?.forget();
      if (form.isConnected) closeDialog();
    } catch (error) {
      problem.textContent = error.message;
      error.input?.focus();
    } finally {
      sends.disabled = false;
    }
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  openDialog(title, [about ? make("p", { class: "about" }, quoted(about, 300)) : null, form].filter(Boolean), { thing });
  draft?.follow(made[0].input);
  made[0].input.focus();
  return form;
}
