// Fields of a dialog. Each has `element`, `read()` and `changed()`; `read` throws Wrong.

import { button, make } from "./making.js";

export class Wrong extends Error {
  constructor(sentence, input) {
    super(sentence);
    this.input = input;
  }
}

let made = 0;

// A field is {name, kind, label, value, hint, choices: [[value, words]], required}.
export const makeField = (field) => MAKERS[field.kind ?? "text"](field);

function labelled(field, input, read) {
  const id = `field-${(made += 1)}`;
  const hint = field.hint && make("small", { id: `${id}-hint` }, field.hint);
  input.id = id;
  if (hint) input.setAttribute("aria-describedby", hint.id);
  const before = JSON.stringify(read());
  return {
    name: field.name,
    input,
    element: make("div", { class: "field" }, make("label", { for: id }, field.label), input, hint),
    read: () => {
      const value = read();
      if (field.required && (value === null || value === "")) throw new Wrong(`${field.label} is empty.`, input);
      return value;
    },
    changed: () => JSON.stringify(read()) !== before,
  };
}

function text(field) {
  const input = make("input", { type: field.type ?? "text", value: field.value ?? "", autocomplete: "off", dir: "auto" });
  return labelled(field, input, () => input.value.trim() || null);
}

function long(field) {
  const input = make("textarea", { rows: field.rows ?? 3, dir: "auto" });
  input.value = field.value ?? "";
  return labelled(field, input, () => input.value.trim() || null);
}

function number(field) {
  const input = make("input", { type: "text", inputmode: "numeric", value: field.value ?? "", autocomplete: "off" });
  const read = () => input.value.replaceAll(/[\s,'’]/gu, "");
  const one = labelled(field, input, read);
  one.read = () => {
    if (!/^\d{0,12}$/u.test(read())) throw new Wrong(`${field.label} is a whole number, or empty.`, input);
    return read() === "" ? null : Number(read());
  };
  return one;
}

function choice(field) {
  const input = make("select", {}, ...field.choices.map(([value, words]) => make("option", { value }, words)));
  input.value = field.value ?? "";
  return labelled(field, input, () => input.value || null);
}

function check(field) {
  const input = make("input", { type: "checkbox" });
  input.checked = Boolean(field.value);
  return labelled(field, input, () => input.checked);
}

// One of a few marks, chosen by its own letter or digit too.
function mark(field) {
  const group = `marks-${(made += 1)}`;
  const radios = field.choices.map(([value, words]) => {
    const radio = make("input", { type: "radio", name: group, value });
    radio.checked = value === field.value;
    return { value, radio, element: make("label", {}, radio, make("kbd", {}, value), ` ${words}`) };
  });
  const element = make("fieldset", { class: "field marks" }, make("legend", {}, field.label), ...radios.map((one) => one.element));
  element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const found = radios.find((one) => one.value === event.key.toUpperCase());
    if (!found) return;
    event.preventDefault();
    found.radio.checked = true;
    found.radio.focus();
  });
  const input = (radios.find((one) => one.radio.checked) ?? radios[0]).radio;
  const read = () => radios.find((one) => one.radio.checked)?.value ?? null;
  return {
    name: field.name,
    input,
    element,
    read: () => {
      if (read() === null) throw new Wrong(`Choose a mark: ${field.label.toLowerCase()}.`, input);
      return read();
    },
    changed: () => read() !== (field.value ?? null),
  };
}

// Several of many: boxes, and a field that asks the desk for more (`search(q)` → [[value, words]]).
function several(field) {
  const list = make("div", { class: "several", role: "group", "aria-label": field.label });
  const chosen = new Map();
  const show = (choices) => list.replaceChildren(...[...chosen, ...choices.filter(([value]) => !chosen.has(value))].map(box));
  const box = ([value, words]) => {
    const input = make("input", { type: "checkbox" });
    input.checked = chosen.has(value);
    input.addEventListener("change", () => (input.checked ? chosen.set(value, words) : chosen.delete(value)));
    return make("label", {}, input, make("bdi", {}, words));
  };
  show(field.choices);
  const element = make("fieldset", { class: "field" }, make("legend", {}, field.label));
  const search = field.search && searchBox(field.search, show);
  element.append(...(search ? [search] : []), list);
  return {
    name: field.name,
    input: search?.querySelector("input") ?? list.querySelector("input") ?? list,
    element,
    read: () => {
      if (chosen.size === 0) throw new Wrong(`Choose at least one: ${field.label.toLowerCase()}.`, search?.querySelector("input"));
      return [...chosen.keys()];
    },
    changed: () => chosen.size > 0,
  };
}

function searchBox(search, show) {
  const input = make("input", { type: "search", "aria-label": "Look for a name", placeholder: "Look for a name" });
  const status = make("small", { role: "status" });
  let asked = 0;
  const look = async () => {
    const mine = (asked += 1);
    try {
      const found = await search(input.value.trim());
      if (mine !== asked) return;
      show(found);
      status.textContent = found.length ? "" : "Nothing has this name.";
    } catch (error) {
      status.textContent = error.message;
    }
  };
  const press = (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault(); // Enter looks; it does not send the form
    look();
  };
  input.addEventListener("keydown", press);
  return make("div", { class: "look" }, input, button("Look", look), status);
}

const MAKERS = { text, long, number, choice, check, mark, several };
