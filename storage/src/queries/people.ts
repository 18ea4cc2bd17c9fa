// People by their ids and addresses.

import { eq, inArray } from "drizzle-orm";
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
