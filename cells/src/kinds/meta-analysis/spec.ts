// Meta-analysis: tables of estimates with their standard errors, a study each, or one table whose column names the studies.

import { z } from "zod";
import { chosen, closed } from "../../contract/carried.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { metaAnalysisReport } from "../../reports/meta-analysis/report.ts";
import { card } from "./card.ts";
import { discloses } from "./discloses.ts";
import { example } from "./example.ts";
import { words } from "./words.ts";

const column = (title: string, description: string) => z.string().default("").meta({ title, description });

const schema = z.strictObject({
  studies: z
    .array(
      z.strictObject({
        from: cellRef().meta({ title: "Table", description: "Estimates with their standard errors, a thing a row" }),
        name: z.string().default("").meta({ title: "Name", description: "What the study is called; empty: its number" }),
      }),
    )
    .default([])
    .meta({ title: "Studies", description: "[{from, name}]: a table of each, or one of all with `study`" }),
  study: column("Study", "Of one table the column that names the studies"),
  by: column("Of what", "Column that names what is estimated: a gene, a variant. Empty: guessed, and said"),
  effect: column(
    "Estimate",
    "Column of the estimates, on an additive scale (beta, log odds, log2 change). Empty: guessed, and said",
  ),
  error: column("Standard error", "Column of the standard errors. Empty: guessed, and said"),
  counts: z
    .strictObject({
      measure: z.enum(["odds-ratio", "risk-ratio", "risk-difference"]).default("odds-ratio").meta({
        title: "Measure",
        description: "odds-ratio, risk-ratio: natural logarithms; risk-difference: of the first arm less the second",
      }),
      events: column("Events", "Column of those with the event in the first arm"),
      total: column("Of", "Column of all in the first arm"),
      controlEvents: column("Events of controls", "Column of those with the event in the second arm"),
      controlTotal: column("Of controls", "Column of all in the second arm"),
    })
    .nullable()
    .default(null)
    .meta({
      title: "Counts of two arms",
      description:
        "Studies give events and totals of two arms in place of estimates; columns that are not named are guessed, and said",
    }),
  method: z.enum(["reml", "dersimonian-laird", "fixed", "mantel-haenszel"]).default("reml").meta({
    title: "Method",
    description:
      "fixed: one true effect in all; dersimonian-laird, reml: effects differ between studies, their variance found by moments or restricted likelihood; mantel-haenszel: one effect, of counts",
  }),
  palindromes: z.enum(["drop", "by-frequency", "as-written"]).default("drop").meta({
    title: "A/T and C/G",
    description: "Where alleles stand: left out, aligned by frequencies that are far from one half, or taken as they are written",
  }),
  least: z
    .number()
    .int()
    .min(1)
    .default(2)
    .meta({ title: "Studies at least", description: "Of which there has to be an estimate" }),
  row: column("Drawn", "The name of what is drawn as a forest; empty: the smallest p"),
});
export type MetaAnalysisSpec = z.output<typeof schema>;

export const metaAnalysis = defineKind({
  ...card,
  title: "Meta-analysis",
  example,
  // 6: the prediction interval. 5: what is advised of few studies. 4: counts of two arms. 3: columns of the programs of association are told by name; rows of covariates are left out;
  // a study a row needs no column of what is estimated; a study of two tables stands once.
  version: 6,
  specVersion: 1,
  engines: [],
  reproduces: { atol: 1e-9, rtol: 1e-6 },
  variants: () => [metaAnalysisReport],
  schema,
  empty: schema.parse({}),
  missing: ({ studies }) => (studies.length === 0 ? "studies" : null),
  discloses,
  carries: ({ studies }, read) => (studies.length === 0 ? closed : { ...chosen(read), named: false }),
  words: ({ studies, method, study }, { locale, nameOf }) => {
    if (studies.length === 0) return words.say("words-empty", {}, locale);
    const called = words.say(`method-${method}`, {}, locale);
    return words.say(
      study === "" ? "words" : "words-one",
      { studies: studies.map(({ from, name }) => name || nameOf(from)), study, method: called },
      locale,
    );
  },
  suggestName: () => "meta_analysis",
});
