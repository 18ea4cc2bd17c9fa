// Filter and transform: a chain of steps over a table or a matrix. Steps are data (steps.ts); formulas are parsed to a
// closed expression tree (formula/), so that nothing a person types is ever run as code.

import { z } from "zod";
import { defineKind } from "../../contract/define-kind.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { stepsReport } from "../../reports/steps/report.ts";
import { type Step, stepOf, stepSchema } from "../../steps.ts";
import { card } from "./card.ts";
import { discloses } from "./discloses.ts";
import { suggestedName, transformWords } from "./transform-words.ts";

const schema = z.strictObject({
  from: cellRef().nullable().default(null).meta({ title: "Data", description: "A table or a matrix" }),
  steps: z.array(stepSchema).default([]).meta({ title: "Steps", description: "Done one after the other" }),
});
export type TransformSpec = z.output<typeof schema>;

const isOn = (step: Step): boolean => !step.off;

export const transform = defineKind({
  ...card,
  title: "Filter and transform",
  version: 2,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  variants: (spec) => [...spec.steps.filter(isOn).flatMap(({ verb }) => stepOf(verb)?.step ?? []), stepsReport],
  schema,
  empty: schema.parse({}),
  missing: (spec) => (spec.from === null ? "from" : null),
  // Ids change nothing of the answer. A step that is off keeps its place, because failures and the report name places.
  keySpec: (spec) => {
    const steps = spec.steps.slice(0, spec.steps.findLastIndex(isOn) + 1);
    return {
      from: spec.from,
      steps: steps.map(({ id: _id, off, ...step }) => (off ? { off: true } : step)),
    };
  },
  discloses,
  words: (spec, context) => transformWords(spec, context),
  suggestName: (spec, context) => suggestedName(spec, context),
});
