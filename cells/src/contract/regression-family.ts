// The contract of a family of regressions. One folder a family: card.ts (this card: data only), work.ts (what it fits, the call of R that
// gives the same), words.ts. The list is regressions.ts. Numbers come from stats/regression; a family says of which outcome.

import type { z } from "zod";
import type { Words } from "../messages/define-words.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { Variant } from "./identity.ts";

/** Settings of a family as a spec holds them; `type` is its name. */
export type FamilyOptions = { readonly type: string };

/** What exp(coefficient) is: nothing that is told, a ratio of odds, of rates, of means. */
export type RatioOf = "none" | "odds" | "rates" | "means";

export interface RegressionFamily extends Variant<"regression"> {
  /** Its settings: a strict object with all defaults. */
  readonly schema: z.ZodType;
  /** `title` ("Logistic"), `does` (when it is right). Of each of `settings` its label, and of its choices. */
  readonly words: Words<string, "title" | "does">;
  /** number: any; two: one of two answers; counts: whole numbers from 0; positive: numbers above 0. */
  readonly outcome: "number" | "two" | "counts" | "positive";
  readonly ratio: RatioOf;
  /** What rows of one individual are: a height of its own, or a cluster that errors are robust to. */
  readonly blocks: "intercepts" | "clusters";
  /** An exposure of each row (time, depth) may be taken into account. */
  readonly takesExposure?: true;
  /** Residuals are meant to be normal. */
  readonly isNormal?: true;
  /** As the form shows them: choices with the keys of their words; without choices a tick. */
  readonly settings: readonly { readonly field: string; readonly choices?: { readonly [value: string]: string } }[];
}

export interface RegressionData {
  /** Of the model matrix, none of which follows from the others. */
  readonly columns: readonly Float64Array[];
  readonly intercept: boolean;
  readonly outcome: Float64Array;
  /** Logarithm of the exposure; null: there is none. */
  readonly offset: Float64Array | null;
  /** A number from 0 a row; null: rows are of an individual each. */
  readonly groups: Int32Array | null;
  /** Gives a turn back to the thread in a long fit, with the share that is done. */
  readonly pause?: (share?: number) => Promise<void>;
}

/** Why there is no fit: keys of regressions/words.ts. */
export type NoFit =
  | "constant"
  | "not-counts"
  | "not-positive"
  | "no-spread"
  | "no-end"
  | "not-told-apart"
  | "perfect"
  | "needs-groups"
  | "kr-needs-reml";
/** Columns along which the likelihood grows without end. */
export interface Separated {
  readonly separated: readonly number[];
}

export interface JointTestOfRows {
  readonly statistic: number;
  readonly df: number;
  readonly residualDf: number;
  readonly p: number;
}

/** What every fit answers. Coefficients are on the scale of the link. */
export interface FittedRegression {
  readonly coefficients: Float64Array;
  /** Row after row. */
  readonly variance: Float64Array;
  /** Of the error of a row of weights; Infinity: normal. */
  df(weights: Float64Array): number;
  /** F of several rows together; absent: by the covariance, with `df` of the residuals. */
  together?(rows: readonly Float64Array[]): JointTestOfRows;
  /** Of what robust errors are made; null: there are none for it. */
  readonly pieces: {
    readonly unscaled: Float64Array;
    readonly weights: Float64Array;
    readonly working: Float64Array;
    readonly leverages: Float64Array;
  } | null;
  /** The scaled deviance of a model of other columns; absent: terms are tested by the covariance. NaN: it could not be fitted. */
  deviance?(columns: readonly Float64Array[]): number | Promise<number>;
  /** Of the likelihood: an interval of that coefficient, and its test where the family has one. */
  profile?(at: number, level: number): { readonly low: number; readonly high: number; readonly p?: number };
  readonly residualDf: number;
  /** Expected of each row, on the scale of the outcome. */
  readonly means: Float64Array;
  /** Residuals over their deviation; leverage and Cook's distance where they are known. */
  readonly standardised: Float64Array;
  readonly leverages: Float64Array | null;
  readonly cooks: Float64Array | null;
  /** y − μ. */
  readonly residuals: Float64Array;
  /** Numbers of the whole model, by keys of regressions/words.ts. */
  readonly facts: readonly { readonly key: FactKey; readonly value: number; readonly more?: number }[];
  readonly doubts: readonly Sentence[];
}
export type FactKey =
  | "r-squared"
  | "adjusted-r-squared"
  | "overall-f"
  | "sigma"
  | "deviance"
  | "null-deviance"
  | "dispersion"
  | "theta"
  | "log-likelihood"
  | "aic"
  | "between"
  | "within"
  | "shared";

export interface RegressionInR {
  /** `y ~ a + b`, or with the individuals' term. */
  readonly formula: string;
  readonly offset: string | null;
  readonly block: string | null;
}

export interface FamilyLine<Options extends FamilyOptions = FamilyOptions> {
  readonly family: RegressionFamily;
  work(): Promise<{ readonly work: FamilyWork<Options> }>;
}
// Methods, so that the work of any one family is that of some family.
export type FamilyWork<Options extends FamilyOptions = FamilyOptions> = {
  fit(
    options: Options,
    data: RegressionData,
  ): FittedRegression | NoFit | Separated | Promise<FittedRegression | NoFit | Separated>;
  /** What a predictor on the scale of the link is of the outcome. */
  mean(options: Options, predictor: number): number;
  /** Lines of R that leave the fit in `fit`. */
  inR(options: Options, asked: RegressionInR): readonly string[];
};

/** Makes a family from the schema of its settings: their type is inferred from it, never written a second time. */
export const defineFamily = <Schema extends z.ZodType<FamilyOptions>>(
  family: Omit<RegressionFamily, "axis" | "schema"> & { readonly schema: Schema },
): RegressionFamily & { readonly schema: Schema } => ({ ...family, axis: "regression" });
