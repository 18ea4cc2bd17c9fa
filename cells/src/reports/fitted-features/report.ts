// What was fitted of each feature on a design, with the design: all that contrasts are asked of. Numbers are little-endian doubles in
// base64.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { fittedDesign } from "../design-of-fit.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  ...fittedDesign,
  /** The first is the id; texts or numbers. */
  features: z.array(
    z.strictObject({
      name: z.string(),
      /** What the column means, as tables have it. */
      semantic: z.string().exactOptional(),
      values: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
  /** `beta`: coefficients, log2, feature after feature. */
  arrays: z.looseObject({ beta: z.string() }).catchall(z.string()),
  /** What was counted, where contrasts fit again; absent: they never do. */
  observed: z
    .strictObject({
      columns: z.array(z.string()),
      counts: z.string(),
      factors: z.string(),
      replaced: z.array(z.strictObject({ feature: z.number().int(), counts: z.string() })),
    })
    .optional(),
});
export type FittedFeaturesBody = z.output<typeof schema>;

/** A group of one sample is that sample, and counts are those of samples: whoever may not see rows is not given it. */
export const fittedFeaturesReport = defineReport({
  name: "fitted-features",
  // 2: columns of features keep their meaning.
  version: 2,
  words,
  schema,
  quotesRows: true,
  discloses: ({ samples, cells, observed }) => ({
    identifying: [],
    behind: observed
      ? { of: "individuals" }
      : { of: "groups", sizes: [...new Set([samples, ...cells.map(({ n }) => n)])], statistics: ["mean"] },
  }),
});
