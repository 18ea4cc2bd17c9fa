// What follow-up told: of each group how many, their events and the median; the log-rank tests; the Cox model with its hazard ratios,
// each beside the test that hazards stay in proportion; sentences for whoever is no statistician, and the calls of R that answer the same.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { doubts, doubtsOfGroups } from "../doubts.ts";
import { words } from "./words.ts";

const sentences = z.array(z.looseObject({ key: z.string(), params: z.looseObject({}) }));
const test = z.looseObject({ statistic: z.number().nullable(), freedom: z.number(), p: z.number().nullable() });

const group = z.looseObject({
  name: z.string(),
  n: z.number().int(),
  events: z.number().int(),
  /** Null: the curve does not come down to one half. */
  median: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
});
const hazard = z.looseObject({
  /** As R calls the coefficient. */
  name: z.string(),
  /** As people read it: of a group the group and, behind a stroke, the one that it is compared with; of a number one more of it. */
  label: z.string(),
  /** Place of its term in `terms`. */
  term: z.number().int(),
  coefficient: z.number(),
  error: z.number(),
  /** Null: the likelihood grows without end along it. */
  ratio: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  p: z.number().nullable(),
});
const model = z.looseObject({
  formula: z.string(),
  ties: z.string(),
  n: z.number().int(),
  events: z.number().int(),
  hazards: z.array(hazard),
  /** With the test of proportional hazards of each; null where it could not be computed. */
  terms: z.array(z.looseObject({ label: z.string(), proportional: test.nullable() })),
  /** Some of the terms are interactions: no column has a ratio of its own. */
  crossed: z.boolean().exactOptional(),
  proportional: test.nullable(),
  likelihoodRatio: test,
  wald: test,
  score: test,
  concordance: z.number().nullable(),
  concordanceError: z.number().nullable(),
});
const schema = z.looseObject({
  /** The column's name and, where it is known, its unit. */
  time: z.looseObject({ column: z.string(), unit: z.string() }),
  event: z.string(),
  by: z.string().nullable(),
  level: z.number(),
  interval: z.string(),
  n: z.number().int(),
  events: z.number().int(),
  groups: z.array(group),
  logRank: test
    .extend({
      stratified: z.boolean(),
      trend: z.looseObject({ statistic: z.number(), p: z.number() }).nullable(),
      pairs: z.array(
        z.looseObject({ one: z.string(), other: z.string(), p: z.number().nullable(), adjusted: z.number().nullable() }),
      ),
    })
    .nullable(),
  model: model.nullable(),
  says: sentences,
  inR: z.array(z.string()),
  doubts,
});
export type SurvivalBody = z.output<typeof schema>;

export const survivalReport = defineReport({
  name: "survival",
  version: 1,
  words,
  schema,
  discloses: ({ groups, n, events, model: fitted }) => {
    const sizes = [n, events, ...groups.flatMap((each) => [each.n, each.events]), ...(fitted ? [fitted.n, fitted.events] : [])];
    return {
      identifying: [],
      behind: {
        of: "groups",
        sizes: [...new Set(sizes.filter((size) => size > 0))],
        statistics: ["count", "median", "mean"],
      },
    };
  },
  ofGroups: ({ doubts: said, ...body }) => ({ ...body, doubts: doubtsOfGroups(said) }),
});
