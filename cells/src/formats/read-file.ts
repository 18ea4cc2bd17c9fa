// A file of any format that GenomeCraft loads, as its content: a table, or the rows of a matrix. Recognises, unpacks and
// hands over to the reader of the format. Used by the load kind and by `inspect`.

import type { ByteSource } from "../base/byte-source.ts";
import { FailureError, failure } from "../base/failure.ts";
import type { Inflate, SqlEngine } from "../contract/engines.ts";
import {
  type DelimitedFile,
  type DelimitedSource,
  readDelimited,
  type ReadDelimitedOptions,
} from "./delimited/read-delimited.ts";
import { inflateGzip, isGzip } from "./gzip.ts";
import { readJsonLines } from "./json-lines.ts";
import { otherEnding } from "./other-ending.ts";
import { loadable, recognise, type Recognised } from "./recognise.ts";
import { type ExcelSheet, readExcel } from "./xlsx.ts";

export interface FileContent {
  readonly recognised: Recognised;
  readonly compression: "none" | "gzip" | "bgzf";
  readonly content: DelimitedFile["content"];
  /** Of delimited text and Excel sheets. */
  readonly delimited: DelimitedFile | null;
  readonly excel: ExcelSheet | null;
  lineOf(row: number): number;
  readonly whole: boolean;
}

export interface ReadFileOptions extends ReadDelimitedOptions {
  readonly sheet?: string | null;
  readonly sql?: SqlEngine | null;
  readonly inflate?: Inflate | undefined;
}

/** Workbooks and Parquet are read whole; beyond this they are refused. */
const largestWhole = 1 << 30;

export async function readFile(source: ByteSource, name: string, options: ReadFileOptions = {}): Promise<FileContent> {
  const { recognised, compression, open, fraction } = await openFile(source, name, options.inflate);
  const { format } = recognised;
  const bytes = async (): Promise<Uint8Array> => {
    if (source.size > largestWhole) throw new FailureError(failure("load.file-too-large", { name, format }));
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of open()) {
      options.signal?.throwIfAborted();
      chunks.push(chunk.slice());
      size += chunk.length;
    }
    const all = new Uint8Array(size);
    let at = 0;
    for (const chunk of chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  };
  const common = { recognised, compression, excel: null, delimited: null, lineOf: (row: number) => row + 1, whole: true };
  switch (format) {
    case "xlsx": {
      const excel = await readExcel(await bytes(), options.sheet ?? null);
      const delimited = await readDelimited(
        {
          open: async function* () {
            yield excel.text;
          },
          fraction: () => null,
        },
        { ...options, delimiter: "," },
      );
      return { ...common, excel, delimited, content: delimited.content, lineOf: delimited.lineOf, whole: delimited.whole };
    }
    case "parquet": {
      if (!options.sql) throw new FailureError(failure("load.no-engine", { format: "Parquet" }));
      const table = await options.sql.readParquet(await bytes());
      if (!table.ok) throw new FailureError(table.error);
      return { ...common, content: { shape: "table", table: table.value } };
    }
    case "jsonl": {
      return { ...common, content: { shape: "table", table: await readJsonLines(open(), options.signal) } };
    }
    case "csv":
    case "tsv":
    case "delimited":
    case "text": {
      const delimited = await readDelimited({ open, fraction }, options).catch((error: unknown) => {
        const other = otherEnding(name, recognised.format, compression);
        if (!(error instanceof FailureError) || !other?.isOfBytes) throw error;
        throw new FailureError(failure("load.text-inside", { name, ending: other.ending }), { cause: error });
      });
      return { ...common, delimited, content: delimited.content, lineOf: delimited.lineOf, whole: delimited.whole };
    }
    default:
      throw new FailureError(refusalOf(format, name));
  }
}

export interface OpenedFile {
  readonly recognised: Recognised;
  readonly compression: FileContent["compression"];
  /** The unpacked bytes, from the beginning. */
  readonly open: DelimitedSource["open"];
  readonly fraction: DelimitedSource["fraction"];
}

export async function openFile(source: ByteSource, name: string, inflate: Inflate = inflateGzip): Promise<OpenedFile> {
  const head = await source.read(0, Math.min(source.size, 1 << 16));
  let read = 0;
  const plain = async function* (): AsyncIterable<Uint8Array> {
    read = 0;
    for await (const chunk of source.stream()) {
      read += chunk.length;
      yield chunk;
    }
  };
  const fraction = (): number | null => (source.size > 0 ? read / source.size : null);
  if (!isGzip(head)) {
    // Names of the streams of a compound file stand anywhere in it.
    const enough = head[0] === 0xd0 && head[1] === 0xcf ? await source.read(0, Math.min(source.size, 1 << 26)) : head;
    return { recognised: recognise(enough, name), compression: "none", open: plain, fraction };
  }
  const open = (): AsyncIterable<Uint8Array> => inflate(plain());
  const beginning: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of open()) {
    beginning.push(chunk);
    size += chunk.length;
    if (size >= 1 << 16) break;
  }
  const inner = new Uint8Array(size);
  let at = 0;
  for (const chunk of beginning) {
    inner.set(chunk, at);
    at += chunk.length;
  }
  const isBlocked = ((head[3] ?? 0) & 4) !== 0 && head[12] === 0x42 && head[13] === 0x43;
  return {
    recognised: recognise(inner, name.replace(/\.b?gz$/i, "")),
    compression: isBlocked ? "bgzf" : "gzip",
    open,
    fraction,
  };
}

function refusalOf(format: Recognised["format"], name: string) {
  switch (format) {
    case "empty":
      return failure("load.empty", { name });
    case "xls":
      return failure("load.xls", { name });
    case "xlsx-encrypted":
      return failure("load.excel-encrypted", { name });
    case "binary":
      return failure("load.binary", { name });
    case "zip":
      return failure("load.zip", { name });
    case "gzip":
      return failure("load.packed-twice", { name });
    case "html":
    case "xml":
      return failure("load.markup", { name, format: format === "html" ? "HTML" : "XML" });
    case "utf16":
      return failure("load.utf16", { name });
    default:
      return failure(loadable.has(format) ? "load.no-engine" : "load.not-loaded-yet", { name, format });
  }
}
