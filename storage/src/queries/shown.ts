// What the cells of a notebook have on show, and what was said of them last.

import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { keyFormat } from "@genomecraft/cells/base/key-format.ts";
import type { Executor } from "../database.ts";
import { results } from "../schema/results.ts";
import { cellSessions, cellShown } from "../schema/runs.ts";
import { among } from "./among.ts";

export interface KeptShown {
  readonly shown: unknown;
  /** Behind the cell when it came to show this. */
  readonly sources: readonly string[];
}

/** What cells have on show; a cell that shows nothing is absent. */
export async function shownOf(
  executor: Executor,
  notebook: string,
  cells: readonly string[],
): Promise<ReadonlyMap<string, KeptShown>> {
  if (cells.length === 0) return new Map();
  const rows = await executor
    .select({ cell: cellShown.cell, shown: cellShown.shown, sources: cellShown.sources })
    .from(cellShown)
    .where(and(eq(cellShown.notebook, notebook), among(cellShown.cell, cells)));
  return new Map(rows.map(({ cell, ...kept }) => [cell, kept]));
}

export interface NewShown extends KeptShown {
  readonly notebook: string;
  readonly lab: string;
  readonly cell: string;
  readonly at: number;
}

export const putShown = (executor: Executor, ...rows: readonly NewShown[]) =>
  executor
    .insert(cellShown)
    .values(rows.map((row) => ({ ...row, keyFormat })))
    .onConflictDoUpdate({
      target: [cellShown.notebook, cellShown.cell],
      set: {
        shown: sql`excluded.shown`,
        sources: sql`excluded.sources`,
        keyFormat: sql`excluded.key_format`,
        at: sql`excluded.at`,
      },
    });

/** All that a notebook has on show, by cell. */
export async function shownInNotebook(executor: Executor, notebook: string): Promise<ReadonlyMap<string, KeptShown>> {
  const rows = await executor
    .select({ cell: cellShown.cell, shown: cellShown.shown, sources: cellShown.sources })
    .from(cellShown)
    .where(eq(cellShown.notebook, notebook));
  return new Map(rows.map(({ cell, ...kept }) => [cell, kept]));
}

export interface BlobOnShow {
  readonly cell: string;
  readonly digest: string;
  readonly sources: readonly string[];
  /** Null: its bytes lie nowhere. */
  readonly blob: string | null;
  /** Its result does not count any more. */
  readonly evicted: boolean;
}

/** Outputs on show that are no part of their result, and where the bytes of each lie. `cells` null: of all. */
export async function blobsOnShow(
  executor: Executor,
  notebook: string,
  cells: readonly string[] | null,
): Promise<readonly BlobOnShow[]> {
  const { rows } = await executor.execute<BlobOnShow & { readonly [column: string]: unknown }>(sql`
    select s.cell, o.digest, s.sources, a.blob, bool_and(r.evicted) as evicted
    from cell_shown s
    join result_outputs o on o.lab = s.lab and o.key = s.shown ->> 'key' and not o.inline
    join results r on r.lab = o.lab and r.key = o.key and r.source_set = o.source_set and r.generation = o.generation
      and s.sources @> r.sources
    left join artifacts a on a.lab = o.lab and a.digest = o.digest and s.sources @> a.sources
    where s.notebook = ${notebook} and position(o.digest in s.shown::text) > 0
      and ${cells === null ? sql`true` : sql`s.cell = any(${sql.param([...cells])}::text[])`}
    group by s.cell, o.digest, s.sources, a.blob`);
  return rows;
}

/** Cells of which a recorded failure was said last, with that record; retryable failures have none. */
export async function failuresSaid(
  executor: Executor,
  notebook: string,
  cells: readonly string[],
): Promise<ReadonlyMap<string, Pick<typeof results.$inferSelect, "key" | "failure" | "made" | "spec" | "sources">>> {
  if (cells.length === 0) return new Map();
  const status = sql`${cellSessions.session} -> 'status'`;
  const rows = await executor
    .select({
      cell: cellSessions.cell,
      record: { key: results.key, failure: results.failure, made: results.made, spec: results.spec, sources: results.sources },
    })
    .from(cellSessions)
    .innerJoin(results, and(eq(results.lab, cellSessions.lab), sql`${results.key} = ${status} ->> 'key'`))
    .where(
      and(
        eq(cellSessions.notebook, notebook),
        among(cellSessions.cell, cells),
        sql`${status} ->> 'state' = 'failed'`,
        isNotNull(results.failure),
      ),
    )
    .orderBy(asc(results.generation));
  return new Map(rows.map(({ cell, record }) => [cell, record]));
}

export interface KeptSession {
  readonly session: unknown;
  readonly sources: readonly string[];
}

/** What was said of cells last; a cell of which nothing was said is absent. */
export async function sessionsOfCells(
  executor: Executor,
  notebook: string,
  cells: readonly string[],
): Promise<ReadonlyMap<string, KeptSession>> {
  if (cells.length === 0) return new Map();
  const rows = await executor
    .select({ cell: cellSessions.cell, session: cellSessions.session, sources: cellSessions.sources })
    .from(cellSessions)
    .where(and(eq(cellSessions.notebook, notebook), among(cellSessions.cell, cells)));
  return new Map(rows.map(({ cell, ...kept }) => [cell, kept]));
}

/** What was said of a cell last; null: nothing. */
export async function sessionOfCell(executor: Executor, notebook: string, cell: string): Promise<KeptSession | null> {
  return (await sessionsOfCells(executor, notebook, [cell])).get(cell) ?? null;
}
