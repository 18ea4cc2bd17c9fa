// The contract of a method of differential expression. One folder a method: method.ts (this card: data only), work.ts (fitting,
// contrasts), words.ts. The list is differential-methods.ts. Fitting is one result and each contrast another: what a fit keeps of each
// feature is all that contrasts are asked of.

import { z } from "zod";
import type { Assay } from "../artifacts/artifact.ts";
import type { Failure, MessageKey } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";
import type { Result } from "../base/result.ts";
import type { Words } from "../messages/define-words.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { DifferentialFormModule, DifferentialOptions } from "./differential-view.ts";
import type { Variant } from "./identity.ts";

export type { DifferentialOptions };

/** What every method says: `title` ("DESeq2"), `does` (a whole sentence), `line` (for the form). */
export type DifferentialWords = Words<string, "title" | "does" | "line">;

export interface DifferentialMethod extends Variant<"differential"> {
  /** Its settings: a strict object with all defaults. */
  readonly schema: z.ZodType;
  readonly words: DifferentialWords;
  /** It takes samples of one block as alike. */
  readonly takesBlocks: boolean;
  /** The level of a feature (ContrastAnswer) is a mean of logarithms: pictures have no log axis of it. */
  readonly hasLogLevels?: true;
  /** Priors by which it can draw changes towards 0. Absent: none. */
  readonly shrinks?: readonly Shrinkage[];
  /** What the field calls the columns of its contrasts. */
  readonly columns: ContrastColumns;
  /** Arrays of a fit that people look at, one number a feature, by what the field calls them. */
  readonly shown: { readonly [array: string]: string };
}

/** apeglm: a Cauchy prior on the change; normal: a normal prior on every coefficient but the intercept. */
export const shrinkages = ["apeglm", "normal"] as const;
export type Shrinkage = (typeof shrinkages)[number];

/** Names of the columns of a contrast's table, by what stands in them. */
export interface ContrastColumns {
  /** On what level a feature stands. */
  readonly level: string;
  /** The change, log2, and its standard error. */
  readonly change: string;
  readonly error: string;
  readonly statistic: string;
  readonly p: string;
  readonly adjusted: string;
  /** The change drawn towards 0 and its posterior deviation, log2, where it was asked for. */
  readonly shrunken?: string;
  readonly shrunkenError?: string;
  /** Further numbers, by their names in `more` of an answer. */
  readonly more: { readonly [name: string]: string };
}

export interface FitTask<Options extends DifferentialOptions = DifferentialOptions> {
  readonly options: Options;
  /** With the samples of the design alone. */
  readonly assay: Assay;
  /** Columns of the model matrix, none of which follows from the others. */
  readonly columns: readonly Float64Array[];
  /** Which samples are of one block; null: none are. */
  readonly blocks: Int32Array | null;
  /** Fraction that is done; ends by throwing where the run is cancelled. */
  pause(share: number): Promise<void>;
  say(sentence: Sentence): void;
}

/** Numbers of each feature, and facts of all of them. */
export interface FittedFeatures {
  /** Each of `features` values, or of `features` times a fixed number of them; `beta`: the coefficients, log2, feature after feature. */
  readonly arrays: { readonly beta: Float64Array; readonly [name: string]: Float64Array };
  readonly facts: JsonObject;
  /** What was counted, where contrasts fit again: a smaller design, or changes with a prior. */
  readonly observed?: Observed;
}

export interface Observed {
  /** Of the model matrix. */
  readonly columns: readonly Float64Array[];
  /** Feature after feature. */
  readonly counts: Float64Array;
  /** Of each sample, or of each count. */
  readonly factors: Float64Array;
  /** What was fitted in the place of counts that are outliers, by feature. */
  readonly replaced: ReadonlyMap<number, Float64Array>;
}

export interface AskedContrast<Options extends DifferentialOptions = DifferentialOptions> {
  readonly options: Options;
  readonly fitted: FittedFeatures;
  readonly features: number;
  /** A change that is no larger, log2, counts for nothing; 0: any change counts. */
  readonly least: number;
  /** One factor a coefficient. */
  readonly weights: Float64Array;
  /** Of each cell of the design (samples with equal rows) whether it is compared; null: it is not asked. */
  readonly compared: readonly boolean[] | null;
  /** The design is one factor of two groups. */
  readonly isTwoGroups: boolean;
  /** The rate of false discoveries that is aimed at. */
  readonly alpha: number;
  /** As of a fit: where something is fitted again. */
  pause(share: number): Promise<void>;
}

