// What labs let out to those who may see results only: one cell as it reads, with the data behind it. And who asked.

import { boolean, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, labColumn, sourceSetColumn } from "./columns.ts";
import { notebooks } from "./notebooks.ts";

export const releaseAsks = pgTable(
  "release_asks",
  {
    notebook: text("notebook")
      .notNull()
      .references(() => notebooks.id, { onDelete: "cascade" }),
    cell: text("cell").notNull(),
    /** Whose data it is. */
    lab: labColumn(),
    by: text("by").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.notebook, table.cell, table.lab] }), index("release_asks_lab").on(table.lab)],
);

/** A decision of a lab. It holds for that key, made that way of those data, and for nothing else. */
export const releases = pgTable(
  "releases",
  {
    notebook: text("notebook")
      .notNull()
      .references(() => notebooks.id, { onDelete: "cascade" }),
    cell: text("cell").notNull(),
    lab: labColumn(),
    key: text("key").notNull(),
    /** Digest of the specs of the cell and of all above it. */
    way: text("way").notNull(),
    sourceSet: sourceSetColumn(),
    /** False: refused. */
    released: boolean("released").notNull(),
    by: text("by").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.notebook, table.cell, table.lab, table.key, table.way, table.sourceSet] })],
);
