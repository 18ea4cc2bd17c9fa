// The contract of a file format. One folder a format, formats/<name>/, with format.ts (this card: data, words and how it is
// recognised), read.ts (reading), look.ts (a glance at files too large to be read for one; optional), check.ts (the
// rules of its standard, contract/check.ts; optional), words.ts, cases.ts (what its contract suite runs). The list is formats.ts. Formats that are recognised and
// not loaded yet stand in formats/named/.

import type { Artifact, ArtifactType, Category, Column, IndexedFile, Table } from "../artifacts/artifact.ts";
import type { BuildName } from "../artifacts/builds.ts";
import type { ByteSource } from "../base/byte-source.ts";
import type { MessageKey } from "../base/failure.ts";
import type { Json, JsonObject, JsonPath } from "../base/json.ts";
import type { Locale } from "../messages/locale.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { Finding, Rules } from "./check.ts";
import type { Engines, Inflate } from "./engines.ts";
import type { Variant } from "./identity.ts";

// ---- what a file is -------------------------------------------------------------------------------------------------

/** The beginning of a file, unpacked. */
export interface FileHead {
  readonly bytes: Uint8Array;
  /** It is all of the file. */
  readonly isWhole: boolean;
  /** Null where the bytes are no text in UTF-8. */
  readonly text: string | null;
  /** Lines of the text that are whole, empty ones left out. */
  readonly lines: readonly string[];
  /** In small letters, without the ending of what packed it. "" is a name. */
  readonly name: string;
  /** Of a file that holds others (HDF5): names at its top, and "group/name" below them; null: none, or they are not told. */
  readonly inside: readonly string[] | null;
  /** Of files that belong together (a folder, an archive): each by its own beginning. Null: it is one file. */
  readonly parts: readonly FileHead[] | null;
}

export interface Sniffed {
  /** 1 for a signature, less for a guess from text. 0: nothing speaks for it, yet it can be read so. */
  readonly confidence: number;
  /** The reason. */
  readonly why: MessageKey;
  /** What the reason names. */
  readonly params?: JsonObject;
  /** Of the format, as its files say it ("4.2"). */
  readonly version?: string;
}

/** A format as recognition knows it. */
export interface KnownFormat {
  /** Unique; stands in specs, in the API and in sentences. */
  readonly name: string;
  /** Of file names, small, with their dot; the one by which it usually goes first. */
  readonly endings: readonly string[];
  /** Files of it are text: a file of another format under its ending may be text, too. */
  readonly isText: boolean;
  /** Its files are packed in blocks themselves: that is no packing of which a name says anything. */
  readonly isPacked?: true;
  /**
   * Where another such format is as likely, nobody but a person can tell them apart, and she is asked. Absent: the one that
   * stands first in the list is taken.
   */
  readonly isAsked?: boolean;
  /** Null: the file cannot be of this format. */
  sniff(head: FileHead): Sniffed | null;
}

/** Recognised, not loaded. */
export interface NamedFormat extends KnownFormat {
  /** Why it is not loaded and what to do; absent: "not loaded yet". */
  readonly refusal?: MessageKey;
}

// ---- a format that is loaded ----------------------------------------------------------------------------------------

/** The marks in numbers; "auto": found from whole columns. */
export const decimals = ["auto", "point", "comma"] as const;
export const separatorsOfThousands = ["auto", "none", "comma", "point", "blank", "apostrophe"] as const;
export type Decimal = (typeof decimals)[number];
export type Thousands = (typeof separatorsOfThousands)[number];

/** Encodings of text, by their names in the WHATWG standard; all of them are in browsers and in Node. */
export const encodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1250",
  "windows-1251",
  "windows-1252",
  "iso-8859-2",
  "iso-8859-15",
  "macintosh",
  "koi8-r",
  "ibm866",
  "gb18030",
  "shift_jis",
] as const;
export type Encoding = (typeof encodings)[number];

/** Names of reference builds, which places may be of. */
export { buildNames } from "../artifacts/builds.ts";

