// A statistical test: of one column, several, or all features of a matrix, by groups, by pairs, or by another column.

import { z } from "zod";
import { closed } from "../../contract/carried.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { cellRef, orRef } from "../../contract/spec-fields.ts";
import { testReport } from "../../reports/test/report.ts";
import { listedTests, testOf, testSchema } from "../../statistical-tests.ts";
import { card } from "./card.ts";
import { discloses } from "./discloses.ts";
import { example } from "./example.ts";
import { nameOfTest } from "./name-of-test.ts";
import { words } from "./words.ts";

const name = z.string().max(10_000);

const schema = z.strictObject({
  from: cellRef()
    .nullable()
    .default(null)
    .meta({ title: "Data", description: "A table, or a matrix: of each feature by a column of the samples" }),
  values: z.array(name).max(100_000).default([]).meta({
    title: "Values",
    description: "Columns (of a matrix: features) that are tested; none: all columns of numbers, all features",
  }),
  by: name.default("").meta({
    title: "By",
    description: "The column (of a matrix: of its samples) that says the groups, or that the values are related to",
  }),
  byIs: z.enum(["auto", "groups", "number"]).default("auto").meta({
    title: "It says",
    description: "groups, or a number to relate to; auto: texts, true and false, and numbers of which there are two are groups",
  }),
  groups: z.array(name).max(1_000).default([]).meta({
    title: "Groups",
    description: "Which are compared, in this order; none: all, in theirs",
  }),
  pairs: name.nullable().default(null).meta({
    title: "Individuals",
    description: "The column that says whose values two groups hold: they are compared within each; null: all rows are others",
  }),
  test: z
    .union([
      z.strictObject({ type: z.literal("auto").meta({ title: "Type", description: "Chosen by the data, with its reason" }) }),
      testSchema,
    ])
    .default({ type: "auto" })
    .meta({ title: "Test", description: "{type, …}: auto chooses by the data and says why" }),
  adjust: z.enum(["bh", "holm", "bonferroni", "by"]).default("bh").meta({
    title: "Adjusted by",
    description: "Of several tests: bh and by hold the share of false discoveries, holm and bonferroni the chance of any",
  }),
  alpha: orRef(z.number().gt(0).lt(1))
    .default(0.05)
    .meta({ title: "Threshold", description: "Of the p value, of several tests of the adjusted one; intervals hold 1 - that" }),
});
export type TestSpec = z.output<typeof schema>;

export const test = defineKind({
  ...card,
  title: "Test",
  example,
  // 4: an odds ratio names its sides;
  // groups whose values do not vary are compared by ranks;
  // 5: doubts say of how many rows they tell.
  // 6: whether values are near enough to normal is said by the rule that a test is chosen by.
  // 7: an odds ratio that is the statistic itself stands once.
  version: 7,
  specVersion: 1,
  engines: [],
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  // Which one is chosen shows in the data: all of them may answer.
  variants: ({ test }) => [...(test.type === "auto" ? listedTests : [testOf(test)]), testReport],
  schema,
  empty: schema.parse({}),
  missing: ({ from, by }) => (from === null ? "from" : by === "" ? "by" : null),
  discloses,
  carries: () => closed,
  trials: ({ values, by, byIs, groups, pairs, test }) => [{ values, by, byIs, groups, pairs, test }],
  words: ({ from, values, by, test }, { locale, nameOf }) => {
    if (!from || by === "") return words.say("words-empty", {}, locale);
    const params = { from: nameOf(from), values: values.slice(0, 3), n: values.length, by };
    const what = values.length === 0 ? "words-all" : values.length > 3 ? "words-many" : "words";
    const said = words.say(what, params, locale);
    return test.type === "auto" ? said : words.say("words-by-test", { said, test: nameOfTest(test, locale) }, locale);
  },
  suggestName: ({ from }, context) => (from ? `${context.nameOf(from)}_test` : "test"),
});
