// Lines with # above rows: remarks, names, or rows. Values of the tables as DuckDB's read_csv(header=true, comment='') gives them.

import { expect, test } from "vitest";
import type { Table } from "../../../artifacts/artifact.ts";
import { cellJson } from "../../../artifacts/table.ts";
import type { JsonObject } from "../../../base/json.ts";
import { fixInWords } from "../../../messages/settings/setting-in-words.ts";
import { loadText } from "../../../testing/load-text.ts";

const read = async (text: string, spec: JsonObject = {}, name = "x.csv") => {
  const { out, logged } = await loadText(name, text, { read: "table", ...spec });
  const { columns, rowCount } = out as Table;
  const rows = Array.from({ length: rowCount }, (_, row) => columns.map((column) => cellJson(column, row)));
  return { logged, names: columns.map((column) => column.name), rows };
};

test.each([
  ["ids that begin with # over texts", "#id,v\n#1,a\n#2,b\nc,d\n", ["#id", "v"], 3, 1],
  ["every line begins with #", "#patient,v\n#1,10\n#2,20\n#3,30\n", ["#patient", "v"], 3, 1],
  ["the same without a last line end", "#patient,v\n#1,10\n#2,20\n#3,30", ["#patient", "v"], 3, 1],
  ["names and one row", "#patient,v\n#1,10\n", ["#patient", "v"], 1, 1],
  ["below remarks", "# made by x, y\n#made\n#patient,v\n#1,10\nb,20\n", ["#patient", "v"], 2, 3],
  ["rows without names", "#1,10\n#2,20\nc,30\n", ["column 1", "column 2"], 3, 1],
  ["one row without names", "#1,10\nb,20\nc,30\n", ["column 1", "column 2"], 3, 1],
  ["cells of both kinds between tabs", "#gene\tn\n#a\t1\n#b\t\nc\t3\n", ["#gene", "n"], 3, 1],
])("%s: lines with as many fields as the rows are rows, and that is said", async (_title, text, names, count, line) => {
  const found = await read(text);
  expect(found.names).toEqual(names);
  expect(found.rows).toHaveLength(count);
  expect(found.logged).toMatch(new RegExp(`begins? with # \\(from line ${line} on: .*belongs? to the table`, "u"));
});

test("where they are remarks, the lines above the table are set, as the button does", async () => {
  const { findings } = await loadText("x.csv", "#x,1\n#y,2\na,3\nb,4\n", { read: "table" });
  const fix = findings.find(({ rule }) => rule === "rows-with-hash")?.fix;
  expect(fix && [fix, fixInWords(fix, "en")]).toEqual([{ path: ["skip"], value: 2 }, "Pass over the first 2 lines"]);
  const { rows, names } = await read("#x,1\n#y,2\na,3\nb,4\n", { skip: 2 });
  expect([names, rows]).toEqual([
    ["column 1", "column 2"],
    [
      ["a", 3],
      ["b", 4],
    ],
  ]);
});

test.each([
  ["the names of a VCF", "##about=x\n#CHROM\tPOS\tID\n1\t5\trs1\n2\t6\trs2\n", ["#CHROM", "POS", "ID"], 2],
  ["names alone below remarks of as many fields", "#made,today\n#id,v\na,1\nb,2\n", ["#id", "v"], 2],
  ["samples that are numbers", "#OTU ID\t1\t2\no1\t5\t6\no2\t7\t8\n", ["#OTU ID", "1", "2"], 2],
  ["types of QIIME 2", "#SampleID\tx\n#q2:types\tcategorical\ns1\ta\ns2\tb\n", ["#SampleID", "x"], 2],
  ["remarks above names", "#made by x,y\n#at z,w\nid,v\na,1\nb,2\n", ["id", "v"], 2],
  ["remarks with a blank", "# a,b\n# c,d\nx,y\nz,w\n", ["x", "y"], 1],
])("%s: nothing is made a row", async (_title, text, names, count) => {
  const found = await read(text, {}, text.includes("\t") ? "x.tsv" : "x.csv");
  expect(found.names).toEqual(names);
  expect(found.rows).toHaveLength(count);
  expect(found.logged).not.toContain("to the table");
});

test("what stands in quotes is no remark", async () => {
  expect((await read('"#id",v\n"#1",a\n"#2",b\n')).rows).toHaveLength(2);
  expect((await read('id\n"#1"\n"#2"\n')).rows).toEqual([["#1"], ["#2"]]);
});

const counts = (ids: readonly string[]): string =>
  `gene\t${Array.from({ length: 60 }, (_, at) => `s${at}`).join("\t")}\n${ids.map((id, row) => `${id}${`\t${row}`.repeat(60)}\n`).join("")}`;

test.each<[string, string, number | null, number]>([
  ["a sample that was put out of use", "sample,group\nS1,a\nS2,a\n#S3,b\nS4,b\n", 4, 1],
  ["a remark with as many fields", "a,b\nx,y\nx,y\n# seen, again\nz,y\nz,y\n#end,\n", 4, 2],
  ["a gene of a matrix", counts(["G1", "G2", "#G3", "G4"]), 4, 1],
  ["names that begin with #, all of them or many", "id,v\n#1,x\n#2,y\nc,z\n", null, 0],
  ["in quotes", '"sample","group"\n"S1","a"\n"#S2","b"\n"S3","b"\n', null, 0],
  ["what Excel writes where a formula failed", "a,b\nx,1\n#REF!,2\ny,3\n", null, 0],
  ["colours in another column", "a,b\nx,#fff\ny,red\nz,blue\n", null, 0],
])("rows with # below: %s", async (_title, text, line, count) => {
  const { findings } = await loadText(text.includes("\t") ? "x.tsv" : "x.csv", text);
  const found = findings.find(({ rule }) => rule === "rows-put-out");
  const { lines, count: many } = found?.message.params ?? {};
  expect([Array.isArray(lines) ? lines[0] : null, many ?? 0]).toEqual([line, count]);
});
