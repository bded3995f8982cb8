// Drawing what the page keeps packed. Texts become text nodes; nothing is read as markup.

const $ = (id) => document.getElementById(id);
const all = (what, where = document) => [...where.querySelectorAll(what)];
const data = JSON.parse($("data").textContent);
const { shapes, shared, parts } = data.packed;
const SVG = "http://www.w3.org/2000/svg";

function unshared(child) {
  return typeof child === "number" ? shared[child] : child;
}

function grow(child, space) {
  const packed = unshared(child);
  if (typeof packed === "string") return document.createTextNode(packed);
  const [tag, fixed, own] = shapes[packed[0]];
  const inside = tag === "svg" ? SVG : space;
  const made = inside ? document.createElementNS(inside, tag) : document.createElement(tag);
  for (let at = 0; at < fixed.length; at += 2) made.setAttribute(fixed[at], fixed[at + 1]);
  own.forEach((name, at) => made.setAttribute(name, packed[at + 1]));
  for (let at = own.length + 1; at < packed.length; at++) made.append(grow(packed[at], inside));
  return made;
}

function valueOf(packed, name) {
  const [, fixed, own] = shapes[packed[0]];
  const at = own.indexOf(name);
  if (at >= 0) return packed[at + 1];
  const place = fixed.indexOf(name);
  return place >= 0 ? fixed[place + 1] : undefined;
}

function childrenOf(packed) {
  return packed.slice(shapes[packed[0]][2].length + 1);
}

function textOf(child) {
  const packed = unshared(child);
  return typeof packed === "string" ? packed : childrenOf(packed).map(textOf).join("");
}

// Calls visit for each element, the outer ones first. Where visit returns true, those inside are passed over.
function walk(children, visit) {
  for (const child of children) {
    const packed = unshared(child);
    if (typeof packed !== "string" && !visit(packed)) walk(childrenOf(packed), visit);
  }
}

// ---- folds

function draw(fold) {
  const part = fold.dataset.draw;
  if (part === undefined) return;
  delete fold.dataset.draw;
  fold.dataset.part = part;
  fold.append(...parts[part].map((child) => grow(child)));
  filterWithin(fold);
}

function drawAll() {
  const waiting = all("[data-draw]");
  while (waiting.length) {
    const fold = waiting.pop();
    draw(fold);
    waiting.push(...all("[data-draw]", fold));
  }
}

function unfold(fold) {
  draw(fold);
  fold.open = true;
}

function openAround(one) {
  for (let up = one.closest("details"); up; up = up.parentElement.closest("details")) unfold(up);
}

let homes = null; // the part that an element with an id is in, and the part that a fold is in

function findHomes() {
  homes = new Map();
  parts.forEach((part, number) => walk(part, (packed) => {
    const id = valueOf(packed, "id"), fold = valueOf(packed, "data-draw");
    if (id) homes.set("#" + id, number);
    if (fold) homes.set(fold, number);
  }));
}

function foldOf(part) {
  const found = document.querySelector(`[data-draw="${part}"], [data-part="${part}"]`);
  if (found || !homes.has(String(part))) return found;
  draw(foldOf(homes.get(String(part))));
  return document.querySelector(`[data-draw="${part}"]`);
}

// The element with this id, drawn for the purpose if need be.
function reach(id) {
  if (!id || $(id)) return $(id);
  if (!homes) findHomes();
  if (!homes.has("#" + id)) return null;
  draw(foldOf(homes.get("#" + id)));
  return $(id);
}
