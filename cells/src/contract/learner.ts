// The contract of a learner. One folder per learner: learner.ts (this card: data only), fit.ts (training, prediction,
// export), Form.tsx (its settings), words.ts. The list is learners.ts, the contract suite testing/describe-learner.ts.

import { z } from "zod";
import type { Sentence } from "../messages/sentence.ts";
import type { Words } from "../messages/define-words.ts";
import type { DesignMatrix } from "./design-matrix.ts";
import type { Variant } from "./identity.ts";
import type { LearnerFormModule, LearnerOptions } from "./learner-view.ts";

export type { LearnerOptions };

/**
 * What every learner says: `title` ("random forest"), `does` (a whole sentence with {target}, {from}, {how} and its own
 * settings by name), `importance` (by what features are called important).
 */
export type LearnerWords = Words<string, "title" | "does" | "importance">;

export interface Learner extends Variant<"learner"> {
  /** What it learns to answer. */
  readonly task: "classification";
  /** On the card of a model, in English: it stays with models that go out. */
  readonly algorithm: string;
  /** It draws at random: the seed stands on the card. */
  readonly isRandom: boolean;
  /** Its settings: a strict object with all defaults. */
  readonly schema: z.ZodType;
  readonly words: LearnerWords;
}

export interface FitTask<Options extends LearnerOptions = LearnerOptions> {
  readonly options: Options;
  readonly matrix: DesignMatrix;
  /** Class of each row, 0 .. classCount - 1; each class occurs. */
  readonly classes: Int32Array;
  readonly classCount: number;
  /** By class: as how many rows each of its rows counts. Absent: as one. */
  readonly classWeights?: Float64Array;
  readonly seed: number;
  /** Share of this training that is done; answering false stops it. */
  readonly onProgress?: (fraction: number) => boolean;
}

/** A model in memory. What it answers is what its ONNX file answers. */
export interface Fitted {
  readonly features: readonly string[];
  readonly classCount: number;
  /** rows x classCount probabilities, row-major; they sum to 1. */
  predict(matrix: DesignMatrix): Float64Array;
  /** How much each feature counts, by the measure that the learner's words name; sums to 1, or is 0 throughout. */
  importance(): Float64Array;
  /** One input [n, features] double; outputs label [n] (text) and probabilities [n, classes]. */
  /** `shares`: by class, what its probabilities are multiplied by before they sum to 1 again, where classes were balanced. */
  toOnnx(classNames: readonly string[], shares?: Float64Array): Uint8Array;
  /** What has to be known of this training: not converged, and the like. */
  readonly notes: readonly Sentence[];
}

// A method, so that the training of any one learner is that of some learner.
export type Fit<Options extends LearnerOptions = LearnerOptions> = { of(task: FitTask<Options>): Fitted }["of"];

/** A line of the list: the card, and its code, loaded when first needed. */
export interface LearnerLine<Options extends LearnerOptions = LearnerOptions> {
  readonly learner: Learner;
  fit(): Promise<{ readonly fit: Fit<Options> }>;
  Form(): Promise<LearnerFormModule<Options>>;
}

/** Makes a learner from the schema of its settings: their type is inferred from it, never written a second time. */
export const defineLearner = <Schema extends z.ZodType<LearnerOptions>>(
  learner: Omit<Learner, "axis" | "schema"> & { readonly schema: Schema },
): Learner & { readonly schema: Schema } => ({ ...learner, axis: "learner" });

/** The name of a learner, by which a spec says which one it means. */
export const learnerType = <const Name extends string>(name: Name, description: string) =>
  z.literal(name).meta({ title: "Type", description });
