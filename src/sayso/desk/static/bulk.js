// Deciding on all that a list finds. A page has a button with `data-bulk`, which says what is listed
// ("claims"); the filters are those of the address. What is decided on is shown first, and the desk turns
// down a filter that it cannot follow.

import { DONE } from "./acts.js";
import { ask, tell } from "./asking.js";
import { closeDialog, openDialog, openForm } from "./dialogs.js";
import { button, make, quoted } from "./making.js";
import { refresh } from "./refreshing.js";
import { say } from "./toasts.js";

const KINDS = { accept: "Accept", reject: "Reject", note: "Write a note on" };

const NO_FILTERS = ["what", "page"];

export function startBulk() {
  showButtons();
  document.addEventListener("desk:shown", showButtons);
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest?.("[data-bulk]");
    if (pressed) choose(pressed.dataset.bulk);
  });
}

function showButtons() {
  for (const one of document.querySelectorAll("[data-bulk]")) one.hidden = false;
}

function choose(what) {
  openForm({
    title: `Decide on all ${what} that are found here`, send: "Show what it is", reason: false,
    fields: [
      { name: "kind", kind: "choice", label: "Decision", value: "accept", choices: Object.entries(KINDS) },
      { name: "text", kind: "long", label: "Words of the note", hint: "For a note only." },
    ],
    submit: async ({ kind, text }) => {
      const asked = [...new URLSearchParams(location.search)].filter(([name, given]) => given && !NO_FILTERS.includes(name));
      const { q = "", words = q, ...filters } = Object.fromEntries(asked);
      const value = kind === "note" ? { text: text ?? "" } : {};
      const found = await ask("POST", "/api/preview", { kind, value, what, filters, words });
      confirm(kind, what, found);
    },
  });
}

function confirm(kind, what, { count, rows, token }) {
  const list = make("ol", { class: "preview", tabindex: "0", "aria-label": "What is decided on" },
    ...rows.map((one) => make("li", {}, quoted(one.words ?? one.title ?? one.name))));
  const more = count > rows.length ? make("p", {}, `and ${(count - rows.length).toLocaleString("en")} more`) : null;
  const numbered = `${count.toLocaleString("en")} ${count === 1 ? what.replace(/s$/u, "") : what}`;
  if (count === 0) {
    openDialog("Nothing is found", [make("p", { class: "dialog-acts" }, button("Close", closeDialog))]);
    return;
  }
  const form = openForm({
    title: `${KINDS[kind]} ${numbered}?`, send: `${KINDS[kind]} ${numbered}`, fields: [],
    submit: async ({ reason }) => {
      await tell("/api/bulk", { token, reason: reason ?? "" });
      say(`${numbered}: ${DONE[kind]}`);
      document.dispatchEvent(new Event("desk:decided"));
      await refresh();
    },
  });
  form.before(list, ...(more ? [more] : []));
}
