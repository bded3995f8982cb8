// Places in a report count code points, as Python does; JavaScript's strings count UTF-16 units.
// Only this file changes the one into the other.

export const length = (text) => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

// UTF-16 offset to code points. An offset within a pair is that of its beginning.
export const toPoints = (text, offset) => {
  const cut = offset > 0 && offset < text.length && isLow(text, offset) && isHigh(text, offset - 1);
  return length(text.slice(0, cut ? offset - 1 : offset));
};

export function toUnits(text, points) {
  let offset = 0;
  for (const one of text) {
    if (points <= 0) break;
    points -= 1;
    offset += one.length;
  }
  return offset;
}

const isHigh = (text, at) => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLow = (text, at) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

// Where words stand in a text, nearest to a place: [start, end], or null. Blanks may differ.
export function find(text, words, near = 0, from = 0) {
  const parts = words.trim().split(/\s+/u).filter(Boolean).map(escaped);
  if (parts.length === 0) return null;
  let best = null;
  for (const match of text.matchAll(new RegExp(parts.join("\\s+"), "gu"))) {
    const start = toPoints(text, match.index);
    if (start < from) continue;
    if (best && Math.abs(best[0] - near) <= Math.abs(start - near)) break;
    best = [start, start + length(match[0])];
  }
  return best;
}

// The places of a content; parts of it that stand apart have "…" between them.
export function findAll(text, words, near = 0) {
  const whole = find(text, words, near);
  if (whole) return [whole];
  const found = [];
  for (const part of words.split(/\s+…\s+/u)) {
    const last = found.at(-1)?.[1];
    const place = find(text, part, last ?? near, last ?? 0);
    if (!place) return null;
    found.push(place);
  }
  return found.length ? found : null;
}

const escaped = (word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");

const WORD = /[\p{L}\p{N}\p{M}'’_-]/u;
const BLANK = /\s/u;

const CLUSTERS = new Intl.Segmenter("en", { granularity: "grapheme" });
const LONGEST_CLUSTER = 40; // code points

// The places one character on or back, as a reader sees characters: a flag is one.
export function characterAfter(points, at) {
  const [first] = CLUSTERS.segment(points.slice(at, at + LONGEST_CLUSTER).join(""));
  return at + length(first?.segment ?? "");
}

export function characterBefore(points, at) {
  const all = [...CLUSTERS.segment(points.slice(Math.max(0, at - LONGEST_CLUSTER), at).join(""))];
  return at - length(all.at(-1)?.segment ?? "");
}

// The end of the next word after a place; a sign that is no letter is a word of its own.
export function wordAfter(points, at) {
  while (at < points.length && BLANK.test(points[at])) at += 1;
  if (at >= points.length) return points.length;
  if (!WORD.test(points[at])) return characterAfter(points, at);
  while (at < points.length && WORD.test(points[at])) at += 1;
  return at;
}

// The beginning of the word before a place.
export function wordBefore(points, at) {
  while (at > 0 && BLANK.test(points[at - 1])) at -= 1;
  if (at <= 0) return 0;
  if (!WORD.test(points[at - 1])) return characterBefore(points, at);
  while (at > 0 && WORD.test(points[at - 1])) at -= 1;
  return at;
}

// A span without the blanks at its ends; null if there is nothing else.
export function trimmed(points, [start, end]) {
  while (start < end && BLANK.test(points[start])) start += 1;
  while (end > start && BLANK.test(points[end - 1])) end -= 1;
  return start < end ? [start, end] : null;
}
