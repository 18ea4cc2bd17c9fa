// limma: logarithms of any measurement, variances drawn towards one value for all features.

import { z } from "zod";
import { defineDifferentialMethod } from "../../contract/differential-method.ts";
import { limmaColumns } from "../parts/limma/columns.ts";
import { robust } from "../parts/limma/settings.ts";
import { words } from "./words.ts";

export const limma = defineDifferentialMethod({
  name: "limma",
  version: 1,
  reproduces: { atol: 1e-9, rtol: 1e-6 },
  takesBlocks: true,
  ...limmaColumns,
  words,
  schema: z.strictObject({
    type: z.literal("limma").meta({ title: "Type", description: "Moderated t tests on logarithms" }),
    robust,
  }),
});

export type Options = z.output<typeof limma.schema>;
