// Features of several views, one table: for a list of entities and moments what was known of each then, or for all entities what is
// known now. A view is a file of the store (a version of a data set), so its rights are those of the file.

import { z } from "zod";
import { closed } from "../../contract/carried.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { cellRef, fileRef } from "../../contract/spec-fields.ts";
import { formatOf, stemOf } from "../../formats.ts";
import { toCellName } from "../../notebook/cell-name.ts";
import { featureJoinReport } from "../../reports/feature-join/report.ts";
import { card } from "./card.ts";
import { discloses } from "./discloses.ts";
import { example } from "./example.ts";
import { words } from "./words.ts";

const name = z.string().max(10_000);

const view = z.strictObject({
  file: fileRef().nullable().default(null).meta({
    title: "View",
    description: "A Parquet file: what was materialised of a view, in notebook files {path} or its path",
  }),
  features: z
    .array(name)
    .max(10_000)
    .nullable()
    .default(null)
    .meta({ title: "Features", description: "Columns that are taken, in this order; null: all but those of entity and time" }),
  entity: name.default("").meta({ title: "Entity", description: "The column that names whom or what a row is about" }),
  time: name.nullable().default(null).meta({
    title: "Time",
    description: "The column that says from when on a row was known; null: it has one row an entity, for all time",
  }),
});
export type FeatureView = z.output<typeof view>;

const schema = z.strictObject({
  views: z.array(view).max(100).default([]).meta({ title: "Views", description: "Whose features are put beside each other" }),
  entities: cellRef().nullable().default(null).meta({
    title: "Entities",
    description: "A table whose rows and columns stay, each row with the features of its entity; null: all entities of the views",
  }),
  entity: name.nullable().default(null).meta({ title: "Entity", description: "The column of that table that names them" }),
  time: name.nullable().default(null).meta({
    title: "Moment",
    description: "The column of that table that says at what moment: nothing later is taken; null: what is newest",
  }),
  strictly: z
    .boolean()
    .default(false)
    .meta({ title: "Before the moment only", description: "What became known at the very moment is not taken" }),
  tolerance: z
    .number()
    .nonnegative()
    .nullable()
    .default(null)
    .meta({ title: "Not older than", description: "In days; of times that are numbers in their unit; null: of any age" }),
  keep: z.enum(["all", "found"]).default("all").meta({
    title: "Rows",
    description: "all: each row of the table; found: those of which some view knew something",
  }),
});
export type FeaturesSpec = z.output<typeof schema>;

const parquet = formatOf("parquet");

export const features = defineKind({
  ...card,
  title: "Features of several views",
  example,
  version: 1,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  variants: ({ views }) => [...(views.length > 0 ? [parquet] : []), featureJoinReport],
  schema,
  empty: schema.parse({}),
  missing: ({ views, entities, entity }) => {
    if (views.length === 0 || views.some(({ file, entity: of }) => file === null || of === "")) return "views";
    return entities !== null && entity === null ? "entity" : null;
  },
  needs: ({ views }) => ({
    memory: Math.round(views.reduce((sum, { file }) => sum + (file?.size ?? 0), 0) * parquet.memoryPerByte),
  }),
  columnsRead: ({ views }, digest) => {
    const named = views.filter(({ file }) => file?.digest === digest);
    if (named.some(({ features: chosen }) => chosen === null)) return null;
    return named.flatMap(({ entity, time, features: chosen }) => [entity, ...(time === null ? [] : [time]), ...(chosen ?? [])]);
  },
  discloses,
  carries: () => closed,
  words: ({ views, entities, time }, { locale, nameOf }) => {
    const names = views.flatMap(({ file }) => (file ? [stemOf(file.name)] : []));
    if (names.length === 0) return words.say("words-empty", {}, locale);
    if (entities === null) return words.say("words-all", { names }, locale);
    return words.say(time === null ? "words-list" : "words-moments", { names, of: nameOf(entities), time: time ?? "" }, locale);
  },
  suggestName: ({ views }) => {
    const [first] = views.flatMap(({ file }) => (file ? [stemOf(file.name)] : []));
    return (first !== undefined && toCellName(`${first}_features`)) || "features";
  },
});
