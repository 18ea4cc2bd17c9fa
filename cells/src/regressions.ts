// THE list of families of regressions, in the order of the form. A line holds the card and how its code is loaded.

import { z } from "zod";
import { invariant } from "./base/invariant.ts";
import type { FamilyLine, FamilyOptions, FamilyWork, RegressionFamily } from "./contract/regression-family.ts";
import { gammaCard } from "./regressions/gamma/card.ts";
import { linear } from "./regressions/linear/card.ts";
import { logistic } from "./regressions/logistic/card.ts";
import { mixed } from "./regressions/mixed/card.ts";
import { negativeBinomialCard } from "./regressions/negative-binomial/card.ts";
import { poissonCard } from "./regressions/poisson/card.ts";

export const regressions = {
  linear: { family: linear, work: () => import("./regressions/linear/work.ts") },
  logistic: { family: logistic, work: () => import("./regressions/logistic/work.ts") },
  poisson: { family: poissonCard, work: () => import("./regressions/poisson/work.ts") },
  "negative-binomial": { family: negativeBinomialCard, work: () => import("./regressions/negative-binomial/work.ts") },
  gamma: { family: gammaCard, work: () => import("./regressions/gamma/work.ts") },
  mixed: { family: mixed, work: () => import("./regressions/mixed/work.ts") },
} as const satisfies { readonly [name: string]: FamilyLine };

export type FamilyName = keyof typeof regressions;
export const listedFamilies: readonly RegressionFamily[] = Object.values(regressions).map(({ family }) => family);

const [first, ...others] = Object.values(regressions).map(({ family }) => family.schema);

/** A family with its settings, as specs hold it. */
export const familySchema = z.discriminatedUnion("type", [first as NonNullable<typeof first>, ...others]);
export type FamilySettings = z.output<typeof familySchema>;
/** Settings of a family as they come: all defaults. */
export const newFamily = (name: string): FamilySettings => familySchema.parse({ type: name });

function lineOf(name: string): FamilyLine {
  invariant(Object.hasOwn(regressions, name), `${name} stands in a validated spec`);
  return regressions[name as FamilyName];
}

/** The card of the family that validated settings name. */
export const familyOf = (options: FamilyOptions): RegressionFamily => lineOf(options.type).family;
export const loadFamilyWork = async (options: FamilyOptions): Promise<FamilyWork> => (await lineOf(options.type).work()).work;
