// What somebody wants to publish, as labs of the data agree to it: cells with their keys, the way to them and
// their names, the title, values, labels, readers. Anything else has another digest, and is asked anew.

import { digestOfJson } from "@genomecraft/cells/base/digest.ts";
import type { CellId, Digest } from "@genomecraft/cells/base/ids.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import type { DependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { waysInGraph } from "@genomecraft/cells/runtime/way-to-cell.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import type { CheckPublication } from "../../contract/publications.ts";

/** How long an address is good for where nobody says. */
const usualDays = 30;
export const daysOf = ({ audience, days }: Pick<CheckPublication, "audience" | "days">): number | null =>
  days === undefined ? (audience === "link" ? usualDays : null) : days;

export function digestOfProposal(
  of: {
    readonly graph: DependencyGraph;
    readonly cells: readonly Cell[];
    /** Of the dashboard. */
    readonly title: string;
    readonly sessions: ReadonlyMap<CellId, CellSession>;
    /** Whom the notebook is shared with: readers where nobody says. */
    readonly labs: readonly string[];
  },
  wanted: CheckPublication,
): Digest {
  const ways = waysInGraph(of.graph);
  const labs = wanted.audience === "labs" ? [...new Set(wanted.labs ?? of.labs)].sort() : [];
  return digestOfJson({
    // What tiles are called beside: what the author wrote over them is in the way to them.
    title: of.title,
    cells: of.cells.map(({ id, name }): Json => [id, name, of.sessions.get(id)?.shown?.key ?? null, ways.get(id) ?? null]),
    parameters: wanted.parameters as { readonly [cell: string]: Json },
    labels: wanted.labels,
    readers: { audience: wanted.audience, labs, days: daysOf(wanted) },
  });
}
