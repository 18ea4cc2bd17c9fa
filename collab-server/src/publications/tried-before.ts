// How many questions this notebook ever asked of what a published answer was asked of, deleted cells and changed settings among them: a
// number by kind, and nothing of what they were. What other notebooks asked is not told.

import { canonicalJson } from "@genomecraft/cells/base/canonical-json.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import { differentTrials, slotOfTrials } from "@genomecraft/cells/contract/trials.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import type { DependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { specsRunOf } from "@genomecraft/storage/queries/lineage.ts";
import type { PublishedTile } from "../../contract/publications.ts";
import type { Trace } from "../lineage/trace-result.ts";

export async function triedBefore(
  executor: Executor,
  trace: Trace,
  of: {
    readonly lab: string;
    readonly notebook: string;
    readonly graph: DependencyGraph;
    readonly sessions: ReadonlyMap<CellId, CellSession>;
  },
): Promise<NonNullable<PublishedTile["tried"]>> {
  const found = new Map<string, { readonly kind: string; readonly n: number }>();
  for (const node of trace.nodes) {
    if (node.what !== "result") continue;
    const kind = kindOf(node.result.kind);
    const own = node.result.spec as JsonObject;
    const slot = kind && slotOfTrials(kind, own);
    const digest = slot ? node.inputs.get(slot)?.digest : undefined;
    if (!kind || digest === undefined) continue;
    const name = `${kind.kind} ${digest}`;
    if (found.has(name)) continue;
    const run = await specsRunOf(executor, { ...of, kind: kind.kind, digest });
    // What the notebook asks now counts, too: an equal cell of another notebook may have answered it before.
    const alike = [...of.graph.cells.values()].filter((each) => each.cell.kind === kind.kind);
    const isOfIt = ({ cell }: (typeof alike)[number]): boolean =>
      Object.values(of.sessions.get(cell.id)?.shown?.made?.inputs ?? {}).some((input) => input.digest === digest);
    const read = new Set(alike.filter(isOfIt).map(({ spec }) => canonicalJson(spec["from"] ?? null)));
    const here = alike.filter(({ spec }) => read.has(canonicalJson(spec["from"] ?? null))).map(({ spec }) => spec);
    const specs = run
      .filter((row) => slotOfTrials(kind, row.spec as JsonObject) === row.slot)
      .map(({ spec }) => spec as JsonObject);
    found.set(name, { kind: kind.kind, n: differentTrials(kind, [own, ...specs, ...here]) });
  }
  return [...found.values()].filter(({ n }) => n > 1);
}
