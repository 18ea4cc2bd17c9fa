// The profile of a table or a matrix: every column at a glance.

import { z } from "zod";
import { categories, identifies } from "../../artifacts/semantics.ts";
import { defineReport } from "../../contract/report.ts";
import { words } from "./words.ts";

const count = z.number();
const column = z.looseObject({
  name: z.string(),
  type: z.enum(["float64", "int32", "boolean", "text"]),
  semantic: z.string().exactOptional(),
  category: z.enum(categories).exactOptional(),
  closed: z.boolean().exactOptional(),
  missing: count,
  /** Null: more than are counted. */
  distinct: count.nullable(),
  /** Values that are infinite; absent: none. */
  infinite: z.object({ below: count, above: count }).exactOptional(),
  histogram: z
    .looseObject({
      min: z.number(),
      max: z.number(),
      counts: z.array(count),
      mean: z.number(),
      sd: z.number(),
      median: z.number(),
      q1: z.number(),
      q3: z.number(),
      zeros: count,
    })
    .exactOptional(),
  top: z.array(z.object({ value: z.string(), count })).exactOptional(),
});
const shared = {
  /** Table: [rows, columns]; matrix: [features, samples]. */
  shape: z.tuple([count, count]),
  columns: z.array(column),
  /** Columns beyond those that are listed. */
  more: count,
};
const coefficient = z.number().min(-1).max(1);
const pairs = z.object({
  /** How every two columns hang together, the strongest first: numbers by Pearson and Spearman, categories by Cramér's V (corrected: without bias), a number and a category by the correlation ratio eta. */
  pairs: z.array(
    z.object({
      a: z.string(),
      b: z.string(),
      n: count,
      value: coefficient,
      pearson: coefficient.exactOptional(),
      spearman: coefficient.exactOptional(),
      v: coefficient.exactOptional(),
      corrected: coefficient.exactOptional(),
      eta: coefficient.exactOptional(),
    }),
  ),
  told: count,
  left: count,
});
const gaps = z.object({ patterns: z.array(z.object({ columns: z.array(z.string()), rows: count })), more: count });
const byGroup = z.object({
  /** Tells the groups. */
  column: z.string(),
  groups: z.array(z.object({ name: z.string(), rows: count })),
  /** In how many rows of each group the column lacks a value. */
  missing: z.array(z.object({ column: z.string(), counts: z.array(count) })),
});
const schema = z.discriminatedUnion("type", [
  z.looseObject({
    type: z.literal("table"),
    ...shared,
    pairs: pairs.exactOptional(),
    gaps: gaps.exactOptional(),
    byGroup: byGroup.exactOptional(),
  }),
  z.looseObject({
    type: z.literal("assay"),
    ...shared,
    missing: count,
    zeros: count,
    negative: count,
    /** What is known of the samples, and of the features; `columns` are the numbers of the samples. */
    samples: z.array(column),
    features: z.array(column),
  }),
]);

export type Profile = z.infer<typeof schema>;
export type ProfileOfTable = Extract<Profile, { readonly type: "table" }>;

/** Rows behind pairs, behind patterns of gaps, and behind gaps in groups: those with a value and those without. */
const sizesTogether = ({ pairs: told, gaps: found, byGroup: grouped }: ProfileOfTable): readonly number[] => [
  ...(told?.pairs.map(({ n }) => n) ?? []),
  ...(found?.patterns.map(({ rows }) => rows) ?? []),
  ...(grouped?.groups.flatMap(({ rows }, at) =>
    grouped.missing.flatMap(({ counts }) => [counts[at] ?? 0, rows - (counts[at] ?? 0)]),
  ) ?? []),
];

/** Of a matrix the samples are the individuals; its numbers and features are not. */
export const profileReport = defineReport({
  name: "profile",
  version: 4,
  words,
  schema,
  discloses: (body) => {
    const columns = body.type === "assay" ? body.samples : body.columns;
    // Of identifiers no values go out, only how many they are.
    const sizes = columns
      .filter((each) => !identifies(each))
      .flatMap((each) => [...(each.top ?? []).map((value) => value.count), ...(each.histogram?.counts ?? [])])
      .concat(body.type === "table" ? sizesTogether(body) : [])
      .filter((size) => size > 0);
    return {
      // The numbers of a matrix are listed by the names of its samples.
      identifying: body.type === "assay" && body.columns.length > 0 ? ["sample"] : [],
      behind: { of: "groups", sizes, statistics: ["count", "mean", "median", "density", "extreme"] },
    };
  },
});
