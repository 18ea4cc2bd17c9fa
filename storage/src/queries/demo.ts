// Whether a lab has had the demonstration: the audit remembers it, whatever is deleted later.

import { and, eq, sql } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { audit } from "../schema/index.ts";

/** One server at a time, until the transaction ends. */
export const lockSeeding = (tx: Executor, lab: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`demo ${lab}`}, 0))`);

export async function isSeeded(executor: Executor, lab: string): Promise<boolean> {
  const [row] = await executor
    .select({ id: audit.id })
    .from(audit)
    .where(and(eq(audit.lab, lab), eq(audit.action, "demo.seed")))
    .limit(1);
  return row !== undefined;
}
