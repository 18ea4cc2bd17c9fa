// The update log of each notebook: it IS the document. Rows are appended, and replaced by one merged row (compaction);
// who wrote which span is kept when they go, and who writes under which client id. Versions are states that were kept by name
// or by the clock.

import { bigint, boolean, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytea, instant, labColumn } from "./columns.ts";
import { notebooks } from "./notebooks.ts";

/** A run of one client's own clock, [from, to), and the person behind that client. */
export interface WrittenSpan {
  readonly by: string;
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

export const documentUpdates = pgTable(
  "document_updates",
  {
    seq: bigint("seq", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    notebook: text("notebook")
      .notNull()
      .references(() => notebooks.id, { onDelete: "cascade" }),
    lab: labColumn(),
    data: bytea("data").notNull(),
    /** Made by compaction: the merged state of rows that are gone. */
    merged: boolean("merged").notNull().default(false),
    spans: jsonb("spans").$type<readonly WrittenSpan[]>().notNull().default([]),
    at: instant("at").notNull(),
  },
  (table) => [index("document_updates_notebook").on(table.notebook, table.seq)],
);

/** Spans of rows that compaction has replaced, adjoining ones of a person joined. */
export const documentSpans = pgTable(
  "document_spans",
  {
    notebook: text("notebook")
      .notNull()
      .references(() => notebooks.id, { onDelete: "cascade" }),
    lab: labColumn(),
    client: bigint("client", { mode: "number" }).notNull(),
    from: bigint("from_clock", { mode: "number" }).notNull(),
    to: bigint("to_clock", { mode: "number" }).notNull(),
    by: text("by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.notebook, table.client, table.from] })],
);

/**
 * Who writes under which client id of a document: whoever was seen with it first, for good. Empty: this server, or nobody
 * knows any more; then nobody goes on under it.
 */
export const documentClients = pgTable(
  "document_clients",
  {
    notebook: text("notebook")
      .notNull()
      .references(() => notebooks.id, { onDelete: "cascade" }),
    lab: labColumn(),
    client: bigint("client", { mode: "number" }).notNull(),
    by: text("by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.notebook, table.client] })],
);

export const documentVersions = pgTable(
  "document_versions",
  {
    id: text("id").primaryKey(),
    notebook: text("notebook")
      .notNull()
      .references(() => notebooks.id, { onDelete: "cascade" }),
    lab: labColumn(),
    /** Null for those made by the clock. */
    name: text("name"),
    by: text("by").notNull(),
    at: instant("at").notNull(),
    state: bytea("state").notNull(),
    /** The notebook as plain data. */
    content: jsonb("content").$type<unknown>().notNull(),
    /** cell -> {key, outputs: port -> digest, sources} as it was on show, with the digests of the data sets' files behind it. */
    results: jsonb("results").$type<unknown>().notNull(),
  },
  (table) => [index("document_versions_notebook").on(table.notebook, table.at)],
);
