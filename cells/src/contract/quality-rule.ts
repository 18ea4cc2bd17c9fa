// What every rule of quality must say: one folder a rule in quality/, one line in quality-rules.ts. A rule measures something of
// each sample or of the data set, and judges it by a threshold that stands in the spec; what fails says by which value and which
// threshold, and which step would mend it. It changes nothing.

import type { z } from "zod";
import type { Assay, Column, TextColumn } from "../artifacts/artifact.ts";
import type { MessageKey } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";
import type { Words } from "../messages/define-words.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { Variant } from "./identity.ts";

/** Worse ones later. */
export const levels = ["pass", "warn", "fail"] as const;
export type Level = (typeof levels)[number];

/** What a rule looks at: how much of each feature there is, or which alleles each sample carries at each site. */
export type QualitySubject = "expression" | "genotypes";

/** Columns of the samples by what they say, where one says it; as somebody chose, else as their meanings tell. */
export interface QualityColumns {
  readonly sex: Column | null;
  /** What is compared. */
  readonly group: Column | null;
  /** Lab, batch, centre. */
  readonly batch: Column | null;
}

export interface QualityData {
  readonly assay: Assay;
  readonly columns: QualityColumns;
  /** Counts over all features; null: these are no counts. */
  readonly librarySizes: Float64Array | null;
  /**
   * features x samples, row-major: log2(CPM + 1) of counts, values as they are of what is logs already, log2(x + 1) of what is
   * linear. NaN is missing.
   */
  logged(): Float64Array;
  /** Of each sample the first one with the same values of all features; itself where none has. */
  equal(): Int32Array;
  /** The features of largest variance on that scale, at most so many, as places among all features. */
  variable(most: number): Int32Array;
  /** Null: these are no copies of alleles. */
  readonly genotypes: Genotypes | null;
}

export { noCall, notDiploid } from "../artifacts/genotype-calls.ts";

export interface Genotypes {
  /** sites x samples, row-major: 0, 1 or 2 copies, `noCall` or `notDiploid`. */
  calls(): Int8Array;
  /** Of each site 1, but 0 on sex chromosomes and in mitochondria. */
  readonly autosomal: Uint8Array;
  /** The alleles of each site, where columns say them; `counted`: of which the copies are. Null where not. */
  readonly alleles: {
    readonly counted: TextColumn;
    readonly other: TextColumn;
    readonly countedIs: "alternative" | "either";
  } | null;
}

export interface Measure {
  /** Of the column that keeps it, such as library_size; unique over all rules. */
  readonly name: string;
  /** One for each sample; NaN: it has none. */
  readonly values: Float64Array;
  readonly unit?: string;
}

export interface Verdict {
  readonly level: "warn" | "fail";
  /** Places of the samples that it is said of; none: the whole data set. */
  readonly samples: readonly number[];
  /** The value, and what it may be. */
  readonly value: number | null;
  readonly threshold: number | null;
  /** What is wrong, in a sentence that says value and threshold. */
  readonly says: Sentence;
  /** The step of a chain on the same data that would mend it. */
  readonly step?: JsonObject;
}

export interface Judged {
  readonly measures: readonly Measure[];
  readonly verdicts: readonly Verdict[];
  /** What was found of the whole data set, whether it is doubtful or not: no names and no values of single samples. */
  readonly notes?: readonly Sentence[];
}

/** Either its measures and verdicts, or why it has nothing to say of these data. */
export type QualityAnswer = Judged | { readonly lacks: Sentence };

/** Numbers, and choices of one word among few. */
export type Thresholds = z.ZodObject<{ readonly [field: string]: z.ZodType<number | string> }, z.core.$strict>;

export interface QualityRule<Schema extends Thresholds = Thresholds> extends Variant<"quality"> {
  /** Of other matrices it has nothing to say, and is not asked. */
  readonly of: QualitySubject;
  /** Thresholds with defaults, each with title and description. */
  readonly settings: Schema;
  /** What its form calls them. */
  readonly labels: { readonly [field in keyof z.output<Schema>]: MessageKey };
  /** What its form calls the words of a choice. */
  readonly choices?: { readonly [field in keyof z.output<Schema>]?: { readonly [choice: string]: MessageKey } };
  /** "title": what it is about; "does": what it measures and why it matters, in a sentence. */
  readonly words: Words<string, "title" | "does">;
}

/** Methods, so that the work of any one rule is work of some rule. */
export interface Judge<Settings> {
  judge(data: QualityData, settings: Settings): QualityAnswer;
}
export type JudgeOf<Rule extends QualityRule> = Judge<z.output<Rule["settings"]>>;

export interface ListedRule<Rule extends QualityRule = QualityRule> {
  readonly rule: Rule;
  judge(): Promise<{ readonly judge: JudgeOf<Rule> }>;
}

export const defineRule = <Schema extends Thresholds>(rule: Omit<QualityRule<Schema>, "axis">): QualityRule<Schema> => ({
  ...rule,
  axis: "quality",
});

/** By which rules the samples of a matrix of that scale are judged. */
export const subjectOf = (scale: unknown): QualityRule["of"] => (scale === "dosage" ? "genotypes" : "expression");
