// What is told of a file before anybody loads it: of it and of each sheet of a workbook. Made by inspect.ts.

import type { ArtifactType } from "../artifacts/artifact.ts";
import type { Json } from "../base/json.ts";
import type { InspectedColumn, Issue } from "../contract/format.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { FileKeys } from "./match-files.ts";
import type { Compression } from "../base/compressions.ts";
import type { Alternative } from "./recognise.ts";

/** What is in a file, or in one sheet of a workbook. */
export interface Seen {
  /** Of a workbook: the sheet that was looked into. */
  readonly sheet: string | null;
  /** Of a file of an archive: its own format. */
  readonly format?: string;
  /** The sheet is hidden in the program that wrote it. */
  readonly isHidden: boolean;
  readonly why: readonly Sentence[];
  /** What loading it with nothing set would give; null when it cannot be loaded. */
  readonly artifact: ArtifactType | null;
  /** As its summary has it: of a table [rows, columns], of a matrix [features, samples]. */
  readonly shape: readonly number[];
  readonly samplesIn: "columns" | "rows" | null;
  /** The first 1,000. */
  readonly columns: readonly InspectedColumn[];
  readonly issues: readonly Issue[];
  /** The first five rows of at most 30 columns, as they stand in the file. */
  readonly preview: { readonly columns: readonly string[]; readonly rows: readonly (readonly Json[])[] };
  /** Names by which files are matched (match-files.ts); not shown. */
  readonly keys: FileKeys;
}

export interface Inspection extends Seen {
  readonly file: string;
  /** Of the list of known formats. */
  readonly format: string;
  readonly confidence: number;
  readonly compression: Compression;
  /** As the file says it. */
  readonly version: string | null;
  readonly alternatives: readonly Alternative[];
  /** Nothing tells it from the first alternative: whoever loads it has to say. */
  readonly isTie: boolean;
  /** Of a workbook: all of them. */
  readonly sheets: readonly string[];
  /** The sheets beside the one that is read where none is named, in the order of `sheets`; at most 99. */
  readonly others: readonly Seen[];
}

/** Each thing that a cell may load: the file, or each sheet of it that was looked into. */
export const eachSheet = (inspection: Inspection): readonly Inspection[] => [
  { ...inspection, others: [] },
  ...inspection.others.map((seen) => ({ ...inspection, ...seen, others: [] })),
];
