// Data sets: files that a lab uploaded or that were made of its data (recipes, tables of features), in versions, and what
// other labs may do with them.

import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { blobs } from "./blobs.ts";
import { byteCount, instant, labColumn } from "./columns.ts";
import { labs } from "./labs.ts";

export const datasets = pgTable(
  "datasets",
  {
    id: text("id").primaryKey(),
    lab: labColumn().references(() => labs.id),
    name: text("name").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    deletedAt: instant("deleted_at"),
    /** files: what was uploaded; recipe, features: what stands in the feature store. */
    sort: text("sort").notNull().default("files"),
    /** Of the feature store: what it is for, as its lab says it, and by which words it is found. */
    description: text("description").notNull().default(""),
    tags: jsonb("tags").$type<readonly string[]>().notNull().default([]),
    /** Not to be used any more: since when, who said so, why, and what stands in its place. */
    deprecated: jsonb("deprecated").$type<{
      readonly at: number;
      readonly by: string;
      readonly why: string;
      readonly instead: string | null;
    }>(),
    /** Its rows are persons: small groups of them are not published. */
    aboutPersons: boolean("about_persons").notNull().default(false),
    /** The column whose values tell them apart; null: nobody has said which, so nobody can count them. */
    personColumn: text("person_column"),
  },
  (table) => [index("datasets_lab").on(table.lab, table.updatedAt)],
);

export const datasetVersions = pgTable(
  "dataset_versions",
  {
    dataset: text("dataset")
      .notNull()
      .references(() => datasets.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    lab: labColumn(),
    blob: text("blob")
      .notNull()
      .references(() => blobs.id),
    digest: text("digest").notNull(),
    /** Name of the file as it was uploaded. */
    name: text("name").notNull(),
    size: byteCount("size").notNull(),
    /** What the recognition found, with its reasons (see intake); null until it looked. */
    recognised: jsonb("recognised").$type<unknown>(),
    /** Of what was made here: the output that it was made of, and what is told of it in lists and comparisons. */
    made: jsonb("made").$type<unknown>(),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.dataset, table.version] }),
    index("dataset_versions_digest").on(table.digest),
    index("dataset_versions_blob").on(table.blob),
  ],
);

/**
 * What a version was made of: files of data sets. Who may do less with one of these may do no more with what was made of it; of
 * equal bytes in several data sets the best counts. A row stays when its data set goes.
 */
export const datasetOrigins = pgTable(
  "dataset_origins",
  {
    dataset: text("dataset").notNull(),
    version: integer("version").notNull(),
    lab: labColumn(),
    digest: text("digest").notNull(),
    origin: text("origin").notNull(),
    originLab: text("origin_lab").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.dataset, table.version, table.digest, table.origin] }),
    index("dataset_origins_origin").on(table.origin),
    foreignKey({
      columns: [table.dataset, table.version],
      foreignColumns: [datasetVersions.dataset, datasetVersions.version],
    }).onDelete("cascade"),
  ],
);

/** What another lab may do: results, rows (and results), download (and all). The owning lab needs no grant. */
export const datasetGrants = pgTable(
  "dataset_grants",
  {
    dataset: text("dataset")
      .notNull()
      .references(() => datasets.id, { onDelete: "cascade" }),
    labGranted: text("lab_granted")
      .notNull()
      .references(() => labs.id, { onDelete: "cascade" }),
    lab: labColumn(),
    right: text("right").notNull(),
    grantedBy: text("granted_by").notNull(),
    grantedAt: instant("granted_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.dataset, table.labGranted] }), index("dataset_grants_lab").on(table.labGranted)],
);
