// The update log: append, read, replace by one merged row; and the versions that were kept. Called by the sync part alone.

import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { documentClients, documentSpans, documentUpdates, documentVersions, type WrittenSpan } from "../schema/documents.ts";
import { notebooks } from "../schema/notebooks.ts";

export type { WrittenSpan };

export interface LoggedUpdate {
  readonly seq: number;
  readonly data: Uint8Array;
  readonly spans: readonly WrittenSpan[];
  readonly at: number;
}

/** Serialises whoever rewrites the log of a notebook (compaction, migration); appending needs no lock. Until the transaction ends. */
export const lockDocument = (tx: Executor, notebook: string): Promise<unknown> =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`document ${notebook}`}, 0))`);

/**
 * Appends one row and tells other servers its number. Answers the number; null when somebody's rights have changed since
 * `rights` (rightsNow), and then nothing is written.
 */
export async function appendUpdate(
  executor: Executor,
  row: {
    readonly notebook: string;
    readonly lab: string;
    readonly data: Uint8Array;
    readonly spans: readonly WrittenSpan[];
    readonly at: number;
    readonly replica: string;
    readonly rights?: string;
  },
): Promise<number | null> {
  const bytes = Buffer.from(row.data.buffer, row.data.byteOffset, row.data.byteLength);
  const asSeen =
    row.rights === undefined
      ? sql`true`
      : sql`not exists (select 1 from rights_changes where not pg_visible_in_snapshot(xid, ${row.rights}::pg_snapshot))`;
  const { rows } = await executor.execute<{ seq: string }>(sql`
    with added as (
      insert into document_updates (notebook, lab, data, spans, at)
      select ${row.notebook}, ${row.lab}, ${bytes}::bytea, ${JSON.stringify(row.spans)}::jsonb, ${row.at}::bigint where ${asSeen}
      returning seq
    )
    select seq, pg_notify('genomecraft_documents', ${`${row.notebook}:${row.replica}:`} || seq) from added`);
  return rows[0] ? Number(rows[0].seq) : null;
}

/**
 * Binds client ids to whoever is seen with them first (empty: this server), and answers whose each of them is.
 * @param clients none twice
 */
export async function bindClients(
  executor: Executor,
  of: { readonly notebook: string; readonly lab: string },
  clients: readonly { readonly client: number; readonly by: string }[],
): Promise<ReadonlyMap<number, string>> {
  const bound = await executor
    .insert(documentClients)
    .values(clients.map((client) => ({ ...of, ...client })))
    // Writes nothing new, and answers also what another server writes in this moment.
    .onConflictDoUpdate({
      target: [documentClients.notebook, documentClients.client],
      set: { by: sql`${documentClients.by}` },
    })
    .returning({ client: documentClients.client, by: documentClients.by });
  return new Map(bound.map(({ client, by }) => [client, by]));
}

/** Every row of a document, in order. One statement: it sees the rows before a compaction or the merged one, never half. */
export async function loadUpdates(executor: Executor, notebook: string): Promise<readonly LoggedUpdate[]> {
  return executor
    .select({ seq: documentUpdates.seq, data: documentUpdates.data, spans: documentUpdates.spans, at: documentUpdates.at })
    .from(documentUpdates)
    .where(eq(documentUpdates.notebook, notebook))
    .orderBy(asc(documentUpdates.seq));
}

/** The row of that number, or null: compaction has replaced it. */
export async function loadUpdate(executor: Executor, seq: number): Promise<Uint8Array | null> {
  const [row] = await executor.select({ data: documentUpdates.data }).from(documentUpdates).where(eq(documentUpdates.seq, seq));
  return row?.data ?? null;
}

/** Replaces exactly these rows by one of the time of the last, in a transaction that holds the document's lock. */
export async function replaceUpdates(
  tx: Executor,
  row: {
    readonly notebook: string;
    readonly lab: string;
    readonly replaced: readonly LoggedUpdate[];
    readonly merged: Uint8Array;
  },
): Promise<number> {
  await tx.delete(documentUpdates).where(
    inArray(
      documentUpdates.seq,
      row.replaced.map((update) => update.seq),
    ),
  );
  const spans = joinSpans(row.replaced.flatMap((update) => update.spans));
  for (let at = 0; at < spans.length; at += 1_000) {
    await tx
      .insert(documentSpans)
      .values(spans.slice(at, at + 1_000).map((span) => ({ notebook: row.notebook, lab: row.lab, ...span })))
      .onConflictDoUpdate({
        target: [documentSpans.notebook, documentSpans.client, documentSpans.from],
        set: { to: sql`greatest(${documentSpans.to}, excluded.to_clock)` },
      });
  }
  const at = row.replaced.reduce((latest, update) => Math.max(latest, update.at), 0);
  const [added] = await tx
    .insert(documentUpdates)
    .values({ notebook: row.notebook, lab: row.lab, data: row.merged, merged: true, spans: [], at })
    .returning({ seq: documentUpdates.seq });
  return added?.seq ?? 0;
}

/** Spans of one client and person that follow each other, as one. */
export function joinSpans(spans: readonly WrittenSpan[]): readonly WrittenSpan[] {
  const sorted = [...spans].sort((a, b) => a.client - b.client || a.from - b.from);
  const joined: WrittenSpan[] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last && last.client === span.client && last.by === span.by && span.from <= last.to) {
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, span.to) };
    } else joined.push(span);
  }
  return joined;
}

/** Lab, epoch and bin of a notebook, or null where there is none. */
export async function documentHead(executor: Executor, notebook: string) {
  const [row] = await executor
    .select({ lab: notebooks.lab, epoch: notebooks.epoch, deletedAt: notebooks.deletedAt, title: notebooks.title })
    .from(notebooks)
    .where(eq(notebooks.id, notebook));
  return row ?? null;
}

/** Keeps what lists show of a document beside it. */
export async function touchNotebook(
  executor: Executor,
  notebook: string,
  seen: { readonly title: string; readonly cellCount: number; readonly cellsInBin: number; readonly at: number },
): Promise<void> {
  await executor
    .update(notebooks)
    .set({ title: seen.title, cellCount: seen.cellCount, cellsInBin: seen.cellsInBin, updatedAt: seen.at })
    .where(eq(notebooks.id, notebook));
}

export const addVersion = (executor: Executor, version: typeof documentVersions.$inferInsert) =>
  executor.insert(documentVersions).values(version);

/**
 * The last change of a document that no version holds: when, and who made it ("" where that is not known). Null where there is
 * none; a document as it was made has not changed yet.
 */
export async function unkeptChange(
  executor: Executor,
  notebook: string,
): Promise<{ readonly at: number; readonly by: string } | null> {
  const { rows } = await executor.execute<{ at: string; by: string | null }>(sql`
    select at, spans -> -1 ->> 'by' as by
    from document_updates
    where notebook = ${notebook}
      and at > coalesce((select max(at) from document_versions where notebook = ${notebook}), -1)
      and (merged or seq > (select min(seq) from document_updates where notebook = ${notebook}))
    order by seq desc
    limit 1`);
  const [row] = rows;
  return row ? { at: Number(row.at), by: row.by ?? "" } : null;
}

export const listVersions = (executor: Executor, notebook: string) =>
  executor
    .select({ id: documentVersions.id, name: documentVersions.name, by: documentVersions.by, at: documentVersions.at })
    .from(documentVersions)
    .where(eq(documentVersions.notebook, notebook))
    .orderBy(desc(documentVersions.at))
    .limit(200);

export async function findVersion(executor: Executor, notebook: string, id: string) {
  const [row] = await executor
    .select()
    .from(documentVersions)
    .where(and(eq(documentVersions.notebook, notebook), eq(documentVersions.id, id)));
  return row ?? null;
}
