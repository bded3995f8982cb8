// The first page: what is worth a look next, and "I have seen this".

import { ask } from "./asking.js";
import { make } from "./making.js";

const FIRST = 5; // of the queue

async function showNext(list) {
  const waiting = await ask("GET", `/api/queue?${new URLSearchParams(list.dataset.story ? { story: list.dataset.story } : {})}`);
  list.append(...waiting.slice(0, FIRST).map(lineOf));
  list.hidden = !list.childElementCount;
}

function lineOf({ address, why, words }) {
  const href = typeof address === "string" && /^\/(?!\/)/.test(address) ? address : "/queue";
  return make("li", {}, make("a", { href }, make("span", { class: "why" }, why), " ", make("bdi", { class: "glance-title" }, words)));
}

async function saySeen(event) {
  event.preventDefault();
  const form = event.target;
  try {
    await ask("POST", "/api/look", { log: Number(form.dataset.log) });
    location.reload();
  } catch (error) {
    form.querySelector("[role=status]").textContent = error.message;
  }
}

function start() {
  const list = document.getElementById("next");
  if (list) showNext(list).catch(() => {}); // the link below the list leads there too
  document.getElementById("seen")?.addEventListener("submit", saySeen);
}

start();
document.addEventListener("desk:shown", start);
