// Filter and transform: a chain of steps over a table or a matrix. Steps are data (steps.ts); formulas are parsed to a
// closed expression tree (formula/), so that nothing a person types is ever run as code.

import { z } from "zod";
import type { JsonObject } from "../../base/json.ts";
import type { Kind } from "../../contract/kind.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { stepSchema, type TransformSpec } from "./steps.ts";
import { suggestedName, transformWords } from "./step-words.ts";
import { card } from "./card.ts";

const schema = z.strictObject({
  from: cellRef().nullable().default(null).meta({ title: "Data", description: "A table or a matrix" }),
  steps: z.array(stepSchema).default([]).meta({ title: "Steps", description: "Done one after the other" }),
}) as unknown as z.ZodType<TransformSpec>;

export type { TransformSpec } from "./steps.ts";

export const transform: Kind<TransformSpec> = {
  ...card,
  title: "Filter and transform",
  version: 2,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  schema,
  empty: { from: null, steps: [] },
  missing: (spec) => (spec.from === null ? "from" : null),
  // Ids change nothing of the answer. A step that is off keeps its place, because failures and the report name places.
  keySpec: (spec) => {
    const last = spec.steps.findLastIndex((step) => !step.off);
    const steps = spec.steps.slice(0, last + 1).map(({ id: _id, off, ...step }) => (off ? { off: true } : step));
    return { from: spec.from, steps } as unknown as JsonObject;
  },
  words: transformWords,
  suggestName: suggestedName,
};
