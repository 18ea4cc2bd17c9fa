// Who did what, written in the transaction of what it records, each row with a random id and a code under the audit's key.
// A sealer gives committed rows their place in the lab's chain; audit_heads remembers the last place, signed.

import { bigint, index, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { bytea, instant, labColumn } from "./columns.ts";

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
    /** Random, so that no row is another one's copy; null in rows of earlier releases. */
    uid: text("uid"),
    /** Over all that the row says, written with it; null in rows of earlier releases. */
    mac: text("mac"),
    /** "forged": the sealer found no code, or a wrong one. */
    flag: text("flag"),
  },
  (table) => [
    uniqueIndex("audit_chain").on(table.lab, table.place),
    index("audit_lab").on(table.lab, table.id),
    uniqueIndex("audit_uid").on(table.uid),
  ],
);

export const auditHeads = pgTable("audit_heads", {
  lab: text("lab").primaryKey(),
  place: bigint("place", { mode: "number" }).notNull(),
  hash: text("hash").notNull(),
  sealedAt: instant("sealed_at").notNull(),
  /** Over the row; null where an earlier release wrote it. */
  mac: text("mac"),
});

/** The random key of codes, chain and heads, wrapped by the master key. One row. */
export const auditKeys = pgTable("audit_keys", {
  id: text("id").primaryKey(),
  wrapped: bytea("wrapped").notNull(),
  createdAt: instant("created_at").notNull(),
});
