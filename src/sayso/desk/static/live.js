// What happens in the case while the page is open. One tab listens for all tabs of the desk: a browser
// opens six connections to a server, and a seventh page would wait for ever.

import { make } from "./making.js";
import { isBusy, refresh } from "./refreshing.js";
import { say } from "./toasts.js";

const KINDS = ["change", "work", "problem"];
const FIRST_WAIT = 1000; // milliseconds
const LONGEST_WAIT = 30_000;
const CLOSED = "The desk has stopped; what you decide now is not kept. Start it with `sayso open CASE` and open the link that it prints.";
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("sayso-desk") : null;
const COMPARING = "Comparing. What you see follows the decisions, and soon what they change.";
let missed = false; // the case changed while somebody was typing here

export function startLive() {
  if (!document.getElementById("main") || document.body.dataset.log === undefined) return;
  tabs?.addEventListener("message", ({ data }) => hear(data.kind, data.body));
  if (tabs && navigator.locks) navigator.locks.request("sayso-desk-events", () => new Promise(() => listen(0)));
  else listen(0);
  for (const kind of ["focusout", "selectionchange"]) document.addEventListener(kind, () => missed && setTimeout(catchUp, 300));
}

function listen(failures) {
  const events = new EventSource("/events");
  events.addEventListener("open", () => {
    if (failures > 0) tellAll("again", {});
    failures = 0;
  });
  for (const kind of KINDS) events.addEventListener(kind, (event) => tellAll(kind, parsed(event.data)));
  events.addEventListener("error", () => {
    events.close();
    if (failures > 0) tellAll("closed", {});
    setTimeout(() => listen(failures + 1), Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT));
  });
}

function tellAll(kind, body) {
  tabs?.postMessage({ kind, body });
  hear(kind, body);
}

const HEARD = {
  change: changed,
  again: () => { state(""); catchUp(true); },
  closed: () => state(CLOSED),
  work: (work) => {
    if (work.job === 0) state(stepWords(work));
    document.dispatchEvent(new Event("desk:work"));
  },
  problem: tellProblems,
};

const hear = (kind, body) => HEARD[kind]?.(body ?? {});

function changed({ log, compared }) {
  const { dataset } = document.body;
  if (Number(dataset.log) >= log && (dataset.compared === "1") === compared) return;
  catchUp(true);
}

async function catchUp(isNew = false) {
  missed ||= isNew;
  if (!missed) return;
  if (isBusy()) {
    state("The case has changed. This page follows when you have finished here.");
    return;
  }
  missed = false;
  const isShown = await refresh();
  if (isShown && document.body.dataset.compared === "0") state(COMPARING);
}

// What the desk is at; the page about adding says more.
function stepWords({ state: step, done, total }) {
  if (step === "comparing") return COMPARING;
  const words = { adding: "Taking in", reading: "Reading" }[step];
  if (!words) return "";
  return total ? `${words}: ${done.toLocaleString("en")} of ${total.toLocaleString("en")}` : words;
}

let problems = 0;
let close = null;

// One message, however many reports fail.
function tellProblems() {
  if (location.pathname === "/add") return;
  problems += 1;
  close?.();
  const many = problems === 1 ? "Something could not be taken in or read. " : `${problems} things could not be taken in or read. `;
  close = say([many, make("a", { href: "/add" }, "What and why")], { problem: true });
}

function state(words) {
  const line = document.getElementById("state");
  if ("stays" in line.dataset && words !== CLOSED) return; // said of the page as it stands
  if (line.textContent !== words) line.textContent = words;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
