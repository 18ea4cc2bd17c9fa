// That somebody's rights have changed, and with which transaction: what is written by a server that has not heard of it yet
// finds it here (appendUpdate). What has changed stands in the tables of members, access and sessions.

import { sql } from "drizzle-orm";
import { customType, pgTable, timestamp } from "drizzle-orm/pg-core";

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

export const rightsChanges = pgTable("rights_changes", {
  xid: xid8("xid").notNull().default(sql`pg_current_xact_id()`),
  /** By the clock of the database: they are forgotten after a day. */
  at: timestamp("at", { withTimezone: true }).notNull().defaultNow(),
});
