// What asking gene sets found: by which method, how genes and sets were matched, the result in words, the call of R that gives the same,
// and the running sums of the first sets, for their picture.

import { z } from "zod";
import { nobody } from "../../artifacts/told-of-individuals.ts";
import { defineReport } from "../../contract/report.ts";
import { doubts, doubtsOfGroups } from "../doubts.ts";
import { words } from "./words.ts";

const sentence = z.looseObject({ key: z.string(), params: z.looseObject({}) });

const schema = z.looseObject({
  method: z.looseObject({ type: z.string() }),
  /** Genes that could be found. */
  universe: z.number().int(),
  /** What they are asked by comes of a test of groups; absent: nobody knows. */
  tested: z.boolean().optional(),
  sides: z.array(
    z.looseObject({
      side: z.string(),
      /** On the list; of a ranking null. */
      listed: z.number().int().nullable(),
      found: z.number().int(),
    }),
  ),
  /** Sets that were asked, that are too small and too large, and that have no gene among the tested ones. */
  sets: z.looseObject({
    asked: z.number().int(),
    small: z.number().int(),
    large: z.number().int(),
    absent: z.number().int(),
    smallest: z.number().int(),
    largest: z.number().int(),
  }),
  alpha: z.number(),
  said: z.array(sentence),
  inR: z.array(z.string()),
  doubts,
  /** Of a ranking: what genes are ranked by, thinned out, with its places, and the sums of the first sets at their genes. */
  ranking: z
    .looseObject({
      genes: z.number().int(),
      at: z.array(z.number()),
      values: z.array(z.number()),
      sets: z.array(
        z.looseObject({
          name: z.string(),
          nes: z.number().nullable(),
          adjusted: z.number().nullable(),
          /** Ranks of its genes from 0, and the sum after each. */
          hits: z.array(z.number().int()),
          sums: z.array(z.number()),
          /** Corners of the sum, where genes of the same value make it go straight through a stretch of them. */
          corners: z.looseObject({ x: z.array(z.number()), y: z.array(z.number()) }).optional(),
        }),
      ),
    })
    .nullable(),
});
export type EnrichmentBody = z.output<typeof schema>;

export const enrichmentReport = defineReport({
  name: "enrichment",
  version: 2,
  words,
  schema,
  // Sets of genes, of numbers that a test found of genes. Of other numbers nobody knows whose they are.
  discloses: ({ tested }) => (tested === true ? nobody : { identifying: [], behind: { of: "individuals" } }),
  ofGroups: ({ doubts: said, ...body }) => ({ ...body, doubts: doubtsOfGroups(said) }),
});
