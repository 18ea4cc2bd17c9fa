// Markers: which features tell each group of samples from all others.

import { z } from "zod";
import { closed } from "../../contract/carried.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { markersReport } from "../../reports/markers/report.ts";
import { card } from "./card.ts";
import { discloses } from "./discloses.ts";
import { example } from "./example.ts";
import { words } from "./words.ts";

const name = z.string().max(10_000);

const schema = z.strictObject({
  from: cellRef()
    .nullable()
    .default(null)
    .meta({ title: "Matrix", description: "Values on one scale, such as log-normalised counts" }),
  groups: cellRef().nullable().default(null).meta({
    title: "Groups from",
    description:
      "A table with the groups, found by the names of the samples (clusters of another cell); null: the matrix has them",
  }),
  by: name.default("").meta({ title: "By", description: "The column that says the groups" }),
  least: z.number().min(0).max(1).default(0.1).meta({
    title: "Least share",
    description: "Features with a value in fewer of a group's samples are no markers of it",
  }),
  first: z.int().min(1).max(50).default(3).meta({ title: "In pictures", description: "So many markers of each group are drawn" }),
  show: z.array(name).max(200).default([]).meta({
    title: "Features shown",
    description: "These are drawn, and not the first markers",
  }),
});
export type MarkersSpec = z.output<typeof schema>;

export const markers = defineKind({
  ...card,
  title: "Markers of groups",
  example,
  // 2: where 0 is a value as any other, no share of values above it is asked for; samples behind each group; a sample once.
  version: 3,
  specVersion: 1,
  engines: [],
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  variants: () => [markersReport],
  schema,
  empty: schema.parse({}),
  missing: ({ from, by }) => (from === null ? "from" : by === "" ? "by" : null),
  discloses,
  carries: () => closed,
  words: ({ from, by }, { locale, nameOf }) =>
    from && by !== "" ? words.say("words", { from: nameOf(from), by }, locale) : words.say("words-empty", {}, locale),
  suggestName: ({ from }, context) => (from ? `${context.nameOf(from)}_markers` : "markers"),
});
