// The reports: their texts are drawn in segments that know their facts, and are lit.

const segments = new Map(); // of the reports that are drawn
const notes = new Map();
let lit = [];

// A function that takes the next code points out of some nodes. A mark stands for one of them.
function taker(nodes) {
  const queue = [...nodes];
  let at = 0; // in the text that comes next
  return (count) => {
    const taken = [];
    while (count > 0 && queue.length) {
      const node = queue[0], text = node.data, from = at;
      if (node.nodeType !== Node.TEXT_NODE) {
        queue.shift();
        if (node.matches(".mark")) count--;
        if (!node.matches(".place")) taken.push(node);
        continue;
      }
      for (; count > 0 && at < text.length; count--) at += text.codePointAt(at) > 0xffff ? 2 : 1;
      taken.push(document.createTextNode(text.slice(from, at)));
      if (at >= text.length) { queue.shift(); at = 0; }
    }
    return taken;
  };
}

// The runs of a paragraph: a length in code points, a look, and the facts if there are any.
function asRuns(flat) {
  const runs = [];
  for (const one of flat) {
    const run = runs[runs.length - 1];
    if (typeof one === "string") run.facts = one.split(" ");
    else if (run && run.look === undefined) run.look = data.looks[one];
    else runs.push({ length: one, look: undefined, facts: [] });
  }
  return runs;
}

function drawReport(report) {
  if (segments.has(report)) return segments.get(report);
  const drawn = { found: [], starts: [] };
  segments.set(report, drawn);
  const paragraphs = (data.texts[report] || []).map(asRuns);
  const ends = new Map();
  for (const run of paragraphs.flat()) for (const fact of run.facts) ends.set(fact, run);
  const begun = new Set();
  let place = 0;
  all(".text > p", $("r" + report)).forEach((paragraph, number) => {
    const take = taker(paragraph.childNodes), made = [];
    for (const run of paragraphs[number]) {
      const segment = drawSegment(run, place, take(run.length));
      const begins = run.facts.filter((fact) => fact[0] !== "c" && !begun.has(fact));
      begins.forEach((fact) => begun.add(fact));
      made.push(...begins.map((fact) => placeMark("r" + report + fact)), segment);
      made.push(...run.facts.filter((fact) => fact[0] === "c" && ends.get(fact) === run)
        .map((fact) => noteMark("r" + report + fact)));
      drawn.found.push(segment);
      drawn.starts.push(place);
      place += run.length;
    }
    paragraph.replaceChildren(...made, ...take(Infinity));
  });
  dim(report);
  return drawn;
}

function drawSegment(run, start, words) {
  const segment = document.createElement("span");
  if (run.look) segment.className = run.look;
  segment.dataset.s = start;
  if (run.facts.length) segment.dataset.f = run.facts.join(" ");
  segment.append(...words);
  return segment;
}

function placeMark(id) {
  const place = document.createElement("i");
  place.className = "place";
  place.id = id;
  place.tabIndex = -1;
  return place;
}

function noteMark(id) {
  const mark = document.createElement("a");
  mark.className = "note-mark";
  mark.id = id;
  mark.href = "#n-" + id;
  mark.dataset.n = id.slice(id.indexOf("c") + 1);
  mark.setAttribute("aria-label", "note " + mark.dataset.n + ": " + saying(packedNote(id)));
  return mark;
}

// ---- the notes of a report: its claims, figures and events

function reportOf(id) {
  return id.match(/^r(\d+)/)?.[1];
}

function notesOf(report) {
  if (!notes.has(report)) {
    const known = new Map();
    for (const fold of all(".notes", $("r" + report))) {
      walk(parts[fold.dataset.draw ?? fold.dataset.part], (packed) => {
        const id = valueOf(packed, "id");
        if (id) known.set(id.slice(2), packed);
        return Boolean(id);
      });
    }
    notes.set(report, known);
  }
  return notes.get(report);
}

function packedNote(id) {
  const report = reportOf(id);
  return report && $("r" + report) ? notesOf(report).get(id) : undefined;
}

// Who says it and with which stance, as one line.
function saying(note) {
  let says = "";
  walk([note], (packed) => {
    if (valueOf(packed, "class") === "says") says = textOf(packed);
    return Boolean(says);
  });
  return says.replace(/\s+/g, " ").trim();
}

// ---- lighting

function firstFrom(starts, place) {
  let low = 0, high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] < place) low = middle + 1; else high = middle;
  }
  return low;
}

// Cuts the segment in two that a quotation begins or ends within.
function cutAt(drawn, place) {
  const next = firstFrom(drawn.starts, place);
  if (next === 0 || drawn.starts[next] === place) return;
  const first = drawn.found[next - 1], rest = first.cloneNode(false);
  const take = taker(first.childNodes), head = take(place - drawn.starts[next - 1]);
  const tail = take(Infinity);
  if (!tail.length) return;
  first.replaceChildren(...head);
  rest.append(...tail);
  rest.dataset.s = place;
  first.after(rest);
  drawn.found.splice(next, 0, rest);
  drawn.starts.splice(next, 0, place);
}

function putOut() {
  for (const one of lit) one.classList.remove("lit");
  lit = [];
}

function light(report, ranges) {
  putOut();
  const drawn = drawReport(report);
  for (const range of ranges.split(" ")) {
    const [start, end] = range.split("-").map(Number);
    cutAt(drawn, start);
    cutAt(drawn, end);
    for (let at = firstFrom(drawn.starts, start); at < drawn.found.length && drawn.starts[at] < end; at++) {
      drawn.found[at].classList.add("lit");
      lit.push(drawn.found[at]);
    }
  }
  current(report);
  if (lit[0]) openAround(lit[0]);
  return lit[0];
}

function lightNote(id) {
  return light(reportOf(id), valueOf(packedNote(id), "data-ranges"));
}

function current(report) {
  for (const link of all(".switch a[aria-current]")) link.removeAttribute("aria-current");
  document.querySelector(`.switch a[href="#r${report}"]`)?.setAttribute("aria-current", "true");
}
