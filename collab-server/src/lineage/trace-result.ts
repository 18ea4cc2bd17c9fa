// The way from a result back to the files that it descends from: rows of results, walked input by input. What a person
// may see of it is decided by lineage-for-person.ts.

import type { Executor } from "@genomecraft/storage/database.ts";
import { inputsOfResults, newestResult, producersOf, type ResultRow } from "@genomecraft/storage/queries/lineage.ts";
import { isWithin } from "@genomecraft/cells/base/sources.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { MadeFrom } from "@genomecraft/cells/session/cell-status.ts";

/** One result of the way; `digest` is the output that the next step read (of the last step: the main one). */
export interface TracedResult {
  readonly what: "result";
  readonly id: string;
  readonly digest: string | null;
  readonly port: string | null;
  readonly result: ResultRow;
  /** By slot: the node that it was read from. */
  readonly inputs: ReadonlyMap<string, { readonly from: string; readonly digest: string; readonly port: string | null }>;
}
export interface TracedFile {
  readonly what: "file";
  readonly id: string;
  readonly digest: string;
  /** Name of the file when it was read. */
  readonly name: string;
}
/** An input whose making is not on record (a value that was typed). */
export interface TracedValue {
  readonly what: "value";
  readonly id: string;
  readonly digest: string;
}
export type Traced = TracedResult | TracedFile | TracedValue;

export interface Trace {
  /** What was read stands before what was made of it; the result that was asked for is the last. */
  readonly nodes: readonly Traced[];
  readonly edges: readonly (readonly [string, string])[];
}

export const outputsOf = (result: ResultRow): { readonly [port: string]: OutputRef } =>
  (result.outputs ?? {}) as { readonly [port: string]: OutputRef };
const madeOf = (result: ResultRow): Partial<MadeFrom> => (result.made ?? {}) as Partial<MadeFrom>;

/**
 * Null when nothing of that key is on record. `digests` tell generations apart: the one that gave them is meant. `within`:
 * the data behind the cell that shows it; equal results that were made of others are not part of its way.
 */
export async function traceResult(
  executor: Executor,
  of: {
    readonly lab: string;
    readonly key: string;
    readonly digests: readonly string[];
    readonly within: readonly string[];
  },
): Promise<Trace | null> {
  const { lab, digests, within } = of;
  // The first that gave this content: who checked it later did not make it.
  const exact = (await producersOf(executor, lab, { digests, within })).findLast(({ result }) => result.key === of.key)?.result;
  const start = exact ?? (await newestResult(executor, lab, of));
  if (!start) return null;

  const nodes = new Map<string, Traced>();
  const inputs = new Map<string, Map<string, { from: string; digest: string; port: string | null }>>();
  const idOf = (result: ResultRow): string => `r:${result.key.slice(0, 16)}:${result.sourceSet.slice(0, 8)}:${result.generation}`;
  const add = (result: ResultRow, digest: string | null, port: string | null): boolean => {
    const id = idOf(result);
    if (nodes.has(id)) return false;
    const slots = new Map<string, { from: string; digest: string; port: string | null }>();
    inputs.set(id, slots);
    nodes.set(id, { what: "result", id, digest, port, result, inputs: slots });
    return true;
  };
  const [mainPort, main] = Object.entries(outputsOf(start))[0] ?? [null, null];
  add(start, main?.digest ?? null, mainPort);
  for (let level: ResultRow[] = [start]; level.length > 0; ) {
    const rows = await inputsOfResults(executor, lab, level);
    const made = rows.filter((row) => row.file === null);
    const producers = await producersOf(executor, lab, { digests: [...new Set(made.map((row) => row.digest))], within });
    const next: ResultRow[] = [];
    for (const result of level) {
      const slots = inputs.get(idOf(result));
      for (const row of rows.filter(
        (found) => found.key === result.key && found.sourceSet === result.sourceSet && found.generation === result.generation,
      )) {
        if (row.file !== null) {
          const id = `f:${row.digest.slice(0, 16)}`;
          if (!nodes.has(id)) nodes.set(id, { what: "file", id, digest: row.digest, name: row.file });
          slots?.set(row.slot, { from: id, digest: row.digest, port: null });
          continue;
        }
        // Equal content may have been made in several ways: the cell that was read then is the one that is meant.
        const cell = madeOf(result).inputs?.[row.slot]?.cell;
        const candidates = producers.filter(
          (found) =>
            found.digest === row.digest && found.result.key !== result.key && isWithin(found.result.sources, result.sources),
        );
        const before = candidates.filter((one) => one.result.at <= result.at);
        const ofCell = (one: (typeof candidates)[number]): boolean =>
          one.result.notebook === result.notebook && one.result.cell === cell;
        // One content by one key is one step, whichever generation was met first.
        const met = candidates.find((one) => nodes.has(idOf(one.result)));
        const found = met ?? before.find(ofCell) ?? candidates.find(ofCell) ?? before[0] ?? candidates[0];
        if (found) {
          slots?.set(row.slot, { from: idOf(found.result), digest: row.digest, port: found.port });
          if (add(found.result, row.digest, found.port)) next.push(found.result);
        } else {
          const id = `v:${row.digest.slice(0, 16)}`;
          if (!nodes.has(id)) nodes.set(id, { what: "value", id, digest: row.digest });
          slots?.set(row.slot, { from: id, digest: row.digest, port: null });
        }
      }
    }
    level = next;
  }

  const order: Traced[] = [];
  const edges: (readonly [string, string])[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const { from } of inputs.get(id)?.values() ?? []) visit(from);
    const node = nodes.get(id);
    if (node) order.push(node);
  };
  visit(idOf(start));
  for (const [id, slots] of inputs)
    for (const from of new Set([...slots.values()].map((input) => input.from))) edges.push([from, id]);
  return { nodes: order, edges };
}
