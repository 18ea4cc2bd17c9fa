// What each step of a transform changed, with up to ten examples of each: columns, rows, features and samples that came, went or
// are called otherwise, and values before and after. It quotes cells, so it is of those who may see rows.

import { z } from "zod";
import { sorts } from "../../artifacts/changes/changes.ts";
import { defineReport } from "../../contract/report.ts";
import { words } from "./words.ts";

const count = z.number().nonnegative();
const names = z.object({ n: count, names: z.array(z.string()) });
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const stepChangesReport = defineReport({
  name: "step-changes",
  version: 1,
  words,
  schema: z.looseObject({
    steps: z.array(
      z.looseObject({
        step: count,
        verb: z.string(),
        lists: z.array(
          z.looseObject({
            of: z.enum(sorts),
            added: names,
            removed: names,
            renamed: z.array(z.object({ from: z.string(), to: z.string() })),
          }),
        ),
        values: z
          .looseObject({
            changed: count,
            of: count,
            examples: z.array(z.object({ row: z.string(), column: z.string(), before: cell, after: cell })),
          })
          .nullable(),
        looked: z.object({ rows: count, of: count }).exactOptional(),
        instead: z.enum(["form", "rows", "order"]).exactOptional(),
      }),
    ),
  }),
  discloses: () => ({ identifying: [], behind: { of: "individuals" } }),
});
export type StepChangesBody = z.output<typeof stepChangesReport.schema>;
