// What a report of quality draws: numbers of pictures, made by the rules' own scale and features. They name samples.

import { z } from "zod";
import { reason } from "../issues.ts";

const name = z.string().max(10_000);
const numbers = z.array(z.number());

export const pictures = z.looseObject({
  /** In the order of the matrix. */
  samples: z.array(name),
  /** Features that have a value in each of them, of those that vary most. */
  features: z.number(),
  scale: z.enum(["log2-cpm", "log2", "as-is"]),
  /** By what samples can be coloured: of each sample the place of its group, -1 where none is told. */
  colours: z.array(z.object({ column: name, names: z.array(name), of: z.array(z.number()) })),
  components: z
    .object({
      /** Of the variance of these features. */
      share: numbers,
      /** Of each component one of each sample. */
      scores: z.array(numbers),
      associations: z.array(
        z.object({
          /** From 0. */
          component: z.number(),
          column: name,
          as: z.enum(["groups", "number"]),
          n: z.number(),
          groups: z.number().nullable(),
          r2: z.number(),
          p: z.number(),
          adjusted: z.number(),
        }),
      ),
      /** Columns beyond those that were held against. */
      more: z.number(),
    })
    .nullable(),
  tree: z.object({ merge: z.array(z.tuple([z.number(), z.number()])), height: numbers, order: numbers }).nullable(),
  spread: z
    .object({
      features: z.number(),
      /** Whisker, quartile, median, quartile, whisker. */
      boxes: z.array(numbers.nullable()),
      at: numbers,
      densities: z.array(numbers.nullable()),
    })
    .nullable(),
  lacks: z.array(reason),
});
export type QualityPictures = z.output<typeof pictures>;
