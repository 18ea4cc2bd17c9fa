// Steps outside a cell of steps: no other cells stand beside them, and what they say is gathered.

import type { Json } from "../base/json.ts";
import { type Doubt, doubtOf } from "../contract/doubt.ts";
import type { StepScope } from "../contract/step.ts";
import type { Sentence } from "../messages/sentence.ts";
import { applyChain } from "./run-step.ts";

export function scopeAlone(signal: AbortSignal, said: Sentence[] = []): StepScope {
  const scope: StepScope = {
    index: 0,
    valueOf: (field): Json => field,
    input: () => ({ type: "value", value: null }),
    // A chain that reads a file is not carried over ("whole").
    file: () => ({ size: 0, read: async () => new Uint8Array(0), async *stream() {} }),
    say: (doubt) => {
      if (!said.some((known) => JSON.stringify(known) === JSON.stringify(doubt))) said.push(doubt);
    },
    frozen: (chain, data) => applyChain(chain, data, scope),
    withinFolds: true,
    signal,
  };
  return scope;
}

/** `saysOf`: as the cell says them whose steps these are not. With the rows that each counts: any number but the place of its step. */
export const doubtsOf = (said: readonly Sentence[], saysOf: (what: Sentence) => Sentence): readonly Doubt[] =>
  said.map((doubt) =>
    doubtOf(
      saysOf(doubt),
      Object.entries(doubt.params).flatMap(([name, value]) => (typeof value === "number" && name !== "step" ? [value] : [])),
    ),
  );
