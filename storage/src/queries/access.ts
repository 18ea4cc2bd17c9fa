// Who was let into a notebook: people and labs, each with a role. Links are links.ts.

import { and, asc, eq, isNotNull, isNull, or, sql, type SQL } from "drizzle-orm";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Executor } from "../database.ts";
import { cameBy, labs, members, notebookAccess, notebooks, users } from "../schema/index.ts";
import { isOpenLink, linkNow, roleNow, strengthOf } from "./role-now.ts";

/** Whoever was let in by an address and has not come yet is told of by that address alone: whether she has an account is hers to say. */
const hasCome = or(isNull(notebookAccess.email), isNotNull(notebookAccess.enteredAt));

/** With the role that each has now, and the link by which she has it. */
export const peopleOfNotebook = async (executor: Executor, notebook: string) => {
  const role = sql<string | null>`${roleNow("notebook_access")}`;
  const link = sql<string | null>`${linkNow("notebook_access")}`;
  const rows = await executor
    .select({
      id: notebookAccess.id,
      user: users.id,
      name: users.name,
      email: users.email,
      role,
      link,
      createdAt: notebookAccess.createdAt,
    })
    .from(notebookAccess)
    .innerJoin(users, eq(users.id, notebookAccess.user))
    .where(and(eq(notebookAccess.notebook, notebook), hasCome))
    .orderBy(asc(notebookAccess.createdAt));
  return rows.flatMap(({ role, ...row }) => (role === null ? [] : [{ ...row, role }]));
};

/** Addresses that were let in and have not come yet. */
export const awaitedInNotebook = (executor: Executor, notebook: string) =>
  executor
    .select({
      id: notebookAccess.id,
      email: notebookAccess.email,
      role: notebookAccess.role,
      createdAt: notebookAccess.createdAt,
    })
    .from(notebookAccess)
    .where(and(eq(notebookAccess.notebook, notebook), isNotNull(notebookAccess.email), isNull(notebookAccess.enteredAt)))
    .orderBy(asc(notebookAccess.createdAt));

/** She came for the first time. */
export const noteEntered = (executor: Executor, of: { readonly notebook: string; readonly user: string; readonly at: number }) =>
  executor
    .update(notebookAccess)
    .set({ enteredAt: of.at })
    .where(and(eq(notebookAccess.notebook, of.notebook), eq(notebookAccess.user, of.user), isNull(notebookAccess.enteredAt)));

export const labsOfNotebook = (executor: Executor, notebook: string) =>
  executor
    .select({
      id: notebookAccess.id,
      lab: labs.id,
      name: labs.name,
      role: notebookAccess.role,
      createdAt: notebookAccess.createdAt,
    })
    .from(notebookAccess)
    .innerJoin(labs, eq(labs.id, notebookAccess.labGranted))
    .where(eq(notebookAccess.notebook, notebook))
    .orderBy(asc(notebookAccess.createdAt));

/** Labs of the people who were let in by name or by a link. */
export const labsOfPeople = (executor: Executor, notebook: string) =>
  executor
    .selectDistinct({ id: labs.id, name: labs.name })
    .from(notebookAccess)
    .innerJoin(members, eq(members.userId, notebookAccess.user))
    .innerJoin(labs, eq(labs.id, members.organizationId))
    .where(and(eq(notebookAccess.notebook, notebook), hasCome, sql`${roleNow("notebook_access")} is not null`))
    .orderBy(asc(labs.name));

/** Of acts that let somebody into a notebook, show her results there, or end that, each sees what the one before it has done. */
export const lockAccess = (tx: Executor, notebook: string) =>
  tx.select({ id: notebooks.id }).from(notebooks).where(eq(notebooks.id, notebook)).for("no key update");

/** Rows that make somebody an owner, locked. */
export const ownersOfNotebook = (tx: Executor, notebook: string) =>
  tx
    .select({ id: notebookAccess.id })
    .from(notebookAccess)
    .where(and(eq(notebookAccess.notebook, notebook), eq(notebookAccess.role, "owner")))
    .for("update");

export type AccessRow = typeof notebookAccess.$inferSelect;
export type AccessTarget = { readonly user: string } | { readonly labGranted: string } | { readonly email: string };

/** The role that a person or a lab was given, or null. */
export async function accessOf(executor: Executor, notebook: string, target: AccessTarget): Promise<AccessRow | null> {
  const [row] = await executor
    .select()
    .from(notebookAccess)
    .where(
      and(
        eq(notebookAccess.notebook, notebook),
        "user" in target
          ? eq(notebookAccess.user, target.user)
          : "email" in target
            ? eq(notebookAccess.email, target.email)
            : eq(notebookAccess.labGranted, target.labGranted),
      ),
    );
  return row ?? null;
}

export async function accessById(
  executor: Executor,
  of: { readonly id: string; readonly notebook: string },
): Promise<AccessRow | null> {
  const [row] = await executor
    .select()
    .from(notebookAccess)
    .where(and(eq(notebookAccess.id, of.id), eq(notebookAccess.notebook, of.notebook)));
  return row ?? null;
}

export const addAccess = (tx: Executor, row: typeof notebookAccess.$inferInsert) => tx.insert(notebookAccess).values(row);

/** A role that somebody gives is no link's any more. `user`: who signs in with the address that the row was made for. */
export const changeAccess = (tx: Executor, id: string, role: string, user: string | undefined) =>
  tx
    .update(notebookAccess)
    .set({ role, link: null, roleBefore: null, ...(user === undefined ? {} : { user }) })
    .where(eq(notebookAccess.id, id));

export const removeAccess = (tx: Executor, id: string) => tx.delete(notebookAccess).where(eq(notebookAccess.id, id));

