// What labs let out of their data to those who may see results only, cell by cell, and who asked them to.

import { and, asc, eq, isNull } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { labs, members, notebooks, releaseAsks, releases, users } from "../schema/index.ts";

/** Notebooks, not in the bin, in which labs of this person are asked to release cells. */
export const notebooksWithReleaseAsks = (executor: Executor, user: string) =>
  executor
    .selectDistinct({ id: notebooks.id, title: notebooks.title })
    .from(releaseAsks)
    .innerJoin(notebooks, eq(notebooks.id, releaseAsks.notebook))
    .innerJoin(members, eq(members.organizationId, releaseAsks.lab))
    .where(and(eq(members.userId, user), isNull(notebooks.deletedAt)))
    .orderBy(asc(notebooks.title));

/** Every ask of a notebook, oldest first. */
export const releaseAsksIn = (executor: Executor, notebook: string) =>
  executor
    .select({
      cell: releaseAsks.cell,
      lab: releaseAsks.lab,
      labName: labs.name,
      by: releaseAsks.by,
      byName: users.name,
      at: releaseAsks.at,
    })
    .from(releaseAsks)
    .innerJoin(labs, eq(labs.id, releaseAsks.lab))
    .leftJoin(users, eq(users.id, releaseAsks.by))
    .where(eq(releaseAsks.notebook, notebook))
    .orderBy(asc(releaseAsks.at));

/** False where that was asked before. */
export async function addReleaseAsk(tx: Executor, row: typeof releaseAsks.$inferInsert): Promise<boolean> {
  const added = await tx.insert(releaseAsks).values(row).onConflictDoNothing().returning({ cell: releaseAsks.cell });
  return added.length > 0;
}

/** Every decision about the cells of a notebook, past ones too: each holds for the cell as it read then. */
export const releasesIn = (executor: Executor, notebook: string) =>
  executor.select().from(releases).where(eq(releases.notebook, notebook));

/** The last word of a lab on a cell as it reads. */
export const putRelease = (tx: Executor, row: typeof releases.$inferInsert) =>
  tx
    .insert(releases)
    .values(row)
    .onConflictDoUpdate({
      target: [releases.notebook, releases.cell, releases.lab, releases.key, releases.way, releases.sourceSet],
      set: { released: row.released, by: row.by, at: row.at },
    });
