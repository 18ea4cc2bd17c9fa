// What a chosen cell would tell of individuals: asked of its kind, with what stands behind it in these sessions. And which
// of its groups are too small to go out.

import { artifactCardOf } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { isCellRef, type CellRef } from "@genomecraft/cells/base/refs.ts";
import type { Disclosure, Statistic } from "@genomecraft/cells/contract/disclosure.ts";
import { nobody } from "@genomecraft/cells/artifacts/told-of-individuals.ts";
import { carriedByCell } from "@genomecraft/cells/runtime/carried-by-cell.ts";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import { words } from "./words.ts";
import { disclosureOf } from "@genomecraft/cells/disclosure-of.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import type { DependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import { nameKey } from "@genomecraft/cells/notebook/cell-name.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";

export interface Behind {
  readonly graph: DependencyGraph;
  readonly sessions: ReadonlyMap<CellId, CellSession>;
}

/** What of an output goes out while no labels are chosen: of components the plot, and not the table behind it. */
export const asReadersSee = (made: Artifact, cell: Cell, { graph }: Pick<Behind, "graph">): Artifact =>
  kindOf(cell.kind)?.forReaders?.(made, {
    spec: graph.cells.get(cell.id)?.spec ?? cell.spec,
    labels: false,
    nameOf: () => null,
    elsewhere: "",
  }) ?? made;

/** Why it goes out with labels only: of a table, how many rows it has. */
export const identifiersShown = (name: string, identifying: readonly string[], seen: Artifact): Failure =>
  seen.type === "table"
    ? words.failure("identifiers-table", { name, columns: [...identifying], rows: seen.rowCount })
    : words.failure("identifiers", { name, columns: [...identifying] });

/** Of the output as it goes out while no labels are chosen. Null: nobody has said it, so it stays closed. */
export function disclosed(made: Artifact, cell: Cell, port: string, behind: Behind): Disclosure | null {
  const spec = behind.graph.cells.get(cell.id)?.spec ?? cell.spec;
  const artifact = asReadersSee(made, cell, behind);
  const inputs = (kindOf(cell.kind)?.inputs ?? []).flatMap(({ field }) => {
    const ref = spec[field];
    return isCellRef(ref) ? [outputBehind(behind, ref)] : [];
  });
  // What it reads is not known, so neither is what it tells.
  if (inputs.includes(undefined)) return null;
  const read = inputs.flatMap((input) => (input?.summary.columns ? [input.summary.columns] : []));
  const told = disclosureOf(cell.kind, {
    spec,
    port,
    artifact,
    columns: read.length > 0 ? read.flat() : null,
    typeNamed: (name, named) => {
      const slot = behind.graph.cells
        .get(cell.id)
        ?.slots.find((one) => nameKey(behind.graph.cells.get(one.cell)?.cell.name ?? "") === nameKey(name));
      return slot && outputBehind(behind, { ref: slot.cell, port: named ?? slot.port })?.summary.type;
    },
    valueOf: (ref) => outputBehind(behind, ref)?.summary.detail?.["value"],
  });
  // By how its rows were made they stand for nobody, as the loadings of genes do. What a person chose may name one.
  const isOfNobody = artifact.type !== "value" && carriedByCell(behind.graph)(cell.id, port).rows === "none";
  return told && isOfNobody ? nobody : told;
}

/** Groups that hold fewer individuals than `fewest`; "rows" and "marks" where each of those is one; null where nothing is small. */
export function smallGroups(
  artifact: Artifact,
  { behind }: Disclosure,
  fewest: number,
): readonly number[] | "rows" | "marks" | null {
  if (fewest === 0) return null;
  switch (behind.of) {
    case "nobody":
      return null;
    case "individuals":
      return artifactCardOf(artifact).rights === "rows" ? "rows" : "marks";
    case "groups": {
      const few = [...new Set(behind.sizes.filter((size) => size < fewest))].sort((a, b) => a - b);
      if (few.length > 0) return few;
      // The smallest text of a group may be anybody's name; beside drawn groups each of their members may be drawn.
      if (artifactCardOf(artifact).rights === "rows") return behind.statistics.some(isOfOne) ? "rows" : null;
      return artifact.type === "figure" && behind.statistics.includes("value") ? "marks" : null;
    }
  }
}

const isOfOne = (statistic: Statistic): boolean => statistic === "extreme" || statistic === "text";

/** The output that a reference of a chosen cell leads to. */
export function outputBehind({ graph, sessions }: Behind, ref: CellRef): OutputRef | undefined {
  const outputs = sessions.get(ref.ref)?.shown?.outputs ?? {};
  return outputs[ref.port ?? graph.cells.get(ref.ref)?.kind?.outputs[0]?.name ?? "out"];
}
