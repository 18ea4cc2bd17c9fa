// Data sets: files that a lab uploaded, in versions, and what other labs may do with them.

import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
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
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.dataset, table.version] }),
    index("dataset_versions_digest").on(table.digest),
    index("dataset_versions_blob").on(table.blob),
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
