// The way to a cell that a person may not see: as her notebook reads, and nothing of what was made or whether it was. An
// equal result may have been made of other data, so even the number of recorded steps would tell.

import type { Executor } from "@genomecraft/storage/database.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import { filesInSpec } from "@genomecraft/cells/runtime/spec-sources.ts";
import type { Lineage, LineageNode } from "../../contract/lineage.ts";
import { cellsBehind } from "@genomecraft/cells/notebook/cells-behind.ts";
import { graphOfNotebook, sourcesInNotebook } from "@genomecraft/cells/runtime/graph-of-notebook.ts";
import { knownSources } from "./hidden-labs.ts";
import { datasetNode, emptyNode } from "./lineage-for-person.ts";

export async function lineageOfGraph(
  executor: Executor,
  notebook: Notebook,
  cell: CellId,
  of: { readonly notebook: string; readonly user: string },
): Promise<Lineage> {
  const graph = graphOfNotebook(notebook);
  const sources = sourcesInNotebook(notebook);
  const behind = cellsBehind(graph, [cell]);
  const known = await knownSources(executor, of, sources.get(cell) ?? []);
  const nodes: LineageNode[] = [];
  const ids = new Map<string, string>();
  const add = (name: string, digests: readonly string[], visible: Omit<LineageNode, "id">): string => {
    const there = ids.get(name);
    if (there !== undefined) return there;
    const id = `n${nodes.length + 1}`;
    ids.set(name, id);
    const labs = known.hiddenLabs(digests);
    nodes.push(labs ? { ...emptyNode, id, kind: "restricted", labs: [...labs] } : { ...visible, id });
    return id;
  };
  const edges: [string, string][] = [];
  for (const id of graph.order) {
    const of = graph.cells.get(id);
    if (!of || !behind.has(id)) continue;
    const files = filesInSpec(of.spec).map((file) =>
      add(`file ${file.digest}`, [file.digest], datasetNode(file.digest, file.name, known.versionOf(file.digest))),
    );
    const inputs = of.slots.flatMap((slot) => ids.get(slot.cell) ?? []);
    const { kind, name } = of.cell;
    const own = add(id, sources.get(id) ?? [], { ...emptyNode, kind, label: name, cell: id });
    for (const from of new Set([...files, ...inputs])) edges.push([from, own]);
  }
  return { nodes, edges };
}
