// What a cell's result would be made from now, with what its inputs hold.

import type { Kind } from "../contract/kind.ts";
import type { GraphCell } from "../notebook/notebook-graph.ts";
import type { MadeFrom } from "../session/cell-status.ts";
import type { Upstream } from "./cell-node.ts";
import { compiled } from "./compiled-cells.ts";
import { madeFrom } from "./made-from.ts";

export function madeNow(graph: GraphCell, kind: Kind, upstream: Upstream): MadeFrom {
  const inputs: { [slot: string]: MadeFrom["inputs"][string] } = {};
  for (const slot of graph.slots) {
    const value = upstream.get(slot.cell);
    inputs[slot.name] = { cell: slot.cell, digest: value?.ok ? (value.outputs[slot.port]?.digest ?? null) : null };
  }
  return madeFrom(kind, graph.spec, inputs, compiled(graph, kind).keyed);
}
