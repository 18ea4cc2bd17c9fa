// A design as specs hold it: the formula, how its columns are taken, the blocks, and what becomes of samples with missing values.

import { z } from "zod";

const column = z.strictObject({
  column: z.string().min(1).meta({ title: "Column", description: "Column of the samples" }),
  as: z
    .enum(["factor", "number"])
    .exactOptional()
    .meta({ title: "Taken as", description: "factor: its values are groups; number: a straight line. Absent: as the column is" }),
  reference: z
    .string()
    .exactOptional()
    .meta({ title: "Reference", description: "The group that the others are compared with. Absent: the first in R's order" }),
});

export const designSpec = z.strictObject({
  formula: z.string().default("").meta({
    title: "Formula",
    format: "model-formula",
    description: "As R writes it: ~ batch + condition * time; names with spaces in backticks",
  }),
  columns: z
    .array(column)
    .default([])
    .meta({ title: "Columns", description: "Of those that are taken another way than by themselves: {column, as, reference}" }),
  block: z
    .string()
    .nullable()
    .default(null)
    .meta({ title: "Blocks", description: "Column that says which samples belong together (a donor, a litter); null: none" }),
  missing: z.enum(["refuse", "drop"]).default("refuse").meta({
    title: "Missing values",
    description: "refuse: nothing is computed; drop: samples without a value of the formula's columns are left out",
  }),
});
export type DesignSpec = z.output<typeof designSpec>;

export const emptyDesign: DesignSpec = { formula: "", columns: [], block: null, missing: "refuse" };

/** Whether a sentence is one about designs (words.ts, which a card need not carry). */
export const saysDesign = ({ key }: { readonly key: string }): boolean => key.startsWith("model-design.");

type Taken = DesignSpec["columns"][number];
export const takenOf = (spec: DesignSpec, name: string): Taken | null =>
  spec.columns.find(({ column: of }) => of === name) ?? null;

/** What is undefined is as the column has it by itself; a column of which nothing is said is not listed. */
export function withTaken(
  spec: DesignSpec,
  name: string,
  change: { readonly as?: Taken["as"] | undefined; readonly reference?: string | undefined },
): DesignSpec {
  const { as, reference } = { ...takenOf(spec, name), ...change };
  const said: Taken = {
    column: name,
    ...(as === undefined ? {} : { as }),
    ...(reference === undefined ? {} : { reference }),
  };
  const at = spec.columns.findIndex(({ column: of }) => of === name);
  const others = spec.columns.filter(({ column: of }) => of !== name);
  const columns = as === undefined && reference === undefined ? others : others.toSpliced(at < 0 ? others.length : at, 0, said);
  return { ...spec, columns };
}
