// A name that says something else than the content: text called .xlsx, a workbook called .csv. Such files are read as
// what they are, and people are told.

import type { FileFormat } from "./recognise.ts";

const endings: readonly (readonly [RegExp, ReadonlySet<FileFormat>])[] = [
  [/\.(?:csv|tsv|tab|txt)$/i, new Set(["csv", "tsv", "delimited", "text"])],
  [/\.(?:xlsx|xlsm|xlsb)$/i, new Set(["xlsx", "xlsx-encrypted"])],
  [/\.xls$/i, new Set(["xls"])],
  [/\.(?:parquet|pq)$/i, new Set(["parquet"])],
  [/\.(?:jsonl|ndjson)$/i, new Set(["jsonl"])],
];

export interface OtherEnding {
  /** As it stands in the name, small: ".xlsx". */
  readonly ending: string;
  /** What it is instead: a format, "gzip" or "bgzf". */
  readonly content: string;
  /** Files with this ending hold no text. */
  readonly isOfBytes: boolean;
}

/** Null when name and content agree, or the name says nothing. */
export function otherEnding(name: string, format: FileFormat, compression: "none" | "gzip" | "bgzf"): OtherEnding | null {
  const packed = /\.b?gz$/i.exec(name)?.[0] ?? "";
  if (packed !== "" && compression === "none") return { ending: packed.toLowerCase(), content: format, isOfBytes: false };
  const inner = name.slice(0, name.length - packed.length);
  for (const [pattern, formats] of endings) {
    const ending = pattern.exec(inner)?.[0].toLowerCase();
    if (ending === undefined) continue;
    const isPackedUnsaid = packed === "" && compression !== "none";
    if (formats.has(format) && !isPackedUnsaid) return null;
    return { ending, content: isPackedUnsaid ? compression : format, isOfBytes: /^\.(?:xls|parquet|pq)/.test(ending) };
  }
  return null;
}
