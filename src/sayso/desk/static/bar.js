// The bar on top: `--bar` is its height, so that nothing that has the focus hides under it; on a narrow
// screen its links stand in one line, which shows where one is.

export function startBar() {
  const bar = document.querySelector(".desk-bar");
  const measure = () => document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`);
  new ResizeObserver(measure).observe(bar);
  measure();
  const links = bar.querySelector(".desk-nav");
  links.addEventListener("focusin", ({ target }) => {
    if (target.matches(":focus-visible")) show(links, target); // not from under a pointer that presses it
  });
  show(links, links.querySelector("[aria-current]"));
}

// Only the line of links moves, never the page.
function show(links, link) {
  if (link) links.scrollLeft = link.offsetLeft - links.offsetLeft - (links.clientWidth - link.offsetWidth) / 2;
}
