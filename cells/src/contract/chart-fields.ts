// What every chart says, whatever its family: data, what stands on which axis, order and titles. A family uses the fields
// that its card names and leaves the others alone.

import { z } from "zod";
import type { CellRef } from "../base/refs.ts";
import { cellRef, orRef } from "./spec-fields.ts";

/** A column of the table; of a matrix, a column of its samples or the id of a feature. Or a parameter whose value is such a name. */
const name = (title: string, description: string) =>
  orRef(z.string().min(1)).nullable().default(null).meta({ title, description });
export type ChartName = string | CellRef | null;

export const chartFields = {
  from: cellRef().nullable().default(null).meta({ title: "Data", description: "A table or a matrix" }),
  x: name("x", "Column, sample annotation or feature across"),
  y: name("y", "Column, sample annotation or feature upwards"),
  color: name("Colour", "Groups or numbers shown as colour"),
  size: name("Size", "Numbers shown as area of the points"),
  label: name("Label", "What a point is called; shown on hover only when labels are on"),
  facet: name("Panels by", "One panel for each group of a column, at most 12"),
  axes: z.enum(["shared", "free"]).default("shared").meta({
    title: "Axes of panels",
    description: "shared: all panels go from the same to the same; free: each by its own data",
  }),
  labels: z
    .boolean()
    .default(false)
    .meta({ title: "Labels on hover", description: "Puts the name of each row or sample into the figure" }),
  logX: z.boolean().default(false).meta({ title: "Logarithmic x", description: "Base 10; values of 0 and less cannot be drawn" }),
  logY: z.boolean().default(false).meta({ title: "Logarithmic y", description: "Base 10; values of 0 and less cannot be drawn" }),
  order: z
    .union([z.enum(["name", "data", "value", "value-down"]), z.array(z.string())])
    .default("name")
    .meta({ title: "Order of groups", description: "By name, as in the data, by median (or height), or an own list" }),
  groups: z
    .number()
    .int()
    .min(2)
    .max(100)
    .default(30)
    .meta({ title: "Most groups", description: "The largest groups are drawn, the rest together as one" }),
  title: z.string().max(300).default("").meta({ title: "Title", description: "Above the chart; empty = none" }),
  xTitle: z.string().max(300).default("").meta({ title: "Title of x", description: "Empty = name and unit" }),
  yTitle: z.string().max(300).default("").meta({ title: "Title of y", description: "Empty = name and unit" }),
};

const whole = z.strictObject(chartFields);
export type ChartFields = z.infer<typeof whole>;

/** Fields that name what is drawn, one value a row or sample. */
export const seriesFields = ["x", "y", "color", "size"] as const;
export type SeriesField = (typeof seriesFields)[number];

/** The own settings of a family: an object whose `type` is the family's name. */
export interface ChartOptions {
  readonly type: string;
}
/** The spec of a chart as one family sees it: the common fields and its own settings. */
export type ChartSpecOf<Options extends ChartOptions> = ChartFields & { readonly chart: Options };
