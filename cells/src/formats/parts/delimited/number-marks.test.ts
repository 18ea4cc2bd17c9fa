// Numbers with other marks than a point, words for missing cells, and what is asked. Decimal commas agree with base R 4.2.2
// (read.csv2); what is right elsewhere comes from the cases that users reported (../shared/data/reports).

import { describe, expect, test } from "vitest";
import type { Table } from "../../../artifacts/artifact.ts";
import { cellJson, columnOf } from "../../../artifacts/table.ts";
import type { Json, JsonObject } from "../../../base/json.ts";
import { loadText } from "../../../testing/load-text.ts";

const read = async (text: string, spec: JsonObject = {}, name = "x.csv") => {
  const { out, logged, failure } = await loadText(name, text, { read: "table", ...spec });
  const table = out as Table | null;
  const cells = (column: string): readonly Json[] => {
    const found = table && columnOf(table, column);
    return table && found ? Array.from({ length: table.rowCount }, (_, row) => cellJson(found, row)) : [];
  };
  return { failure, logged, cells };
};

describe("marks are found from whole columns", () => {
  test.each([
    [
      "a decimal comma between semicolons",
      "g;v\na;1,5\nb;2,25\nc;1.234,5\n",
      "v",
      [1.5, 2.25, 1234.5],
      /v is read with a decimal comma: 1,5 in line 2 is 1\.5/,
    ],
    [
      "commas in groups of three, which two of them prove",
      'g,v\na,"1,234,567"\nb,"1,234"\n',
      "v",
      [1_234_567, 1234],
      /v is read with thousands set apart: 1,234,567 in line 2 is 1234567/,
    ],
    [
      "a comma that another column explains as decimal",
      "g\tv\tw\na\t1,234\t0,5\nb\t2,500\t0,25\n",
      "v",
      [1.234, 2.5],
      /v, w are read with a decimal comma/,
    ],
    [
      "a comma that another column explains as thousands",
      'g,v,w\na,"1,234",0.5\nb,"2,500",12.25\n',
      "v",
      [1234, 2500],
      /thousands set apart/,
    ],
    ["a comma of three digits between semicolons", "g;v\na;1,234\nb;2,500\n", "v", [1.234, 2.5], /decimal comma/],
    [
      "points in groups beside a decimal comma",
      "g;v;w\na;3.251;0,5\nb;679;0,25\n",
      "v",
      [3251, 679],
      /thousands set apart: 3\.251 in line 2 is 3251/,
    ],
    [
      "blanks, also those that do not break",
      "g;v\na;1 234\nb;12\u00a0345\nc;1\u202f234,5\n",
      "v",
      [1234, 12_345, 1234.5],
      /decimal comma|thousands/,
    ],
    ["apostrophes, as in Switzerland", "g,v\na,1'234'567.5\nb,2\n", "v", [1_234_567.5, 2], /thousands set apart/],
    ["exponents with a comma", "g;p\na;1,5E-10\nb;0,05\nc;NA\nd;2e4\n", "p", [1.5e-10, 0.05, null, 20_000], /decimal comma/],
    ["infinity beside them", "g;p\na;1,5\nb;Inf\nc;-Inf\n", "p", [1.5, "Infinity", "-Infinity"], /decimal comma/],
  ])("%s", async (_title, text, column, values, said) => {
    const { cells, logged } = await read(text);
    expect(cells(column)).toEqual(values);
    expect(logged).toMatch(said);
  });

  test("the cell that proves it may stand far below", async () => {
    const rows = Array.from({ length: 5000 }, (_, row) => `g${row}\t${1 + (row % 9)},${100 + (row % 900)}`);
    const { cells } = await read(`g\tv\n${rows.join("\n")}\nlast\t0,5\n`, {}, "x.tsv");
    expect(cells("v").slice(0, 2)).toEqual([1.1, 2.101]);
    expect(cells("v").at(-1)).toBe(0.5);
  });

  test("one warning for many columns", async () => {
    const names = Array.from({ length: 40 }, (_, at) => `s${at}`);
    const { logged } = await read(
      `g;${names.join(";")}\na;${names.map(() => "1,5").join(";")}\nb;${names.map(() => "2,25").join(";")}\n`,
    );
    expect(logged.split("\n")).toHaveLength(1);
  });

  test.each([
    ["a comma of three digits that nothing explains", 'g,v\na,"1,234"\nb,"2,500"\n', "1,234", "1234", "1.234"],
    ["German thousands between semicolons", "gene;S1\na;3.251\nb;1.138\nc;679\n", "3.251", "3.251", "3251"],
    [
      "whole numbers beside fractions of three digits",
      "gene\tS1\na\t3.251\nb\t1.138\nc\t679\nd\t2.004\ne\t12\n",
      "3.251",
      "3.251",
      "3251",
    ],
  ])("%s is asked: the failure names the setting, which then decides", async (_title, text, value, point, comma) => {
    const name = text.includes("\t") ? "x.tsv" : "x.csv";
    const { failure } = await read(text, {}, name);
    expect(failure).toMatchObject({
      reason: "marks.unclear",
      params: { value, line: 2, point, comma },
      at: ["decimal"],
      fix: { path: ["decimal"] },
    });
    const column = text.startsWith("gene") ? "S1" : "v";
    expect((await read(text, { decimal: "point" }, name)).cells(column)[0]).toBe(Number(point));
    expect((await read(text, { decimal: "comma" }, name)).cells(column)[0]).toBe(Number(comma));
  });

  test("numbers with three digits behind the point are what they are where their like are many", async () => {
    const { cells, failure } = await read("gene\ta\tb\nA\t1.234\t12.125\nB\t0.512\t3.75\nC\t2.000\t1\n", {}, "x.tsv");
    expect(failure).toBeNull();
    expect(cells("a")).toEqual([1.234, 0.512, 2]);
  });

  test("texts with commas are texts", async () => {
    const { cells } = await read('id,ad,gt,note\ns1,"10,20","1,2","a, b"\ns2,"0,35","0,1","c"\ns3,"n.d.","x,y","d"\n');
    expect(cells("ad")).toEqual(["10,20", "0,35", "n.d."]);
    expect(cells("gt")).toEqual(["1,2", "0,1", "x,y"]);
    // Depths of alleles beside a column with decimal points.
    expect((await read('id,ad,af\ns1,"10,20",0.5\ns2,"3,35",0.25\n')).cells("ad")).toEqual(["10,20", "3,35"]);
  });
});

