// All keys in a dialog, where a person can change them, or switch single letters off.

import { ACTS, does } from "./acts.js";
import { openDialog, closeDialog } from "./dialogs.js";
import { bind, holder, isSingle, keyName, keysOf, lettersAreOn, resetKeys, switchLetters } from "./keys.js";
import { button, make } from "./making.js";

export function startHelp() {
  does("help", show);
  document.querySelector(".desk-tools [data-act=help]")?.addEventListener("click", show);
}

function show() {
  const status = make("p", { class: "refusal", role: "status" });
  const groups = Object.groupBy
    ? Object.entries(Object.groupBy(Object.keys(ACTS), (act) => ACTS[act].group))
    : grouped();
  const tables = groups.map(([group, acts]) => make("section", { class: "keys-group" },
    make("h3", {}, group), make("dl", {}, ...acts.map((act) => row(act, status)))));
  const views = [...document.querySelectorAll(".desk-nav [data-key]")].map((one) => make("div", {},
    make("dt", {}, one.textContent), make("dd", {}, make("kbd", {}, keysOf("go")[0] ?? "g"), " ", make("kbd", {}, one.dataset.key))));
  openDialog("Keys", [
    letters(), status,
    make("div", { class: "keys" }, ...tables, make("section", { class: "keys-group" }, make("h3", {}, "Views"), make("dl", {}, ...views))),
    make("p", {}, "Ctrl+Enter sends a dialog, Escape leaves it. Choose a key here to change it."),
    make("p", { class: "dialog-acts" }, button("Close", closeDialog), button("All keys as they came", () => { resetKeys(); show(); })),
  ]).querySelector("input").focus();
}

function grouped() {
  const groups = new Map();
  for (const act of Object.keys(ACTS)) groups.set(ACTS[act].group, [...(groups.get(ACTS[act].group) ?? []), act]);
  return [...groups];
}

function letters() {
  const box = make("input", { type: "checkbox" });
  box.checked = lettersAreOn();
  box.addEventListener("change", () => switchLetters(box.checked));
  return make("label", { class: "letters" }, box, " Single letters and signs are keys (switch off if you speak to your computer)");
}

function row(act, status) {
  const key = button("", () => listen(key, act, status), { class: "key-of" });
  showKeys(key, act);
  return make("div", {}, make("dt", {}, ACTS[act].words.replace("…", "")), make("dd", {}, key));
}

function showKeys(key, act) {
  const keys = keysOf(act);
  key.replaceChildren(...keys.flatMap((one) => [make("kbd", {}, one), " "]));
  if (keys.length === 0) key.append("none");
  key.setAttribute("aria-label", `${ACTS[act].words}: ${keys.join(" or ") || "no key"}. Change`);
}

// The next key is the act's; Backspace takes its keys away, Escape leaves them.
function listen(key, act, status) {
  const end = new AbortController();
  const stop = (words) => {
    end.abort();
    showKeys(key, act);
    status.textContent = words;
  };
  key.replaceChildren("Press a key");
  status.textContent = `Press the new key for “${ACTS[act].words}”. Backspace: no key. Escape: as it was.`;
  key.addEventListener("blur", () => stop(""), { signal: end.signal });
  key.addEventListener("keydown", (event) => {
    if (event.key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") return stop("");
    if (event.key === "Backspace") {
      bind(act, []);
      return stop(`“${ACTS[act].words}” has no key now.`);
    }
    const name = keyName(event);
    if (name === null) return;
    stop(rebind(act, name));
  }, { signal: end.signal });
}

// What is said of the new key; a key that another act has stays with that.
function rebind(act, name) {
  if (!isSingle(name) && !name.startsWith("Alt+") && !/^(Enter|F\d+)$/u.test(name)) return `“${name}” is a key of the browser.`;
  const other = holder(name, act);
  if (other) return `“${name}” is the key for “${ACTS[other].words}” already. Change that first.`;
  bind(act, [name]);
  return `“${name}” is the key for “${ACTS[act].words}” now.`;
}
