// The nearest places are those of bedtools closest, windows those of bedtools window, on random places with many ties.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { cellString, isMissing } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { loadText } from "../../testing/load-text.ts";
import { stepOn } from "../../testing/step-on-table.ts";

const hasBedtools = spawnSync("bedtools", ["--version"]).status === 0;
const folder = mkdtempSync(path.join(tmpdir(), "nearest-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Sorted lines of BED, on both strands, some without one where `strands` says so. */
function placesOf(seed: number, count: number, longest: number, strands: string): string {
  const random = seededRandom(seed);
  const places = Array.from({ length: count }, () => {
    const start = Math.floor(random() * 3000);
    return [
      1 + Math.floor(random() * 3),
      start,
      start + Math.floor(random() * longest) + 1,
      strands[Math.floor(random() * strands.length)],
    ] as const;
  });
  places.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  return places
    .map(([chromosome, start, end, strand], at) => `chr${chromosome}\t${start}\t${end}\tp${at}\t0\t${strand}\n`)
    .join("");
}
const tableOfBed = async (text: string): Promise<Table> => (await loadText("x.bed", text)).out as Table;
const linesOf = (table: Table): string[] =>
  Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((column) => (isMissing(column, row) ? "." : cellString(column, row))).join("\t"),
  );
const near = (here: Table, there: Table, options: JsonObject = {}) =>
  stepOn(here, { verb: "nearest", with: { ref: "cell_there" }, ...options }, { cell_there: there });

describe.skipIf(!hasBedtools)("beside bedtools", () => {
  const bedtools = (...options: readonly string[]): string[] =>
    execFileSync("bedtools", options, { cwd: folder, maxBuffer: 1 << 28 })
      .toString()
      .trimEnd()
      .split("\n");

  test.each([
    [1, 300, 60, 60, 40, "+-"],
    [2, 400, 1, 300, 12, "+-"],
    [3, 200, 200, 5, 500, "+-"],
    [4, 500, 8, 2, 3, "+-"],
  ])("closest, places of seed %i", async (seed, countA, longestA, countB, longestB, strands) => {
    const [a, b] = [placesOf(seed, countA, longestA, strands), placesOf(seed + 50, countB, longestB, strands)];
    writeFileSync(path.join(folder, "a.bed"), a);
    writeFileSync(path.join(folder, "b.bed"), b);
    const [here, there] = [await tableOfBed(a), await tableOfBed(b)];
    const cases: readonly (readonly [JsonObject, readonly string[]])[] = [
      [{}, ["-d"]],
      [{ ties: "first" }, ["-d", "-t", "first"]],
      [{ overlapping: "ignore" }, ["-d", "-io"]],
      [{ sign: "reference" }, ["-D", "ref"]],
      [{ sign: "here" }, ["-D", "a"]],
      [{ sign: "there" }, ["-D", "b"]],
      [{ strand: "same" }, ["-d", "-s"]],
      [{ strand: "opposite", sign: "here" }, ["-D", "a", "-S"]],
      [{ sign: "here", side: "upstream" }, ["-D", "a", "-id"]],
      [{ sign: "here", side: "downstream", overlapping: "ignore" }, ["-D", "a", "-iu", "-io"]],
      [{ sign: "reference", side: "upstream", strand: "same" }, ["-D", "ref", "-id", "-s"]],
    ];
    for (const [options, flags] of cases) {
      const expected = bedtools("closest", "-a", "a.bed", "-b", "b.bed", ...flags)
        // Where there is none it writes -1 for places and the distance.
        .map((line) => line.replace(/\t\.\t-1\t-1\t\.\t-1\t\.\t-1$/, `${"\t.".repeat(7)}`));
      const { table } = await near(here, there, options);
      expect(linesOf(table).sort(), JSON.stringify(options)).toEqual(expected.sort());
    }
  });

  test("window upstream and downstream of genes, by their strands", async () => {
    const [variants, genes] = [placesOf(11, 300, 1, "+"), placesOf(12, 40, 200, "+-")];
    writeFileSync(path.join(folder, "v.bed"), variants);
    writeFileSync(path.join(folder, "g.bed"), genes);
    const expected = bedtools("window", "-a", "g.bed", "-b", "v.bed", "-l", "90", "-r", "20", "-sw").map((line) => {
      const fields = line.split("\t");
      return [...fields.slice(6), ...fields.slice(0, 6)].join("\t");
    });
    const options = { take: "window", upstream: 90, downstream: 20, sign: "there" };
    const { table, column, said } = await near(await tableOfBed(variants), await tableOfBed(genes), options);
    const pairs = linesOf(table).filter((line) => !line.endsWith("\t."));
    expect(pairs.map((line) => line.replace(/\t[^\t]*$/, "")).sort()).toEqual(expected.sort());
    for (const distance of column("distance")) if (distance !== null) expect(Number(distance)).toBeGreaterThanOrEqual(-90);
    for (const distance of column("distance")) if (distance !== null) expect(Number(distance)).toBeLessThanOrEqual(20);
    const lonely = column("distance").filter((distance) => distance === null).length;
    expect(said).toEqual([`Step 1: ${lonely} of 300 places have none beside them.`]);
  });
});

test("a variant upstream of a gene on the other strand, and one that is too far", async () => {
  const genes = await tableOfBed("chr1\t1000\t2000\tg\t0\t-\n");
  const variants = await tableOfBed("chr1\t2100\t2101\nchr1\t900\t901\nchr2\t5\t6\nchr1\t1500\t1501\n");
  expect((await near(variants, genes, { sign: "there" })).column("distance")).toEqual([-101, 100, null, 0]);
  expect((await near(variants, genes, { within: 100 })).column("name")).toEqual([null, "g", null, "g"]);
  // A GFF counts from 1, and is the same place.
  const gff = (await loadText("g.gff3", "##gff-version 3\nchr1\t.\tgene\t1001\t2000\t.\t-\t.\tID=g\n")).out as Table;
  expect((await near(variants, gff, { sign: "there" })).column("distance")).toEqual([-101, 100, null, 0]);
});

test("places of two builds, two ways of names, no strand, no direction: refused", async () => {
  const bed = await tableOfBed("chr1\t10\t20\n");
  const of = (table: Table, build: string): Table => ({
    ...table,
    columns: table.columns.map((column) => (column.semantic === "chromosome" ? { ...column, build } : column)),
  });
  await expect(near(of(bed, "GRCh37"), of(bed, "GRCh38"))).rejects.toThrow(/those of GRCh37, those of the other table of GRCh38/);
  await expect(near(bed, await tableOfBed("1\t10\t20\n"))).rejects.toThrow(/chromosomes are called as chr1 here and as 1/);
  expect((await near(bed, await tableOfBed("1\t25\t30\n"), { chromosomes: "alike" })).column("distance")).toEqual([6]);
  await expect(near(bed, bed, { sign: "there" })).rejects.toThrow(/no strand/);
  await expect(near(bed, bed, { side: "upstream" })).rejects.toThrow(/need a direction/);
  const none = await near(bed, await tableOfBed("chr2\t10\t20\n"));
  expect(none.column("distance")).toEqual([null]);
  expect(none.said).toEqual([expect.stringContaining("no chromosome in common"), "Step 1: 1 of 1 place has none beside it."]);
});
