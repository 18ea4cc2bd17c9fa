// A model of expression: a matrix, a design, a method. Contrasts are asked of what it keeps, by cells of their own.

import { z } from "zod";
import { closed } from "../../contract/carried.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { designSpec, emptyDesign } from "../../design/spec.ts";
import { methodOf, methodSchema, usualMethod } from "../../differential-methods.ts";
import { fittedDesignReport } from "../../reports/fitted-design/report.ts";
import { fittedFeaturesReport } from "../../reports/fitted-features/report.ts";
import { card } from "./card.ts";
import { discloses } from "./discloses.ts";
import { example } from "./example.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  from: cellRef()
    .nullable()
    .default(null)
    .meta({ title: "Matrix", description: "Features x samples, with what is known of the samples" }),
  design: designSpec
    .default(emptyDesign)
    .meta({ title: "Design", description: "{formula, columns, block, missing}: what the model takes" }),
  method: methodSchema.default(usualMethod).meta({ title: "Method", description: "{type, …}: how it is fitted" }),
});
export type DifferentialSpec = z.output<typeof schema>;

export const differential = defineKind({
  ...card,
  title: "Expression model",
  example,
  // 2: the trend of variances is drawn. 3: names that stand twice are said; what does not vary at all is refused;
  // which columns samples were left out by;
  // whole numbers that may be names of groups are said.
  version: 3,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  variants: ({ method }) => [methodOf(method), fittedFeaturesReport, fittedDesignReport],
  schema,
  empty: schema.parse({}),
  missing: ({ from, design }) => (from === null ? "from" : design.formula.trim() === "" ? "design" : null),
  discloses,
  carries: () => closed,
  words: ({ from, design, method }, { locale, nameOf }) => {
    if (!from) return words.say("words-empty", {}, locale);
    const card = methodOf(method);
    const formula = design.formula.trim();
    return words.say(
      formula === "" ? "words-no-design" : "words",
      { from: nameOf(from), formula, method: card.words.say("title", {}, locale) },
      locale,
    );
  },
  suggestName: ({ from }, context) => (from ? `${context.nameOf(from)}_model` : "model"),
});
