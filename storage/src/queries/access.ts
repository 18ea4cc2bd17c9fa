// Who was let into a notebook: people and labs, each with a role. Links are links.ts.

import { and, asc, eq } from "drizzle-orm";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Executor } from "../database.ts";
import { labs, members, notebookAccess, users } from "../schema/index.ts";

export const peopleOfNotebook = (executor: Executor, notebook: string) =>
  executor
    .select({ id: notebookAccess.id, user: users.id, name: users.name, email: users.email, role: notebookAccess.role })
    .from(notebookAccess)
    .innerJoin(users, eq(users.id, notebookAccess.user))
    .where(eq(notebookAccess.notebook, notebook))
    .orderBy(asc(notebookAccess.createdAt));

export const labsOfNotebook = (executor: Executor, notebook: string) =>
  executor
    .select({ id: notebookAccess.id, lab: labs.id, name: labs.name, role: notebookAccess.role })
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
    .where(eq(notebookAccess.notebook, notebook))
    .orderBy(asc(labs.name));

/** Rows that make somebody an owner, locked. */
export const ownersOfNotebook = (tx: Executor, notebook: string) =>
  tx
    .select({ id: notebookAccess.id })
    .from(notebookAccess)
    .where(and(eq(notebookAccess.notebook, notebook), eq(notebookAccess.role, "owner")))
    .for("update");

export type AccessRow = typeof notebookAccess.$inferSelect;
export type AccessTarget = { readonly user: string } | { readonly labGranted: string };

/** The role that a person or a lab was given, or null. */
export async function accessOf(executor: Executor, notebook: string, target: AccessTarget): Promise<AccessRow | null> {
  const [row] = await executor
    .select()
    .from(notebookAccess)
    .where(
      and(
        eq(notebookAccess.notebook, notebook),
        "user" in target ? eq(notebookAccess.user, target.user) : eq(notebookAccess.labGranted, target.labGranted),
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

/** A role that somebody gives is no link's any more. */
export const changeAccess = (tx: Executor, id: string, role: string) =>
  tx.update(notebookAccess).set({ role, link: null }).where(eq(notebookAccess.id, id));

export const removeAccess = (tx: Executor, id: string) => tx.delete(notebookAccess).where(eq(notebookAccess.id, id));

/** Those who came by a link and were given nothing since; answers who they are. */
export async function removeAccessByLink(
  tx: Executor,
  of: { readonly notebook: string; readonly link: string },
): Promise<readonly (string | null)[]> {
  const gone = await tx
    .delete(notebookAccess)
    .where(and(eq(notebookAccess.notebook, of.notebook), eq(notebookAccess.link, of.link)))
    .returning({ user: notebookAccess.user });
  return gone.map((row) => row.user);
}

/** The link's role, whatever the person had. */
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
  },
): Promise<void> {
  const { notebook, lab, user, createdBy, now } = of;
  const values = { role: of.role, link: of.link };
  await tx
    .insert(notebookAccess)
    .values({ ...values, id: newId("acs", systemRandom), notebook, lab, user, createdBy, createdAt: now })
    .onConflictDoUpdate({ target: [notebookAccess.notebook, notebookAccess.user], set: values });
}
