// The history of decisions: each can be taken back or put again, and a link to one finds its page.

import { takeBack } from "./undoing.js";

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act=undo-number]");
  if (!button || button.disabled) return;
  button.disabled = true;
  takeBack(Number(button.dataset.number)).finally(() => { button.disabled = false; });
});

function arrive() {
  const [, number] = /^#d(\d+)$/u.exec(location.hash) ?? [];
  if (!number) return;
  const row = document.getElementById(`d${number}`);
  if (row) {
    row.scrollIntoView({ block: "center" });
    row.focus({ preventScroll: true });
  } else if (!sessionStorage.getItem(`looked for ${number}`)) {
    sessionStorage.setItem(`looked for ${number}`, "1"); // once: there may be no such decision
    location.replace(`/decisions?number=${number}`);
  }
}

addEventListener("hashchange", arrive);
arrive();
