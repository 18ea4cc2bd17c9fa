// Keys for programs: rows in better-auth's shape, of the key itself a hash alone.

import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { apiKeys, users } from "../schema/index.ts";

const isGood = (now: number) =>
  and(eq(apiKeys.enabled, true), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, new Date(now))));

export async function isKeyGood(executor: Executor, id: string, now: number): Promise<boolean> {
  const rows = await executor
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(eq(apiKeys.id, id), isGood(now)));
  return rows.length > 0;
}

export interface KeyHolder {
  readonly id: string;
  readonly lastRequest: Date | null;
  readonly user: string;
  readonly name: string;
  readonly email: string;
}

/** Whose key this is; null when none of this hash is good at `now`. */
export async function keyBy(executor: Executor, keyHash: string, now: number): Promise<KeyHolder | null> {
  const [row] = await executor
    .select({ id: apiKeys.id, lastRequest: apiKeys.lastRequest, user: users.id, name: users.name, email: users.email })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.referenceId))
    .where(and(eq(apiKeys.key, keyHash), isGood(now)));
  return row ?? null;
}

export const noteKeyUsed = (executor: Executor, id: string, now: number) =>
  executor
    .update(apiKeys)
    .set({ lastRequest: new Date(now) })
    .where(eq(apiKeys.id, id));

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
