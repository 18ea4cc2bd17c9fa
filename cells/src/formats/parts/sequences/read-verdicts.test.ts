// What is said of reads module by module is what FastQC 0.11.9 says of the same files (fixtures/reads/fastqc), each number too.

import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { positionGroups } from "./position-groups.ts";
import { qualitySummary } from "./quality-summary.ts";
import type { ReadModules } from "./read-modules.ts";
import type { ReadModule } from "../../../contract/read-modules.ts";
import { readVerdicts, shareThatDiffers } from "./read-verdicts.ts";

interface Answer {
  readonly levels: { readonly [module: string]: string };
  readonly groups: readonly string[];
  readonly content: number;
  readonly n: number;
  readonly gc: readonly number[];
  readonly differ: number;
  readonly top: number;
  readonly adapters: number;
  readonly tile: number | null;
}
const folder = path.resolve(import.meta.dirname, "../../../../../fixtures/reads/fastqc");
const answers = JSON.parse(readFileSync(path.join(folder, "answers.json"), "utf8")) as { readonly [set: string]: Answer };

const titles: { readonly [module in ReadModule]: string } = {
  "base-quality": "Per base sequence quality",
  "tile-quality": "Per tile sequence quality",
  "read-quality": "Per sequence quality scores",
  "base-content": "Per base sequence content",
  "gc-content": "Per sequence GC content",
  "n-content": "Per base N content",
  lengths: "Sequence Length Distribution",
  duplication: "Sequence Duplication Levels",
  overrepresented: "Overrepresented sequences",
  adapters: "Adapter Content",
};

async function* whole(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const verdictsOf = async (bytes: Uint8Array) => {
  const summary = await qualitySummary(whole(bytes));
  return {
    summary,
    modules: summary.modules as ReadModules,
    verdicts: readVerdicts(summary, summary.modules as ReadModules, 33),
  };
};

describe.each(Object.entries(answers))("%s", (set, answer) => {
  const bytes = gunzipSync(readFileSync(path.join(folder, `${set}.fastq.gz`)));

  test("levels are FastQC's", async () => {
    const { verdicts } = await verdictsOf(bytes);
    const { "Basic Statistics": _basic, ...levels } = answer.levels;
    expect(Object.fromEntries(verdicts.map(({ module, level }) => [titles[module], level]))).toEqual(levels);
  });

  test("numbers are FastQC's", async () => {
    const { verdicts, modules } = await verdictsOf(bytes);
    const value = (module: ReadModule): number | null => verdicts.find((one) => one.module === module)?.value ?? null;
    expect(
      positionGroups(modules.longest).map(({ start, end }) => (end - start === 1 ? `${end}` : `${start + 1}-${end}`)),
    ).toEqual(answer.groups);
    for (const [module, expected] of [
      ["base-content", answer.content],
      ["n-content", answer.n],
      ["duplication", answer.differ],
      ["adapters", answer.adapters],
    ] as const)
      expect(value(module), module).toBeCloseTo(expected, 8);
    if (answer.top > 0) expect(value("overrepresented")).toBeCloseTo(answer.top, 8);
    if (answer.tile === null) expect(value("tile-quality")).toBeNull();
    else expect(value("tile-quality")).toBeCloseTo(answer.tile, 8);
    expect([...modules.gc].map((one) => one.toFixed(6))).toEqual(answer.gc.map((one) => one.toFixed(6)));
  });
});

test("of no bases nothing is said, and of one read what there is", async () => {
  expect((await verdictsOf(utf8("@a\n\n+\n\n"))).verdicts).toEqual([]);
  const { verdicts } = await verdictsOf(utf8("@a\nA\n+\nI\n"));
  expect(verdicts.map(({ module, level }) => `${module} ${level}`)).toEqual([
    "base-quality pass",
    "read-quality pass",
    "base-content fail",
    "gc-content fail",
    "n-content pass",
    "lengths pass",
    "duplication pass",
    "overrepresented fail",
  ]);
  for (const { value } of verdicts) expect(value === null || Number.isFinite(value)).toBe(true);
});

test("sets that were not all kept stand for those that were missed", () => {
  const modules = {
    copies: new Map([
      [1, 60],
      [2, 20],
    ]),
    reads: 200,
    seenWhenFull: 100,
  } as unknown as ReadModules;
  // 60 / (1/2) of one, 20 / (1 - 100·99 / 200·199) of two.
  const [one, two] = [120, 20 / (1 - (100 * 99) / (200 * 199))];
  expect(shareThatDiffers(modules)).toBeCloseTo((100 * (one + two)) / (one + 2 * two), 10);
});

const fastq = (reads: readonly (readonly [title: string, letters: string])[]): Uint8Array =>
  utf8(reads.map(([title, letters]) => `@${title}\n${letters}\n+\n${"I".repeat(letters.length)}\n`).join(""));
const many = (count: number, make: (at: number) => readonly [string, string]) =>
  fastq(Array.from({ length: count }, (_, at) => make(at)));

test.each([
  ["nothing but N", many(50, (at) => [`r${at}`, "N".repeat(30)])],
  ["one read of a million bases", many(1, () => ["r", "ACGTTGCA".repeat(125_000)])],
  ["more tiles than are kept", many(30_000, (at) => [`a:b:c:d:${at}:1:1`, "AC"])],
  ["a tile that is no number", many(50, (at) => [`a:b:c:d:e${at}:1:1`, "ACGT"])],
  ["names of nothing but colons", many(50, () => ["::::::::", "ACGT"])],
  ["codes for several bases", many(50, () => ["r", "RYSWKMBDHVX"])],
  ["adapters alone", many(50, () => ["r", "AGATCGGAAGAG"])],
  ["reads that are all equal", many(500, () => ["r", "ACGTAGCTAGCTAGGATCGA"])],
  ["U for T", many(50, () => ["r", "ACGU"])],
])("of %s each number is one", async (_title, bytes) => {
  const { verdicts } = await verdictsOf(bytes);
  for (const { module, value } of verdicts) expect(value === null || Number.isFinite(value), module).toBe(true);
  expect(verdicts.length).toBeGreaterThan(6);
});

test("an adapter is found at both ends, in small letters, and not across an unknown base", async () => {
  const adapter = "agatcggaagag";
  const { modules } = await verdictsOf(
    fastq([
      ["start", `${adapter}ACGTACGT`],
      ["end", `ACGTACGT${adapter.toUpperCase()}`],
      ["broken", "AGATCGNAAGAGACGTACGT"],
      ["twice", `${adapter}${adapter}`],
    ]),
  );
  const [first] = modules.adapters;
  expect([...(first ?? [])].flatMap((count, at) => (count > 0 ? [[at, count]] : []))).toEqual([
    [0, 2],
    [8, 1],
  ]);
});
