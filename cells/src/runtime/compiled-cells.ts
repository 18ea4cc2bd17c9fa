// What follows from a cell's spec alone, for as long as its place in the graph is the same.

import type { JsonObject } from "../base/json.ts";
import type { Kind } from "../contract/kind.ts";
import { inputSlots, keyMaker, keySpec, type InputSlot } from "../contract/result-key.ts";
import type { GraphCell } from "../notebook/notebook-graph.ts";

/** Made once per edit, used at every result. */
interface Compiled {
  readonly keyed: JsonObject;
  readonly slots: readonly InputSlot[];
  readonly key: ReturnType<typeof keyMaker>;
}

const compiledCells = new WeakMap<GraphCell, Compiled>();
export function compiled(graph: GraphCell, kind: Kind): Compiled {
  let found = compiledCells.get(graph);
  if (!found) {
    const keyed = keySpec(kind, graph.spec);
    found = { keyed, slots: inputSlots(kind, graph.spec), key: keyMaker(kind, graph.spec, keyed) };
    compiledCells.set(graph, found);
  }
  return found;
}
