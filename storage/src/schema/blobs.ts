// Encrypted bytes and the keys that open them: a key per blob, wrapped by the lab's key, that one by the master key.

import { index, pgTable, text } from "drizzle-orm/pg-core";
import { byteCount, bytea, instant, labColumn } from "./columns.ts";

/** Under which master key this database was written with first: one row. */
export const masterKeys = pgTable("master_keys", {
  id: text("id").primaryKey(),
  fingerprint: text("fingerprint").notNull(),
});

export const labKeys = pgTable(
  "lab_keys",
  {
    id: text("id").primaryKey(),
    lab: labColumn(),
    wrapped: bytea("wrapped").notNull(),
    /** Fingerprint of the master key that wrapped it. */
    master: text("master").notNull(),
    createdAt: instant("created_at").notNull(),
    /** Replaced by a newer one since; kept until nothing is wrapped by it. */
    retiredAt: instant("retired_at"),
  },
  (table) => [index("lab_keys_lab").on(table.lab)],
);

export const blobs = pgTable(
  "blobs",
  {
    id: text("id").primaryKey(),
    lab: labColumn(),
    /** Where the bytes may lie: "" is this server's store. For data that may not leave a lab. */
    site: text("site").notNull().default(""),
    labKey: text("lab_key")
      .notNull()
      .references(() => labKeys.id),
    wrappedKey: bytea("wrapped_key").notNull(),
    /** Plain size, and sha256 of the plain bytes. */
    size: byteCount("size").notNull(),
    digest: text("digest").notNull(),
    createdAt: instant("created_at").notNull(),
    /** Marked by the first phase of collection: nothing refers to it. Its bytes go a day later. */
    deletedAt: instant("deleted_at"),
  },
  (table) => [index("blobs_lab_digest").on(table.lab, table.digest), index("blobs_deleted").on(table.deletedAt)],
);
