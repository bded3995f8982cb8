// Elements, made without markup: what comes from a report is only ever text.

export function make(tag, attributes = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...inside.filter((one) => one !== null && one !== undefined));
  return made;
}

export const button = (words, run, attributes = {}) =>
  make("button", { type: "button", onclick: run, ...attributes }, words);

// The words of a report, cut, so that their direction does not reach what stands around them.
export const quoted = (words, most = 160) => make("bdi", {}, shortened(words, most));

export function shortened(words, most = 160) {
  const points = [...String(words ?? "").replace(/\s+/gu, " ").trim()];
  return points.length > most ? `${points.slice(0, most).join("")}…` : points.join("");
}
