// The password of a person, in the shape of the accounts library, and what ends when it is another one.

import { and, count, eq, isNotNull, ne } from "drizzle-orm";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Executor } from "../database.ts";
import { accounts, apiKeys, sessions, users } from "../schema/index.ts";

const provider = "credential";

/** Its hash; null for a person who has none. */
export async function passwordOf(executor: Executor, user: string): Promise<string | null> {
  const [row] = await executor
    .select({ password: accounts.password })
    .from(accounts)
    .where(and(eq(accounts.userId, user), eq(accounts.providerId, provider), isNotNull(accounts.password)));
  return row?.password ?? null;
}

export async function setPassword(
  tx: Executor,
  of: { readonly user: string; readonly hash: string; readonly now: number },
): Promise<void> {
  const updatedAt = new Date(of.now);
  const changed = await tx
    .update(accounts)
    .set({ password: of.hash, updatedAt })
    .where(and(eq(accounts.userId, of.user), eq(accounts.providerId, provider)))
    .returning({ id: accounts.id });
  if (changed.length > 0) return;
  const row = { id: newId("acc", systemRandom) as string, accountId: of.user, userId: of.user, providerId: provider };
  await tx.insert(accounts).values({ ...row, password: of.hash, createdAt: updatedAt, updatedAt });
}

/** Answers how many. */
export async function endOtherSessions(tx: Executor, of: { readonly user: string; readonly except: string }): Promise<number> {
  const gone = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, of.user), ne(sessions.id, of.except)))
    .returning({ id: sessions.id });
  return gone.length;
}

/** Answers how many. */
export async function removeKeysOf(tx: Executor, user: string): Promise<number> {
  const gone = await tx.delete(apiKeys).where(eq(apiKeys.referenceId, user)).returning({ id: apiKeys.id });
  return gone.length;
}

export async function countKeysOf(executor: Executor, user: string): Promise<number> {
  const [row] = await executor.select({ n: count() }).from(apiKeys).where(eq(apiKeys.referenceId, user));
  return row?.n ?? 0;
}

export const setEmail = (tx: Executor, of: { readonly user: string; readonly email: string; readonly now: number }) =>
  tx
    .update(users)
    .set({ email: of.email, updatedAt: new Date(of.now) })
    .where(eq(users.id, of.user));
