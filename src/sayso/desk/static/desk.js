// What every page of the desk does. Each module has one job; they tell one another by events on the
// document: "desk:shown" (the page was shown again), "desk:decided", "desk:work".

import { startBar } from "./bar.js";
import { startBulk } from "./bulk.js";
import { startChoosing } from "./choosing.js";
import { startDeciding } from "./deciding.js";
import { startHelp } from "./help.js";
import { listen } from "./keys.js";
import { startLive } from "./live.js";
import { startMenus } from "./menus.js";
import { startMoving } from "./moving.js";
import { startSelecting } from "./selecting.js";
import { startUndoing } from "./undoing.js";

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
});

// A link of the bar of which a part was seen: some browsers leave it so.
document.querySelector(".desk-nav")?.addEventListener("focusin", ({ target }) => {
  target.scrollIntoView({ block: "nearest", inline: "nearest" });
});

for (const start of [
  startBar, startMoving, startMenus, startDeciding, startChoosing, startBulk, startSelecting, startUndoing, startHelp, startLive,
]) {
  start();
}
listen();
document.documentElement.classList.add("desk-ready");
