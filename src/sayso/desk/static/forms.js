// What can be corrected, by kind of thing: the fields, and the value that a decision gets from them.
// Only what was changed is sent.

import { about, candidates } from "./asking.js";
import { EVENTS, HARMS, NUMBERS, SIDES, SPEAKERS, STANCES } from "./choices.js";
import { Wrong } from "./fields.js";
import { shortened } from "./making.js";
import { find, findAll } from "./places.js";
import { reportOf } from "./things.js";

const AS_IT_STANDS = "As it stands in the report, letter by letter.";

// {fields, value(values, changed)} for a thing, of which the desk knows `facts`.
export async function correction(kind, name, facts) {
  const { fields, convert = {}, together = (value) => value } = await FORMS[kind](facts, name);
  return {
    fields,
    value: async (values, changed) => {
      const value = {};
      for (const one of Object.keys(values).filter((one) => one !== "reason" && changed.has(one))) {
        Object.assign(value, await (convert[one] ?? plain)(values[one], one));
      }
      if (Object.keys(value).length === 0) throw new Wrong("Nothing is changed.", null);
      return together(value);
    },
  };
}

const plain = (value, name) => ({ [name]: value });

// The speakers of a report, the outlet itself first; their ids within the report.
export async function speakersOf(report) {
  const found = await candidates({ kind: "speaker", report, q: "" });
  return [["", "The outlet itself"], ...found.map((one) => [one.name.split("/").at(-1), one.words])];
}

export async function spanOf(report, words, near) {
  const { text } = await about(report);
  const span = find(text, words, near);
  if (!span) throw new Wrong(`“${shortened(words, 60)}” does not stand in the report like this.`, null);
  return span;
}

async function spansOf(report, words, near) {
  const { text } = await about(report);
  const spans = findAll(text, words, near);
  if (!spans) throw new Wrong("These words do not stand in the report like this. Parts that stand apart have “ … ” between them.", null);
  return spans;
}

const asSpan = (report, near) => async (words, name) => ({ [name]: words && (await spanOf(report, words, near)) });

async function claim(facts, name) {
  const report = reportOf(name);
  const speakers = await speakersOf(report);
  const speaker = facts.speaker_id ?? "";
  if (!speakers.some(([value]) => value === speaker)) speakers.push([speaker, facts.speaker ?? speaker]);
  return {
    fields: [
      { name: "stance", kind: "choice", label: "What the speaker does with it", value: facts.stance, choices: STANCES },
      { name: "speaker", kind: "choice", label: "Who says it", value: speaker, choices: speakers },
      { name: "content", kind: "long", label: "Words", value: facts.words, rows: 4, required: true, hint: `${AS_IT_STANDS} The report around them: “${(facts.around ?? "").trim()}”` },
    ],
    convert: { content: async (words) => ({ content: await spansOf(report, words, facts.start) }) },
  };
}

async function figure(facts, name) {
  const report = reportOf(name);
  return {
    fields: [
      { name: "low", kind: "number", label: "At least", value: facts.low },
      { name: "high", kind: "number", label: "At most", value: facts.high, hint: "Empty where there is no bound." },
      { name: "kind", kind: "choice", label: "Kind of number", value: facts.kind, choices: NUMBERS },
      { name: "harm", kind: "choice", label: "What happened to them", value: facts.harm, choices: HARMS },
      { name: "who", label: "Who is counted", value: facts.who, hint: AS_IT_STANDS },
      { name: "span", label: "The words of the number", value: facts.words, required: true, hint: AS_IT_STANDS },
    ],
    convert: { who: asSpan(report, facts.start), span: asSpan(report, facts.start) },
  };
}

async function event(facts) {
  const kinds = EVENTS.map((one) => [one, one.replaceAll("_", " ")]);
  return {
    fields: [
      { name: "kind", kind: "choice", label: "What happened", value: facts.kind, choices: kinds },
      { name: "place", label: "Where", value: facts.place },
      { name: "from", type: "date", label: "From", value: facts.first },
      { name: "to", type: "date", label: "To", value: facts.last },
      { name: "negated", kind: "check", label: "The report says that it did not happen", value: facts.negated },
    ],
    convert: { place: async (words) => ({ place: words && { name: words } }) },
  };
}

async function speaker(facts, name) {
  const report = reportOf(name);
  return {
    fields: [
      { name: "name", label: "Name", value: facts.name, required: true, hint: AS_IT_STANDS },
      { name: "type", kind: "choice", label: "What it is", value: facts.type, choices: SPEAKERS },
      { name: "role", label: "Role", value: facts.role, hint: AS_IT_STANDS },
      { name: "named", kind: "check", label: "This is a name", value: facts.named },
    ],
    convert: { name: asSpan(report, facts.start), role: asSpan(report, facts.start) },
  };
}

async function report(facts) {
  return {
    fields: [
      { name: "title", label: "Title", value: facts.title },
      { name: "outlet", label: "Outlet", value: facts.outlet },
      { name: "published", label: "Published", value: facts.published, hint: "2026-03-02, or 2026-03-02T07:15+01:00" },
      { name: "byline", label: "Byline", value: facts.byline },
      { name: "url", label: "Address", value: facts.url },
    ],
  };
}

async function point(facts) {
  const fields = facts.claims.map((one) => ({
    name: `${one.report}/${one.id}`, kind: "choice", value: one.side, choices: SIDES,
    label: `${one.speaker ?? one.outlet ?? "The outlet"}: ${shortened(one.words, 110)}`,
  }));
  return { fields, together: (sides) => ({ sides }) };
}

const FORMS = { claim, figure, event, speaker, report, point };
