// Labs and their members.

import { and, asc, count, eq, sql } from "drizzle-orm";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Executor } from "../database.ts";
import { labs, members, users } from "../schema/index.ts";

/** Colours of labs on the screen, given out in turn. */
export const labColors = ["blue", "vermilion", "green", "purple", "sky", "orange"] as const;

/** A lab with its first owner. The short name is made unique by a few characters. */
export async function createLab(
  tx: Executor,
  lab: { readonly name: string; readonly owner: string; readonly now: number },
): Promise<{ readonly id: string; readonly slug: string }> {
  const id = newId("lab", systemRandom);
  const stem = lab.name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  const slug = `${stem || "lab"}-${id.slice(-4)}`;
  const [known] = await tx.select({ n: count() }).from(labs);
  const createdAt = new Date(lab.now);
  await tx
    .insert(labs)
    .values({ id, name: lab.name, slug, color: labColors[(known?.n ?? 0) % labColors.length] as string, createdAt });
  await tx
    .insert(members)
    .values({ id: newId("mem", systemRandom), organizationId: id, userId: lab.owner, role: "owner", createdAt });
  return { id, slug };
}

export async function membersOf(executor: Executor, lab: string) {
  return executor
    .select({ id: users.id, name: users.name, email: users.email, role: members.role, joinedAt: members.createdAt })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.organizationId, lab))
    .orderBy(asc(members.createdAt), asc(users.name));
}

/** Plain bytes of everything that a lab keeps. */
export async function storageOf(executor: Executor, lab: string): Promise<number> {
  const { rows } = await executor.execute<{ bytes: string | null }>(
    sql`select sum(size) as bytes from blobs where lab = ${lab} and deleted_at is null`,
  );
  return Number(rows[0]?.bytes ?? 0);
}

/** Locks the lab's owners and counts them, so that two who leave at once do not both leave. */
export async function countOwners(tx: Executor, lab: string): Promise<number> {
  const rows = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.organizationId, lab), eq(members.role, "owner")))
    .for("update");
  return rows.length;
}

/** False when the person was a member already. */
export async function addMember(
  tx: Executor,
  member: { readonly lab: string; readonly user: string; readonly role: string; readonly now: number },
): Promise<boolean> {
  const added = await tx
    .insert(members)
    .values({
      id: newId("mem", systemRandom),
      organizationId: member.lab,
      userId: member.user,
      role: member.role,
      createdAt: new Date(member.now),
    })
    .onConflictDoNothing()
    .returning({ id: members.id });
  return added.length > 0;
}

/** The one that the person has been a member of for the longest. */
export async function firstLabOf(executor: Executor, user: string): Promise<string | null> {
  const [member] = await executor
    .select({ lab: members.organizationId })
    .from(members)
    .where(eq(members.userId, user))
    .orderBy(asc(members.createdAt))
    .limit(1);
  return member?.lab ?? null;
}

export const isLab = async (executor: Executor, lab: string): Promise<boolean> =>
  (await executor.select({ id: labs.id }).from(labs).where(eq(labs.id, lab))).length > 0;

export const renameLab = (tx: Executor, lab: string, name: string) => tx.update(labs).set({ name }).where(eq(labs.id, lab));

/** Smaller groups of persons than this stop publishing; 0: no group does. */
export async function smallGroupsOf(executor: Executor, lab: string): Promise<number> {
  const [row] = await executor.select({ smallGroups: labs.smallGroups }).from(labs).where(eq(labs.id, lab));
  return row?.smallGroups ?? 0;
}

/** Answers what it was before; null when there is no such lab. */
export async function setSmallGroups(tx: Executor, lab: string, smallGroups: number): Promise<number | null> {
  const [before] = await tx.select({ smallGroups: labs.smallGroups }).from(labs).where(eq(labs.id, lab)).for("update");
  await tx.update(labs).set({ smallGroups }).where(eq(labs.id, lab));
  return before?.smallGroups ?? null;
}

const isMember = (lab: string, user: string) => and(eq(members.organizationId, lab), eq(members.userId, user));

export const setMemberRole = (tx: Executor, of: { readonly lab: string; readonly user: string }, role: string) =>
  tx.update(members).set({ role }).where(isMember(of.lab, of.user));

export const removeMember = (tx: Executor, of: { readonly lab: string; readonly user: string }) =>
  tx.delete(members).where(isMember(of.lab, of.user));

/** Whether two people belong to one lab, and so know each other by name. */
export async function shareALab(executor: Executor, one: string, other: string): Promise<boolean> {
  const { rows } = await executor.execute(
    sql`select 1 from members a join members b on b.lab = a.lab where a.user_id = ${one} and b.user_id = ${other} limit 1`,
  );
  return rows.length > 0;
}

export const allLabs = async (executor: Executor): Promise<readonly string[]> =>
  (await executor.select({ id: labs.id }).from(labs)).map((row) => row.id);
