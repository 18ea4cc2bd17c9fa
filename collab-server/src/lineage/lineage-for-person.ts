// A trace as a person may see it: a step that is made of data which she has no rights on says whose data, and nothing
// else.

import type { Executor } from "@genomecraft/storage/database.ts";
import { namesOfPeople } from "@genomecraft/storage/queries/people.ts";
import { type SourceVersion } from "@genomecraft/storage/queries/lineage.ts";
import type { Lineage, LineageNode } from "../../contract/lineage.ts";
import type { CellsHere } from "./cells-here.ts";
import { knownSources } from "./hidden-labs.ts";
import { outputsOf, type Trace } from "./trace-result.ts";

export const emptyNode = {
  label: "",
  cell: null,
  type: null,
  shape: null,
  by: null,
  at: null,
  ms: null,
  where: null,
  generation: null,
  dataset: null,
  labs: [],
} satisfies Partial<LineageNode>;

const sorts = ["files", "recipe", "features"] as const;

/** A file, as the version of a data set that it is; `name` where it is none any more. */
export const datasetNode = (digest: string, name: string, version: SourceVersion | undefined): Omit<LineageNode, "id"> => ({
  ...emptyNode,
  digest,
  kind: "dataset",
  label: version?.name ?? name,
  by: version ? { id: version.by, name: version.byName } : null,
  at: version?.at ?? null,
  dataset: version
    ? {
        id: version.dataset,
        name: version.name,
        sort: sorts.find((sort) => sort === version.sort) ?? "files",
        version: version.version,
        lab: { id: version.lab, name: version.labName },
      }
    : null,
});

export async function lineageForPerson(
  executor: Executor,
  trace: Trace,
  of: {
    readonly notebook: string;
    readonly user: string;
    readonly here: CellsHere;
  },
): Promise<Lineage> {
  const files = new Set<string>();
  for (const node of trace.nodes) {
    if (node.what === "file") files.add(node.digest);
    if (node.what === "result") for (const source of node.result.sources) files.add(source);
  }
  const { versionOf, hiddenLabs, areUnseenPersons } = await knownSources(executor, of, [...files]);
  const people = await namesOfPeople(
    executor,
    trace.nodes.flatMap((node) => (node.what === "result" ? [node.result.by] : [])),
  );

  // Ids of the answer tell nothing of the keys behind them.
  const ids = new Map(trace.nodes.map((node, at) => [node.id, `n${at + 1}`]));
  const idOf = (id: string): string => ids.get(id) ?? id;
  const nodes = trace.nodes.map((node): LineageNode => {
    if (node.what === "value") return { ...emptyNode, id: idOf(node.id), kind: "value", type: "value" };
    const hidden = hiddenLabs(node.what === "file" ? [node.digest] : node.result.sources);
    if (hidden) return { ...emptyNode, id: idOf(node.id), kind: "restricted", labs: [...hidden] };
    if (node.what === "file") return { ...datasetNode(node.digest, node.name, versionOf(node.digest)), id: idOf(node.id) };
    const { result } = node;
    // Of persons of whom she sees results only: that there is such a cell, as the notebook says it.
    if (areUnseenPersons(result.sources))
      return {
        ...emptyNode,
        id: idOf(node.id),
        kind: result.kind,
        label: of.here.nameOf(result),
        cell: of.here.cellOf(result),
      };
    const output = node.port === null ? undefined : outputsOf(result)[node.port];
    return {
      ...emptyNode,
      id: idOf(node.id),
      ...(node.digest === null ? {} : { digest: node.digest }),
      key: result.key,
      kind: result.kind,
      label: of.here.nameOf(result),
      cell: of.here.cellOf(result),
      type: output?.summary.type ?? null,
      shape: output ? [...output.summary.shape] : null,
      by: { id: result.by, name: people.get(result.by) ?? "" },
      at: result.at,
      ms: result.ms,
      where: result.where,
      generation: result.generation,
    };
  });
  return { nodes, edges: trace.edges.map(([from, to]) => [idOf(from), idOf(to)]) };
}
