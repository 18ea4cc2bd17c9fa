// Alignments, trees and motifs are what Biopython 1.80 reads in the same files.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Table } from "../artifacts/artifact.ts";
import { cellJson, columnOf } from "../artifacts/table.ts";
import type { JsonObject } from "../base/json.ts";
import { loadText } from "../testing/load-text.ts";
import { hasReference, referenceFile } from "../testing/reference-data.ts";

const isThere = hasReference("format_zoo/hedgehog.aln");
async function load(file: string, spec: JsonObject = {}): Promise<Table> {
  const { out, failure } = await loadText(file, new Uint8Array(readFileSync(referenceFile(`format_zoo/${file}`))), spec);
  if (out?.type !== "table") throw new Error(failure?.reason ?? "no table");
  return out;
}
const cells = (table: Table, name: string) => {
  const column = columnOf(table, name) ?? expect.fail(name);
  return Array.from({ length: table.rowCount }, (_, row) => cellJson(column, row));
};

test.skipIf(!isThere)("Clustal: hedgehog.aln", async () => {
  const table = await load("hedgehog.aln");
  expect(cells(table, "id")).toEqual([
    "gi|167877390|gb|EDS40773.1|",
    "gi|167234445|ref|NP_001107837.",
    "gi|74100009|gb|AAZ99217.1|",
    "gi|13990994|dbj|BAA33523.2|",
    "gi|56122354|gb|AAV74328.1|",
  ]);
  expect(new Set(cells(table, "length"))).toEqual(new Set([447]));
  expect(String(cells(table, "sequence")[0]).slice(-20)).toBe("KDYVLPTDWLYH--------");
  expect(new Set(cells(table, "alphabet"))).toEqual(new Set(["aligned protein"]));
});

test.skipIf(!isThere)("Stockholm: simple.sth with the structure of each row", async () => {
  const table = await load("simple.sth");
  expect([cells(table, "id"), cells(table, "length")]).toEqual([
    ["AP001509.1", "AE007476.1"],
    [104, 104],
  ]);
  expect(String(cells(table, "sequence")[1]).slice(0, 30)).toBe("AAAAUUGAAUAUCGUUUUACUUGUUUAU-G");
  expect(cells(table, "SS of letters")[0]).toBe(
    "-----------------<<<<<<<<---..<<-<<-------->>->>..---------<<<<<--------->>>>>--->>>>>>>>---------------",
  );
  expect(cells(table, "alphabet")).toEqual(["aligned rna", "aligned rna"]);
});

test.skipIf(!isThere)("PHYLIP: hennigian.phy", async () => {
  const table = await load("hennigian.phy");
  expect([cells(table, "id").join(""), new Set(cells(table, "length"))]).toEqual(["ABCDEFGHIJ", new Set([40])]);
  expect(String(cells(table, "sequence")[9]).slice(0, 30)).toBe("ACAAAAAAAAACAAAAACACAAAAAAAAAA");
});

test.skipIf(!isThere)("NEXUS: the tree of bats.nex", async () => {
  const table = await load("bats.nex");
  const leaves = cells(table, "leaf").filter((leaf) => leaf === true).length;
  const sum = cells(table, "length").reduce((total: number, length) => total + Number(length ?? 0), 0);
  expect([table.rowCount, leaves]).toEqual([1315, 658]);
  expect(sum).toBeCloseTo(109.108917, 6);
  const at = cells(table, "name").indexOf("Myotis_myotis");
  expect([cells(table, "distance")[at], cells(table, "length")[at]]).toEqual([expect.closeTo(2.08444, 8), 0.002134]);
  const far = cells(table, "distance").reduce((most: number, distance) => Math.max(most, Number(distance ?? 0)), 0);
  expect(far).toBeCloseTo(2.779797, 8);
});

test.skipIf(!isThere)("JASPAR: SRF.pfm", async () => {
  const table = await load("SRF.pfm");
  expect([cells(table, "A"), cells(table, "T")]).toEqual([
    [2, 9, 0, 1, 32, 3, 46, 1, 43, 15, 2, 2],
    [4, 2, 0, 0, 13, 42, 0, 45, 3, 30, 0, 0],
  ]);
});
