// The history of decisions: each can be taken back or put again, and a link to one finds its page.

import { takeBack } from "./undoing.js";

const LOOKED_FOR = "sayso-looked-for";

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act=undo-number]");
  if (!button || button.disabled) return;
  button.disabled = true;
  takeBack(Number(button.dataset.number)).finally(() => { button.disabled = false; });
});

// A decision that is not on this page is looked for once: there may be no such decision.
function arrive() {
  const [, number] = /^#d(\d+)$/u.exec(location.hash) ?? [];
  const wasLookedFor = sessionStorage.getItem(LOOKED_FOR) === number;
  sessionStorage.removeItem(LOOKED_FOR);
  if (!number) return;
  const row = document.getElementById(`d${number}`);
  if (row) {
    row.scrollIntoView({ block: "center" });
    row.focus({ preventScroll: true });
  } else if (!wasLookedFor) {
    sessionStorage.setItem(LOOKED_FOR, number);
    location.replace(`/decisions?number=${number}`);
  }
}

addEventListener("hashchange", arrive);
arrive();
