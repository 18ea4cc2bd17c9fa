// A chain in as many cells as it needs so that the last of them can be saved as a recipe: what cannot be done with other rows
// (rows drawn by chance, another cell) comes first, in a cell of its own.

import type { JsonObject } from "../../base/json.ts";
import type { Freezing } from "../../contract/fitted-chain.ts";
import { stepOf, stepSchema } from "../../steps.ts";

/** Every step in order, those that are off too. Two parts at most, none of them empty. */
export function partsOfChain(steps: readonly JsonObject[]): readonly (readonly JsonObject[])[] {
  const freezings = steps.map(freezingOf);
  const learns = freezings.findIndex((freezes) => freezes === "fitted" || freezes === "training");
  const before = learns === -1 ? steps.length : learns;
  const last = freezings.findLastIndex((freezes, at) => at < before && freezes === "whole" && steps[at]?.["off"] !== true);
  return [steps.slice(0, last + 1), steps.slice(last + 1)].filter((part) => part.some(({ off }) => off !== true));
}

function freezingOf(step: JsonObject): Freezing {
  const parsed = stepSchema.safeParse({ id: "proposed", ...step });
  return parsed.success ? (stepOf(parsed.data.verb)?.step.freezes?.(parsed.data) ?? "whole") : "whole";
}
