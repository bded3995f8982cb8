// The text of a report on the page: from a place in the page to a code point, and back.
// Text stands in elements with `data-start`; an empty element with `data-mark` is one code point.

import { length, toPoints, toUnits } from "./places.js";

const NO_TEXT = "button, svg, .unseen, [data-not-text]";

let known = null;

// The map of the text on the page; null where there is none.
export function textOfPage() {
  const root = document.querySelector(".report-text[data-report]");
  if (root && known?.root !== root) known = new TextMap(root);
  return root && known;
}

class TextMap {
  constructor(root) {
    this.root = root;
    this.report = root.dataset.report;
    this.runs = runsOf(root);
    this.points = pointsOf(this.runs);
  }

  // The code point before which a place in the page stands; null outside of the text.
  point(node, offset) {
    if (!this.root.contains(node)) return null;
    const run = this.runs.find((one) => one.node === node);
    if (run && !run.isMark) return run.start + toPoints(node.data, offset);
    return this.#pointInElement(node, offset);
  }

  // The span that a range of the page holds; null if that is not within this text.
  span(range) {
    const start = this.point(range.startContainer, range.startOffset);
    const end = this.point(range.endContainer, range.endOffset);
    return start === null || end === null || start >= end ? null : [start, end];
  }

  range([start, end]) {
    const range = document.createRange();
    range.setStart(...this.#place(start, false));
    range.setEnd(...this.#place(end, true));
    return range;
  }

  has([start, end]) {
    return this.runs.length > 0 && start >= this.runs[0].start && end <= this.points.length;
  }

  words([start, end]) {
    return this.points.slice(start, end).join("");
  }

  // The first and last code point of the paragraph with a place in it.
  paragraph(point) {
    const block = this.#runAt(point)?.node.parentElement.closest("p, li, h1, h2, h3, h4, td, pre, .block");
    const inside = this.runs.filter((one) => block?.contains(one.node));
    return inside.length ? [inside[0].start, inside.at(-1).end] : [0, this.points.length];
  }

  #runAt(point) {
    return this.runs.find((one) => point < one.end) ?? this.runs.at(-1);
  }

  #pointInElement(element, offset) {
    const next = element.childNodes[offset];
    const after = (one) => (next
      ? next === one.node || next.contains(one.node) || follows(next, one.node)
      : !element.contains(one.node) && follows(element, one.node));
    return (this.runs.find(after) ?? { start: this.points.length }).start;
  }

  #place(point, isEnd) {
    const run = (isEnd ? this.runs.find((one) => point <= one.end) : this.runs.find((one) => point < one.end)) ?? this.runs.at(-1);
    if (!run.isMark) return [run.node, toUnits(run.node.data, point - run.start)];
    const at = [...run.node.parentNode.childNodes].indexOf(run.node);
    return [run.node.parentNode, at + (point > run.start ? 1 : 0)];
  }
}

const follows = (first, second) => Boolean(first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING);

// Runs of text with their places. An element with `data-start` says anew where its text begins.
function runsOf(root) {
  const runs = [];
  const walk = (element, at) => {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && at !== null && node.data) {
        runs.push({ node, start: at, end: (at += length(node.data)), isMark: false });
      } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(NO_TEXT)) {
        if (node.dataset.start !== undefined) at = Number(node.dataset.start);
        if (node.dataset.mark !== undefined && at !== null) runs.push({ node, start: at, end: (at += 1), isMark: true });
        else at = walk(node, at);
      }
    }
    return at;
  };
  // What follows an element with `data-start` outside of it is text only if its parent has one too.
  for (const part of root.querySelectorAll("[data-start]")) {
    if (!part.parentElement.closest(".report-text [data-start]")) walk(part, Number(part.dataset.start));
  }
  return runs;
}

// The text by code points. Where the page shows nothing of it, there are line breaks.
function pointsOf(runs) {
  const points = [];
  for (const run of runs) {
    while (points.length < run.start) points.push("\n");
    if (run.isMark) points.push("\uFFFC");
    else points.push(...run.node.data);
  }
  return points;
}
