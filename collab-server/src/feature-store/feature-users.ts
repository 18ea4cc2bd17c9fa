// Who uses one feature of a view: cells on show that were made with a file of it, unless what reads the file in their notebook takes
// other columns alone.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { cellsBehind } from "@genomecraft/cells/notebook/cells-behind.ts";
import type { DependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import { filesInSpec } from "@genomecraft/cells/runtime/spec-sources.ts";
import type { UsingCell } from "@genomecraft/storage/queries/feature-store.ts";
import type { ServerContext } from "../server-context.ts";

export async function cellsWithFeature(
  { documents }: Pick<ServerContext, "documents">,
  of: { readonly view: string; readonly feature: string },
  cells: readonly UsingCell[],
): Promise<readonly UsingCell[]> {
  const graphs = new Map<string, DependencyGraph>();
  const found: UsingCell[] = [];
  for (const cell of cells) {
    const graph = graphs.get(cell.notebook) ?? (await documents.graph(cell.notebook));
    graphs.set(cell.notebook, graph);
    if (takes(graph, cell.cell as CellId, of)) found.push(cell);
  }
  return found;
}

/** What reads the view through another one, or by a spec that has changed since, is counted among its users. */
function takes(
  graph: DependencyGraph,
  cell: CellId,
  { view, feature }: { readonly view: string; readonly feature: string },
): boolean {
  const readers = [...cellsBehind(graph, [cell])].flatMap((id) => {
    const node = graph.cells.get(id);
    return (node ? filesInSpec(node.spec) : []).flatMap((file) => (node && file.dataset === view ? [{ node, file }] : []));
  });
  if (readers.length === 0) return true;
  return readers.some(({ node, file }) => {
    const columns = node.problem ? null : (node.kind?.columnsRead?.(node.spec, file.digest) ?? null);
    return columns === null || columns.includes(feature);
  });
}
