// Links that were mailed to an address, each good once; and how often something was asked for, counted for all servers.

import { and, eq, gt, isNull, lt, ne, or, sql } from "drizzle-orm";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Executor } from "../database.ts";
import { invitations, mailedLinks, rateLimits } from "../schema/index.ts";

export type MailedFor = "sign-up" | "verify" | "password";

export interface MailedLink {
  readonly purpose: MailedFor;
  readonly email: string;
  readonly user: string | null;
}

export const addMailedLink = (
  executor: Executor,
  row: MailedLink & { readonly tokenHash: string; readonly invitation?: string; readonly expiresAt: number },
) => executor.insert(mailedLinks).values(row);

/** Of one that came with an invitation nothing is left when that was taken back. */
const isGood = (tokenHash: string, now: number) =>
  and(
    eq(mailedLinks.tokenHash, tokenHash),
    gt(mailedLinks.expiresAt, now),
    or(
      isNull(mailedLinks.invitation),
      sql`exists (select 1 from ${invitations} where ${invitations.id} = ${mailedLinks.invitation} and ${ne(invitations.status, "cancelled")})`,
    ),
  );

/** Null when it was used, is over, or never was. */
export async function mailedLinkBy(executor: Executor, tokenHash: string, now: number): Promise<MailedLink | null> {
  const [row] = await executor
    .select({ purpose: mailedLinks.purpose, email: mailedLinks.email, user: mailedLinks.user })
    .from(mailedLinks)
    .where(isGood(tokenHash, now));
  return row === undefined ? null : { ...row, purpose: row.purpose as MailedFor };
}

/** Uses the link up: of several who use it at once one gets it, and those with another one to the same address wait for her. */
export async function takeMailedLink(
  tx: Executor,
  of: { readonly tokenHash: string; readonly purpose: MailedFor; readonly email: string },
  now: number,
): Promise<MailedLink | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`mailed to ${of.email}`}, 0))`);
  const [row] = await tx
    .delete(mailedLinks)
    .where(and(isGood(of.tokenHash, now), eq(mailedLinks.purpose, of.purpose)))
    .returning({ email: mailedLinks.email, user: mailedLinks.user });
  return row === undefined ? null : { ...row, purpose: of.purpose };
}

/** Others for the same, which are of no use any more. */
export const removeMailedLinks = (
  tx: Executor,
  of: { readonly purpose: MailedFor } & ({ readonly email: string } | { readonly user: string }),
) =>
  tx
    .delete(mailedLinks)
    .where(
      and(eq(mailedLinks.purpose, of.purpose), "user" in of ? eq(mailedLinks.user, of.user) : eq(mailedLinks.email, of.email)),
    );

/** The how manieth time it is within the window that the first one opened. */
export async function countUp(
  executor: Executor,
  of: { readonly what: string; readonly windowMs: number },
  now: number,
): Promise<number> {
  const since = now - of.windowMs;
  // What came a moment later may be counted before, and other servers' clocks are ahead: neither begins anew.
  const isOver = sql`${rateLimits.lastRequest} <= ${since} or ${rateLimits.lastRequest} > ${now + of.windowMs}`;
  const [row] = await executor
    .insert(rateLimits)
    .values({ id: newId("rl", systemRandom), key: of.what, count: 1, lastRequest: now })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${isOver} then 1 else ${rateLimits.count} + 1 end`,
        lastRequest: sql`case when ${isOver} then ${now}::bigint else ${rateLimits.lastRequest} end`,
      },
    })
    .returning({ count: rateLimits.count });
  return row?.count ?? 1;
}

/** Links that were over before `now`, and counts of more than a day ago. */
export async function forgetMailedLinks(executor: Executor, now: number): Promise<void> {
  await executor.delete(mailedLinks).where(lt(mailedLinks.expiresAt, now));
  await executor.delete(rateLimits).where(lt(rateLimits.lastRequest, now - 86_400_000));
}
