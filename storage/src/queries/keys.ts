// Keys for programs: rows in better-auth's shape, of the key itself a hash alone.

import { and, desc, eq } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { apiKeys } from "../schema/index.ts";

/** Newest first. */
export const keysOf = (executor: Executor, user: string) =>
  executor.select().from(apiKeys).where(eq(apiKeys.referenceId, user)).orderBy(desc(apiKeys.createdAt));

export const addKey = (tx: Executor, row: typeof apiKeys.$inferInsert) => tx.insert(apiKeys).values(row);

/** False when it is not this person's, or gone. */
export async function removeKey(tx: Executor, of: { readonly id: string; readonly user: string }): Promise<boolean> {
  const gone = await tx
    .delete(apiKeys)
    .where(and(eq(apiKeys.id, of.id), eq(apiKeys.referenceId, of.user)))
    .returning({ id: apiKeys.id });
  return gone.length > 0;
}
