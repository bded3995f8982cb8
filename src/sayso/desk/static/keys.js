// Which key does what, and listening for keys. A person can change the keys (help.js).

import { ACTS, start } from "./acts.js";
import { current } from "./things.js";

const KEPT = "sayso-desk-keys";
const A_YEAR = 31_536_000; // seconds
const FIELDS = "input, textarea, select, [contenteditable]";
const CONTROLS = "button, summary, a[href], [role=menuitem]";
const FOR_CONTROLS = new Set(["Enter", "Space"]);
let kept = read();

export const keysOf = (act) => kept.keys[act] ?? ACTS[act].keys;

export const lettersAreOn = () => kept.letters;

// The act that has a key already, unless it is the act itself.
export const holder = (key, act) => Object.keys(ACTS).find((one) => one !== act && keysOf(one).includes(key));

export function bind(act, keys) {
  kept = { ...kept, keys: { ...kept.keys, [act]: keys } };
  write();
}

export function switchLetters(on) {
  kept = { ...kept, letters: on };
  write();
}

export function resetKeys() {
  kept = { letters: true, keys: {} };
  write();
}

// The name of the key that was pressed; null for one that is the browser's.
export function keyName(event) {
  const typed = event.getModifierState?.("AltGraph"); // how some keyboards type "["
  if (event.metaKey || (event.ctrlKey && !typed) || event.isComposing) return null;
  if (["Shift", "Control", "Alt", "Meta", "AltGraph", "Dead", "Tab", "Escape"].includes(event.key)) return null;
  if (event.altKey && !typed) return `Alt+${bracket(event) ?? event.key}`;
  if (event.key === " ") return "Space";
  if ([...event.key].length > 1) return event.key;
  return event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase(); // whatever Caps Lock says
}

// Alt changes the sign on some systems: a bracket is known by its place.
function bracket({ code, shiftKey }) {
  const [plain, shifted] = { BracketLeft: ["[", "{"], BracketRight: ["]", "}"] }[code] ?? [];
  return shiftKey ? shifted : plain;
}

export const isSingle = (key) => [...key].length === 1 || key === "Space";

const isTyping = (target) => Boolean(target?.closest?.(FIELDS));

export function listen() {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isTyping(event.target)) return;
    if (document.querySelector("dialog[open], [role=menu]")) return;
    const key = keyName(event);
    if (key === null || (isSingle(key) && !kept.letters)) return;
    if (FOR_CONTROLS.has(key) && event.target.closest?.(CONTROLS)) return;
    const act = Object.keys(ACTS).find((one) => keysOf(one).includes(key));
    if (!act) return;
    const thing = current();
    if (FOR_CONTROLS.has(key) && !thing?.contains(event.target)) return;
    event.preventDefault();
    start(act, thing, event);
  });
}

// A desk has another port each time that it is opened. A browser keeps what it stores for each port, but
// cookies for the machine: so the keys are kept in one.
function read() {
  try {
    const cookie = document.cookie.split("; ").find((one) => one.startsWith(`${KEPT}=`));
    const found = JSON.parse(decodeURIComponent(cookie.slice(KEPT.length + 1)));
    const keys = Object.entries(found.keys ?? {}).filter(
      ([act, some]) => Object.hasOwn(ACTS, act) && Array.isArray(some) && some.every((one) => typeof one === "string"),
    );
    return { letters: found.letters !== false, keys: Object.fromEntries(keys) };
  } catch {
    return { letters: true, keys: {} };
  }
}

function write() {
  document.cookie = `${KEPT}=${encodeURIComponent(JSON.stringify(kept))}; path=/; max-age=${A_YEAR}; samesite=strict`;
}
