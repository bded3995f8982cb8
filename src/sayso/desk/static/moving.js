// Moving the focus among the things of a page, and from view to view.

import { does } from "./acts.js";
import { keyName } from "./keys.js";
import { current, focusOn, things } from "./things.js";
import { say } from "./toasts.js";

const SECONDS_FOR_A_LETTER = 3;

export function startMoving() {
  does("next", () => step(1));
  does("previous", () => step(-1));
  does("open", open);
  does("search", () => document.querySelector(".desk-search input, main [type=search]")?.focus());
  does("go", awaitLetter);
  document.addEventListener("keydown", byArrow);
  document.addEventListener("desk:shown", reachable);
  reachable();
}

function step(by) {
  const every = things();
  if (every.length === 0) return;
  const at = every.indexOf(current());
  const next = at < 0 ? firstInSight(every) : every[Math.min(Math.max(at + by, 0), every.length - 1)];
  focusOn(next);
}

function firstInSight(every) {
  const bar = document.querySelector(".desk-bar")?.getBoundingClientRect().bottom ?? 0;
  return every.find((one) => one.getBoundingClientRect().bottom > bar) ?? every[0];
}

function byArrow(event) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const plain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
  if (by && plain && !event.defaultPrevented && event.target.matches?.(".thing[data-name]")) {
    event.preventDefault();
    step(by);
  }
}

// The words of a thing, or where else it leads; not where a thing within it leads.
function open(thing) {
  const own = (wanted) => [...(thing?.querySelectorAll(wanted) ?? [])].find((one) => one.closest(".thing") === thing);
  (own("a.go") ?? own("a[href]"))?.click();
}

// After "g", the next letter names a view.
function awaitLetter() {
  const views = [...document.querySelectorAll(".desk-nav [data-key]")];
  const close = say(`Go to: ${views.map((one) => `${one.dataset.key} ${one.textContent}`).join(", ")}`);
  const listening = new AbortController();
  const stop = () => { listening.abort(); close(); };
  setTimeout(stop, SECONDS_FOR_A_LETTER * 1000);
  document.addEventListener("keydown", (event) => {
    const key = keyName(event);
    if (key === null && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    stop();
    views.find((one) => one.dataset.key === key)?.click();
  }, { capture: true, signal: listening.signal });
}

// Tab reaches one thing, and from there the rest by arrows.
function reachable() {
  if (!document.querySelector('.thing[tabindex="0"]')) {
    const first = document.querySelector(".thing[data-name]");
    if (first) first.tabIndex = 0;
  }
}
