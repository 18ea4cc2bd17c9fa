// Uploads that are under way, sealed part by part: the key is there from the first byte on.

import { boolean, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { byteCount, bytea, instant, labColumn } from "./columns.ts";

export const uploads = pgTable(
  "uploads",
  {
    id: text("id").primaryKey(),
    lab: labColumn(),
    user: text("user_id").notNull(),
    notebook: text("notebook"),
    name: text("name").notNull(),
    metadata: jsonb("metadata").$type<Record<string, string | null>>().notNull(),
    /** Announced size; null while the client does not know it. */
    size: byteCount("size"),
    /** Plain bytes that are safe on disk. */
    offset: byteCount("offset").notNull().default(0),
    blob: text("blob").notNull(),
    labKey: text("lab_key").notNull(),
    wrappedKey: bytea("wrapped_key").notNull(),
    digest: text("digest"),
    finished: boolean("finished").notNull().default(false),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [index("uploads_user").on(table.user), index("uploads_updated").on(table.updatedAt)],
);
