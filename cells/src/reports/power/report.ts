// What a study needs: which number was asked for, all of them together, sentences, and the call of R that gives the same.

import { z } from "zod";
import { nobody } from "../../artifacts/told-of-individuals.ts";
import { defineReport } from "../../contract/report.ts";
import { words } from "./words.ts";

const sentence = z.looseObject({ key: z.string(), params: z.looseObject({}) });

const schema = z.looseObject({
  design: z.string(),
  solve: z.enum(["n", "power", "effect"]),
  /** Of each group; where it was asked for the whole number. */
  n: z.number(),
  /** With that n. */
  power: z.number(),
  alpha: z.number(),
  settings: z.record(z.string(), z.number()),
  says: z.array(sentence),
  inR: z.array(z.string()),
});
export type PowerBody = z.output<typeof schema>;

export const powerReport = defineReport({ name: "power", version: 1, words, schema, discloses: () => nobody });
