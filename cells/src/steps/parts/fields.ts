// Fields that the options of several steps share.

import { z } from "zod";
import { orRef } from "../../contract/spec-fields.ts";

export const name = z.string().min(1);
export const names = z.array(name);
export const scalar = z.union([z.string(), z.number(), z.boolean()]);

export const columns = (description: string) => names.default([]).meta({ title: "Columns", description });

export const action = (of: string) =>
  z
    .enum(["keep", "drop"])
    .default("keep")
    .meta({ title: "Keep or drop", description: `Whether the ${of} stay or go` });

/** A number or a reference to a parameter. */
export const number = (title: string, description: string, standard?: number) => {
  const field = orRef(z.number());
  return (standard === undefined ? field : field.default(standard)).meta({ title, description: `${description}; or =parameter` });
};

/** What is added before a logarithm, usually. */
export const usualPriors: readonly unknown[] = [0, 0.5, 1];

/** Pairs of columns that must be equal, here and in another table. */
export const pairs = (description: string) =>
  z
    .array(
      z.strictObject({
        left: name.meta({ title: "Here", description: "Column of this cell's data" }),
        right: name.meta({ title: "There", description: "Column of the other table" }),
      }),
    )
    .default([])
    .meta({ title: "By", description });

/** What is taken of the values of a group (aggregate.ts). */
export const aggregates = ["count", "sum", "mean", "median", "sd", "min", "max", "distinct"] as const;
export type Aggregate = (typeof aggregates)[number];
