// The seven kinds of immutable result, as they are in memory. Their digests are over content (digest-of-artifact.ts),
// never over an encoding; how they are written as bytes is bytes-of-*.ts. Nobody mutates an artifact.

import type { Json, JsonObject } from "../base/json.ts";
import type { Category, Semantic } from "./semantics.ts";

export type { Category, Semantic } from "./semantics.ts";

/** A type's folder, card and code are in types/; the compiler names the list that lacks it. */
export type Artifact = Table | Assay | Model | Figure | Report | Value | IndexedFile;
export type ArtifactType = Artifact["type"];

// ---- table ----------------------------------------------------------------------------------------------------------

/**
 * One column. `valid` is one byte a row (1 present, 0 missing) or null when nothing is missing. A missing row holds 0,
 * false or "" in its values, so that equal content has equal bytes. What is not a number (0/0, NaN in a file)
 * is missing: a column holds no NaN, but for those of before 0.1.0.
 */
export type Column = NumberColumn | IntegerColumn | BooleanColumn | TextColumn;
interface ColumnBase {
  readonly name: string;
  readonly semantic?: Semantic;
  /** Of columns, where it is another than that of its meaning (artifacts/semantics.ts). */
  readonly category?: Category;
  /** It tells individuals apart by what was found in it, whatever it was called since: nobody opens it by another meaning. */
  readonly closed?: boolean;
  /** Unit as written on an axis: "log2 CPM", "counts". */
  readonly unit?: string;
  /** Of a column of chromosomes: the reference build in which its places are, by its name in artifacts/builds ("GRCh38"). */
  readonly build?: string;
  /**
   * Of a column of starts or positions: the number of a chromosome's first base, as its format counts. 0: [start, end) of BED;
   * 1: [start, end] of GFF, SAM and VCF. Whoever computes with places asks artifacts/places.ts, which answers [start, end) from 0.
   */
  readonly origin?: 0 | 1;
  readonly valid: Uint8Array | null;
}
export interface NumberColumn extends ColumnBase {
  readonly type: "float64";
  readonly values: Float64Array;
}
export interface IntegerColumn extends ColumnBase {
  readonly type: "int32";
  readonly values: Int32Array;
}
/** One byte a row: 0 or 1. */
export interface BooleanColumn extends ColumnBase {
  readonly type: "boolean";
  readonly values: Uint8Array;
}
/** Dictionary-encoded: row i reads `dictionary[codes[i]]`. The order of the dictionary carries no meaning. Dates are ISO text. */
export interface TextColumn extends ColumnBase {
  readonly type: "text";
  readonly codes: Int32Array;
  readonly dictionary: readonly string[];
}

export interface Table {
  readonly type: "table";
  readonly rowCount: number;
  /** Names are unique. Any text is a name, `__proto__` too: look columns up with `columnOf`, never as a property. */
  readonly columns: readonly Column[];
}

// ---- assay ----------------------------------------------------------------------------------------------------------

/** Features x samples. On the screen: "matrix". */
export interface Assay {
  readonly type: "assay";
  readonly featureCount: number;
  readonly sampleCount: number;
  readonly values: MatrixValues;
  /** Further matrices of the same shape, by unique names (AnnData's layers, phase and depth of genotypes). Absent: none. */
  readonly layers?: readonly Layer[];
  /** One row per feature; its first column is the unique feature id (text). */
  readonly features: Table;
  /** One row per sample; its first column is the unique sample id (text); further columns are the annotation. */
  readonly samples: Table;
  /** What the numbers are: decides which steps are offered. */
  readonly scale: "counts" | "cpm" | "tpm" | "fpkm" | "log2-cpm" | "log2" | "log10" | "ln" | "z-score" | "dosage" | "unknown";
  /** What a feature is called: "gene", "probe", "feature". */
  readonly featureNoun: string;
  /** Columns of the samples whose effects were taken out of the values: for pictures, barred from tests. Absent: none were. */
  readonly withoutEffectsOf?: readonly string[];
}
export type MatrixValues = DenseValues | SparseValues | ByteValues;
export interface Layer {
  readonly name: string;
  readonly values: MatrixValues;
}
/** Row-major: feature f, sample s at `data[f * sampleCount + s]`. NaN is a missing value. */
export interface DenseValues {
  readonly layout: "dense";
  readonly data: Float32Array;
}
/** Row-major like dense ones; whole numbers from -127 to 127, `missingByte` is a missing value. Dosages of genotypes. */
export interface ByteValues {
  readonly layout: "bytes";
  readonly data: Int8Array;
}
export const missingByte = -128;
/** Compressed by sample (column): rows of sample s are `featureIndex[offsets[s] .. offsets[s+1])`, ascending. */
export interface SparseValues {
  readonly layout: "sparse";
  readonly offsets: Int32Array;
  readonly featureIndex: Int32Array;
  readonly data: Float32Array;
}

