// A claim or a figure that reading had not found: the fields, and the value of the decision.

import { HARMS, NUMBERS, STANCES } from "./choices.js";
import { speakersOf, spanOf } from "./forms.js";

// {fields, value(values)} for chosen words at a span of a report.
export const newFact = (what, report, span, words) => NEW[what](report, span, words);

async function claim(report, span) {
  return {
    fields: [
      { name: "stance", kind: "choice", label: "What the speaker does with it", value: "asserts", choices: STANCES },
      { name: "speaker", kind: "choice", label: "Who says it", value: "", choices: await speakersOf(report) },
      { name: "source", label: "Or the words for another speaker", hint: "As they stand in the report, letter by letter." },
    ],
    value: async ({ stance, speaker, source }) => {
      const value = { what: "claim", content: [span], stance };
      if (source) return { ...value, source: await spanOf(report, source, span[0]) };
      return speaker ? { ...value, speaker } : value;
    },
  };
}

async function figure(report, span, words) {
  const number = /\d[\d,.']*/u.exec(words)?.[0].replaceAll(/[,.']/gu, "") ?? "";
  return {
    fields: [
      { name: "low", kind: "number", label: "At least", value: number },
      { name: "high", kind: "number", label: "At most", value: number, hint: "Empty where there is no bound." },
      { name: "kind", kind: "choice", label: "Kind of number", value: "exact", choices: NUMBERS },
      { name: "harm", kind: "choice", label: "What happened to them", value: "killed", choices: HARMS },
      { name: "who", label: "Who is counted", hint: "As it stands in the report, letter by letter." },
    ],
    value: async ({ low, high, kind, harm, who }) => ({
      what: "figure", span, low, high, kind, harm, who: who && (await spanOf(report, who, span[0])),
    }),
  };
}

const NEW = { claim, figure };
