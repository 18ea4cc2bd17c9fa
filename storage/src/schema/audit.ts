// Who did what, written in the transaction of what it records. A sealer gives committed rows their place in the lab's
// chain; audit_heads remembers the last place, so that a chain cut short is noticed.

import { bigint, index, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, labColumn } from "./columns.ts";

export const audit = pgTable(
  "audit",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** "" for what belongs to no lab (a sign-in). */
    lab: labColumn(),
    at: instant("at").notNull(),
    /** The person; null for the server itself. */
    user: text("user_id"),
    action: text("action").notNull(),
    target: text("target").notNull(),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull(),
    /** Place in the lab's chain, from 1; null until sealed. */
    place: bigint("place", { mode: "number" }),
    hash: text("hash"),
  },
  (table) => [uniqueIndex("audit_chain").on(table.lab, table.place), index("audit_lab").on(table.lab, table.id)],
);

export const auditHeads = pgTable("audit_heads", {
  lab: text("lab").primaryKey(),
  place: bigint("place", { mode: "number" }).notNull(),
  hash: text("hash").notNull(),
  sealedAt: instant("sealed_at").notNull(),
});
