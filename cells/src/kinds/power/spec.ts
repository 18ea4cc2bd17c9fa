// Power and numbers of individuals: how many are needed, with which chance an effect is found, or how small a one can be found.

import { z } from "zod";
import { noRows } from "../../contract/carried.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { orRef } from "../../contract/spec-fields.ts";
import { powerReport } from "../../reports/power/report.ts";
import { card } from "./card.ts";
import { designSchema } from "./designs.ts";
import { discloses } from "./discloses.ts";
import { example } from "./example.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  design: designSchema
    .default(designSchema.parse({ type: "t" }))
    .meta({ title: "Design", description: "{type, …}: what is looked for, with its size" }),
  solve: z.enum(["n", "power", "effect"]).default("n").meta({
    title: "Asked for",
    description: "n: how many are needed; power: with which chance it is found; effect: how small a one is found",
  }),
  n: orRef(z.number()).default(20).meta({
    title: "Number",
    description: "Individuals of each group, pairs, or all of one column; not looked at where n is asked for",
  }),
  power: orRef(z.number())
    .default(0.8)
    .meta({ title: "Power", description: "The chance that is wanted; not looked at where the power is asked for" }),
  alpha: orRef(z.number()).default(0.05).meta({ title: "Threshold", description: "Of the p value, against both sides" }),
});
export type PowerSpec = z.output<typeof schema>;

export const power = defineKind({
  ...card,
  title: "Power",
  example,
  version: 2,
  specVersion: 1,
  engines: [],
  reproduces: { atol: 1e-9, rtol: 1e-9 },
  variants: () => [powerReport],
  schema,
  empty: schema.parse({}),
  missing: () => null,
  discloses,
  carries: () => noRows,
  words: ({ design, solve }, { locale }) =>
    words.say(`words-${solve}`, { design: { key: words.key(`design-${design.type}`), params: {} } }, locale),
  suggestName: ({ design }) => `power_${design.type.replaceAll("-", "_")}`,
});
