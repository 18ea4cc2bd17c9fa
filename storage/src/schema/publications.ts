// Dashboards as they were published: pinned, and complete in themselves. `body` is what a reader gets, and all of it.

import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, keyFormatColumn, labColumn } from "./columns.ts";
import { datasets } from "./datasets.ts";
import { notebooks } from "./notebooks.ts";

export const publications = pgTable(
  "publications",
  {
    id: text("id").primaryKey(),
    notebook: text("notebook")
      .notNull()
      .references(() => notebooks.id),
    lab: labColumn(),
    version: integer("version").notNull(),
    slug: text("slug").notNull().unique(),
    title: text("title").notNull(),
    /** labs: members of the labs below; link: whoever has the address. */
    audience: text("audience").notNull(),
    labs: jsonb("labs").$type<readonly string[]>().notNull().default([]),
    reason: text("reason").notNull(),
    by: text("by").notNull(),
    at: instant("at").notNull(),
    expiresAt: instant("expires_at"),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnBy: text("withdrawn_by"),
    withdrawnReason: text("withdrawn_reason"),
    /** What is pinned, for verification and lineage: never sent to readers. */
    pinned: jsonb("pinned").$type<unknown>().notNull(),
    /** Of the keys in it. */
    keyFormat: keyFormatColumn(),
    body: jsonb("body").$type<unknown>().notNull(),
  },
  (table) => [index("publications_notebook").on(table.notebook), index("publications_lab").on(table.lab, table.at)],
);

/** The tiles for one combination of parameter values. */
export const publicationTiles = pgTable(
  "publication_tiles",
  {
    publication: text("publication")
      .notNull()
      .references(() => publications.id, { onDelete: "cascade" }),
    lab: labColumn(),
    /** Canonical JSON of {tile id of the parameter: value}. */
    values: text("values").notNull(),
    tiles: jsonb("tiles").$type<unknown>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.publication, table.values] })],
);

/** What somebody wants to publish, as it was shown to the labs whose data go out with it. */
export const publicationProposals = pgTable(
  "publication_proposals",
  {
    notebook: text("notebook")
      .notNull()
      .references(() => notebooks.id, { onDelete: "cascade" }),
    /** Digest of the cells with their keys and ways, the values, the readers. */
    digest: text("digest").notNull(),
    lab: labColumn(),
    /** As it was asked for: cells, values, labels, readers. */
    wanted: jsonb("wanted").$type<unknown>().notNull(),
    by: text("by").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.notebook, table.digest] })],
);

/** Somebody who may share a data set agrees that results made of it go out: one proposal, once. */
export const publicationAgreements = pgTable(
  "publication_agreements",
  {
    id: text("id").primaryKey(),
    notebook: text("notebook")
      .notNull()
      .references(() => notebooks.id, { onDelete: "cascade" }),
    dataset: text("dataset")
      .notNull()
      .references(() => datasets.id, { onDelete: "cascade" }),
    /** The lab that owns the data set. */
    lab: labColumn(),
    by: text("by").notNull(),
    at: instant("at").notNull(),
    /** Digest of the proposal that was agreed to; "" for those of releases that bound nothing: they are good for nothing. */
    proposal: text("proposal").notNull().default(""),
    /** The publication that it was given for; null until there is one. */
    publication: text("publication").references(() => publications.id),
  },
  (table) => [index("publication_agreements_open").on(table.notebook, table.dataset)],
);
