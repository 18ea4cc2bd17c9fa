// Which kind and spec made what a cell shows: asked where it matters what an output tells of individuals. By key, since
// equal content may come of different kinds.

import { and, desc, eq, sql } from "drizzle-orm";
import type { Executor } from "../database.ts";
import { results } from "../schema/results.ts";

export interface Maker {
  readonly kind: string;
  readonly spec: unknown;
}

const labOf = (notebook: string) => sql`(select lab from notebooks where id = ${notebook})`;

/** Null: no result of that key is known to the notebook's lab. */
export async function makerOfKey(executor: Executor, notebook: string, key: string): Promise<Maker | null> {
  const [row] = await executor
    .select({ kind: results.kind, spec: results.spec })
    .from(results)
    .where(and(eq(results.lab, labOf(notebook)), eq(results.key, key)))
    .orderBy(desc(results.generation))
    .limit(1);
  return row ?? null;
}

/** Of an output that the cell shows now, or of an older one that it made. */
export async function makerOfOutput(
  executor: Executor,
  of: { readonly notebook: string; readonly cell: string; readonly port: string; readonly digest: string },
): Promise<Maker | null> {
  const isShown = sql<boolean>`${results.key} = (select s.shown->>'key' from cell_shown s where s.notebook = ${of.notebook}
    and s.cell = ${of.cell} and s.shown->'outputs'->${of.port}::text->>'digest' = ${of.digest})`;
  // Written out: of a single table the names of columns are made without it, and the inner table has the same ones.
  const isOwn = sql<boolean>`${results.notebook} = ${of.notebook} and ${results.cell} = ${of.cell}
    and exists (select 1 from result_outputs o where o.lab = results.lab and o.key = results.key
      and o.source_set = results.source_set and o.generation = results.generation and o.port = ${of.port} and o.digest = ${of.digest})`;
  const [row] = await executor
    .select({ kind: results.kind, spec: results.spec })
    .from(results)
    .where(and(eq(results.lab, labOf(of.notebook)), sql`(${isShown} or ${isOwn})`))
    .orderBy(sql`coalesce(${isShown}, false) desc`, desc(results.at))
    .limit(1);
  return row ?? null;
}
