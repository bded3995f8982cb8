// What floats over the page: `--bar` and `--foot` are the heights of the bar on top and of what stands at
// the foot, so that nothing that has the focus hides under them. On a narrow screen the links of the bar
// stand in one line, which shows where one is.

export function startBar() {
  const bar = document.querySelector(".desk-bar");
  measure("--bar", bar);
  measure("--foot", document.getElementById("foot"));
  const links = bar.querySelector(".desk-nav");
  links.addEventListener("focusin", ({ target }) => {
    if (target.matches(":focus-visible")) show(links, target); // not from under a pointer that presses it
  });
  show(links, links.querySelector("[aria-current]"));
}

function measure(name, element) {
  const tell = () => document.documentElement.style.setProperty(name, `${element.offsetHeight}px`);
  new ResizeObserver(tell).observe(element);
  tell();
}

// Only the line of links moves, never the page.
function show(links, link) {
  if (link) links.scrollLeft = link.offsetLeft - links.offsetLeft - (links.clientWidth - link.offsetWidth) / 2;
}