describe("marks that are set are obeyed, or it is said", () => {
  test("a point that is none of theirs leaves a column text, with its line", async () => {
    const { cells, logged } = await read("g;v;w\na;1,5;1.5\nb;2,25;2\n", { decimal: "comma" });
    expect(cells("v")).toEqual([1.5, 2.25]);
    expect(cells("w")).toEqual(["1.5", "2"]);
    expect(logged).toMatch(/1\.5 in line 2 is no number with the marks that are set, so w stays text/);
  });
  test("no separator of thousands, a decimal point: commas stay texts", async () => {
    expect((await read('g,v\na,"1,234,567"\nb,"1,234"\n', { thousands: "none", decimal: "point" })).cells("v")).toEqual([
      "1,234,567",
      "1,234",
    ]);
  });
  test("points between thousands, in matrices, too", async () => {
    const text = "gene;A;B\nx;3.251;1.138\ny;679;12\n";
    expect((await read(text, { thousands: "point" })).cells("A")).toEqual([3251, 679]);
    const { out } = await loadText("x.csv", text, { read: "matrix", thousands: "point" });
    expect(out?.type === "assay" && out.values.layout === "dense" && [...out.values.data]).toEqual([3251, 1138, 679, 12]);
  });
  test("one mark for both is refused", async () => {
    expect((await read("a;b\n1;2\n", { decimal: "comma", thousands: "comma" })).failure).toMatchObject({
      reason: "marks.same-mark",
      at: ["thousands"],
    });
  });
});

