// What a region answers and what it refuses, by the executor that kernels run.

import { expect, test } from "vitest";
import type { IndexedFile, Table } from "../../artifacts/artifact.ts";
import type { CellId } from "../../base/ids.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { bamBytes } from "../../formats/parts/alignments/alignments.fixture.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { execute as executeLoad } from "../load/execute.ts";
import { load } from "../load/spec.ts";
import { execute } from "./execute.ts";
import { region } from "./spec.ts";

const ref = { ref: "cell_reads" as CellId };

async function answer(spec: JsonObject, held: JsonObject = {}) {
  const logged: string[] = [];
  const base = {
    signal: new AbortController().signal,
    progress: () => undefined,
    log: (line: string) => void logged.push(line),
    named: () => null,
    valueOf: (field: unknown) => (typeof field === "object" ? held["value"] : field),
    file: () => bytesAsSource(bamBytes),
    fileOf: () => bytesAsSource(bamBytes),
    engines: { sql: null, onnx: null },
  };
  const file = { digest: "0".repeat(64), name: "x.bam", size: bamBytes.length };
  const loaded = await executeLoad(load.schema.parse({ file }), base as unknown as ExecuteContext);
  if (!loaded.ok) throw new Error(failureSentence(loaded.error, "en"));
  const artifact = loaded.value["out"] as IndexedFile;
  const context = { ...base, input: () => artifact } as unknown as ExecuteContext;
  const made = await execute(region.schema.parse({ from: ref, ...spec }), context);
  for (const locale of ["en", "ru"] as const)
    if (!made.ok) expect(failureSentence(made.error, locale)).not.toMatch(/[{}]|undefined/);
  return made.ok
    ? { rows: (made.value["out"] as Table).rowCount, logged, failure: null, said: "" }
    : { rows: null, logged, failure: made.error, said: failureSentence(made.error, "en") };
}

test("records of a place, written or held by a parameter", async () => {
  expect((await answer({ place: "chr1:1,000-1,060" })).rows).toBe(8);
  expect((await answer({ place: { ref: "cell_p" } }, { value: "chr2:1-100" })).rows).toBe(1);
  expect((await answer({ place: "chr1:1,000-1,060", withoutFlags: 1796 })).rows).toBe(5);
});

test("a name that the file spells otherwise is refused with that spelling", async () => {
  const { failure, said } = await answer({ place: "1:1,000-1,060" });
  expect(failure?.fix).toEqual({ path: ["place"], value: "chr1:1,000-1,060" });
  expect(said).toBe("x.bam has no sequence called 1; it calls it chr1. Write chr1.");
  expect((await answer({ place: "chr9:1-2" })).said).toBe("x.bam has no sequence called chr9. It has: chr1, chr2.");
});

test("a place of another build, and one behind the end, are refused", async () => {
  expect((await answer({ place: "chr1:1-2", build: "GRCh37" })).said).toMatch(/one of GRCh37, and x.bam is of GRCh38/);
  expect((await answer({ place: "chr1:1-2000", build: "GRCh38" })).rows).toBe(8);
  expect((await answer({ place: "chr1:249,000,000-249,000,100" })).said).toMatch(/^chr1 ends at 248\D956\D422/);
  expect((await answer({ place: "chr2:1-300,000,000" })).logged.join()).toMatch(/read up to there/);
});

test("more records than are wanted are refused with their number; what is no place is told so", async () => {
  expect((await answer({ place: "chr1", most: 3 })).said).toMatch(/^chr1 holds 10 records, more than the 3/);
  expect((await answer({ place: "somewhere near TP53" })).said).toMatch(/is no place\. Write chromosome:start-end/);
  expect((await answer({ place: "chr1:20-10" })).said).toMatch(/ends before it begins/);
});
