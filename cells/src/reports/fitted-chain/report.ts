// The steps of a transform as they were fitted (contract/fitted-chain.ts): read again by the step `recipe` and by recipes.

import { fittedChain } from "../../contract/fitted-chain.ts";
import { defineReport } from "../../contract/report.ts";
import { words } from "./words.ts";

/** What was taken of rows tells of all of them together, or is what stood in one. */
export const fittedChainReport = defineReport({
  name: "fitted-chain",
  version: 1,
  words,
  schema: fittedChain,
  quotesRows: true,
  discloses: ({ steps }) => {
    const fitted = steps.flatMap((step) => step.fitted ?? []);
    if (fitted.some(({ keeps }) => keeps === "values")) return { identifying: [], behind: { of: "individuals" } };
    const sizes = [...new Set(fitted.flatMap(({ rows, of }) => [rows, of - rows]))].filter((size) => size > 0);
    return {
      identifying: [],
      behind: sizes.length === 0 ? { of: "nobody" } : { of: "groups", sizes, statistics: ["mean", "median", "count"] },
    };
  },
});
