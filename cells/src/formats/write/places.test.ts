// Tables of places leave in the convention of each format, and come back as they were.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { offeredOf } from "../../artifacts/export-formats.ts";
import { integerColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { loadText } from "../../testing/load-text.ts";
import { exportArtifact } from "./export-artifact.ts";

async function exported(table: Table, format: "bed" | "gff3"): Promise<string> {
  const result = await exportArtifact(table, format);
  if (!result.ok) throw new Error(result.error.reason);
  return new TextDecoder().decode(result.value);
}
const loaded = async (name: string, text: string): Promise<Table> => (await loadText(name, text)).out as Table;

const gff =
  "##gff-version 3\n##genome-build NCBI GRCh38\nchr1\tx\tgene\t11\t20\t0.5\t+\t.\tID=g1;Note=a%3B b%2C c;Dbxref=p,q\nchr2\tx\tCDS\t1\t1\t.\t-\t2\tParent=g1\n";

test("a table from 1 is written from 0 as BED, one from 0 from 1 as GFF3", async () => {
  expect(await exported(await loaded("a.gff3", gff), "bed")).toBe(
    "# genome GRCh38\n#chrom\tstart\tend\tname\tscore\tstrand\tsource\ttype\tphase\tNote\tDbxref\tParent\n" +
      "chr1\t10\t20\tg1\t0.5\t+\tx\tgene\t.\ta; b, c\tp,q\t.\nchr2\t0\t1\t.\t0\t-\tx\tCDS\t2\t.\t.\tg1\n",
  );
  expect(await exported(await loaded("a.bed", "chr1\t10\t20\tg;1\t7\t+\n"), "gff3")).toBe(
    "##gff-version 3\nchr1\t.\tregion\t11\t20\t7\t+\t.\tName=g%3B1\n",
  );
  expect(await exported(await loaded("a.bed", "chr1\t10\t20\nchr1\t5\t5\n"), "bed")).toBe("chr1\t10\t20\nchr1\t5\t5\n");
});

test("what was written is read as it was", async () => {
  const first = await loaded("a.gff3", gff);
  expect(await exported(first, "gff3")).toBe(gff);
  const six = "chr1\t10\t20\ta\t7\t+\nchr2\t1\t2\tb\t0\t.\nchrX\t9\t9\tc\t1000\t-\n";
  expect(await exported(await loaded("a.bed", six), "bed")).toBe(six);
  const again = await loaded("b.bed", await exported(first, "bed"));
  expect(again.columns.map(({ name }) => name)).toEqual(
    "chromosome start end name score strand source type phase Note Dbxref Parent".split(" "),
  );
  expect(again.columns[0]?.build).toBe("GRCh38");
});

const hasBedtools = spawnSync("bedtools", ["--version"]).status === 0;
test.skipIf(!hasBedtools)("a GFF as BED covers what bedtools finds in the GFF, and awk's arithmetic agrees", async () => {
  const rows = Array.from({ length: 300 }, (_, at) => {
    const start = 1 + ((at * 7919) % 5000);
    return `chr${1 + (at % 3)}\tx\texon\t${start}\t${start + ((at * 31) % 400)}\t.\t${at % 2 ? "+" : "-"}\t.\tID=e${at}`;
  });
  const text = `##gff-version 3\n${rows.join("\n")}\n`;
  const written = await exported(await loaded("a.gff3", text), "bed");
  const folder = mkdtempSync(path.join(tmpdir(), "places-"));
  try {
    const [a, b] = [path.join(folder, "a.gff"), path.join(folder, "b.bed")];
    writeFileSync(a, text);
    writeFileSync(b, written);
    const merged = (file: string): string => {
      const sorted = execFileSync("bedtools", ["sort", "-i", file]);
      return execFileSync("bedtools", ["merge", "-i", "-"], { input: sorted }).toString();
    };
    expect(merged(b)).toBe(merged(a));
    const awk = execFileSync("awk", ["-F", "\t", '!/^#/{print $1 "\t" $4-1 "\t" $5}', a]).toString();
    const own = execFileSync("awk", ["-F", "\t", '!/^#/{print $1 "\t" $2 "\t" $3}', b]).toString();
    expect(own).toBe(awk);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("rows without a place, and places that a format cannot hold, are refused in words", async () => {
  const reason = async (table: Table, format: "bed" | "gff3") => {
    const result = await exportArtifact(table, format);
    return result.ok ? null : [result.error.reason, result.error.params];
  };
  const some = tableOf(
    textColumn("c", ["chr1", null], { semantic: "chromosome" }),
    integerColumn("p", [5, 6], { semantic: "position", origin: 1 }),
  );
  expect(await reason(some, "bed")).toEqual(["export-places.without-place", { count: 1, row: 2, format: "BED" }]);
  expect(await reason(await loaded("a.bed", "chr1\t5\t5\n"), "gff3")).toEqual(["export-places.no-bases", { row: 1 }]);
  expect(await reason(tableOf(textColumn("c", ["a"])), "bed")).toEqual(["export-places.no-places", { format: "BED" }]);
});

test("formats of places are offered under tables of places", () => {
  const all = ["csv", "bed", "gff3"] as const;
  expect(offeredOf(all, [{ semantic: "text" }])).toEqual(["csv"]);
  expect(offeredOf(all, [{ semantic: "chromosome" }, { semantic: "position" }])).toEqual(["csv", "bed", "gff3"]);
});
