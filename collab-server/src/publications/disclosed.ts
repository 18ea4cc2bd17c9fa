// What a chosen cell would tell of individuals: asked of its kind, with what stands behind it in these sessions. And which
// of its groups are too small to go out.

import { artifactCardOf } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { isCellRef, type CellRef } from "@genomecraft/cells/base/refs.ts";
import type { Disclosure } from "@genomecraft/cells/contract/disclosure.ts";
import { disclosureOf } from "@genomecraft/cells/disclosure-of.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import type { DependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";

export interface Behind {
  readonly graph: DependencyGraph;
  readonly sessions: ReadonlyMap<CellId, CellSession>;
}

/** Of the output as it goes out while no labels are chosen. Null: nobody has said it, so it stays closed. */
export function disclosed(made: Artifact, cell: Cell, port: string, behind: Behind): Disclosure | null {
  const spec = behind.graph.cells.get(cell.id)?.spec ?? cell.spec;
  const artifact = kindOf(cell.kind)?.forReaders?.(made, { spec, labels: false, nameOf: () => null, elsewhere: "" }) ?? made;
  const inputs = (kindOf(cell.kind)?.inputs ?? []).flatMap(({ field }) => {
    const ref = spec[field];
    return isCellRef(ref) ? [outputBehind(behind, ref)] : [];
  });
  // What it reads is not known, so neither is what it tells.
  if (inputs.includes(undefined)) return null;
  const read = inputs.flatMap((input) => (input?.summary.columns ? [input.summary.columns] : []));
  return disclosureOf(cell.kind, {
    spec,
    port,
    artifact,
    columns: read.length > 0 ? read.flat() : null,
    valueOf: (ref) => outputBehind(behind, ref)?.summary.detail?.["value"],
  });
}

/** Groups that hold fewer individuals than `fewest`; "rows" where every row is an individual; null where nothing is small. */
export function smallGroups(artifact: Artifact, { behind }: Disclosure, fewest: number): readonly number[] | "rows" | null {
  switch (behind.of) {
    case "nobody":
      return null;
    case "individuals":
      // Rule P-8: points and lines draw individuals, or have no number beside them, and are not judged.
      return fewest > 0 && artifactCardOf(artifact).rights === "rows" ? "rows" : null;
    case "groups": {
      const few = [...new Set(behind.sizes.filter((size) => size < fewest))].sort((a, b) => a - b);
      return few.length > 0 ? few : null;
    }
  }
}

/** The output that a reference of a chosen cell leads to. */
export function outputBehind({ graph, sessions }: Behind, ref: CellRef): OutputRef | undefined {
  const outputs = sessions.get(ref.ref)?.shown?.outputs ?? {};
  return outputs[ref.port ?? graph.cells.get(ref.ref)?.kind?.outputs[0]?.name ?? "out"];
}
