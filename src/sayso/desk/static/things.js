// The things on the page that can be decided on, and which of them is meant.

import { textOfPage } from "./textmap.js";

let last = null; // the name of the thing that had the focus

export const things = () => [...document.querySelectorAll(".thing[data-name]")].filter(isShown);

export const named = (name) => [...document.querySelectorAll(".thing[data-name]")].filter((one) => one.dataset.name === name);

export function current() {
  const focused = document.activeElement?.closest?.(".thing[data-name]");
  return focused ?? (last === null ? null : named(last).find(isShown) ?? null);
}

export function focusOn(thing) {
  for (const one of document.querySelectorAll('.thing[tabindex="0"]')) one.tabIndex = -1;
  thing.tabIndex = 0;
  thing.focus({ preventScroll: true });
  thing.scrollIntoView({ block: "nearest" });
}

// The words by which a person knows a thing: its own, those that it leads to, or the first that it has.
const OWN = ["[data-words]", ".words", ".glance-title", ".point-title"];
const FIRST = ["h1", "h2", "h3", ".name", "bdi"];

export function wordsOf(thing) {
  const own = first(thing, OWN);
  const words = own ? own.dataset.words || own.textContent : wordsInText(thing);
  return (words || (first(thing, FIRST) ?? thing).textContent).trim();
}

const first = (thing, wanted) => wanted.map((one) => thing.querySelector(one)).find(Boolean);

// A note beside a report has no words of its own: it leads to them.
function wordsInText(thing) {
  const ranges = thing.querySelector("[data-ranges]")?.dataset.ranges.split(" ").map((one) => one.split("-").map(Number));
  const text = ranges && textOfPage();
  return text ? ranges.map((one) => text.words(one)).join(" … ") : "";
}

export const reportOf = (name) => (name.includes("/") ? name.slice(0, name.indexOf("/")) : name);

// The point in which a claim is shown, as far as the page says.
export function pointOf(thing) {
  const around = thing.parentElement?.closest("[data-thing=point]");
  if (around) return around.dataset.name;
  const address = /^\/points\/([^/]+)$/u.exec(location.pathname);
  return thing.closest("[data-point]")?.dataset.point ?? (address && decodeURIComponent(address[1]));
}

export function rename(pairs) {
  for (const [before, after] of pairs ?? []) if (last === before) last = after;
}

function isShown(element) {
  return element.getClientRects().length > 0;
}

document.addEventListener("focusin", (event) => {
  const thing = event.target.closest?.(".thing[data-name]");
  if (thing) last = thing.dataset.name;
});
