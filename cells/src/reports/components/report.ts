// How much of the variance each principal component explains.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { doubts } from "../doubts.ts";
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

/** One number a component over all rows: told of one group. */
export const componentsReport = defineReport({
  name: "components",
  version: 2,
  words,
  schema,
  discloses: ({ rows }) => ({ identifying: [], behind: { of: "groups", sizes: [rows], statistics: ["share"] } }),
});
