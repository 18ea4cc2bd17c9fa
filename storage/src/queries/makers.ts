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