/** Those who came by a link that is gone have what is left to them without it, or nothing; answers who they are. */
export const removeAccessByLink = (
  tx: Executor,
  of: { readonly notebook: string; readonly link: string },
): Promise<readonly (string | null)[]> =>
  endEntries(tx, sql`${notebookAccess.notebook} = ${of.notebook} and ${notebookAccess.link} = ${of.link}`);

/**
 * Those who came by a link that is over have what is left to them without it, or are gone with all that was shown to them:
 * of what has ended nothing comes back with the next entry.
 */
export const endEntriesOfLinksThatAreOver = async (tx: Executor, notebook: string): Promise<void> =>
  void (await endEntries(
    tx,
    sql`${notebookAccess.notebook} = ${notebook} and ${notebookAccess.link} is not null
      and not exists (select 1 from links k where k.id = ${notebookAccess.link} and ${isOpenLink("k")})`,
  ));

/** The link of these entries is over: theirs is the strongest role of their other links, or what they had before, or none. */
async function endEntries(tx: Executor, isOver: SQL): Promise<readonly (string | null)[]> {
  const { rows: stay } = await tx.execute<{ user_id: string | null }>(sql`
    update notebook_access set role = best.role, link = best.id
    from (select distinct on (c.access) c.access, k.id, k.role
      from came_by c join links k on k.id = c.link and ${isOpenLink("k")}
      where c.access in (select id from notebook_access where ${isOver})
      order by c.access, ${strengthOf(sql`k.role`)} desc, k.created_at, k.id) best
    where best.access = ${notebookAccess.id} and ${isOver}
      and ${strengthOf(sql`best.role`)} > ${strengthOf(sql`${notebookAccess.roleBefore}`)}
    returning ${notebookAccess.user}`);
  const back = await tx
    .update(notebookAccess)
    .set({ role: sql`${notebookAccess.roleBefore}`, link: null, roleBefore: null })
    .where(and(isOver, isNotNull(notebookAccess.roleBefore)))
    .returning({ user: notebookAccess.user });
  const gone = await tx
    .delete(notebookAccess)
    .where(and(isOver, isNull(notebookAccess.roleBefore)))
    .returning({ user: notebookAccess.user });
  return [...stay.map((row) => row.user_id), ...[...back, ...gone].map((row) => row.user)];
}

/** The role that her own entry gives now, whatever labs of hers give; null where it gives none. */
export async function ownRoleOf(tx: Executor, of: { readonly notebook: string; readonly user: string }): Promise<string | null> {
  const [row] = await tx
    .select({ role: sql<string | null>`${roleNow("notebook_access")}` })
    .from(notebookAccess)
    .where(and(eq(notebookAccess.notebook, of.notebook), eq(notebookAccess.user, of.user)));
  return row?.role ?? null;
}

/** That she came by the link is written down. */
export async function cameByLink(
  tx: Executor,
  of: { readonly notebook: string; readonly user: string; readonly link: string },
): Promise<boolean> {
  const rows = await tx
    .select({ access: cameBy.access })
    .from(cameBy)
    .innerJoin(notebookAccess, eq(notebookAccess.id, cameBy.access))
    .where(and(eq(notebookAccess.notebook, of.notebook), eq(notebookAccess.user, of.user), eq(cameBy.link, of.link)));
  return rows.length > 0;
}

/** She is here by another link, and not by this one yet: it holds when the other is over. */
export async function isHereByOtherLink(
  tx: Executor,
  of: { readonly notebook: string; readonly user: string; readonly link: string },
): Promise<boolean> {
  const rows = await tx
    .select({ id: notebookAccess.id })
    .from(notebookAccess)
    .where(
      and(
        eq(notebookAccess.notebook, of.notebook),
        eq(notebookAccess.user, of.user),
        isNotNull(notebookAccess.link),
        sql`not exists (select 1 from came_by c where c.access = ${notebookAccess.id} and c.link = ${of.link})`,
      ),
    );
  return rows.length > 0;
}

/**
 * She came by the link and sees what it shows. Its role is hers, whatever she had, unless hers is as strong (`keepsRole`); what
 * somebody gave her by name is hers again when the link is over.
 */
export async function enterByLink(
  tx: Executor,
  of: {
    readonly notebook: string;
    readonly lab: string;
    readonly user: string;
    readonly role: string;
    readonly link: string;
    readonly createdBy: string;
    readonly now: number;
    readonly keepsRole: boolean;
  },
): Promise<void> {
  const { notebook, lab, user, createdBy, now } = of;
  const values = { role: of.role, link: of.link, enteredAt: now };
  const before = sql`case when ${notebookAccess.link} is null then ${notebookAccess.role} else ${notebookAccess.roleBefore} end`;
  const [entry] = await tx
    .insert(notebookAccess)
    .values({ ...values, id: newId("acs", systemRandom), notebook, lab, user, createdBy, createdAt: now })
    .onConflictDoUpdate({
      target: [notebookAccess.notebook, notebookAccess.user],
      set: of.keepsRole ? { enteredAt: now } : { ...values, roleBefore: before },
    })
    .returning({ id: notebookAccess.id });
  if (entry) await tx.insert(cameBy).values({ access: entry.id, link: of.link, lab }).onConflictDoNothing();
  // Her address does not wait any more; the role that was meant for it is given by name, or not: addresses are not verified.
  const [person] = await tx.select({ email: users.email }).from(users).where(eq(users.id, user));
  if (person)
    await tx
      .delete(notebookAccess)
      .where(and(eq(notebookAccess.notebook, notebook), eq(notebookAccess.email, person.email), isNull(notebookAccess.user)));
}
