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
  doubts: doubts.exactOptional(),
});

/** One number a component over all rows: told of one group, and of the rows that are left out. */
export const componentsReport = defineReport({
  name: "components",
  version: 3,
  words,
  schema,
  discloses: ({ rows, dropped, doubts: said }) => {
    const sizes = [rows, Number(dropped ?? 0), ...rowsTold(said)].filter((size) => size > 0);
    return { identifying: [], behind: { of: "groups", sizes, statistics: ["share", "count"] } };
  },
  ofGroups: ({ doubts: said, ...body }) => ({ ...body, doubts: doubtsOfGroups(said) }),
});