/** Whether any of the coefficients that a smaller design lacks is not 0. */
export interface AskedWithout<Options extends DifferentialOptions = DifferentialOptions>
  extends Omit<AskedContrast<Options>, "least" | "weights" | "compared"> {
  /** Of each coefficient whether the smaller design keeps it. */
  readonly kept: readonly boolean[];
}

export interface AskedShrinkage<Options extends DifferentialOptions = DifferentialOptions> extends AskedContrast<Options> {
  readonly by: Shrinkage;
  readonly formula: string;
  /** Without it. */
  readonly answer: ContrastAnswer;
}
/** log2; NaN where there is none. */
export interface ShrunkenAnswer {
  readonly change: Float64Array;
  readonly error: Float64Array;
  /** Width of the prior of the change, log2. */
  readonly scale: number;
}

/** One entry a feature; NaN where there is none. */
export interface ContrastAnswer {
  /** On what level it stands: mean of normalised counts, or mean logarithm. */
  readonly level: Float64Array;
  /** log2. */
  readonly change: Float64Array;
  readonly error: Float64Array;
  readonly statistic: Float64Array;
  readonly p: Float64Array;
  readonly adjusted: Float64Array;
  readonly more?: { readonly [name: string]: Float64Array };
  /** Why a feature has no p value or no adjusted one: a key of words (words.key), by place. */
  readonly why: ReadonlyMap<number, MessageKey>;
  readonly facts: JsonObject;
}

export interface DifferentialLine<Options extends DifferentialOptions = DifferentialOptions> {
  readonly method: DifferentialMethod;
  work(): Promise<{ readonly work: WorkOf<Options> }>;
  /** The form of its settings; absent: it has none. */
  Form?(): Promise<DifferentialFormModule<Options>>;
}
// Methods, so that the work of any one method is that of some method.
export type WorkOf<Options extends DifferentialOptions = DifferentialOptions> = {
  fit(task: FitTask<Options>): Promise<Result<FittedFeatures, Failure>>;
  /** Why a contrast is none that the method answers. Absent: it answers all. */
  refused?(asked: Pick<AskedContrast<Options>, "fitted" | "weights" | "least">): Failure | null;
  contrast(asked: AskedContrast<Options>): ContrastAnswer | Promise<ContrastAnswer>;
  /** Whether any of several contrasts differs: there is no change then. Absent: what a fit keeps does not tell. */
  together?(asked: Pick<AskedContrast<Options>, "options" | "fitted">, contrasts: readonly Float64Array[]): ContrastAnswer;
  /** Whether terms that are left out matter. Absent: the method has no such test. */
  without?(asked: AskedWithout<Options>): ContrastAnswer | Promise<ContrastAnswer>;
  /** Changes drawn towards 0; p values stay. Absent: the method's card names no prior. */
  shrink?(asked: AskedShrinkage<Options>): Promise<Result<ShrunkenAnswer, Failure>>;
  /** The calls of R that answer the same. */
  inR(options: Options, asked: AskedInR): readonly string[];
};

export interface AskedInR {
  readonly formula: string;
  /** Columns of the formula that are taken as groups, and these in their order: the first is what others are compared with. */
  readonly factors: readonly { readonly name: string; readonly levels: readonly string[] }[];
  /** Columns without whose values samples were left out. */
  readonly leftOut: readonly string[];
  /** Column of the samples whose values are blocks; null: there are none. */
  readonly block: string | null;
  readonly least: number;
  /** c("time", "Day8", "Day0") where two groups are compared. */
  readonly groups: string | null;
  readonly weights: readonly number[];
  /** Weights of several contrasts that are tested together; null: of one. */
  readonly together: readonly (readonly number[])[] | null;
  /** The smaller design of a test of terms, and of its columns whether each is kept; null: of a contrast. */
  readonly without: { readonly formula: string; readonly kept: readonly boolean[] } | null;
  readonly alpha: number;
  /** Changes are drawn towards 0 as well; null: they are not. */
  readonly shrink: Shrinkage | null;
  /** Estimates of counts were fitted by their average lengths. */
  readonly hasLengths: boolean;
}

/** Makes a method from the schema of its settings: their type is inferred from it, never written a second time. */
export const defineDifferentialMethod = <Schema extends z.ZodType<DifferentialOptions>>(
  method: Omit<DifferentialMethod, "axis" | "schema"> & { readonly schema: Schema },
): DifferentialMethod & { readonly schema: Schema } => ({ ...method, axis: "differential" });
