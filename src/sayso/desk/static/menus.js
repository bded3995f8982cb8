// The quiet button on each thing, and the menu that it opens: the same acts as by keys.

import { ACTS, does, start, suits } from "./acts.js";
import { keyName, keysOf } from "./keys.js";
import { make, shortened } from "./making.js";
import { focusOn, named, pointOf, wordsOf } from "./things.js";

export function startMenus() {
  does("menu", (thing) => thing && openMenu(thing, thing));
  document.addEventListener("desk:shown", addButtons);
  document.addEventListener("contextmenu", byMenuKey);
  addButtons();
}

function addButtons() {
  for (const thing of document.querySelectorAll(".thing[data-name]:not(.has-menu)")) {
    if (thing instanceof SVGElement || thing.closest("[data-start], a, button, summary")) continue;
    thing.classList.add("has-menu");
    const of = make("button", { type: "button", class: "menu-of", "aria-haspopup": "menu", "aria-label": `Decide on: ${shortened(wordsOf(thing), 60)}` }, "…");
    of.addEventListener("click", (event) => {
      event.stopPropagation();
      openMenu(thing, of);
    });
    (thing.matches("tr") ? thing.lastElementChild : thing).append(of);
  }
}

// The menu key of the keyboard, on a thing that has the focus.
function byMenuKey(event) {
  if (event.button === 2 || !event.target.matches?.(".thing[data-name]")) return;
  if (document.activeElement !== event.target) return;
  event.preventDefault();
  openMenu(event.target, event.target);
}

function openMenu(thing, beside) {
  const { name } = thing.dataset;
  const point = pointOf(thing);
  const acts = Object.keys(ACTS).filter((act) => ACTS[act].group !== "Words of a report" && suits(act, thing.dataset.thing, point));
  const menu = make("div", { class: "menu", role: "menu", "aria-label": `Decide on: ${shortened(wordsOf(thing), 60)}`, popover: "auto" },
    ...acts.map((act) => item(act, run)));
  function run(act) {
    menu.hidePopover();
    const now = thing.isConnected ? thing : named(name)[0];
    if (!now) return;
    focusOn(now);
    start(act, now);
  }
  menu.addEventListener("keydown", (event) => byKey(event, menu));
  menu.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    const returns = menu.contains(document.activeElement) || document.activeElement === document.body;
    menu.remove();
    if (returns && beside.isConnected) beside.focus();
  });
  document.body.append(menu);
  menu.showPopover();
  put(menu, beside.getBoundingClientRect());
  menu.firstElementChild?.focus();
}

const item = (act, run) => make("button", { type: "button", role: "menuitem", tabindex: "-1", "data-act": act, onclick: () => run(act) },
  make("span", {}, ACTS[act].words), ...keysOf(act).slice(0, 1).map((key) => make("kbd", { "aria-hidden": "true" }, key)));

function byKey(event, menu) {
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === "Tab") menu.hidePopover();
  else if (event.key === "Escape") menu.hidePopover();
  else if (to !== undefined) items.at(to % items.length).focus();
  else {
    const key = keyName(event);
    if (["Enter", "Space", null].includes(key)) return; // a button's own keys
    const found = items.find((one) => keysOf(one.dataset.act).includes(key));
    if (!found) return;
    found.click();
  }
  event.preventDefault();
  event.stopPropagation();
}

// Beside the button, within the window. On a narrow one the style puts it at the bottom.
function put(menu, at) {
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(at.right - width, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(at.bottom + 4, innerHeight - height - 8))}px`;
}
