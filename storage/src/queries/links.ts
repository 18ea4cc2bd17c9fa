// Links that let people into a notebook: of the token a hash, and itself under the lab's key.

import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { labs, links, notebooks } from "../schema/index.ts";

export const linksOfNotebook = (executor: Executor, notebook: string) =>
  executor.select().from(links).where(eq(links.notebook, notebook)).orderBy(asc(links.createdAt));

export const addLink = (tx: Executor, row: typeof links.$inferInsert) => tx.insert(links).values(row);

/** What a link opens at `now`; null when it is over, or the notebook lies in the bin. */
export async function openLink(executor: Executor, tokenHash: string, now: number) {
  const [row] = await executor
    .select({
      id: links.id,
      role: links.role,
      createdBy: links.createdBy,
      notebook: notebooks.id,
      title: notebooks.title,
      lab: notebooks.lab,
      labName: labs.name,
    })
    .from(links)
    .innerJoin(notebooks, eq(notebooks.id, links.notebook))
    .innerJoin(labs, eq(labs.id, notebooks.lab))
    .where(
      and(eq(links.tokenHash, tokenHash), or(isNull(links.expiresAt), gt(links.expiresAt, now)), isNull(notebooks.deletedAt)),
    );
  return row ?? null;
}

/** False when the notebook has no such link. */
export async function removeLink(tx: Executor, of: { readonly id: string; readonly notebook: string }): Promise<boolean> {
  const gone = await tx
    .delete(links)
    .where(and(eq(links.id, of.id), eq(links.notebook, of.notebook)))
    .returning({ id: links.id });
  return gone.length > 0;
}
