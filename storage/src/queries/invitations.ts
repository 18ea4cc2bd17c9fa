// Invitations to a lab by link: of the link's token a hash alone.

import { and, asc, eq, gt } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { invitations, labs, users } from "../schema/index.ts";

export async function openInvitations(executor: Executor, lab: string, now: number) {
  return executor
    .select({
      id: invitations.id,
      role: invitations.role,
      email: invitations.email,
      expiresAt: invitations.expiresAt,
      invitedBy: users.name,
    })
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.inviterId))
    .where(and(eq(invitations.organizationId, lab), eq(invitations.status, "pending"), gt(invitations.expiresAt, new Date(now))))
    .orderBy(asc(invitations.createdAt));
}

export const addInvitation = (tx: Executor, row: typeof invitations.$inferInsert) => tx.insert(invitations).values(row);

/** Whatever became of it; null when there is none. */
export async function invitationByToken(executor: Executor, tokenHash: string) {
  const [row] = await executor
    .select({
      id: invitations.id,
      lab: labs.id,
      labName: labs.name,
      role: invitations.role,
      email: invitations.email,
      status: invitations.status,
      expiresAt: invitations.expiresAt,
      invitedBy: users.name,
    })
    .from(invitations)
    .innerJoin(labs, eq(labs.id, invitations.organizationId))
    .innerJoin(users, eq(users.id, invitations.inviterId))
    .where(eq(invitations.tokenHash, tokenHash));
  return row ?? null;
}

/** Of two who accept at once one gets it; false for the other. */
export async function acceptInvitation(tx: Executor, id: string, now: number): Promise<boolean> {
  const taken = await tx
    .update(invitations)
    .set({ status: "accepted" })
    .where(and(eq(invitations.id, id), eq(invitations.status, "pending"), gt(invitations.expiresAt, new Date(now))))
    .returning({ id: invitations.id });
  return taken.length > 0;
}

/** Those that this person wrote and nobody has taken; answers how many. */
export async function cancelInvitationsBy(tx: Executor, of: { readonly lab: string; readonly user: string }): Promise<number> {
  const gone = await tx
    .update(invitations)
    .set({ status: "cancelled" })
    .where(and(eq(invitations.organizationId, of.lab), eq(invitations.inviterId, of.user), eq(invitations.status, "pending")))
    .returning({ id: invitations.id });
  return gone.length;
}

/** False when nobody waits with it. */
export async function cancelInvitation(tx: Executor, of: { readonly id: string; readonly lab: string }): Promise<boolean> {
  const gone = await tx
    .update(invitations)
    .set({ status: "cancelled" })
    .where(and(eq(invitations.id, of.id), eq(invitations.organizationId, of.lab), eq(invitations.status, "pending")))
    .returning({ id: invitations.id });
  return gone.length > 0;
}
