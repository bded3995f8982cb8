// A decision is shown at once, before the desk has answered. What it gives back takes that away.

import { DONE } from "./acts.js";
import { make } from "./making.js";
import { named } from "./things.js";

const WHERE = ".says, .badges, header, a";

export function look(name, kind, value = {}) {
  const undo = named(name).flatMap((thing) => [...marked(thing, kind), badge(thing, kind, value)]);
  return () => undo.forEach((one) => one());
}

function marked(thing, kind) {
  const classes = ["accepted", "rejected", "deciding"];
  const before = classes.filter((one) => thing.classList.contains(one));
  thing.classList.add("deciding");
  if (kind === "accept" || kind === "reject") {
    thing.classList.toggle("accepted", kind === "accept");
    thing.classList.toggle("rejected", kind === "reject");
  }
  return [() => {
    thing.classList.remove(...classes);
    thing.classList.add(...before);
  }];
}

function badge(thing, kind, value) {
  const words = value.mark ? `${DONE[kind]} ${value.mark}` : DONE[kind];
  const made = make("span", { class: `badge by-person mark-${kind}` }, words);
  if (thing instanceof SVGElement || thing.closest("[data-start]")) return () => {};
  const beside = thing.querySelector(".badge");
  const where = thing.querySelector(WHERE);
  if (beside) beside.after(" ", made);
  else if (where?.matches("a")) where.after(" ", made);
  else if (thing.matches("tr")) thing.lastElementChild?.append(" ", made);
  else (where ?? thing).append(" ", made);
  return () => made.remove();
}
