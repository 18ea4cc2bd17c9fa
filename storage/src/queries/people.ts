// People by their ids and addresses.

import { and, eq, inArray } from "drizzle-orm";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Executor } from "../database.ts";
import { accounts, users } from "../schema/index.ts";

export async function personById(executor: Executor, user: string): Promise<typeof users.$inferSelect | null> {
  const [person] = await executor.select().from(users).where(eq(users.id, user));
  return person ?? null;
}

/** The id of whoever signs in with this address, or null. */
export async function personByEmail(executor: Executor, email: string): Promise<string | null> {
  const [person] = await executor.select({ id: users.id }).from(users).where(eq(users.email, email.toLowerCase()));
  return person?.id ?? null;
}

export async function isAnybodyHere(executor: Executor): Promise<boolean> {
  return (await executor.select({ id: users.id }).from(users).limit(1)).length > 0;
}

/** Who has this way of signing in, which the server itself gave: one person a way. */
export async function personByWay(executor: Executor, way: string): Promise<string | null> {
  const [row] = await executor.select({ user: accounts.userId }).from(accounts).where(eq(accounts.providerId, way)).limit(1);
  return row?.user ?? null;
}

export const addWay = (tx: Executor, of: { readonly user: string; readonly way: string }) =>
  tx.insert(accounts).values({ id: newId("acc", systemRandom), accountId: of.user, userId: of.user, providerId: of.way });

export const addPerson = (
  tx: Executor,
  person: { readonly id: string; readonly name: string; readonly email: string },
  now: number,
) => tx.insert(users).values({ ...person, createdAt: new Date(now), updatedAt: new Date(now) });

/** Somebody whose address was proved. False where another one signs in with it, also one who is being added. */
export async function addProvedPerson(
  tx: Executor,
  person: { readonly id: string; readonly name: string; readonly email: string },
  now: number,
): Promise<boolean> {
  const at = new Date(now);
  const added = await tx
    .insert(users)
    .values({ ...person, emailVerified: true, createdAt: at, updatedAt: at })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  return added.length > 0;
}

/** False where it was proved before, or is not her address any more. */
export async function proveEmail(
  tx: Executor,
  of: { readonly user: string; readonly email: string; readonly now: number },
): Promise<boolean> {
  const proved = await tx
    .update(users)
    .set({ emailVerified: true, updatedAt: new Date(of.now) })
    .where(and(eq(users.id, of.user), eq(users.email, of.email), eq(users.emailVerified, false)))
    .returning({ id: users.id });
  return proved.length > 0;
}

/** By id; who is unknown is absent. */
export async function namesOfPeople(executor: Executor, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await executor
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Addresses by id; of who is none, or gone, there is none. */
export async function addressesOfPeople(executor: Executor, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids)].filter((id) => id !== "");
  if (asked.length === 0) return new Map();
  const rows = await executor.select({ id: users.id, email: users.email }).from(users).where(inArray(users.id, asked));
  return new Map(rows.map(({ id, email }) => [id, email]));
}
