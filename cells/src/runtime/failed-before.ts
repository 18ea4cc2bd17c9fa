// A failure that a release recorded which computed otherwise: its key is not today's, so that it is found no more. It is
// still what became of the cell, as long as nobody changed the cell and it was not tried again.

import { canonicalJson } from "../base/canonical-json.ts";
import { isWithin } from "../base/sources.ts";
import type { Kind } from "../contract/kind.ts";
import type { CellStatus, MadeFrom } from "../session/cell-status.ts";
import type { CellNode } from "./cell-node.ts";
import { isAnsweredOtherwise } from "./stale-reasons.ts";

/** Null where the cell, or an input that is there, is not as it was then. `made`: from what it would be made now. */
export function failedBefore(node: CellNode, kind: Kind, made: MadeFrom): Extract<CellStatus, { state: "failed" }> | null {
  const before = node.failedBefore;
  // What is on show is the better answer: it is out of date, and says why.
  if (!before || node.session.shown || !isAnsweredOtherwise(before.made, made)) return null;
  // As with any result: it answers for no cell behind which its data sets do not stand (K-6).
  if (!isWithin(before.sources, node.sources)) return null;
  const spec = kind.schema.safeParse(before.spec);
  if (!spec.success || canonicalJson(spec.data) !== canonicalJson(node.graph.spec)) return null;
  const isSame = Object.entries(made.inputs).every(
    ([slot, { digest }]) => digest === null || before.made.inputs[slot]?.digest === digest,
  );
  return isSame ? { state: "failed", failure: before.failure, key: before.key, why: [{ what: "kind-version" }] } : null;
}
