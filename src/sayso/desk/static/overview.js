// The first page: what is worth a look next, and "I have seen this".

const FIRST = 5; // of the queue

async function showNext(list) {
  const query = new URLSearchParams(list.dataset.story ? { story: list.dataset.story } : {});
  const answer = await fetch(`/api/queue?${query}`);
  if (!answer.ok) return;
  const waiting = await answer.json();
  for (const one of waiting.slice(0, FIRST)) list.append(lineOf(one));
  list.hidden = !list.childElementCount;
}

function lineOf(one) {
  const link = document.createElement("a");
  link.href = typeof one.address === "string" && /^\/(?!\/)/.test(one.address) ? one.address : "/queue";
  link.append(element("span", "why", one.why), " ", element("bdi", "glance-title", one.words));
  const line = document.createElement("li");
  line.append(link);
  return line;
}

function element(name, kind, text) {
  const made = document.createElement(name);
  made.className = kind;
  made.textContent = text ?? "";
  return made;
}

async function saySeen(event) {
  event.preventDefault();
  const form = event.target;
  const said = form.querySelector("[role=status]");
  try {
    const answer = await fetch("/api/look", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ log: Number(form.dataset.log) }),
    });
    if (answer.ok) location.reload();
    else said.textContent = (await answer.json().catch(() => ({}))).error ?? "The desk did not take it.";
  } catch {
    said.textContent = "The desk does not answer. Type `sayso open` again.";
  }
}

function start() {
  const list = document.getElementById("next");
  if (list) showNext(list).catch(() => {}); // the link below the list leads there too
  document.getElementById("seen")?.addEventListener("submit", saySeen);
}

start();
document.addEventListener("desk:shown", start);
