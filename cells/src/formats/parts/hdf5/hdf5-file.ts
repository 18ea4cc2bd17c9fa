// An HDF5 file, opened in memory by h5wasm (4 MB, loaded when the first such file is read) and read by path. Nothing of what it
// says of sizes is believed: shapes are weighed against the bytes that are there before memory is asked for.

import { FailureError } from "../../../base/failure.ts";
import type { JsonObject } from "../../../base/json.ts";
import type { ReadTask } from "../../../contract/format.ts";
import { isHdf5 } from "./names-inside.ts";
import { refuseEndlessHeaps } from "./refuse-circles.ts";
import { words } from "./words.ts";

type Wasm = typeof import("h5wasm");
type WasmGroup = InstanceType<Wasm["Group"]>;
type WasmDataset = InstanceType<Wasm["Dataset"]>;

export type Numbers = Float64Array | Float32Array | Int32Array | Int16Array | Int8Array | Uint32Array | Uint16Array | Uint8Array;
/** An attribute, as far as it is plain. */
export type Attribute = string | number | readonly string[] | readonly number[];

export interface Hdf5Dataset {
  readonly path: string;
  /** [] is one value. */
  readonly shape: readonly number[];
  readonly holds: "whole" | "fraction" | "text" | "boolean" | "other";
  attribute(name: string): Attribute | null;
  /** Whole numbers of 64 bits become doubles. Fails where it holds no numbers (booleans are 0 and 1). */
  numbers(): Numbers;
  /** Rows [from, to) of its first side. */
  rows(from: number, to: number): Numbers;
  texts(): readonly string[];
  /** Path of what an attribute refers to; null: it refers to nothing. */
  referred(attribute: string): string | null;
}
export interface Hdf5Group {
  readonly path: string;
  names(): readonly string[];
  group(name: string): Hdf5Group | null;
  dataset(name: string): Hdf5Dataset | null;
  attribute(name: string): Attribute | null;
}

/** Of Emscripten's file system: no copy is made. Its types do not know it. */
const owned: object = { canOwn: true };
/** It lies in memory while it is read. */
export const largestFile = 1 << 30;
let next = 0;

/** What `use` makes of the file's root. The file is gone from memory behind it. */
export async function withHdf5<T>(task: Pick<ReadTask, "source" | "bytes" | "name">, use: (root: Hdf5Group) => T): Promise<T> {
  if (task.source.size > largestFile) words.fail("file-too-large", { name: task.name });
  const bytes = await task.bytes();
  if (!isHdf5(bytes)) words.fail("damaged", { detail: "its first bytes are not those of HDF5" });
  refuseEndlessHeaps(bytes);
  const wasm = await import("h5wasm");
  const module = await wasm.ready;
  module.activate_throwing_error_handler();
  const path = `/file${next++}.h5`;
  try {
    // It is not written again: the bytes themselves are the file.
    module.FS.writeFile(path, bytes, owned);
    const file = new wasm.File(path, "r");
    try {
      return use(groupOf(wasm, file, bytes.length));
    } finally {
      file.close();
    }
  } catch (error) {
    if (error instanceof FailureError) throw error;
    throw new FailureError(words.failure("damaged", { detail: detailOf(error) }), { cause: error });
  } finally {
    module.FS.unlink(path);
  }
}

/** What HDF5 itself says, the innermost of its sentences: "#003: H5Ocache.c line 12 in f(): bad object header". */
function detailOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text.split("\n").flatMap((line) => /#\d+: .*?\(\): (.+)/.exec(line)?.[1] ?? []);
  return (lines.at(-1) ?? text.split("\n", 1)[0] ?? "").trim().slice(0, 160);
}

function groupOf(wasm: Wasm, group: WasmGroup, size: number): Hdf5Group {
  const entity = (name: string) => (group.keys().includes(name) ? group.get(name) : null);
  return {
    path: group.path,
    names: () => group.keys(),
    attribute: (name) => attributeOf(group, name),
    group: (name) => {
      const found = entity(name);
      return found instanceof wasm.Group ? groupOf(wasm, found, size) : null;
    },
    dataset: (name) => {
      const found = entity(name);
      return found instanceof wasm.Dataset ? datasetOf(wasm, found, size) : null;
    },
  };
}

function attributeOf(of: WasmGroup | WasmDataset, name: string): Attribute | null {
  const found = of.attrs[name]?.value;
  if (typeof found === "string" || typeof found === "number") return found;
  if (typeof found === "bigint") return Number(found);
  if (typeof found === "boolean") return found ? 1 : 0;
  if (ArrayBuffer.isView(found)) return Array.from(found as Iterable<number | bigint>, Number);
  if (!Array.isArray(found)) return null;
  if (found.every((each): each is string => typeof each === "string")) return found;
  return found.every((each): each is number => typeof each === "number") ? found : null;
}

