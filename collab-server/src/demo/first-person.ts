// Who the printed address signs in on a fresh start: one person with a lab of her own, on loopback. On later starts the
// same person.

import { asc, eq } from "drizzle-orm";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { createLab } from "@genomecraft/storage/queries/labs.ts";
import { members, users } from "@genomecraft/storage/schema/index.ts";
import type { ServerContext } from "../server-context.ts";

export const firstPersonEmail = "you@localhost";

export interface FirstPerson {
  readonly user: string;
  readonly lab: string;
  /** Nobody was here before. */
  readonly created: boolean;
}

export async function ensureFirstPerson(
  context: ServerContext,
  names: { readonly person: string; readonly lab: string },
): Promise<FirstPerson> {
  const [known] = await context.db.select({ id: users.id }).from(users).where(eq(users.email, firstPersonEmail));
  if (known) {
    const [member] = await context.db
      .select({ lab: members.organizationId })
      .from(members)
      .where(eq(members.userId, known.id))
      .orderBy(asc(members.createdAt));
    if (member) return { user: known.id, lab: member.lab, created: false };
  }
  return context.db.transaction(async (tx) => {
    const now = context.now();
    const user = known?.id ?? newId("user", systemRandom);
    if (!known)
      await tx
        .insert(users)
        .values({ id: user, name: names.person, email: firstPersonEmail, createdAt: new Date(now), updatedAt: new Date(now) });
    const lab = await createLab(tx, { name: names.lab, owner: user, now });
    await context.audit.record(tx, { lab: lab.id, user, action: "lab.create", target: lab.id, detail: { name: names.lab } });
    return { user, lab: lab.id, created: true };
  });
}
