// The page is shown again from the same address: focus, scroll and what is open stay as they are.

import { make } from "./making.js";
import { focusOn, named, rename, things } from "./things.js";

let running = null;
let again = false;

// One at a time; what is asked for meanwhile is one more. The outcome: whether the page could be shown.
export function refresh(renamed = []) {
  rename(renamed);
  if (running) {
    again = true;
    return running;
  }
  running = replace(renamed).finally(() => {
    running = null;
    if (again) {
      again = false;
      refresh();
    }
  });
  return running;
}

// Somebody types or chooses words in the page: it is not taken from under their hands.
export function isBusy() {
  const main = document.getElementById("main");
  const chosen = getSelection();
  const typing = document.activeElement?.matches("main input, main textarea, main select");
  return Boolean(typing || (chosen && !chosen.isCollapsed && main.contains(chosen.anchorNode)));
}

async function replace(renamed) {
  const state = document.getElementById("state");
  let answer, page;
  try {
    answer = await fetch(location.href, { headers: { accept: "text/html" } });
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    state.textContent = "The desk does not answer. What you see may be older than the case.";
    return false;
  }
  const fresh = page.getElementById("main");
  const isOfDesk = fresh && page.body.dataset.log !== undefined;
  if (isOfDesk) for (const name of ["log", "compared"]) document.body.dataset[name] = page.body.dataset[name];
  if (!answer.ok || !isOfDesk) {
    state.replaceChildren(...stayed(answer.status));
    state.dataset.stays = "";
    return false;
  }
  if (answer.redirected) history.replaceState(history.state, "", answer.url + location.hash);
  put(fresh, renamed);
  document.title = page.title;
  delete state.dataset.stays;
  state.textContent = page.getElementById("state")?.textContent.trim() ?? "";
  document.dispatchEvent(new Event("desk:shown"));
  return true;
}

// What is said of a page that stays as it was: where it is gone, its address says what became of it.
const stayed = (status) => (status === 404
  ? ["What this page shows is not in the case any more. You still see it as it was. ", make("a", { href: location.href }, "What became of it")]
  : [`This page could not be shown again (${status}). You see it as it was.`]);

function put(fresh, renamed) {
  const main = document.getElementById("main");
  const anchor = anchorOf(main);
  const open = new Map([...main.querySelectorAll("details")].map((one) => [keyOf(one), one.open]));
  main.replaceChildren(...document.adoptNode(fresh).childNodes);
  for (const one of main.querySelectorAll("details")) {
    const was = open.get(keyOf(one));
    if (was !== undefined) one.open = was;
  }
  if (!anchor) return;
  const now = (name) => renamed.find(([before]) => before === name)?.[1] ?? name;
  const thing = named(now(anchor.name))[0] ?? things()[anchor.index];
  if (!thing) return;
  if (anchor.focused) focusOn(thing);
  scrollBy({ top: thing.getBoundingClientRect().top - anchor.top, behavior: "instant" });
}

// The thing that must stay where it is: the one with the focus, or else the first in sight.
function anchorOf(main) {
  const every = things();
  const focused = document.activeElement?.closest?.("main .thing[data-name]");
  const kept = document.querySelector("dialog[open]") ? null : focused;
  const thing = kept ?? every.find((one) => one.getBoundingClientRect().top >= 0);
  if (!thing || !main.contains(thing)) return null;
  const { name } = thing.dataset;
  return { name, index: every.indexOf(thing), top: thing.getBoundingClientRect().top, focused: Boolean(kept) };
}

// What a fold is known by: its id, or the thing around it and its heading.
function keyOf(details) {
  const around = details.closest(".thing[data-name]")?.dataset.name ?? "";
  return details.id || `${around}|${details.querySelector("summary")?.textContent.trim().replace(/\d+/gu, "#")}`;
}
