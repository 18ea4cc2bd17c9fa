// Clusters of rows: how many and why so many, how large each is and how well apart, what other numbers would say, the call of R that
// gives the same.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { doubts, doubtsOfGroups } from "../doubts.ts";
import { words } from "./words.ts";

const sentence = z.looseObject({ key: z.string(), params: z.looseObject({}) });
/** Null: there is none (of one cluster, of a method without it). */
const number = z.number().nullable();

const schema = z.looseObject({
  method: z.looseObject({ type: z.string() }),
  /** The setting that says how many: "k", "resolution", "eps". */
  turned: z.string(),
  /** What it was here, and whether it was proposed. */
  value: z.number(),
  proposed: z.boolean(),
  why: sentence.nullable(),
  /** Other values and how many clusters they make. */
  others: z.array(z.looseObject({ value: z.number(), clusters: z.number().int(), by: z.array(z.string()) })),
  rows: z.number().int(),
  columns: z.array(z.string()),
  scaled: z.boolean(),
  clusters: z.array(
    z.looseObject({ name: z.string(), n: z.number().int(), silhouette: number, stability: number.exactOptional() }),
  ),
  /** Rows of no cluster. */
  without: z.number().int(),
  silhouette: number,
  /** Of each value that was tried. */
  curves: z.array(
    z.looseObject({
      value: z.number(),
      clusters: z.number().int(),
      silhouette: number,
      calinskiHarabasz: number,
      daviesBouldin: number,
      criterion: number,
      gap: number,
      gapError: number,
      stability: number,
    }),
  ),
  facts: z.record(z.string(), z.number()),
  said: z.array(sentence),
  inR: z.array(z.string()),
  doubts,
});
export type ClustersBody = z.output<typeof schema>;

export const clustersReport = defineReport({
  name: "clusters",
  version: 1,
  words,
  schema,
  discloses: ({ clusters, without }) => ({
    identifying: [],
    behind: { of: "groups", sizes: [...clusters.map(({ n }) => n), without].filter((n) => n > 0), statistics: ["count", "mean"] },
  }),
  ofGroups: ({ doubts: said, ...body }) => ({ ...body, doubts: doubtsOfGroups(said) }),
});
