// What the cells of a notebook have on show, and what was said of them last.

import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { keyFormat } from "@genomecraft/cells/base/key-format.ts";
import type { Executor } from "../database.ts";
import { results } from "../schema/results.ts";
import { cellSessions, cellShown } from "../schema/runs.ts";

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
    .where(and(eq(cellShown.notebook, notebook), inArray(cellShown.cell, [...cells])));
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
        inArray(cellSessions.cell, [...cells]),
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
    .where(and(eq(cellSessions.notebook, notebook), inArray(cellSessions.cell, [...cells])));
  return new Map(rows.map(({ cell, ...kept }) => [cell, kept]));
}

/** What was said of a cell last; null: nothing. */
export async function sessionOfCell(executor: Executor, notebook: string, cell: string): Promise<KeptSession | null> {
  return (await sessionsOfCells(executor, notebook, [cell])).get(cell) ?? null;
}
