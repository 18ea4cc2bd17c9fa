// Who the printed address signs in on a fresh start: one person with a lab of her own, on loopback. On later starts the
// same person.

import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { createLab, firstLabOf } from "@genomecraft/storage/queries/labs.ts";
import { addPerson, addWay, personByEmail, personByWay } from "@genomecraft/storage/queries/people.ts";
import type { ServerContext } from "../server-context.ts";

export const firstPersonEmail = "you@localhost";

/** Marks her among the ways in which people sign in. */
const way = "one-time";

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
  // She may have chosen another address since, with her first password.
  const marked = await personByWay(context.db, way);
  const known = marked ?? (await personByEmail(context.db, firstPersonEmail));
  if (known !== null && marked === null) await addWay(context.db, { user: known, way });
  const member = known === null ? null : await firstLabOf(context.db, known);
  if (known !== null && member !== null) return { user: known, lab: member, created: false };
  return context.db.transaction(async (tx) => {
    const now = context.now();
    const user = known ?? newId("user", systemRandom);
    if (known === null) {
      await addPerson(tx, { id: user, name: names.person, email: firstPersonEmail }, now);
      await addWay(tx, { user, way });
    }
    const lab = await createLab(tx, { name: names.lab, owner: user, now });
    await context.audit.record(tx, { lab: lab.id, user, action: "lab.create", target: lab.id, detail: { name: names.lab } });
    return { user, lab: lab.id, created: true };
  });
}
