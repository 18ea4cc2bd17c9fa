// What a regression found: which family and why, of how many rows, each coefficient with its interval, tests of terms, marginal means with
// their comparisons, numbers of the whole model, what it takes for given, and the calls of R that answer the same.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { doubts, doubtsOfGroups } from "../doubts.ts";
import { words } from "./words.ts";

const sentence = z.looseObject({ key: z.string(), params: z.looseObject({}) });
const number = z.number().nullable();

const estimate = z.looseObject({
  estimate: z.number(),
  error: number,
  low: number,
  high: number,
  /** Degrees of freedom; null: normal. */
  df: number,
  statistic: number,
  p: number,
});
const coefficient = estimate.extend({
  /** As R calls it. */
  name: z.string(),
  /** As people read it: the group and the one that it is compared with; of a number one more of it. */
  label: z.string(),
  /** Place of its term in `terms`; -1: the intercept. */
  term: z.number().int(),
});
const term = z.looseObject({ label: z.string(), statistic: number, df: z.number(), residualDf: number, p: number });
const mean = z.looseObject({
  level: z.string(),
  within: z.string(),
  /** Rows of the group. */
  n: z.number().int(),
  estimate: z.number(),
  error: number,
  low: number,
  high: number,
  df: number,
  /** On the scale of the outcome. */
  response: number,
  responseLow: number,
  responseHigh: number,
});
const pair = estimate.extend({ one: z.string(), other: z.string(), within: z.string(), adjusted: number });
const means = z.looseObject({
  by: z.string(),
  within: z.string(),
  adjust: z.string(),
  against: z.string(),
  rows: z.array(mean),
  pairs: z.array(pair),
});

const schema = z.looseObject({
  family: z.looseObject({ type: z.string() }),
  /** The outcome chose it. */
  auto: z.boolean(),
  why: sentence.nullable(),
  /** Names of families that would do as well. */
  others: z.array(z.string()),
  outcome: z.string(),
  /** Of two answers the one whose odds are told. */
  event: z.string().nullable(),
  formula: z.string(),
  block: z.string().nullable(),
  /** none, odds, rates, means: what exp(coefficient) is. */
  ratio: z.string(),
  errors: z.string(),
  intervals: z.string(),
  /** satterthwaite, kenward-roger, residual, clusters, normal. */
  freedom: z.string(),
  level: z.number(),
  n: z.number().int(),
  /** Of two answers the rarer one; null: the outcome is no such. */
  events: z.number().int().nullable(),
  groups: z.number().int().nullable(),
  /** Rows of the groups that coefficients compare. */
  sizes: z.array(z.number().int()),
  coefficients: z.array(coefficient),
  terms: z.array(term),
  tests: z.string(),
  /** f, chi, likelihood: what the statistic of terms is. */
  testedBy: z.string(),
  means: means.nullable(),
  facts: z.array(z.looseObject({ key: z.string(), value: z.number(), more: z.number().nullable() })),
  inflations: z.array(z.looseObject({ label: z.string(), ofError: z.number() })),
  says: z.array(sentence),
  /** What was taken for given, held against the data. */
  checks: z.array(sentence),
  /** Settings that mend a doubt (its key), by a click: title, place in the spec, value. */
  ways: z.array(z.looseObject({ of: z.string(), title: sentence, path: z.array(z.string()), value: z.unknown() })),
  inR: z.array(z.string()),
  doubts,
});
export type RegressionBody = z.output<typeof schema>;

export const regressionReport = defineReport({
  name: "regression",
  version: 1,
  words,
  schema,
  discloses: ({ n, events, sizes: behind, means: compared }) => {
    const sizes = [n, ...behind, ...(events === null ? [] : [events, n - events]), ...(compared?.rows ?? []).map((row) => row.n)];
    return {
      identifying: [],
      behind: { of: "groups", sizes: [...new Set(sizes.filter((size) => size > 0))], statistics: ["count", "mean"] },
    };
  },
  ofGroups: ({ doubts: said, ...body }) => ({ ...body, doubts: doubtsOfGroups(said) }),
});
