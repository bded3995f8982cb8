// Files are sent one by one, a few at a time; the desk reads them meanwhile. The list of what came in is
// the page's own: it is asked for again while something is under way.

import { ask } from "./asking.js";
import { make } from "./making.js";

const AT_ONCE = 3;
const MOST_NOT_SENT = 200; // shown
const PAUSE = 1000; // milliseconds, when the desk has enough to do
const BUSY = 429; // how it says so
const OFTEN = 700, SELDOM = 4000; // milliseconds between two looks
const SIDECAR = ".meta.toml";
const CLOSED = "The desk does not answer. Type `sayso open CASE` in a terminal, and add it again.";

const drop = document.getElementById("drop");
const waiting = [];
const sent = { done: 0, total: 0, lost: 0, active: 0 };

drop.hidden = false;
document.getElementById("without-script").hidden = true;

for (const name of ["choose-files", "choose-folder"]) {
  const field = document.getElementById(name);
  field.addEventListener("change", () => {
    add([...field.files].map((file) => ({ file, name: file.webkitRelativePath || file.name })));
    field.value = "";
  });
}

const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
let over = 0; // elements of the page that a file is held over
document.addEventListener("dragenter", (event) => { if (hasFiles(event)) drop.classList.toggle("over", ++over > 0); });
document.addEventListener("dragleave", (event) => { if (hasFiles(event)) drop.classList.toggle("over", --over > 0); });
document.addEventListener("dragover", (event) => { if (hasFiles(event)) event.preventDefault(); });
document.addEventListener("drop", async (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  over = 0;
  drop.classList.remove("over");
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const found = [];
  for (const entry of entries) await collect(entry, found);
  add(found);
});

async function collect(entry, found) {
  const name = entry.fullPath.replace(/^\//, "");
  try {
    if (entry.isFile) {
      found.push({ name, file: await new Promise((good, bad) => entry.file(good, bad)) });
      return;
    }
    const reader = entry.createReader();
    for (;;) { // it gives some hundred at once
      const some = await new Promise((good, bad) => reader.readEntries(good, bad));
      if (!some.length) return;
      for (const one of some) await collect(one, found);
    }
  } catch (error) {
    tellNotSent(name, `it cannot be read (${error.name})`);
  }
}

// As `sayso add FOLDER`: hidden files, and what a browser saved with a page, are no reports.
function add(found) {
  const names = new Set(found.map((one) => one.name));
  const folders = [...names].filter((name) => /\.html?$/i.test(name)).map((name) => name.replace(/\.html?$/i, "_files/"));
  const wanted = found.filter(({ name }) =>
    !name.split("/").some((part) => part.startsWith(".")) && !folders.some((folder) => name.startsWith(folder)));
  for (const { name } of wanted) {
    if (name.endsWith(SIDECAR) && !names.has(name.slice(0, -SIDECAR.length))) tellNotSent(name, "the report that it is about was not chosen with it");
  }
  const reports = wanted.filter(({ name }) => !name.endsWith(SIDECAR)).sort((one, other) => (one.name < other.name ? -1 : 1));
  const beside = new Map(wanted.filter(({ name }) => name.endsWith(SIDECAR)).map((one) => [one.name.slice(0, -SIDECAR.length), one]));
  for (const one of reports) waiting.push({ ...one, beside: beside.get(one.name) });
  sent.total += reports.length;
  tellSending();
  while (sent.active < AT_ONCE && waiting.length) sendOnAndOn();
}

async function sendOnAndOn() {
  sent.active += 1;
  for (let one; (one = waiting.shift()); ) {
    try {
      if (one.beside) await send(one.beside);
      await send(one);
      sent.done += 1;
    } catch (error) {
      sent.lost += 1;
      tellNotSent(one.name, error.message);
    }
    tellSending();
    look();
  }
  sent.active -= 1;
}

async function send({ file, name }) {
  for (;;) {
    try {
      return await ask("PUT", `/api/files?name=${encodeURIComponent(name)}`, file);
    } catch (error) {
      if (error.status === 0) throw new Error(await canBeRead(file) ? CLOSED : "it cannot be read");
      if (error.status !== BUSY) throw error;
    }
    await new Promise((good) => setTimeout(good, PAUSE));
  }
}

const canBeRead = (file) => file.slice(0, 1).arrayBuffer().then(() => true, () => false);

function tellSending() {
  const box = document.getElementById("sending"), bar = document.getElementById("sending-bar");
  const over = sent.done + sent.lost === sent.total;
  box.hidden = sent.total === 0;
  bar.hidden = over;
  bar.max = sent.total;
  bar.value = sent.done + sent.lost;
  const count = `${sent.done.toLocaleString("en")} of ${sent.total.toLocaleString("en")} ${sent.total === 1 ? "file" : "files"}`;
  document.getElementById("sending-words").textContent = over
    ? `${count} sent${sent.lost ? `, ${sent.lost.toLocaleString("en")} not` : ""}.` : `Sending: ${count}. Keep this page open.`;
  if (over) Object.assign(sent, { done: 0, total: 0, lost: 0 });
}

let notSent = 0;
function tellNotSent(name, what) {
  const box = document.getElementById("not-sent");
  box.hidden = false;
  notSent += 1;
  if (notSent > MOST_NOT_SENT) {
    const last = box.querySelector("ul").lastElementChild;
    last.textContent = `And ${notSent - MOST_NOT_SENT + 1} more.`;
    return;
  }
  box.querySelector("ul").append(make("li", {}, make("bdi", { class: "job-name" }, name), make("span", { class: "what" }, ` ${what}`)));
}

window.addEventListener("beforeunload", (event) => { if (waiting.length || sent.active) event.preventDefault(); });

// The page may be shown again from its address; what is typed here, and what is being sent, stays.
const ways = document.querySelector(".ways");
document.addEventListener("desk:shown", () => {
  document.querySelector(".ways").replaceWith(ways);
});

// What came in, as the desk's own page says it.
let timer, looking = false;
const work = () => document.getElementById("work");

async function look() {
  if (looking) return;
  looking = true;
  clearTimeout(timer);
  try {
    const answer = await fetch("/add", { headers: { accept: "text/html" } });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("work");
    if (fresh) show(fresh);
  } catch { /* the page's own line says that the desk is closed */ }
  looking = false;
  wait();
}

function show(fresh) {
  const old = work();
  if (old.dataset.run !== fresh.dataset.run) {
    if (Number(old.dataset.open)) tellNotSent("", "The desk was closed meanwhile. What it had not taken in must be added again.");
  }
  if (old.innerHTML === fresh.innerHTML || old.contains(document.activeElement) && document.activeElement !== old) {
    Object.assign(old.dataset, fresh.dataset);
    return;
  }
  old.replaceWith(document.adoptNode(fresh));
}

function wait() {
  const busy = work().dataset.state !== "idle" || Number(work().dataset.open) > 0 || sent.active > 0;
  timer = setTimeout(look, busy ? OFTEN : SELDOM);
}

document.addEventListener("desk:work", () => { clearTimeout(timer); timer = setTimeout(look, 200); });
document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
wait();
