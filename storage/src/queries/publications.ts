// Published dashboards in lists and for readers, and the agreements of labs whose data go out with them.

import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Executor } from "../database.ts";
import {
  labs,
  notebooks,
  publicationAgreements,
  publicationProposals,
  publications,
  publicationTiles,
  users,
} from "../schema/index.ts";

export type PublicationRow = typeof publications.$inferSelect;

/** Takes the notebook's row, so that two publications get two numbers; until the transaction ends. */
export async function lockNextVersion(tx: Executor, notebook: string): Promise<number> {
  await tx.select({ id: notebooks.id }).from(notebooks).where(eq(notebooks.id, notebook)).for("update");
  return nextVersion(tx, notebook);
}

export async function nextVersion(executor: Executor, notebook: string): Promise<number> {
  const [row] = await executor
    .select({ last: sql<number>`coalesce(max(${publications.version}), 0)::int` })
    .from(publications)
    .where(eq(publications.notebook, notebook));
  return (row?.last ?? 0) + 1;
}

const listed = {
  id: publications.id,
  notebook: publications.notebook,
  notebookTitle: notebooks.title,
  /** Its notebook is in the bin: nobody reads it until that is restored. */
  inBin: sql<boolean>`${notebooks.deletedAt} is not null`,
  lab: publications.lab,
  version: publications.version,
  title: publications.title,
  slug: publications.slug,
  audience: publications.audience,
  labs: publications.labs,
  reason: publications.reason,
  by: publications.by,
  byName: sql<string>`coalesce(${users.name}, '')`,
  at: publications.at,
  expiresAt: publications.expiresAt,
  withdrawnAt: publications.withdrawnAt,
  withdrawnBy: publications.withdrawnBy,
  withdrawnReason: publications.withdrawnReason,
};

export const publicationsOfNotebook = (executor: Executor, notebook: string) =>
  executor
    .select(listed)
    .from(publications)
    .innerJoin(notebooks, eq(notebooks.id, publications.notebook))
    .leftJoin(users, eq(users.id, publications.by))
    .where(eq(publications.notebook, notebook))
    .orderBy(desc(publications.version));

/** What these labs published, and what was published for them and can be read; newest first. */
export const publicationsForLabs = (executor: Executor, ids: readonly string[], limit: number) =>
  executor
    .select(listed)
    .from(publications)
    .innerJoin(notebooks, eq(notebooks.id, publications.notebook))
    .leftJoin(users, eq(users.id, publications.by))
    .where(
      ids.length === 0
        ? sql`false`
        : sql`(${inArray(publications.lab, [...ids])} or (${publications.audience} = 'labs' and ${notebooks.deletedAt} is null and ${publications.labs} ?| array[${sql.join(
            ids.map((id) => sql`${id}`),
            sql`, `,
          )}]))`,
    )
    .orderBy(desc(publications.at))
    .limit(limit);

export async function publicationById(executor: Executor, id: string): Promise<PublicationRow | null> {
  const [row] = await executor.select().from(publications).where(eq(publications.id, id));
  return row ?? null;
}

/** With the title of its notebook where that is in the bin; else null. */
export async function publicationBySlug(
  executor: Executor,
  slug: string,
): Promise<{ readonly row: PublicationRow; readonly binned: string | null } | null> {
  const [found] = await executor
    .select({ row: publications, title: notebooks.title, deletedAt: notebooks.deletedAt })
    .from(publications)
    .innerJoin(notebooks, eq(notebooks.id, publications.notebook))
    .where(eq(publications.slug, slug));
  return found ? { row: found.row, binned: found.deletedAt === null ? null : found.title } : null;
}

export async function tilesFor(executor: Executor, publication: string, values: string): Promise<unknown> {
  const [row] = await executor
    .select({ tiles: publicationTiles.tiles })
    .from(publicationTiles)
    .where(and(eq(publicationTiles.publication, publication), eq(publicationTiles.values, values)));
  return row?.tiles ?? null;
}

/** Agreements that no publication has used yet. */
export const openAgreements = (executor: Executor, notebook: string) =>
  executor
    .select()
    .from(publicationAgreements)
    .where(and(eq(publicationAgreements.notebook, notebook), isNull(publicationAgreements.publication)))
    .orderBy(asc(publicationAgreements.at));

/** Uses agreements up for a publication; answers how many of them nobody had used. */
export async function spendAgreements(tx: Executor, ids: readonly string[], publication: string): Promise<number> {
  if (ids.length === 0) return 0;
  const used = await tx
    .update(publicationAgreements)
    .set({ publication })
    .where(and(inArray(publicationAgreements.id, [...ids]), isNull(publicationAgreements.publication)))
    .returning({ id: publicationAgreements.id });
  return used.length;
}

/** With what its tiles show for each choice of values. */
export async function addPublication(
  tx: Executor,
  row: typeof publications.$inferInsert,
  tiles: readonly { readonly values: string; readonly tiles: unknown }[],
): Promise<void> {
  await tx.insert(publications).values(row);
  const rows = tiles.map((each) => ({ ...each, publication: row.id, lab: row.lab }));
  for (let at = 0; at < rows.length; at += 50) await tx.insert(publicationTiles).values(rows.slice(at, at + 50));
}

/** False when it was taken back before, or is not there. */
export async function markWithdrawn(
  tx: Executor,
  id: string,
  by: { readonly user: string; readonly at: number; readonly reason: string | null },
): Promise<boolean> {
  const done = await tx
    .update(publications)
    .set({ withdrawnAt: by.at, withdrawnBy: by.user, withdrawnReason: by.reason })
    .where(and(eq(publications.id, id), isNull(publications.withdrawnAt)))
    .returning({ id: publications.id });
  return done.length > 0;
}

export const addAgreement = (tx: Executor, row: typeof publicationAgreements.$inferInsert) =>
  tx.insert(publicationAgreements).values(row);

/** Asked again it stays as it is. */
export const addProposal = (tx: Executor, row: typeof publicationProposals.$inferInsert) =>
  tx.insert(publicationProposals).values(row).onConflictDoNothing();

/** Newest first. */
export const proposalsOf = (executor: Executor, notebook: string) =>
  executor
    .select({
      digest: publicationProposals.digest,
      wanted: publicationProposals.wanted,
      by: publicationProposals.by,
      byName: sql<string>`coalesce(${users.name}, '')`,
      at: publicationProposals.at,
    })
    .from(publicationProposals)
    .leftJoin(users, eq(users.id, publicationProposals.by))
    .where(eq(publicationProposals.notebook, notebook))
    .orderBy(desc(publicationProposals.at));

/** What is kept beside dashboards that are out at `now` and descend from any of these files. */
export async function pinnedWith(executor: Executor, digests: readonly string[], now: number): Promise<readonly unknown[]> {
  if (digests.length === 0) return [];
  const rows = await executor
    .select({ pinned: publications.pinned })
    .from(publications)
    .where(
      sql`${publications.withdrawnAt} is null and (${publications.expiresAt} is null or ${publications.expiresAt} > ${now})
        and ${publications.pinned} -> 'sources' ?| array[${sql.join(
          digests.map((digest) => sql`${digest}`),
          sql`, `,
        )}]`,
    );
  return rows.map((row) => row.pinned);
}

export async function labNames(
  executor: Executor,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (ids.length === 0) return [];
  return executor
    .select({ id: labs.id, name: labs.name })
    .from(labs)
    .where(inArray(labs.id, [...new Set(ids)]))
    .orderBy(asc(labs.name));
}