/** Settings of the load kind that a reader may understand; null or the first choice is "as the file says". */
export interface ReadSettings {
  /** One character. */
  readonly delimiter: string | null;
  /** Whether the first row names the columns. */
  readonly header: boolean | null;
  readonly sheet: string | null;
  readonly ragged: "fail" | "fill";
  readonly encoding: Encoding | null;
  /** "none": a quote is a letter. */
  readonly quotes: "double" | "none";
  /** Lines above the names of the columns. */
  readonly skip: number | null;
  /** Rows that name the columns. */
  readonly headerRows: number | null;
  /** The first column holds names of rows and has no name itself. */
  readonly rowNames: boolean | null;
  readonly decimal: Decimal;
  readonly thousands: Thousands;
  /** Words for missing cells, in place of those that are known. */
  readonly missing: readonly string[] | null;
  /** Cells of a workbook that were merged into one: the first holds the value, or each gets it. */
  readonly merged: "first" | "fill";
  /** Of sequences; "auto": by their letters. */
  readonly alphabet: "auto" | "dna" | "rna" | "protein";
  /** How letters stand for qualities of reads; "auto": by their whole range. */
  readonly qualities: "auto" | "sanger" | "illumina-1.3" | "illumina-1.5" | "solexa";
  /** So many records (reads, sequences) from the beginning; null: all. */
  readonly records: number | null;
  /** Further numbers of each sample, by the names that the format has for them, as layers of a matrix. */
  readonly layers: readonly string[];
  /** Stretches that are like the reference, of a gVCF. */
  readonly blocks: "leave-out" | "keep";
  /** Reference build of its places, by its name in artifacts/builds. */
  readonly build: BuildName | null;
  /** The side of a matrix that holds samples, where its format leaves it open. */
  readonly samplesIn: "auto" | "columns" | "rows";
  /** Names that a matrix gives to several features or samples. */
  readonly duplicates: "fail" | "suffix";
  /** Which of the matrices that a file holds gives the values: a layer by its name. */
  readonly layer: string | null;
}
export type ReadSetting = keyof ReadSettings;
export const asTheFileSays: ReadSettings = {
  delimiter: null,
  header: null,
  sheet: null,
  ragged: "fail",
  encoding: null,
  quotes: "double",
  skip: null,
  headerRows: null,
  rowNames: null,
  decimal: "auto",
  thousands: "auto",
  missing: null,
  merged: "first",
  alphabet: "auto",
  qualities: "auto",
  records: null,
  layers: [],
  blocks: "leave-out",
  build: null,
  samplesIn: "auto",
  duplicates: "fail",
  layer: null,
};

/** What is given of them; of all others what stands for "as the file says". */
export const settingsIn = (given: Partial<ReadSettings>): ReadSettings =>
  (Object.keys(asTheFileSays) as ReadSetting[]).reduce<ReadSettings>(
    (settings, field) => (given[field] === undefined ? settings : { ...settings, [field]: given[field] }),
    asTheFileSays,
  );

export interface Format extends Variant<"format">, KnownFormat {
  /** `title`: what people call it. */
  readonly words: { say(key: "title", params: JsonObject, locale: Locale): string };
  /** What may come of it, the likeliest first, as far as it is told without reading. */
  readonly yields: readonly ArtifactType[];
  /** Read piece by piece from its beginning: files of any size, and the first pieces alone are enough for a look. */
  readonly isStreamed: boolean;
  /**
   * The format itself says what a file of it is: it is given whole, and nobody chooses whether rows are a table or a matrix, nor on
   * which side samples are.
   */
  readonly givesWhole?: true;
  readonly settings: readonly ReadSetting[];
  /** Bytes of memory without which none of it is read, for each byte of the (unpacked) file. */
  readonly memoryPerByte: number;
}

// ---- reading --------------------------------------------------------------------------------------------------------

export type Fix = { readonly path: JsonPath; readonly value: string | number | boolean | null | readonly string[] };
/** What is doubtful or wrong in a file. */
export type Issue = {
  /** Closed names that programs may rely on. */
  readonly rule: string;
  readonly severity: "error" | "warning" | "note";
  /** Line of the file (row of the sheet), from 1; null when it is about the whole file. */
  readonly line: number | null;
  readonly field: string | null;
  readonly message: Sentence;
  /** The setting of a load cell by which it is otherwise: of what was guessed the alternative, of what is refused an answer. */
  readonly fix?: Fix;
  /** The step below the load by which it is mended, as it stands in a chain (kind transform): {verb: "sort", by: …}. Safe alone. */
  readonly step?: JsonObject;
};

export interface MatrixContent {
  readonly shape: "matrix";
  /** Identifiers of the rows: the first column. */
  readonly ids: { readonly codes: Int32Array; readonly texts: readonly string[] };
  /** Name of the first column, and of the others as they stand in the file. */
  readonly corner: string;
  readonly names: readonly string[];
  /** rows x names.length, row-major, NaN where missing. */
  readonly data: Float32Array;
  readonly isCounts: boolean;
  /** How many whole numbers lost digits in 32 bits. */
  readonly rounded: number;
  /** The format says that it is a matrix, samples in columns, and what describes its rows and its samples: nothing is guessed. */
  readonly declared?: { readonly rows: readonly Column[]; readonly samples: readonly Column[] };
}
/** Rows, of which the load kind makes a table or a matrix. */
export type RowsContent = { readonly shape: "table"; readonly table: Table } | MatrixContent;
/** What is neither: loading gives it as it is, and a look says of it what its type says. */
export interface WholeContent {
  readonly shape: "whole";
  readonly artifact: Artifact;
}
export type Content = RowsContent | WholeContent;