describe("words for missing cells", () => {
  const flu = "segment,protein,reads\nPB2,PB2,100\nHA,HA,300\n";
  test.each([
    ["in quotes, where not everything is", `${flu}"NA","NA",180\n`, ["PB2", "HA", "NA"], ["PB2", "HA", "NA"]],
    ["as the one among distinct identifiers", `${flu}NA,x,180\n`, ["PB2", "HA", "NA"], ["PB2", "HA", "x"]],
    ["missing where it stands twice", `${flu}NA,x,180\nNA,y,5\n`, ["PB2", "HA", null, null], ["PB2", "HA", "x", "y"]],
    ["missing in a column of no names", `${flu.replace("protein", "note")}M,NA,180\n`, ["PB2", "HA", "M"], ["PB2", "HA", null]],
  ])("NA: %s", async (_title, text, segments, proteins) => {
    const { cells, logged } = await read(text);
    expect(cells("segment")).toEqual(segments);
    expect(cells(text.includes("note") ? "note" : "protein")).toEqual(proteins);
    expect(/NA .*is kept as a name/.test(logged)).toBe(segments.includes("NA"));
  });

  test("NA among codes of countries is Namibia", async () => {
    const { cells } = await read("id,country\n1,DE\n2,NA\n3,FR\n4,NA\n5,US\n");
    expect(cells("country")).toEqual(["DE", "NA", "FR", "NA", "US"]);
  });

  test("where everything stands in quotes they say nothing", async () => {
    const { cells } = await read('"id","sex"\n"s1","F"\n"s2","NA"\n"s3","F"\n');
    expect(cells("sex")).toEqual(["F", null, "F"]);
  });

  test("words that are set are missing in texts, numbers and matrices, and no others are", async () => {
    const text = "id,v,t\na,1,x\nb,ND,NA\nc,-999,ND\nd,2.5,\n";
    const { cells } = await read(text, { missing: ["ND", "-999"] });
    expect(cells("v")).toEqual([1, null, null, 2.5]);
    expect(cells("t")).toEqual(["x", "NA", null, null]);
    expect((await read(text, { missing: [] })).cells("t")).toEqual(["x", "NA", "ND", null]);
    const { out } = await loadText("x.csv", "gene,s1,s2\nA,1,?\nB,-999,4\n", { read: "matrix", missing: ["?", "-999"] });
    expect(out?.type === "assay" && out.values.layout === "dense" && [...out.values.data]).toEqual([
      1,
      Number.NaN,
      Number.NaN,
      4,
    ]);
  });

  // As pandas 1.5.3 reads them: read_csv(dtype=str, keep_default_na=False, na_values=["", "-999", "5"]).
  test.each([
    ["whole numbers first", ["34", "-999", "n.d.", "50", "-999"], ["34", null, "n.d.", "50", null]],
    ["the word first", ["-999", "n.d.", "7"], [null, "n.d.", "7"]],
    ["two words before the first text", ["10", "5", "-999", "n.d.", "20", "5"], ["10", null, null, "n.d.", "20", null]],
    ["nothing but words before the first text", ["5", "5", "x", "7"], [null, null, "x", "7"]],
    ["fractions first", ["1.5", "5", "n.d.", "5", "2.5"], ["1.5", null, "n.d.", null, "2.5"]],
    ["another spelling of that number", ["5.0", "5", "x"], [null, null, "x"]],
    ["a code with a zero in front is no number", ["05", "5", "x"], ["05", null, "x"]],
    ["an empty cell between", ["5", "", "x", "8"], [null, null, "x", "8"]],
  ])("a column that begins as numbers and holds texts keeps each value in its row: %s", async (_title, written, right) => {
    const rows = written.map((value, row) => `r${row},${value}`);
    const { cells } = await read(`id,v\n${rows.join("\n")}\n`, { missing: ["-999", "5"] });
    expect(cells("v")).toEqual(right);
    const tabs = await read(`id\tv\n${rows.join("\n").replaceAll(",", "\t")}\n`, { missing: ["-999", "5"] }, "x.tsv");
    expect(tabs.cells("v")).toEqual(right);
  });
});
