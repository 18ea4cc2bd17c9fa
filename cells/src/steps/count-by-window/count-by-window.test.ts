// Windows are those of bedtools makewindows, what is in them that of bedtools intersect -c and coverage.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { cellString, integerColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { loadText } from "../../testing/load-text.ts";
import { stepOn } from "../../testing/step-on-table.ts";

const hasBedtools = spawnSync("bedtools", ["--version"]).status === 0;
const folder = mkdtempSync(path.join(tmpdir(), "windows-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tableOfBed = async (text: string): Promise<Table> => (await loadText("x.bed", text)).out as Table;
const sizes = tableOf(
  textColumn("chromosome", ["chr1", "chr2", "chr9"], { semantic: "chromosome" }),
  integerColumn("length", [3001, 2000, 77]),
);
const count = (table: Table, options: JsonObject, lengths: Table | null = sizes) =>
  stepOn(
    table,
    { verb: "count-by-window", ...(lengths ? { lengths: { ref: "cell_sizes" } } : {}), ...options },
    lengths ? { cell_sizes: lengths } : {},
  );

describe.skipIf(!hasBedtools)("beside bedtools", () => {
  const bedtools = (...options: readonly string[]): string =>
    execFileSync("bedtools", options, { cwd: folder, maxBuffer: 1 << 28 }).toString();
  test.each([
    [1, 100, null, 300],
    [2, 250, 100, 40],
    [3, 64, 200, 5],
    [4, 5000, null, 1],
  ])("places of seed %i in windows of %i every %s", async (seed, size, step, longest) => {
    const random = seededRandom(seed);
    const bed = Array.from({ length: 400 }, () => {
      const [name, most] = random() < 0.6 ? (["chr1", 3001] as const) : (["chr2", 2000] as const);
      const start = Math.floor(random() * (most - longest));
      const length = random() < 0.05 ? 0 : 1 + Math.floor(random() * longest);
      return `${name}\t${start}\t${start + length}\n`;
    }).join("");
    writeFileSync(path.join(folder, "a.bed"), bed);
    writeFileSync(path.join(folder, "sizes"), "chr1\t3001\nchr2\t2000\nchr9\t77\n");
    writeFileSync(
      path.join(folder, "w.bed"),
      bedtools("makewindows", "-g", "sizes", "-w", String(size), ...(step === null ? [] : ["-s", String(step)])),
    );
    const here = await tableOfBed(bed);
    const { table, said } = await count(here, { size, step });
    const lines = Array.from({ length: table.rowCount }, (_, row) =>
      table.columns.map((column) => cellString(column, row)).join("\t"),
    );
    expect(lines).toEqual(bedtools("intersect", "-a", "w.bed", "-b", "a.bed", "-c").trimEnd().split("\n"));
    expect(said).toEqual([]);
    const covered = await count(here, { size, step, measure: "covered" });
    // Places of no length cover nothing, though bedtools gives each a base on both sides.
    writeFileSync(
      path.join(folder, "b.bed"),
      bed
        .split("\n")
        .filter((line) => line.split("\t")[1] !== line.split("\t")[2])
        .join("\n"),
    );
    const expected = bedtools("coverage", "-a", "w.bed", "-b", "b.bed")
      .trimEnd()
      .split("\n")
      .map((line) => Number(line.split("\t").at(-1)));
    for (const [row, share] of covered.column("count").entries()) expect(Number(share)).toBeCloseTo(expected[row] as number, 6);
  });
});

test("without a table the lengths are those of the build, chromosomes called as in the data, empty ones among them", async () => {
  const bed = await tableOfBed("chr1\t10\t20\nchr1\t1000005\t1000006\nchrM\t5\t6\nchrUn_x\t5\t6\n");
  const of: Table = {
    ...bed,
    columns: bed.columns.map((column) => (column.semantic === "chromosome" ? { ...column, build: "hg19" } : column)),
  };
  const { table, column, said } = await count(of, {}, null);
  expect(new Set(column("chromosome")).size).toBe(25);
  expect(column("count").slice(0, 3)).toEqual([1, 1, 0]);
  expect(column("end")[column("chromosome").indexOf("chrM")]).toBe(16571);
  expect(table.columns[0]).toMatchObject({ build: "hg19", semantic: "chromosome" });
  expect(table.columns[1]).toMatchObject({ origin: 0 });
  expect(said).toEqual([expect.stringContaining("1 place lies outside the lengths (chrUn_x)")]);
});

test("without a build windows reach to the last place, and that is said; a position of a VCF is one base", async () => {
  const table = tableOf(
    textColumn("CHROM", ["7", "7", "7", null], { semantic: "chromosome" }),
    integerColumn("POS", [1, 100, 101, 5], { semantic: "position", origin: 1 }),
  );
  const { column, said } = await count(table, { size: 100 }, null);
  expect([column("start"), column("end"), column("count")]).toEqual([
    [0, 100],
    [100, 101],
    [2, 1],
  ]);
  expect(said).toEqual([expect.stringContaining("1 row has no place"), expect.stringContaining("no reference build is known")]);
});

test("what cannot be is refused", async () => {
  const bed = await tableOfBed("chr1\t10\t20\n");
  await expect(count(tableOf(textColumn("a", ["x"])), {})).rejects.toThrow(/have no places/);
  await expect(count(bed, {}, tableOf(textColumn("a", ["chr1"])))).rejects.toThrow(/needs a column of chromosomes/);
  await expect(
    count(bed, {}, tableOf(textColumn("a", ["1"], { semantic: "chromosome" }), integerColumn("length", [100]))),
  ).rejects.toThrow(/called as chr1 here and as 1/);
  await expect(count(bed, {}, tableOf(textColumn("a", ["chr1", "chr1"]), integerColumn("length", [100, 100])))).rejects.toThrow(
    /twice/,
  );
  await expect(
    count(bed, { size: 1 }, tableOf(textColumn("a", ["chr1"]), integerColumn("length", [30_000_000]))),
  ).rejects.toThrow(/at most/);
  expect(
    (
      await count(
        await tableOfBed("chr1\t10\t20\n"),
        { size: 50, column: "start2" },
        tableOf(textColumn("a", ["chr1"]), integerColumn("length", [60])),
      )
    ).column("start2"),
  ).toEqual([1, 0]);
});
