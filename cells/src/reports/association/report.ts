// What an association of variants with a trait found: by which model, of how many, how inflated, how many hits, in words, and the
// calls of plink, GEMMA and R that answer the same.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { doubts, doubtsOfGroups } from "../doubts.ts";
import { words } from "./words.ts";

const sentence = z.looseObject({ key: z.string(), params: z.looseObject({}) });

const schema = z.looseObject({
  trait: z.string(),
  model: z.looseObject({ type: z.string() }),
  /** Individuals who were tested; of two values those of each. */
  n: z.number().int(),
  cases: z.number().int().nullable(),
  controls: z.number().int().nullable(),
  covariates: z.array(z.string()),
  components: z.number().int(),
  variants: z.number().int(),
  tested: z.number().int(),
  answered: z.number().int(),
  /** Median chi-squared beside that of chance; null: nothing was answered. */
  lambda: z.number().nullable(),
  threshold: z.number(),
  hits: z.number().int(),
  clumps: z.number().int(),
  /** The reference build of the places; null: not known. */
  build: z.string().nullable(),
  /** The smallest p, by its logarithm. */
  lead: z.looseObject({ id: z.string(), logP: z.number(), beta: z.number() }).nullable(),
  /** Carriers of the rarest allele that was tested. */
  fewest: z.number().int(),
  says: z.array(sentence),
  calls: z.array(z.string()),
  doubts,
});
export type AssociationBody = z.output<typeof schema>;

export const associationReport = defineReport({
  name: "association",
  version: 2,
  words,
  schema,
  discloses: ({ n, cases, controls, fewest }) => ({
    identifying: [],
    behind: {
      of: "groups",
      sizes: [n, cases ?? 0, controls ?? 0, fewest].filter((size) => size > 0),
      statistics: ["count", "share", "mean"],
    },
  }),
  ofGroups: ({ doubts: said, ...body }) => ({ ...body, doubts: doubtsOfGroups(said) }),
});
