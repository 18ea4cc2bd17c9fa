// Features that a step kept the names of when it was fitted: of any matrix those, in that order, so that what comes after finds
// what it found then. Names that are lacking are refused, since nobody knows what their values would be.

import { z } from "zod";
import type { Assay } from "../../artifacts/artifact.ts";
import { featureIds } from "../../artifacts/assay.ts";
import type { StepScope } from "../../contract/step.ts";
import { words } from "../words.ts";
import { refuse } from "./step-scope.ts";
import { takeFeatures } from "./take-features.ts";

export const namesOfState = z.array(z.string());
export const keptFeatures = z.strictObject({ features: namesOfState });

/** What is kept of a choice of features by their places. */
export function namesAt(assay: Assay, places: ArrayLike<number>): readonly string[] {
  const ids = featureIds(assay);
  return Array.from(places, (place) => ids[place] ?? "");
}

export function featuresOfState(assay: Assay, names: readonly string[], scope: StepScope): Assay {
  const ids = featureIds(assay);
  if (names.length === ids.length && names.every((name, at) => name === ids[at])) return assay;
  const places = new Map(ids.map((name, at) => [name, at]));
  const lacking = names.filter((name) => !places.has(name));
  if (lacking.length > 0)
    return refuse(scope, words, "frozen-lacks", {
      n: lacking.length,
      all: names.length,
      noun: assay.featureNoun,
      names: lacking.slice(0, 5),
    });
  return takeFeatures(
    assay,
    Int32Array.from(names, (name) => places.get(name) as number),
  );
}
