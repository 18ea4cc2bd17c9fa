// Quality: rules that judge the samples of a matrix, or the columns and rows of a table, each by thresholds that stand here.

import { z } from "zod";
import { closed } from "../../contract/carried.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { listedRules, type RuleName } from "../../quality-rules.ts";
import { qualityReport } from "../../reports/quality/report.ts";
import { tableQualityReport } from "../../reports/table-quality/report.ts";
import { card } from "./card.ts";
import { discloses } from "./discloses.ts";
import { example } from "./example.ts";
import { words as qualityWords } from "./words.ts";

const column = (title: string, says: string) =>
  z
    .string()
    .nullable()
    .default(null)
    .meta({
      title,
      description: `Column (of a matrix: of its samples) that says ${says}; null: the one whose meaning it is; "": none`,
    });

/** What a sample of a matrix is. */
export const cellRules = ["auto", "samples", "cells"] as const;

const names = listedRules.map(({ rule }) => rule.name) as [RuleName, ...RuleName[]];
const thresholds: z.ZodType<{ readonly [rule: string]: { readonly [field: string]: number | string } }> = z.strictObject(
  Object.fromEntries(
    listedRules.map(({ rule }) => [
      rule.name,
      rule.settings
        .default(rule.settings.parse({}))
        .meta({ title: rule.words.say("title", {}, "en"), description: rule.words.say("does", {}, "en") }),
    ]),
  ),
);

const schema = z.strictObject({
  from: cellRef()
    .nullable()
    .default(null)
    .meta({ title: "Data", description: "A matrix, whose samples are checked, or a table, whose columns and rows are" }),
  cells: z.enum(cellRules).default("auto").meta({
    title: "Samples are",
    description:
      "Of a matrix of expression: samples of many cells, or single cells, which are held to rules of their own; auto: cells where their names are barcodes, or where there are 500 or more and 7 of 10 counts are 0",
  }),
  sex: column("Sex", "the sex of each (of a matrix)"),
  outcome: column("Outcome", "what a model would tell (of a table)"),
  group: column("Groups", "what is compared"),
  batch: column("Batch", "the lab or the batch of each"),
  off: z.array(z.enum(names)).default([]).meta({ title: "Off", description: "Rules that are passed over" }),
  thresholds: thresholds.default(thresholds.parse({})).meta({ title: "Thresholds", description: "By the name of the rule" }),
});
export type QualitySpec = z.output<typeof schema>;

export const quality = defineKind({
  ...card,
  title: "Quality",
  example,
  version: 1,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  variants: (spec) => [
    ...listedRules.flatMap(({ rule }) => (spec.off.some((name) => name === rule.name) ? [] : [rule])),
    qualityReport,
    tableQualityReport,
  ],
  schema,
  empty: schema.parse({}),
  missing: (spec) => (spec.from === null ? "from" : null),
  discloses,
  carries: () => closed,
  words: (spec, { locale, nameOf, summaryOf }) => {
    if (!spec.from) return qualityWords.say("words-empty", {}, locale);
    const summary = summaryOf(spec.from);
    const key = summary?.type === "assay" ? "words-matrix" : summary?.type === "table" ? "words-table" : "words";
    return qualityWords.say(key, { from: nameOf(spec.from), n: summary?.shape[1] ?? 0 }, locale);
  },
  suggestName: (spec, context) => (spec.from ? `${context.nameOf(spec.from)}_quality` : "quality"),
});
