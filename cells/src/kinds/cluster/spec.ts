// Clusters of the rows of a table, or of the samples of a matrix.

import { z } from "zod";
import { closed } from "../../contract/carried.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { clusterMethodOf, clusterSchema, newClusterMethod } from "../../cluster-methods.ts";
import { usualTop } from "../../learn/usual-top.ts";
import { clustersReport } from "../../reports/clusters/report.ts";
import { card } from "./card.ts";
import { discloses } from "./discloses.ts";
import { example } from "./example.ts";
import { words } from "./words.ts";

const name = z.string().max(10_000);

const schema = z.strictObject({
  from: cellRef()
    .nullable()
    .default(null)
    .meta({ title: "Data", description: "A table (its rows are grouped), or a matrix (its samples are)" }),
  columns: z.array(name).max(10_000).default([]).meta({
    title: "By",
    description: "Columns of numbers by which rows are alike (of a matrix: features); none: its components, else all numbers",
  }),
  scale: z.enum(["auto", "as-is", "unit"]).default("auto").meta({
    title: "Scale",
    description:
      "unit: each column less its mean, over its standard deviation; auto: components and features of a matrix as they are, other columns to unit",
  }),
  topFeatures: z.int().min(0).default(usualTop).meta({
    title: "Most variable features",
    description: "Of a matrix of which no features are named, use this many; 0 uses all",
  }),
  method: clusterSchema
    .default(newClusterMethod("k-means"))
    .meta({ title: "Method", description: "{type, …} with its settings" }),
  most: z.int().min(2).max(50).default(10).meta({ title: "Tried up to", description: "Numbers of clusters that are tried" }),
  draws: z.int().min(0).max(500).default(20).meta({
    title: "Draws",
    description: "For the gap statistic and for stability; 0: neither is computed",
  }),
  seed: z.int().min(0).max(4_294_967_295).default(1).meta({ title: "Seed", description: "Of all that is drawn by chance" }),
  comparedBy: z.enum(["same", "other"]).default("same").meta({
    title: "Compared by",
    description:
      "same: the column says that its groups were found in the values, and no test of these has a p value between them; other: it is a group like any, since what will be compared are quite other values",
  }),
  called: name.min(1).default("cluster").meta({ title: "Column", description: "What the column of clusters is called" }),
});
export type ClusterSpec = z.output<typeof schema>;

export const cluster = defineKind({
  ...card,
  title: "Clusters",
  example,
  // 2: columns that do not vary are said.
  // 3: where the gap statistic stops at one and is larger beyond, that is said.
  // 4: the map says how it is selected in.
  version: 4,
  specVersion: 1,
  engines: [],
  // Sums of many numbers choose: the same on one machine, and all but ties elsewhere.
  reproduces: { atol: 1e-6, rtol: 1e-6 },
  variants: ({ method }) => [clusterMethodOf(method), clustersReport],
  schema,
  empty: schema.parse({}),
  missing: ({ from }) => (from === null ? "from" : null),
  discloses,
  carries: () => closed,
  words: ({ from, method }, { locale, nameOf }) => {
    if (!from) return words.say("words-empty", {}, locale);
    const card = clusterMethodOf(method);
    return words.say("words", { from: nameOf(from), method: card.words.say("title", {}, locale) }, locale);
  },
  suggestName: ({ from }, context) => (from ? `${context.nameOf(from)}_clusters` : "clusters"),
});
