// Short messages at the edge of the page; a screen reader reads them out.

import { button, make } from "./making.js";

const SECONDS = 12;
let last = () => {}; // closes the last message with something to do: only the newest is offered

// `act` is {words, run}; a message that stays is closed by hand.
export function say(message, { act, stays = false, problem = false } = {}) {
  const toast = make("div", { class: problem ? "toast problem" : "toast", role: problem && "alert" });
  const inside = make("p", {}, ...[message].flat());
  const close = () => toast.remove();
  toast.append(inside);
  if (act) {
    last();
    last = close;
    toast.append(button(act.words, () => { close(); act.run(); }));
  }
  if (stays || problem) toast.append(button("Close", close));
  else leave(toast, close);
  document.getElementById("toasts").append(toast);
  return close;
}

export const complain = (error) => say(error.message, { problem: true });

// It goes after a while, but not under a pointer or with the focus in it.
function leave(toast, close) {
  const later = () => {
    if (toast.matches(":hover, :focus-within")) setTimeout(later, 2000);
    else close();
  };
  setTimeout(later, SECONDS * 1000);
}
