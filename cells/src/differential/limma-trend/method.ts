// limma-trend: log counts per million, variances drawn towards a trend of the mean level.

import { z } from "zod";
import { defineDifferentialMethod } from "../../contract/differential-method.ts";
import { limmaColumns } from "../parts/limma/columns.ts";
import { robust } from "../parts/limma/settings.ts";
import { words } from "./words.ts";

export const limmaTrend = defineDifferentialMethod({
  name: "limma-trend",
  version: 1,
  reproduces: { atol: 1e-9, rtol: 1e-6 },
  takesBlocks: true,
  ...limmaColumns,
  words,
  schema: z.strictObject({
    type: z.literal("limma-trend").meta({
      title: "Type",
      description: "Moderated t tests on logarithms, variances by a trend of the mean level",
    }),
    robust,
  }),
});

export type Options = z.output<typeof limmaTrend.schema>;
