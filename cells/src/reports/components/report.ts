// How much of the variance each principal component explains.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { doubts, doubtsOfGroups, rowsTold } from "../doubts.ts";
import { words } from "./words.ts";

const schema = z.looseObject({
  method: z.string(),
  /** Rows that the components were found of. */
  rows: z.number(),
  features: z.number(),
  /** Of the whole variance, by component. */
  share: z.array(z.number()),
  variance: z.array(z.number()),
  /** Of columns of the samples: R squared of each component by it, and the p value of its F test. */
  associations: z
    .array(
      z.looseObject({
        column: z.string(),
        kind: z.enum(["number", "groups"]),
        n: z.number().int(),
        share: z.array(z.number().nullable()),
        p: z.array(z.number().nullable()),
      }),
    )
    .exactOptional(),
  /** The calls that give the same components. */
  inR: z.array(z.string()).exactOptional(),
  /** exact, or by random directions (of large data). */
  solver: z.string().exactOptional(),
  /** The map that was drawn of them: which way with its settings, what it tells of itself, and how far neighbours on it are neighbours. */
  map: z
    .looseObject({
      options: z.looseObject({ type: z.string() }),
      facts: z.record(z.string(), z.json()),
      trust: z.number().nullable(),
      neighbours: z.number().int(),
      inR: z.string(),
    })
    .exactOptional(),
  /** Rows were placed on the axes of other ones: of how many. */
  onto: z.looseObject({ rows: z.number(), missing: z.number() }).exactOptional(),
  doubts: doubts.exactOptional(),
});

export type ComponentsBody = z.output<typeof schema>;

/** One number a component over all rows: told of one group, and of the rows that are left out. */
export const componentsReport = defineReport({
  name: "components",
  // 4: which columns of the samples go with which component. 5: the calls of R.
  version: 5,
  words,
  schema,
  discloses: ({ rows, dropped, associations = [], doubts: said }) => {
    const sizes = [rows, ...new Set(associations.map(({ n }) => n)), Number(dropped ?? 0), ...rowsTold(said)].filter(
      (size) => size > 0,
    );
    return { identifying: [], behind: { of: "groups", sizes, statistics: ["share", "count"] } };
  },
  ofGroups: ({ doubts: said, ...body }) => ({ ...body, doubts: doubtsOfGroups(said) }),
});
