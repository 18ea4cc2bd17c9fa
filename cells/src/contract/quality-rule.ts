// What every rule of quality must say: one folder a rule in quality/, one line in quality-rules.ts. A rule measures something of
// each sample of a matrix, each column of a table, or of the data set, and judges it by a threshold that stands in the spec; what
// fails says by which value and which threshold, and which step would mend it. It changes nothing.

import type { z } from "zod";
import type { Assay, Column, Table, TextColumn } from "../artifacts/artifact.ts";
import type { MessageKey } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";
import type { Words } from "../messages/define-words.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { Variant } from "./identity.ts";

/** Worse ones later. */
export const levels = ["pass", "warn", "fail"] as const;
export type Level = (typeof levels)[number];

/**
 * What a rule looks at: how much of each feature there is, or which alleles each sample carries at each site, in a matrix; or the
 * columns and rows of a table.
 */
export type QualitySubject = "expression" | "genotypes" | "table";

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
  /** Each sample is one cell, as somebody chose or as it looks. */
  readonly isCells: boolean;
  /** No logarithms were taken of the values, and they are no counts: CPM, intensities. */
  readonly isLinear: boolean;
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

/** Columns of a table by what they say, where one says it; as somebody chose, else as their meanings tell. */
export interface TableColumns {
  /** What a model would tell. */
  readonly outcome: Column | null;
  /** What is compared. */
  readonly group: Column | null;
  /** Lab, batch, centre. */
  readonly batch: Column | null;
}

export interface TableData {
  readonly table: Table;
  readonly columns: TableColumns;
  /** What is known of the column at that place; made once, when a rule first asks. */
  at(place: number): ColumnFacts;
}

export interface ColumnFacts {
  readonly column: Column;
  readonly place: number;
  readonly missing: number;
  /** Its different values, where they are not too many to be compared as categories; null where they are. */
  levels(): Levels | null;
  /** Numbers with NaN where one is missing; null where it holds texts or flags. */
  numbers(): Float64Array | null;
  /** By its meaning the rows are told apart by it, or called by it: its values say nothing else. */
  readonly isName: boolean;
}

export interface Levels {
  /** As texts, in the order in which they come. */
  readonly texts: readonly string[];
  readonly counts: readonly number[];
  /** Of each row its place among them, -1: missing. */
  readonly of: Int32Array;
}

export interface Measure {
  /** Of the column that keeps it, such as library_size; unique over all rules. */
  readonly name: string;
  /** One for each sample of a matrix, for each column of a table; NaN: it has none. */
  readonly values: Float64Array;
  readonly unit?: string;
}

/** What every verdict says, whatever it is said of. */
export interface Concluded {
  readonly level: "warn" | "fail";
  /** The value, and what it may be. */
  readonly value: number | null;
  readonly threshold: number | null;
  /** What is wrong, in a sentence that says value and threshold. */
  readonly says: Sentence;
  /** The step of a chain on the same data that would mend it. */
  readonly step?: JsonObject;
}

/** Of a matrix. */
export interface Verdict extends Concluded {
  /** Places of the samples that it is said of; none: the whole data set. */
  readonly samples: readonly number[];
}

export interface TableVerdict extends Concluded {
  /** Places of the columns that it is said of; none: rows, or the whole table. */
  readonly columns: readonly number[];
  /** Places of the rows that it is said of. Absent: of none by itself. */
  readonly rows?: readonly number[];
}

/** What rules of a subject are given, and what they conclude. */
interface Subjects {
  readonly expression: { readonly data: QualityData; readonly verdict: Verdict };
  readonly genotypes: { readonly data: QualityData; readonly verdict: Verdict };
  readonly table: { readonly data: TableData; readonly verdict: TableVerdict };
}
export type DataOf<Of extends QualitySubject> = Subjects[Of]["data"];

export interface Judged<Of extends QualitySubject = "expression" | "genotypes"> {
  readonly measures: readonly Measure[];
  readonly verdicts: readonly Subjects[Of]["verdict"][];
  /** What was found of the whole data set, whether it is doubtful or not: no names and no values of single samples. */
  readonly notes?: readonly Sentence[];
}

/** Either its measures and verdicts, or why it has nothing to say of these data. */
export type QualityAnswer<Of extends QualitySubject = "expression" | "genotypes"> = Judged<Of> | { readonly lacks: Sentence };

/** Numbers, and choices of one word among few. */
export type Thresholds = z.ZodObject<{ readonly [field: string]: z.ZodType<number | string> }, z.core.$strict>;

export interface QualityRule<Schema extends Thresholds = Thresholds, Of extends QualitySubject = QualitySubject>
  extends Variant<"quality"> {
  /** Of other data it has nothing to say, and is not asked. */
  readonly of: Of;
  /** "only": it judges single cells, and nothing else; "also": cells, too. Absent: of cells it is not asked. */
  readonly ofCells?: "only" | "also";
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
export interface Judge<Settings, Of extends QualitySubject> {
  judge(data: DataOf<Of>, settings: Settings): QualityAnswer<Of>;
}
export type JudgeOf<Rule extends QualityRule> = Judge<z.output<Rule["settings"]>, Rule["of"]>;

export interface ListedRule<Rule extends QualityRule = QualityRule> {
  readonly rule: Rule;
  judge(): Promise<{ readonly judge: JudgeOf<Rule> }>;
}

export const defineRule = <Schema extends Thresholds, Of extends QualitySubject>(
  rule: Omit<QualityRule<Schema, Of>, "axis">,
): QualityRule<Schema, Of> => ({
  ...rule,
  axis: "quality",
});

export const isRuleOf = <Of extends QualitySubject>(
  listed: ListedRule,
  subject: Of,
): listed is ListedRule<QualityRule<Thresholds, Of>> => listed.rule.of === subject;

/** By which rules the samples of a matrix of that scale are judged. */
export const subjectOf = (scale: unknown): "expression" | "genotypes" => (scale === "dosage" ? "genotypes" : "expression");
