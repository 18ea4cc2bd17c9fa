// A process that looks into damaged files, loads them and holds them to their standard, one after another, and says how each
// ended. Its parent ends it when one takes too long or too much memory.

import { gunzipSync } from "node:zlib";
import type { ExecuteContext } from "@genomecraft/cells/contract/execute.ts";
import { listedFormat } from "@genomecraft/cells/formats.ts";
import { checkFile } from "@genomecraft/cells/files/check-file.ts";
import { inspectFile } from "@genomecraft/cells/files/inspect.ts";
import { inBlock } from "@genomecraft/cells/formats/bam/cases.ts";
import { execute } from "@genomecraft/cells/kinds/load/execute.ts";
import { load } from "@genomecraft/cells/kinds/load/spec.ts";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import { casesOf } from "@genomecraft/cells/testing/format-cases.ts";
import { inflateOnNode } from "../../engines/inflate-on-node.ts";
import { loadSqlEngine } from "../../native-engines.ts";
import { mutated } from "./mutate.ts";

export interface FuzzJob {
  readonly format: string;
  readonly seed: number;
  /** Of all examples of the format one by the seed, and not the smallest. */
  readonly ofAll?: boolean;
}
export interface FuzzAnswer extends FuzzJob {
  readonly ended: "read" | "refused" | "threw";
  readonly detail: string;
}

const known = new Map<string, readonly Uint8Array[]>();

/** Its examples, the smallest first. */
async function examplesOf(format: string): Promise<readonly Uint8Array[]> {
  const before = known.get(format);
  if (before) return before;
  const { examples } = await casesOf(format);
  const all = (await Promise.all(examples.map(({ bytes }) => bytes()))).sort((a, b) => a.length - b.length);
  known.set(format, all);
  return all;
}

/** Blocks of bgzip tell what was changed in them by their sums: every other one is damaged within, and packed anew. */
function damaged(fixture: Uint8Array, seed: number): Uint8Array {
  const isBlocks = fixture[0] === 0x1f && fixture[1] === 0x8b && fixture[12] === 0x42 && fixture[13] === 0x43;
  if (!isBlocks || seed % 2 === 0) return mutated(fixture, seed);
  const within = mutated(new Uint8Array(gunzipSync(fixture)), seed);
  return within.length < largestInBlock ? inBlock(within) : mutated(fixture, seed);
}
const largestInBlock = 60_000;

async function tried({ format, seed, ofAll }: FuzzJob): Promise<FuzzAnswer> {
  const examples = await examplesOf(format);
  const bytes = damaged(examples[ofAll ? seed % examples.length : 0] ?? new Uint8Array(0), seed);
  const source = bytesAsSource(bytes);
  const engines = { sql: listedFormat(format)?.format.engines?.includes("duckdb") ? await loadSqlEngine() : null, onnx: null };
  try {
    await inspectFile(source, "dropped", { sql: engines.sql, inflate: inflateOnNode });
    for (const set of [format, null]) await checkFile(source, "dropped", { format: set, inflate: inflateOnNode });
    // Read as what it was, and as what it is taken for now.
    const results = [];
    for (const set of [format, null]) {
      const spec = load.schema.parse({ format: set, file: { digest: "0".repeat(64), name: "dropped", size: bytes.length } });
      const context: Pick<ExecuteContext, "signal" | "progress" | "log" | "file" | "engines"> = {
        signal: new AbortController().signal,
        progress: () => undefined,
        log: () => undefined,
        file: () => source,
        engines: { ...engines, inflate: inflateOnNode },
      };
      results.push(await execute(spec, context as ExecuteContext));
    }
    return { format, seed, ended: results.every(({ ok }) => !ok) ? "refused" : "read", detail: "" };
  } catch (error) {
    return { format, seed, ended: "threw", detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

process.on("message", (job: FuzzJob) => {
  void tried(job).then((answer) => process.send?.(answer));
});
