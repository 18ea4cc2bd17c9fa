// Files that are too much of one thing, looked into behind the walls by a worker that may hold one gigabyte: each ends with a report
// that says what is wrong, and the worker goes on.

import { afterAll, beforeAll, expect, test } from "vitest";
import { packedFiles } from "@genomecraft/cells/testing/hostile/packed-files.ts";
import { textFiles } from "@genomecraft/cells/testing/hostile/text-files.ts";
import { type LookingWorker, lookingWorker } from "../testing/look-in-worker.ts";

let worker: LookingWorker;
beforeAll(async () => {
  worker = await lookingWorker(1 << 30);
});
afterAll(() => worker.close());

const look = (name: string, bytes: Uint8Array): Promise<unknown> => worker.look(name, bytes);
const refused = { issues: [expect.objectContaining({ severity: "error" })] };

test.each<readonly [what: keyof typeof textFiles, count: number]>([
  ["columns of a CSV of texts", 1_000_000],
  ["columns of a JSON of columns", 300_000],
  ["depth of a JSON that never closes", 10_000_000],
  ["alternatives of a VCF with samples", 100_000],
  ["letters of a VCF's line", 100_000_000],
  ["attributes of a GTF's line", 1_500_000],
  ["remarks of a Stockholm", 300_000],
])("%s (%i) end in a sentence", { timeout: 120_000 }, async (what, count) => {
  const { name, text } = textFiles[what];
  expect(await look(name, new TextEncoder().encode(text(count)))).toMatchObject(refused);
});

test("300 MB of blanks in a workbook, entities of XML in another", { timeout: 120_000 }, async () => {
  expect(await look("blanks.xlsx", await packedFiles.blanks(300))).toMatchObject(refused);
  expect(await look("entities.xlsx", await packedFiles.entities())).toMatchObject(refused);
});

test.each<readonly [what: keyof typeof textFiles, count: number, shape: readonly number[]]>([
  ["contigs of a VCF", 1_000_000, [1, 8]],
  ["sequences of a SAM's header", 1_000_000, [1, 15]],
  ["brackets of a NEXUS", 1_000_000, [3, 8]],
  ["samples of one name in a VCF", 10_000, [1, 10_000]],
])("%s (%i) are read", { timeout: 120_000 }, async (what, count, shape) => {
  const { name, text } = textFiles[what];
  expect(await look(name, new TextEncoder().encode(text(count)))).toMatchObject({ shape });
});
