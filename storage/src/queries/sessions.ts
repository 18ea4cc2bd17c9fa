// Where a person is signed in, and the tokens that sign somebody in once.

import { and, desc, eq, gt, lt } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { oneTimeTokens, sessions } from "../schema/index.ts";

/** Those that are good at `now`, last seen first. */
export const sessionsOf = (executor: Executor, user: string, now: number) =>
  executor
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, user), gt(sessions.expiresAt, new Date(now))))
    .orderBy(desc(sessions.updatedAt));

export async function isSessionGood(executor: Executor, id: string, now: number): Promise<boolean> {
  const rows = await executor
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, id), gt(sessions.expiresAt, new Date(now))));
  return rows.length > 0;
}

/** False when it is not this person's, or gone. */
export async function endSession(tx: Executor, of: { readonly id: string; readonly user: string }): Promise<boolean> {
  const gone = await tx
    .delete(sessions)
    .where(and(eq(sessions.id, of.id), eq(sessions.userId, of.user)))
    .returning({ id: sessions.id });
  return gone.length > 0;
}

/** Those that were over at `now` go with it. */
export async function addOneTimeToken(
  executor: Executor,
  row: { readonly tokenHash: string; readonly user: string; readonly expiresAt: number },
  now: number,
): Promise<void> {
  await executor.delete(oneTimeTokens).where(lt(oneTimeTokens.expiresAt, now));
  await executor.insert(oneTimeTokens).values(row);
}

/** Uses the token up. Answers whom it signs in; null when it was used, or is over. */
export async function takeOneTimeToken(executor: Executor, tokenHash: string, now: number): Promise<string | null> {
  const [used] = await executor
    .delete(oneTimeTokens)
    .where(and(eq(oneTimeTokens.tokenHash, tokenHash), gt(oneTimeTokens.expiresAt, now)))
    .returning({ user: oneTimeTokens.user });
  return used?.user ?? null;
}

/** Sessions and tokens that were over before `now`. */
export async function forgetSessions(executor: Executor, now: number): Promise<void> {
  await executor.delete(oneTimeTokens).where(lt(oneTimeTokens.expiresAt, now));
  await executor.delete(sessions).where(lt(sessions.expiresAt, new Date(now)));
}
