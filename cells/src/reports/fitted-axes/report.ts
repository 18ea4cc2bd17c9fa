// The axes of a reduction, with what it takes to place other rows on them. Numbers are little-endian doubles in base64.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  /** Rows that the axes were found of. */
  rows: z.number().int(),
  noun: z.string(),
  /** Scale of the matrix (counts, log …); null: of a table, or not known. */
  scale: z.string().nullable(),
  features: z.array(z.string()),
  /** A value, less this and divided by that, is what loadings multiply. */
  centre: z.string(),
  unit: z.string(),
  /** components x features. */
  loadings: z.string(),
  share: z.array(z.number()),
  /** The map that was drawn of them, with all rows: what was compared, and their places. Null: none. */
  map: z
    .strictObject({
      options: z.looseObject({ type: z.string() }),
      axes: z.number().int(),
      width: z.number().int(),
      values: z.string(),
      places: z.string(),
    })
    .nullable(),
});
export type FittedAxesBody = z.output<typeof schema>;

/** A map holds its rows: whoever may not see them is not given it. */
export const fittedAxesReport = defineReport({
  name: "fitted-axes",
  version: 1,
  words,
  schema,
  quotesRows: true,
  discloses: ({ rows, map }) => ({
    identifying: [],
    behind: map ? { of: "individuals" } : { of: "groups", sizes: [rows], statistics: ["mean"] },
  }),
});
