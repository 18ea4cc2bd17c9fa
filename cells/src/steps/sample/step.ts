// sample: draws rows at random.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { number } from "../parts/fields.ts";
import { shown } from "../parts/said.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { words } from "./words.ts";

export const sample = defineStep({
  name: "sample",
  version: 2,
  section: "rows",
  takes: { table: { gives: "table", rows: "fewer", columns: "same" } },
  options: {
    size: z
      .union([
        z.strictObject({ rows: number("Rows", "Number of rows, from 0") }),
        z.strictObject({ fraction: number("Fraction", "Share of rows, from 0 to 1") }),
      ])
      .default({ rows: 1000 })
      .meta({ title: "Size", description: "{rows} or {fraction}" }),
    seed: z.number().int().default(1).meta({ title: "Seed", description: "Equal seeds draw equal rows" }),
  },
  thinsTraining: () => true,
  carries: "names",
  words,
  labels: { rows: formsWords.key("rows"), fraction: words.key("share") },
  ending: "sample",
  say(step, context) {
    const { size, seed } = step;
    if ("rows" in size) return words.say("says-rows", { rows: shown(size.rows, context), seed }, context.locale);
    const percent = typeof size.fraction === "number" ? size.fraction * 100 : shown(size.fraction, context);
    return words.say("says-fraction", { percent, seed }, context.locale);
  },
});
