// A regression: what an outcome depends on, by a design; of a table, or of the samples of a matrix.

import { z } from "zod";
import { closed } from "../../contract/carried.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { cellRef, orRef } from "../../contract/spec-fields.ts";
import { designSpec, emptyDesign } from "../../design/spec.ts";
import { familyOf, familySchema, listedFamilies } from "../../regressions.ts";
import { regressionReport } from "../../reports/regression/report.ts";
import { card } from "./card.ts";
import { discloses } from "./discloses.ts";
import { example } from "./example.ts";
import { words } from "./words.ts";

const name = z.string().max(10_000);

const schema = z.strictObject({
  from: cellRef().nullable().default(null).meta({ title: "Data", description: "A table, or a matrix: of its samples" }),
  outcome: name.default("").meta({
    title: "Outcome",
    description: "The column that is explained; of a matrix a column of its samples, or a feature",
  }),
  counted: name.default("").meta({
    title: "Counted",
    description: "Of an outcome of two answers the one whose odds are told, of more against all others; empty: the second, said",
  }),
  design: designSpec.default(emptyDesign).meta({
    title: "Design",
    description: "{formula, columns, block, missing}: what it may depend on; block: individuals with several rows",
  }),
  family: z
    .union([
      z.strictObject({ type: z.literal("auto").meta({ title: "Type", description: "Chosen by the outcome, with its reason" }) }),
      familySchema,
    ])
    .default({ type: "auto" })
    .meta({ title: "Family", description: "{type, …}: auto chooses by the outcome and says why" }),
  exposure: name.default("").meta({
    title: "Exposure",
    description: "Of counts the column of what they were counted in (time, area, depth): rates are told; empty: all alike",
  }),
  errors: z.enum(["auto", "classical", "hc3", "cluster"]).default("auto").meta({
    title: "Errors",
    description:
      "classical: as the model says; hc3: right where the spread differs; cluster: of the blocks; auto: cluster where there are blocks, else classical",
  }),
  intervals: z.enum(["auto", "wald", "profile"]).default("auto").meta({
    title: "Intervals",
    description: "wald: by the error; profile: by the likelihood; auto: wald, of Firth's penalty profile",
  }),
  tests: z.enum(["II", "III"]).default("II").meta({
    title: "Tests of terms",
    description: "II: each beyond all that do not contain it; III: beyond all others, with sum contrasts",
  }),
  compare: name.nullable().default(null).meta({
    title: "Compare",
    description: "The column of the design whose groups are compared; null: its first column of groups; empty: none",
  }),
  within: name.default("").meta({
    title: "Within",
    description: "Another column of groups of the design, within each of which is compared; empty: averaged over all others",
  }),
  against: z.enum(["each", "first"]).default("each").meta({
    title: "Against",
    description: "each: every two groups; first: all against the reference",
  }),
  adjust: z.enum(["auto", "tukey", "dunnett", "holm", "none"]).default("auto").meta({
    title: "Adjusted by",
    description:
      "Of several comparisons: tukey of every two, dunnett against the first, holm of any, none; auto: tukey or dunnett",
  }),
  level: orRef(z.number().gt(0).lt(1)).default(0.95).meta({ title: "Level", description: "Of all intervals" }),
});
export type RegressionSpec = z.output<typeof schema>;

export const regression = defineKind({
  ...card,
  title: "Regression",
  example,
  // 3: groups against the reference are adjusted by Dunnett;
  // whole numbers that may be names of groups are said;
  // 4: a doubt says of how many rows it tells.
  // 5: without an intercept a coefficient of a group is that of the group; robust errors take overdispersion.
  // 6: what differs when it is looked at alone, and not among all comparisons, is told apart.
  version: 6,
  specVersion: 1,
  engines: [],
  reproduces: { atol: 1e-9, rtol: 1e-6 },
  // Which one is chosen shows in the data: all of them may answer.
  variants: ({ family }) => [...(family.type === "auto" ? listedFamilies : [familyOf(family)]), regressionReport],
  schema,
  empty: schema.parse({}),
  missing: ({ from, outcome, design }) =>
    from === null ? "from" : outcome === "" ? "outcome" : design.formula.trim() === "" ? "design" : null,
  discloses,
  carries: () => closed,
  trials: ({ outcome, counted, design, family, exposure, errors }) => [{ outcome, counted, design, family, exposure, errors }],
  words: ({ from, outcome, design, family }, { locale, nameOf }) => {
    if (!from) return words.say("words-empty", {}, locale);
    if (outcome === "") return words.say("words-of", { from: nameOf(from) }, locale);
    const params = { from: nameOf(from), outcome, formula: design.formula.trim() };
    if (params.formula === "") return words.say("words-outcome", params, locale);
    if (family.type === "auto") return words.say("words", params, locale);
    return words.say("words-by", { ...params, family: familyOf(family).words.say("title", {}, locale) }, locale);
  },
  suggestName: ({ outcome, from }, context) =>
    outcome !== "" ? `${outcome}_regression` : from ? `${context.nameOf(from)}_regression` : "regression",
});