export interface FileContent<C extends Content = Content> {
  readonly content: C;
  /** Names of the columns as they stand in the file; null where it has no line of names. */
  readonly header: readonly string[] | null;
  readonly issues: readonly Issue[];
  /** What was done on the way, for the log of a load. */
  readonly said: readonly Sentence[];
  /** Cells that the file itself keeps as dates among texts: once identifiers. Rows and columns from 1. */
  readonly turnedIntoDates: readonly { readonly row: number; readonly column: number; readonly shown: string }[];
  /** Line of the file, from 1, where a row (from 0) begins. */
  lineOf(row: number): number;
  /** False when `bytesWanted` ended the reading. */
  readonly whole: boolean;
  /** Of reads: what they are like, found on the way; the body of the report read-quality. */
  readonly quality?: JsonObject;
}

/** Files that belong together as one data set: a folder, an archive, files that were dropped together. */
export interface FileParts {
  /** Paths within it, in order. */
  readonly names: readonly string[];
  /** Bytes of one as they lie there, which may be packed; null: there is none of that name. */
  source(name: string): ByteSource | null;
  /** Its bytes without what it is packed with by itself (gzip, zstd, bzip2, xz); nothing where there is none of that name. */
  open(name: string): AsyncIterable<Uint8Array>;
}

export interface ReadTask {
  /** The file as it lies there, packed or not: for formats that are read by range. */
  readonly source: ByteSource;
  /** What `open` gives, by range; null where it is packed or written in another encoding than UTF-8. */
  readonly ranges: ByteSource | null;
  /** What it is made of, where it is several files. */
  readonly parts: FileParts | null;
  /** Of what lies in an archive: the path of the file in it, or of the folder of the parts ("" or with its "/"). Null: it is a file. */
  readonly at: string | null;
  /** Of a file that lies in an archive and is no set: all that is in it, an index beside it for one. */
  readonly beside: FileParts | null;
  /** sha256 of its bytes; null where nobody has made it (a look at a file on disk). For what stays a file. */
  readonly digest: string | null;
  readonly name: string;
  readonly settings: ReadSettings;
  /** "matrix" wants numbers in one array, "auto" where they look like a matrix, "table" never. */
  readonly matrix: "auto" | "matrix" | "table";
  /** Enough bytes of unpacked text; the rows that are complete by then are answered. Of formats that are streamed. */
  readonly bytesWanted: number;
  readonly engines: Pick<Engines, "sql" | "secondCore">;
  readonly signal?: AbortSignal;
  /** The bytes (unpacked), from the beginning, each time it is called. */
  open(): AsyncIterable<Uint8Array>;
  /** All of them; refused where they are too many. */
  bytes(): Promise<Uint8Array>;
  /** Share of the file that has been read, 0..1, or null when its size is unknown. */
  fraction(): number | null;
  progress?(fraction: number | null): void;
}

/** Faults of the file are failures (base/failure.ts) with the line in their params; what is doubtful is an issue. */
export type Read = (task: ReadTask) => Promise<FileContent>;

/** Of a format whose files hold several tables: each of them, where the file is taken apart once. */
export interface Sheet {
  readonly name: string;
  /** In the program that wrote it. */
  readonly isHidden: boolean;
  readonly read: Read;
}
/**
 * In the order in which they are offered: the first is the one that is read where none is named. `bytes`: of the file; of a data
 * set of several files there are none, and `task` has its parts.
 */
export type OpenSheets = (bytes: Uint8Array, task: ReadTask) => Promise<readonly Sheet[]>;

export type InspectedColumn = {
  readonly name: string;
  readonly type: Column["type"];
  readonly semantic: string;
  readonly category: Category;
  /** Share of its values (of the different texts) that look as that meaning has them, and of how many; null: any would. */
  readonly share: number | null;
  readonly of: number;
  readonly missing: number;
  readonly distinct: number | null;
};

/** What can be told of a large file without reading it. */
export interface Glance {
  readonly artifact: ArtifactType;
  readonly shape: readonly number[];
  readonly columns: readonly InspectedColumn[];
  readonly preview: { readonly columns: readonly string[]; readonly rows: readonly (readonly Json[])[] };
}
export type Look = (source: ByteSource) => Promise<Glance>;

