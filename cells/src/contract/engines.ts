// Native code behind ports: the kernel implements them, pure algorithms and executors are given them.

import type { Assay, Table } from "../artifacts/artifact.ts";
import type { Failure } from "../base/failure.ts";
import type { SecondCore } from "./second-core.ts";
import type { Json } from "../base/json.ts";
import type { Result } from "../base/result.ts";

/** In a browser there are none. */
export interface Engines {
  readonly sql: SqlEngine | null;
  readonly onnx: OnnxEngine | null;
  /** Absent: the platform's DecompressionStream. */
  readonly inflate?: Inflate;
  /** Absent or null: everything is done on one. */
  readonly secondCore?: SecondCore | null;
}

/**
 * Unpacks gzip, several members one after another as well: packed bytes in, plain bytes out. What fails below is thrown as
 * it is, everything else as "load.gzip-broken".
 */
export interface Inflate {
  (packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /**
   * Members that are in memory, whole, and unpack to so many bytes, beside the thread that asks. What is broken or longer is
   * refused. Absent: there is no other thread.
   */
  readonly members?: (packed: Uint8Array, length: number) => Promise<Uint8Array>;
}

export interface SqlEngine {
  /**
   * Runs one SELECT over the given tables on one thread and answers a table. `params` are named ($gene).
   * Fails with "query.*" failures: more than one statement, not a SELECT, a function off the list, an error with its span.
   */
  select(options: {
    readonly sql: string;
    readonly tables: ReadonlyMap<string, Table | Assay>;
    readonly params: { readonly [name: string]: Json };
    readonly signal: AbortSignal;
    /** Our own compiled SQL is trusted (transform); a person's is checked against the allow-list (query). */
    readonly trusted: boolean;
    readonly maxRows?: number;
  }): Promise<Result<Table, Failure>>;
  /** Parquet file to table. */
  readParquet(bytes: Uint8Array): Promise<Result<Table, Failure>>;
}

export interface OnnxEngine {
  /** Signature of a model file, or the reason why it is none. */
  inspect(
    onnx: Uint8Array,
  ): Promise<Result<{ readonly inputs: readonly OnnxValue[]; readonly outputs: readonly OnnxValue[] }, Failure>>;
  /**
   * rows x features, row-major, in batches of 512; answers each output flat. A file that takes float32 gets them rounded,
   * one that takes double gets them as they are.
   */
  run(options: {
    readonly onnx: Uint8Array;
    readonly inputName: string;
    readonly rows: number;
    readonly features: number;
    readonly data: Float64Array;
    readonly signal: AbortSignal;
  }): Promise<
    Result<
      {
        readonly [output: string]: {
          readonly dims: readonly number[];
          readonly data: Float32Array | readonly string[] | BigInt64Array;
        };
      },
      Failure
    >
  >;
}
export interface OnnxValue {
  readonly name: string;
  readonly type: string;
  readonly dims: readonly (number | string)[];
}
