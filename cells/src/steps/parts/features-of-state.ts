// Features that a step kept the names of when it was fitted: of any matrix those, in that order, so that what comes after finds
// what it found then. Names that are lacking are refused, since nobody knows what their values would be.

import { z } from "zod";
import type { Assay } from "../../artifacts/artifact.ts";
import { featureIds } from "../../artifacts/assay.ts";
import type { Effect, StepBase, StepCard, StepScope } from "../../contract/step.ts";
import { words } from "../words.ts";
import { fittedOf, type FittedModule } from "./fitted.ts";
import { refuse } from "./step-scope.ts";
import { takeFeatures } from "./take-features.ts";

export const namesOfState = z.array(z.string());
const keptFeatures = z.strictObject({ features: namesOfState });

/** What is kept of a choice of features by their places. */
function namesAt(assay: Assay, places: ArrayLike<number>): readonly string[] {
  const ids = featureIds(assay);
  return Array.from(places, (place) => ids[place] ?? "");
}

export function featuresOfState(assay: Assay, names: readonly string[], scope: StepScope): Assay {
  const ids = featureIds(assay);
  if (names.length === ids.length && names.every((name, at) => name === ids[at])) return assay;
  return takeFeatures(assay, placesOfFeatures(assay, names, scope));
}

/** Where those stand in it. */
export function placesOfFeatures(assay: Assay, names: readonly string[], scope: StepScope): Int32Array {
  const ids = featureIds(assay);
  const places = new Map(ids.map((name, at) => [name, at]));
  const lacking = names.filter((name) => !places.has(name));
  if (lacking.length > 0)
    return refuse(scope, words, "frozen-lacks", {
      n: lacking.length,
      all: names.length,
      noun: assay.featureNoun,
      names: lacking.slice(0, 5),
    });
  return Int32Array.from(names, (name) => places.get(name) as number);
}

type KeepsFeatures<Options extends StepBase> = StepCard<
  z.ZodType<Options>,
  { readonly assay: Effect & { readonly gives: "assay" } }
>;

/** The work of a step that keeps some features: they are chosen by the samples of the training, and are the same of any matrix. */
export const keepsFeatures = <Options extends StepBase>(
  choose: (step: Options, assay: Assay, scope: StepScope) => ArrayLike<number>,
): FittedModule<KeepsFeatures<Options>, z.output<typeof keptFeatures>> =>
  fittedOf<KeepsFeatures<Options>>()({
    keeps: () => "statistics",
    state: keptFeatures,
    on: {
      assay: {
        fit: (step, assay, scope) => ({ features: [...namesAt(assay, choose(step, assay, scope))] }),
        apply: (_step, assay, { features }, scope) => featuresOfState(assay, features, scope),
      },
    },
  });
