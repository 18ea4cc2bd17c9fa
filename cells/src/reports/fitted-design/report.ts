// The design that a model of features was fitted on: what contrasts can be asked of, without the numbers of any feature.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { fittedDesign } from "../design-of-fit.ts";
import { words } from "./words.ts";

const schema = z.looseObject(fittedDesign);
export type FittedDesignBody = z.output<typeof schema>;

/** Groups are called by values of the sample sheet: it goes with the rows. */
export const fittedDesignReport = defineReport({
  name: "fitted-design",
  version: 1,
  words,
  schema,
  quotesRows: true,
  discloses: ({ samples, cells }) => ({
    identifying: [],
    behind: { of: "groups", sizes: [...new Set([samples, ...cells.map(({ n }) => n)])], statistics: ["count"] },
  }),
});
