// Which setting of the cell mends what its report doubts: the same one-click change that problems of a cell offer. Made of
// the doubt and of the present spec, so that a report that is kept proposes nothing that was done meanwhile.

import type { Failure } from "../../base/failure.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { words as learnWords } from "../../learn/words.ts";
import type { TrainSpec } from "./spec.ts";

type Fix = NonNullable<Failure["fix"]>;

/** More models than that are not trained by one click. */
const mostFolds = 100;

/** Null where a person has to choose, the data have to be mended, or the cell is set so already. */
export function mendDoubt(spec: TrainSpec, { key, params }: Sentence, isMatrix: boolean): Fix | null {
  switch (key) {
    case learnWords.key("doubt-groups"):
      return typeof params["groups"] === "number" && params["groups"] <= mostFolds ? leaveOut(spec, params["column"]) : null;
    case learnWords.key("doubt-confounded"):
      return leaveOut(spec, params["column"]);
    case learnWords.key("doubt-small-class"):
      return fewerFolds(spec, params["n"]);
    case learnWords.key("doubt-small-classes"):
      return fewerFolds(spec, params["least"]);
    case learnWords.key("doubt-small-parts"):
    case learnWords.key("doubt-small-class-parts"):
      return fewerFolds(spec, params["fewer"]);
    case learnWords.key("doubt-identifiers"):
    case learnWords.key("doubt-target-again"):
      return without(spec, textsOf(params["names"]), isMatrix);
    case learnWords.key("doubt-positive"): {
      const other = textsOf(params["classes"]).find((name) => name !== params["class"]);
      return spec.positive === "" && other !== undefined ? { path: ["positive"], value: other } : null;
    }
    default:
      return null;
  }
}

/** One fold validates nothing. */
function fewerFolds({ validation }: TrainSpec, folds: Json | undefined): Fix | null {
  if (validation.type !== "k-fold" || typeof folds !== "number" || folds < 2 || validation.folds <= folds) return null;
  return { path: ["validation"], value: { type: "k-fold", folds } };
}

function leaveOut({ validation }: TrainSpec, column: Json | undefined): Fix | null {
  if (typeof column !== "string" || (validation.type === "leave-one-out" && validation.column === column)) return null;
  const value: JsonObject = { type: "leave-one-out", column };
  return { path: ["validation"], value };
}

/** Out of the features that are named; else among those that are not taken, where there is anything new. */
function without({ features, except }: TrainSpec, names: readonly string[], isMatrix: boolean): Fix | null {
  if (features !== null) {
    const left = features.filter((name) => !names.includes(name));
    return left.length === features.length || left.length === 0 ? null : { path: ["features"], value: left };
  }
  // Features of a matrix are dropped by a step.
  if (isMatrix) return null;
  const more = names.filter((name) => !except.includes(name));
  return more.length === 0 ? null : { path: ["except"], value: [...except, ...more] };
}

const textsOf = (found: Json | undefined): readonly string[] =>
  Array.isArray(found) ? (found as readonly Json[]).filter((each): each is string => typeof each === "string") : [];
