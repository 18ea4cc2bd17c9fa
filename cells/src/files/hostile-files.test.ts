// Small files that were written to keep a reader busy, to fill its memory, or to make it fall: each ends in what was read or in a
// sentence, soon.

import { describe, expect, test } from "vitest";
import type { Artifact } from "../artifacts/artifact.ts";
import type { ExecuteContext } from "../contract/execute.ts";
import { inflateGzip } from "../formats/parts/gzip.ts";
import { execute } from "../kinds/load/execute.ts";
import { load } from "../kinds/load/spec.ts";
import { failureSentence } from "../messages/catalogue.ts";
import { bytesAsSource } from "../testing/bytes-as-source.ts";
import { inspectFile } from "./inspect.ts";

/** Of a busy machine: each takes a tenth of it on a quiet one. */
const most = 10_000;

async function ended(name: string, text: string): Promise<{ readonly said: string; readonly out: Artifact | null }> {
  const bytes = new TextEncoder().encode(text);
  const source = bytesAsSource(bytes);
  await inspectFile(source, name, { sql: null, inflate: inflateGzip });
  const context = {
    signal: new AbortController().signal,
    progress: () => undefined,
    log: () => undefined,
    file: () => source,
    engines: { sql: null, onnx: null, inflate: inflateGzip },
  };
  const file = { digest: "0".repeat(64), name, size: bytes.length };
  const made = await execute(load.schema.parse({ file }), context as unknown as ExecuteContext);
  if (made.ok) return { said: "", out: made.value["out"] ?? null };
  for (const locale of ["en", "ru"] as const) expect(failureSentence(made.error, locale)).not.toMatch(/[{}]|undefined/);
  return { said: failureSentence(made.error, "en"), out: null };
}

const many = (count: number, each: (at: number) => string, between = ""): string =>
  Array.from({ length: count }, (_, at) => each(at)).join(between);

describe("small files that ask for much", { timeout: 60_000 }, () => {
  test.each<readonly [what: string, name: string, text: () => string, said: RegExp]>([
    [
      "objects that share no key",
      "a.json",
      () => `[${many(10_000, (at) => `{"k${at}":1}`, ",")}]`,
      /share hardly any of their 10\D000 keys/,
    ],
    ["the same inside of a column", "a.json", () => `[${many(10_000, (at) => `{"a":{"k${at}":1}}`, ",")}]`, /share hardly any/],
    ["the same in lines", "a.jsonl", () => many(10_000, (at) => `{"k${at}":1}\n`), /share hardly any/],
    [
      "a matrix that is empty but for its size",
      "a.mtx",
      () => "%%MatrixMarket matrix coordinate real general\n40000000 40000000 1\n1 1 1\n",
      /40\D000\D000 columns, with 1 entries in all/,
    ],
  ])("%s are refused", async (_, name, text, said) => {
    const started = performance.now();
    expect((await ended(name, text())).said).toMatch(said);
    expect(performance.now() - started).toBeLessThan(most);
  });

  test.each<readonly [what: string, name: string, text: () => string, rows: number]>([
    ["200,000 digits and a letter in a cell", "a.csv", () => `a,b\n1,${"1".repeat(200_000)}x\n`, 1],
    ["200,000 blanks before a letter", "a.csv", () => `a,b\n${" ".repeat(200_000)}x,1\n`, 1],
    ["130,000 sequences in an alignment", "a.sto", () => `# STOCKHOLM 1.0\n${many(130_000, (at) => `s${at} A\n`)}//\n`, 130_000],
    [
      "two million operations of one alignment",
      "a.sam",
      () => `@HD\tVN:1.6\n@SQ\tSN:c\tLN:100\nr\t0\tc\t1\t0\t${"1M".repeat(2_000_000)}\t*\t0\t0\t*\t*\n`,
      1,
    ],
  ])("%s are read", async (_, name, text, rows) => {
    const started = performance.now();
    const { said, out } = await ended(name, text());
    expect(said).toBe("");
    expect(out).toMatchObject({ type: "table", rowCount: rows });
    expect(performance.now() - started).toBeLessThan(3 * most);
  });
});
