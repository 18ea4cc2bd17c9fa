// Questions that were asked of one thing in search of an answer. Whoever shows one of them says how many there were (Gelman and Loken 2014,
// "The statistical crisis in science"; Simmons et al. 2011): a p value tells of the one question that was asked before the data were seen.

import { canonicalJson } from "../base/canonical-json.ts";
import type { JsonObject } from "../base/json.ts";
import { isCellRef } from "../base/refs.ts";
import type { Kind } from "./kind.ts";
import { inputSlots } from "./result-key.ts";

/** The slot in which it reads what its questions are asked of; null: it asks none, or of nothing yet. */
export function slotOfTrials(kind: Kind, spec: JsonObject): string | null {
  const from = spec["from"];
  if (!kind.trials || !isCellRef(from)) return null;
  const port = from.port ?? "";
  return inputSlots(kind, spec).find(({ ref }) => ref?.ref === from.ref && (ref.port ?? "") === port)?.name ?? null;
}

/** How many different ones these specs of one kind ask; a spec of an earlier release that is none any more asks nothing. */
export function differentTrials(kind: Kind, specs: readonly JsonObject[]): number {
  const asked = new Set<string>();
  for (const written of specs) {
    const spec = kind.schema.safeParse(written);
    if (spec.success) for (const trial of kind.trials?.(spec.data) ?? []) asked.add(canonicalJson(trial));
  }
  return asked.size;
}