// ---- model ----------------------------------------------------------------------------------------------------------

export interface Model {
  readonly type: "model";
  readonly onnx: Uint8Array;
  readonly card: ModelCard;
}
export type ModelCard = {
  readonly task: "classification";
  readonly algorithm: string;
  /** Inputs in the model's order: one tensor [n, features.length] named `inputName`, of the type that the file says. */
  readonly inputName: string;
  /** `mean` and `sd`: of the rows of the training. Absent in models of before. */
  readonly features: readonly { readonly name: string; readonly unit?: string; readonly mean?: number; readonly sd?: number }[];
  readonly target: string;
  /** Classes in the order of the probabilities. */
  readonly classes: readonly string[];
  readonly labelOutput: string;
  readonly probabilityOutput: string;
  readonly seed: number | null;
  /** `mark`: one number for the set of rows, by which they are known when they come again. Absent in models of before. */
  readonly trainedOn: { readonly rows: number; readonly source: string; readonly mark?: string };
  readonly metrics: JsonObject;
  /** Steps that are done before it (a fitted chain): what the file takes is what they make. It quotes rows. Absent: none. */
  readonly prepare?: JsonObject;
  /** What its training had to say (an optimiser that did not converge). Absent: nothing. */
  readonly notes?: readonly { readonly key: string; readonly params: JsonObject }[];
};

// ---- figure, report, value ------------------------------------------------------------------------------------------

/** Plotly JSON: typed arrays as {dtype, bdata}; holds only what is drawn. Colours are left to the reader's theme (see kinds/chart). */
export type Figure = {
  readonly type: "figure";
  readonly data: readonly JsonObject[];
  readonly layout: JsonObject;
  /** Text alternative: what the figure shows, in a sentence or two. */
  readonly alt: string;
  /** Number of drawn marks. */
  readonly marks: number;
};

/** Metrics, verdicts and small tables of results as validated JSON; `report` names the shape ("profile", "cross-validation"). */
export type Report = {
  readonly type: "report";
  readonly report: string;
  readonly body: JsonObject;
};

export type Value = {
  readonly type: "value";
  readonly value: Json;
};

// ---- file -----------------------------------------------------------------------------------------------------------

/**
 * A file that stays a file and is read by range: alignments, tracks, variants with an index, large reads. Cells are given its
 * bytes by its digest (ExecuteContext.fileOf), encrypted at rest as any data set's.
 */
export interface IndexedFile {
  readonly type: "file";
  /** Of the list of formats. */
  readonly format: string;
  /** The bytes: sha256 of the data set's file, a set's where it is a part of one, and the name of the part. */
  readonly file: { readonly digest: string; readonly name: string; readonly size: number };
  readonly part: string | null;
  /** The part, or what stands at its own end, by which places are found. Null: it is read from its beginning. */
  readonly index: string | null;
  /** As text, its first 1 MB. */
  readonly header: string;
  /** Sequences of the reference in the file's own order: name, length, then what the format knows (records, bytes). */
  readonly contigs: Table;
  /** Samples or read groups that it names. */
  readonly samples: readonly string[];
  /** Reference build by its name in artifacts/builds; null: not known. */
  readonly build: string | null;
  /** Numbers that its format tells without being read: records, mapped, resolution. */
  readonly facts: JsonObject;
}

/** What travels with a digest: enough for a line in the outline, never rows. */
export type ArtifactSummary = {
  readonly type: ArtifactType;
  /** table: [rows, columns]; assay: [features, samples]; model: [features]; figure: [marks]; others: []. */
  readonly shape: readonly number[];
  /** Table: its columns. Assay: the columns of its samples. Restricted like the data itself. */
  readonly columns?: readonly {
    readonly name: string;
    readonly type: Column["type"];
    readonly semantic?: Semantic;
    readonly category?: Category;
    readonly closed?: boolean;
    /** What a column of groups holds, in natural order, where that is little: by this a notebook keeps value -> colour. */
    readonly levels?: readonly string[];
    /** Rows that share one value at most, counted where a column may name individuals. */
    readonly most?: number;
  }[];
  /** Value: the value itself when under 64 KB. Figure: its text alternative. Assay: scale and feature noun. */
  readonly detail?: JsonObject;
};
