// The contract of a model of association: a trait, asked of one variant after another. One folder a model: model.ts (this card: data
// only), work.ts (the scan, and the calls of other programs that give the same), Form.tsx where it has settings, words.ts. The list
// is association-models.ts.

import { z } from "zod";
import type { Failure } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";
import type { Result } from "../base/result.ts";
import type { Words } from "../messages/define-words.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { AssociationFormModule, AssociationOptions } from "./association-view.ts";
import type { Variant } from "./identity.ts";

export type { AssociationOptions };

/** What every model says: `title` ("Linear regression"), `line` (for the form). */
export type AssociationWords = Words<string, "title" | "line">;

export interface AssociationModel extends Variant<"association"> {
  /** Its settings: a strict object with all defaults. */
  readonly schema: z.ZodType;
  readonly words: AssociationWords;
  /** What a trait has to be: numbers, cases and controls, or either. */
  readonly takes: "numbers" | "cases" | "either";
  /** Individuals who are related are what it is for. */
  readonly takesRelatives: boolean;
  /** The letter of its statistic. */
  readonly statistic: "t" | "z";
}

export interface AssociationTask<Options extends AssociationOptions = AssociationOptions> {
  readonly options: Options;
  readonly samples: number;
  readonly variants: number;
  /** Copies of each sample of a variant, NaN where they are not known; how many are not. */
  read(variant: number, into: Float64Array): number;
  /** Those that are tested, ascending. */
  readonly tested: Int32Array;
  /** Number of the chromosome of each variant, -1: it has none; null: no column says them. */
  readonly chromosomes: Int32Array | null;
  /** Those that a kinship is made of: on autosomes, neither rare nor often missing. */
  readonly forKinship: Int32Array;
  /** Of cases 1, of controls 0, where it is of two values. */
  readonly trait: Float64Array;
  readonly isBinary: boolean;
  /** Independent columns, the intercept first. */
  readonly covariates: readonly Float64Array[];
  /** Fraction that is done; ends by throwing where the run is cancelled. Asked often: null where nobody waits for a turn. */
  pause(share: number): Promise<void> | null;
  say(sentence: Sentence): void;
}

/** An entry for each of `tested`; NaN where there is no answer. */
export interface AssociationAnswer {
  readonly n: Int32Array;
  readonly beta: Float64Array;
  readonly error: Float64Array;
  readonly statistic: Float64Array;
  /** Natural logarithm of p. */
  readonly logP: Float64Array;
  /** 1: fitted by Firth's likelihood. Absent: none was. */
  readonly firth?: Uint8Array;
  readonly facts: JsonObject;
}

/** Names of files and columns in the calls of other programs. */
export interface AskedCalls {
  readonly trait: string;
  readonly covariates: readonly string[];
  readonly components: number;
  readonly minCount: number;
  /** The trait is 1 for cases and 0 for controls. */
  readonly isBinary: boolean;
  /** Variants with a smaller p of Hardy-Weinberg are left out; 0: none. `within`: among controls, or in each population. */
  readonly hwe: number;
  readonly hweWithin: boolean;
  readonly takesX: boolean;
}

export interface AssociationLine<Options extends AssociationOptions = AssociationOptions> {
  readonly model: AssociationModel;
  work(): Promise<{ readonly work: AssociationWorkOf<Options> }>;
  Form?(): Promise<AssociationFormModule<Options>>;
}
// Methods, so that the work of any one model is that of some model.
export type AssociationWorkOf<Options extends AssociationOptions = AssociationOptions> = {
  scan(task: AssociationTask<Options>): Promise<Result<AssociationAnswer, Failure>>;
  /** Calls of plink, GEMMA and R that answer the same. */
  calls(options: Options, asked: AskedCalls): readonly string[];
};

export const defineAssociationModel = <Schema extends z.ZodType<AssociationOptions>>(
  model: Omit<AssociationModel, "axis" | "schema"> & { readonly schema: Schema },
): AssociationModel & { readonly schema: Schema } => ({ ...model, axis: "association" });
