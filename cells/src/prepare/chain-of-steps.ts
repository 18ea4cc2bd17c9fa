// The list that a proposal is put together in: each step once, what it mends noted, what somebody switched as it was switched.

import { canonicalJson } from "../base/canonical-json.ts";
import type { JsonObject } from "../base/json.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { Asked, Found, Proposal, Proposed } from "./proposal.ts";

interface Draft {
  readonly key: string;
  readonly step: JsonObject;
  readonly reason: Sentence;
  /** Verdicts that it mends. */
  readonly by?: readonly Found[];
  /** What is to be said beside them. */
  readonly also?: readonly Sentence[];
  /** Absent: on. */
  readonly on?: boolean;
  readonly isAsked?: boolean;
}

export interface ChainOfSteps {
  /** Whether it is on. One that stands there already is not added again. */
  add(draft: Draft): boolean;
  note(sentence: Sentence): void;
  /** Verdicts that concern another goal than the chosen one. */
  passOver(verdicts: readonly Found[]): void;
  done(): Proposal;
}

export function chainOfSteps({ switched, verdicts }: Asked): ChainOfSteps {
  const steps: Proposed[] = [];
  const notes: Sentence[] = [];
  const settled = new Set<Found>();
  return {
    add({ key, step, reason, by = [], also = [], on = true, isAsked = false }) {
      for (const verdict of by) settled.add(verdict);
      const written = canonicalJson(step);
      const there = steps.find((one) => canonicalJson(one.step) === written);
      if (there) return there.on;
      const isOn = switched.get(key) ?? on;
      steps.push({ key, step, reason, found: [...by.map(({ says }) => says), ...also], on: isOn, isAsked });
      return isOn;
    },
    note: (sentence) => notes.push(sentence),
    passOver: (others) => others.forEach((verdict) => settled.add(verdict)),
    done: () => ({ steps, notes, left: verdicts.flatMap((verdict) => (settled.has(verdict) ? [] : [verdict.says])) }),
  };
}

/** Names that a step of a verdict says in a list. */
export const namesIn = (step: JsonObject | undefined, option: string): readonly string[] => {
  const found = step?.[option];
  return Array.isArray(found) ? found.filter((name): name is string => typeof name === "string") : [];
};
/** The name that it says alone. */
export const nameIn = (step: JsonObject | undefined, option: string): string => {
  const found = step?.[option];
  return typeof found === "string" ? found : "";
};