/** Deflate packs no more than 1,032 to one; what was never written takes no bytes, and is little. */
const bestPacking = 1100;
const little = 1 << 24;
/** Of one data set: what a matrix of 32 bits and its indices may take. */
const mostNumbers = 0x3fff_ffff;
const knownFilters = new Set([1, 2, 3, 4, 5, 6]);

function datasetOf(wasm: Wasm, dataset: WasmDataset, size: number): Hdf5Dataset {
  const { metadata, path } = dataset;
  const shape = metadata.shape ?? [];
  const count = shape.reduce((product, side) => product * side, 1);
  const what = path;
  const weigh = (): void => {
    const taken = count * Math.max(1, metadata.size);
    if (taken > size * bestPacking + little)
      words.fail("lies", { what, size: megabytes(taken), whole: megabytes(size) } satisfies JsonObject);
    if (count > mostNumbers) words.fail("too-large", { what, count });
    const other = dataset.filters.find(({ id }) => !knownFilters.has(id));
    if (other) words.fail("filter", { what, filter: other.name || `filter ${other.id}` });
  };
  const holds = holdsOf(metadata);
  const valuesOf = (found: unknown): Numbers => {
    if (ArrayBuffer.isView(found) && !(found instanceof DataView))
      return plain(found as Numbers | BigInt64Array | BigUint64Array, metadata.littleEndian);
    if (typeof found === "number" || typeof found === "bigint" || typeof found === "boolean")
      return Float64Array.of(Number(found));
    if (Array.isArray(found))
      return Uint8Array.from(found as readonly unknown[], (each) => (each === true || each === 1 || each === "TRUE" ? 1 : 0));
    return words.fail("not-numbers", { what });
  };
  const asNumbers = (): void => {
    weigh();
    if (holds === "text" || holds === "other") words.fail("not-numbers", { what });
  };
  return {
    path,
    shape,
    holds,
    attribute: (name) => attributeOf(dataset, name),
    numbers: () => {
      asNumbers();
      return valuesOf(count === 0 ? new Float64Array(0) : dataset.value);
    },
    rows: (from, to) => {
      asNumbers();
      return valuesOf(
        to <= from || count === 0 ? new Float64Array(0) : dataset.slice([[from, to], ...shape.slice(1).map((): [] => [])]),
      );
    },
    texts: () => {
      weigh();
      if (holds !== "text") words.fail("not-texts", { what });
      const found = count === 0 ? [] : dataset.value;
      const all = typeof found === "string" ? [found] : Array.isArray(found) ? (found as readonly unknown[]) : [];
      return all.map((each) => (typeof each === "string" ? each : ""));
    },
    referred: (name) => {
      const value: unknown = dataset.attrs[name]?.value;
      const found: unknown = Array.isArray(value) ? value[0] : value;
      if (!(found instanceof wasm.Reference)) return null;
      const target: unknown = dataset.dereference(found);
      return target instanceof wasm.Dataset ? target.path : null;
    },
  };
}

/** Classes of types by their numbers in the standard (IV.A.2.d): 0 whole, 1 fraction, 3 text, 8 enumeration. */
function holdsOf({ type, enum_type }: WasmDataset["metadata"]): Hdf5Dataset["holds"] {
  if (type === 0) return "whole";
  if (type === 1) return "fraction";
  if (type === 3) return "text";
  const names = Object.keys(enum_type?.members ?? {}).map((name) => name.toUpperCase());
  // As h5py writes booleans.
  return type === 8 && names.length === 2 && names.includes("TRUE") && names.includes("FALSE") ? "boolean" : "other";
}

const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1e6)).toString()} MB`;

/** 64 bits by their halves, which is faster than a bigint a number; bytes of other machines are turned round. */
function plain(found: Numbers | BigInt64Array | BigUint64Array, isLittleEndian: boolean): Numbers {
  if (!isLittleEndian && found.BYTES_PER_ELEMENT > 1) {
    const bytes = new Uint8Array(found.buffer, found.byteOffset, found.byteLength);
    for (let at = 0; at < bytes.length; at += found.BYTES_PER_ELEMENT) bytes.subarray(at, at + found.BYTES_PER_ELEMENT).reverse();
  }
  if (!(found instanceof BigInt64Array || found instanceof BigUint64Array)) return found;
  const halves = new Uint32Array(found.buffer, found.byteOffset, found.length * 2);
  const isSigned = found instanceof BigInt64Array;
  const values = new Float64Array(found.length);
  for (let at = 0; at < values.length; at++) {
    const high = halves[at * 2 + 1] as number;
    values[at] = (isSigned ? high | 0 : high) * 4_294_967_296 + (halves[at * 2] as number);
  }
  return values;
}