export interface CheckTask
  extends Pick<ReadTask, "source" | "parts" | "at" | "beside" | "name" | "open" | "bytes" | "signal" | "progress" | "fraction"> {
  /** Of the format, as the file says it. */
  readonly version: string | null;
  /** Absent: what is packed is unpacked on this thread. */
  readonly inflate?: Inflate | undefined;
  /** Of a rule of the checker's own. */
  report(finding: Finding): void;
}
/**
 * Exports of a format's check.ts. Text is read by lines with formats/parts/check/each-line.ts. What is true of any file is found
 * by whoever runs it (files/check-file.ts) and is no rule of a format: packed and cut short, not UTF-8, line ends mixed, empty.
 */
export interface Checker {
  readonly rules: Rules;
  /** Goes on after a finding. What cannot be read at all is a finding, too; a FailureError that it throws becomes one. */
  check(task: CheckTask): Promise<void>;
}

// ---- places in files that stay files ------------------------------------------------------------------------------

/** Bytes of a file that stays one, and of its index. */
export interface FileBytes {
  readonly file: ByteSource;
  /** Null: there is none, and it is read from its beginning. */
  readonly index: ByteSource | null;
  /** Absent: what is packed is unpacked on this thread. */
  readonly inflate?: Inflate | undefined;
}

export interface Place {
  /** By the name that the file has. */
  readonly contig: string;
  /** [start, end) from 0. */
  readonly start: number;
  readonly end: number;
}

export interface PlacesTask {
  readonly artifact: IndexedFile;
  readonly bytes: FileBytes;
  /** Of alignments: those below are left out. */
  readonly minQuality: number;
  /** Of alignments: those with any of these bits in their flag are left out. */
  readonly withoutFlags: number;
  readonly signal?: AbortSignal;
  progress?(fraction: number | null): void;
}

/** Records of a place, and how many there are. Null: they are more than `most`. */
export type ReadRegion = (
  task: PlacesTask & { readonly place: Place; readonly most: number },
) => Promise<{ readonly out: Artifact | null; readonly found: number }>;

/** Stretches of the reference in which bases of records stand, one record after the other. Each is [start, end) from 0. */
export interface CoveredBy {
  /** It is told groups and which records have more places; else both are passed over, which is faster. */
  readonly needsTags: boolean;
  /** A record begins. False: nothing more of it is wanted. */
  record(of: CoveringRecord): boolean;
  /** Bases of it. */
  covers(start: number, end: number): void;
}
/** One object, filled anew for each record. */
export interface CoveringRecord {
  /** Number of its sequence in the file's contigs. */
  contig: number;
  /** Number of its sample. */
  group: number;
  /** Its fragment lies on the reverse strand: of a pair's second read the other way round. */
  isReverse: boolean;
  /** It was aligned to other places as well. */
  isMultiple: boolean;
}
/** Of alignments: in a place, or in all of the file (null). Answers the names by whose numbers `group` is told. */
export type ReadCovered = (
  task: PlacesTask & { readonly place: Place | null; readonly by: CoveredBy },
) => Promise<{ readonly groups: readonly string[] }>;

/** What lies along a place, in bins of one length of which the last may be shorter. NaN: nothing is there. */
export interface Along {
  /** Bases. */
  readonly bin: number;
  readonly mean: Float64Array;
  /** Null: only means are known. */
  readonly min: Float64Array | null;
  readonly max: Float64Array | null;
}
/** Of a file that sums itself up for a look from afar: without reading all that lies in the place. */
export type ReadAlong = (
  task: Pick<PlacesTask, "artifact" | "bytes" | "signal" | "progress"> & { readonly place: Place; readonly bins: number },
) => Promise<Along>;

/** What of a file's places is read, where its format's files stay files. */
export interface PlacesReader {
  readonly region: ReadRegion;
  readonly covered?: ReadCovered;
  readonly along?: ReadAlong;
  /** How much of the file lies along a place, 1 as much as on average of its sequence: told by the index alone. */
  readonly estimated?: ReadAlong;
}

/** A line of the list: the card, and its code, loaded when first needed. */
export interface ListedFormat {
  readonly format: Format;
  read(): Promise<{ readonly read: Read }>;
  sheets?(): Promise<{ readonly openSheets: OpenSheets }>;
  look?(): Promise<{ readonly look: Look }>;
  /** Of files that stay files. */
  places?(): Promise<{ readonly places: PlacesReader }>;
  /** Its standard's rules, and the reading that holds a file to them. */
  check?(): Promise<Checker>;
}

export const defineFormat = <const Name extends string>(
  format: Omit<Format, "axis" | "name"> & { readonly name: Name },
): Format & { readonly name: Name } => ({ ...format, axis: "format" });
