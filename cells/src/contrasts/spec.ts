// A contrast as specs hold it: groups of a factor against others, the difference of two such differences, coefficients by weight, or
// terms of the formula that a smaller model leaves out.

import { z } from "zod";

const level = z.string().meta({ title: "Group", description: "A value of the factor" });

const groups = z.strictObject({
  by: z.literal("groups").meta({ title: "By", description: "Groups of a factor against others" }),
  factor: z.string().default("").meta({ title: "Factor", description: "Column of the design whose groups are compared" }),
  of: z.array(level).default([]).meta({ title: "Groups", description: "Of several the mean" }),
  against: z.array(level).default([]).meta({ title: "Against", description: "Of several the mean" }),
  within: z
    .array(
      z.strictObject({
        factor: z.string().meta({ title: "Factor", description: "Another column of the design" }),
        level,
      }),
    )
    .default([])
    .meta({
      title: "Within",
      description: "Other factors that are held at one group; over the rest is averaged, each group alike",
    }),
  less: z
    .array(
      z.strictObject({
        factor: z.string().meta({ title: "Factor", description: "Another column of the design" }),
        level,
      }),
    )
    .default([])
    .meta({
      title: "Less the same within",
      description: "The difference within `within` less that within these groups (a difference of differences); empty: none",
    }),
});

const coefficients = z.strictObject({
  by: z.literal("coefficients").meta({ title: "By", description: "Coefficients of the model by weight" }),
  weights: z
    .array(
      z.strictObject({
        coefficient: z.string().meta({ title: "Coefficient", description: "As the model calls it" }),
        by: z.number().meta({ title: "Weight", description: "Its factor" }),
      }),
    )
    .default([])
    .meta({ title: "Weights", description: "All others are 0" }),
});

const terms = z.strictObject({
  by: z
    .literal("terms")
    .meta({ title: "By", description: "Whether terms of the formula matter: the model without them is compared" }),
  without: z
    .array(z.string().meta({ title: "Term", description: "As the formula has it: time, sex:time" }))
    .default([])
    .meta({ title: "Without", description: "Terms that the smaller model leaves out" }),
});

export const contrastSpec = z.strictObject({
  name: z.string().default("").meta({ title: "Name", description: "Of the contrast; empty: by what it compares" }),
  asks: z
    .discriminatedUnion("by", [groups, coefficients, terms])
    .default(groups.parse({ by: "groups" }))
    .meta({
      title: "Asks",
      description: "{by: groups, factor, of, against, within, less}, {by: coefficients, weights} or {by: terms, without}",
    }),
});
export type ContrastSpec = z.output<typeof contrastSpec>;
export type ContrastAsks = ContrastSpec["asks"];
