// Who answers: the kind and the variants (format, steps, family, learner, report) that a spec names, with their versions,
// the native engines that they use, how well they reproduce and what they need. All of it belongs to the variant that it
// is true of, so that one mended parser makes its own loads again and nothing else. Entered into keys by result-key.ts.

import type { EngineName } from "../base/engine-versions.ts";
import type { Needs } from "../base/needs.ts";

/** How well a second run agrees with the first. */
export type Reproduces = "exact" | { readonly atol: number; readonly rtol: number };

export type { Needs };

export type Axis =
  | "format"
  | "step"
  | "chart"
  | "learner"
  | "report"
  | "quality"
  | "differential"
  | "test"
  | "regression"
  | "association"
  | "enrichment"
  | "cluster"
  | "embedding";

/** What every variant says of itself, whatever its axis. */
export interface Variant<A extends Axis = Axis> {
  readonly axis: A;
  /** Unique within its axis; stands in specs. */
  readonly name: string;
  /** Raised when it may answer differently, a changed default included: part of the key of the cells that use it. */
  readonly version: number;
  /** Native engines that it uses. Absent: none. */
  readonly engines?: readonly EngineName[];
  /** Absent: exact. */
  readonly reproduces?: Reproduces;
  /** Absent: little. */
  readonly needs?: Needs;
}

/** All that answers for one spec. */
export interface Identity {
  /** Version by `axis/name`. */
  readonly variants: { readonly [variant: string]: number };
  /** Sorted, each once. */
  readonly engines: readonly EngineName[];
  readonly reproduces: Reproduces;
  readonly needs: Needs;
}

/** The part of a kind from which an identity is composed. */
export interface Answerer<Spec> {
  readonly engines: readonly EngineName[];
  readonly reproduces: Reproduces;
  needs?(spec: Spec): Needs;
  variants?(spec: Spec): readonly Variant[];
}

/** A chain reproduces as well as its worst part, and needs what each part needs. */
export function identityOf<Spec>(kind: Answerer<Spec>, spec: Spec): Identity {
  const variants = kind.variants?.(spec) ?? [];
  const engines = new Set([...kind.engines, ...variants.flatMap((variant) => variant.engines ?? [])]);
  const needs = [kind.needs?.(spec), ...variants.map((variant) => variant.needs)].filter((one) => one !== undefined);
  return {
    variants: Object.fromEntries(variants.map(({ axis, name, version }) => [`${axis}/${name}`, version])),
    engines: [...engines].sort(),
    reproduces: variants.map((variant) => variant.reproduces ?? "exact").reduce(looser, kind.reproduces),
    needs: needsTogether(needs),
  };
}

const looser = (a: Reproduces, b: Reproduces): Reproduces =>
  a === "exact" ? b : b === "exact" ? a : { atol: Math.max(a.atol, b.atol), rtol: Math.max(a.rtol, b.rtol) };

/** Memory and GPUs are those of the hungriest part: parts run one after the other. */
function together(a: Needs, b: Needs): Needs {
  const most = (x: number | undefined, y: number | undefined): number => Math.max(x ?? 0, y ?? 0);
  const memory = most(a.memory, b.memory);
  const gpu = most(a.gpu, b.gpu);
  const software = [...new Set([...(a.software ?? []), ...(b.software ?? [])])].sort();
  const rest = { ...a, ...b };
  return {
    ...(memory > 0 ? { memory } : {}),
    ...(gpu > 0 ? { gpu } : {}),
    ...(software.length > 0 ? { software } : {}),
    ...(rest.lab === undefined ? {} : { lab: rest.lab }),
    ...(rest.site === undefined ? {} : { site: rest.site }),
  };
}

/** What all of them need, one after the other. */
export const needsTogether = (needs: readonly Needs[]): Needs => needs.reduce(together, {});
