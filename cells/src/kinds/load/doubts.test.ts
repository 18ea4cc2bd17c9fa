// What keeps a column from being numbers is found wherever it stands and said in the log of the load; what can be numbers is.
// Values by pandas 3.0.6 (read_csv, read_excel, max) and R 4.2.2 (as.numeric).

import { expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { cellJson, columnOf, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { Json } from "../../base/json.ts";
import { exportArtifact } from "../../formats/write/export-artifact.ts";
import { loadText } from "../../testing/load-text.ts";

/** Thousands are set apart by a narrow blank. */
const unspaced = (logged: string): string => logged.replace(/(?<=\d)\s(?=\d{3})/g, "");

const column = (found: unknown, name: string): { readonly type: string; readonly values: readonly Json[] } => {
  const table = found as Table;
  const held = columnOf(table, name);
  if (!held) throw new Error(`no column ${name}`);
  return { type: held.type, values: Array.from({ length: table.rowCount }, (_, row) => cellJson(held, row)) };
};

test("the one word among 5,000 numbers is named with its line, however far down it stands", async () => {
  const rows = Array.from({ length: 5000 }, (_, row) => `s${row},${row === 4709 ? "ND" : row}`);
  const { out, logged } = await loadText("big.csv", `id,y\n${rows.join("\n")}\n`);
  expect(column(out, "y").type).toBe("text");
  expect(unspaced(logged)).toContain("ND in line 4711 makes y text; 4999 other values are numbers.");
});

test.each([
  [
    "Undetermined",
    "sample,ct\ns1,9.5\ns2,31.2\ns3,Undetermined\ns4,10.1\n",
    "Undetermined in line 4 makes ct text; 3 other values",
  ],
  [
    "a limit",
    "gene,p\nA,0.5\nB,<0.001\nC,1e-05\nD,<0.01\nE,0.04\n",
    "<0.001 in line 3, and 1 more cell, make p text; 3 other values",
  ],
  ["percentages", "s,pct\na,9%\nb,10%\nc,100%\n", "pct holds 3 percentages, such as 9% in line 2"],
  [
    "many rows of one word",
    "s,ct\na,1.5\nb,2.5\nc,3.5\nd,ND\ne,ND\nf,ND\ng,ND\n",
    "ND in line 5, and 3 more cells, make ct text",
  ],
  [
    "too many digits",
    "s,v\na,9007199254740993\nb,2\nc,3\n",
    "v holds 1 whole number with more digits than a number keeps, such as 9007199254740993 in line 2",
  ],
  [
    "commas of both kinds",
    'g,v\na,"1,234"\nb,"12,5"\nc,"1,000,000"\n',
    "v holds 3 numbers with a comma, such as 1,234 in line 2",
  ],
  [
    "decimal commas where others have a point",
    'g,w,v\na,1.25,"1,5"\nb,0.5,"2,25"\n',
    "v holds numbers with a decimal comma, such as 1,5",
  ],
  [
    "names of wells",
    "well,p\n1E5,1\n2E5,2\n",
    "well holds values such as 1E5 in line 2: names (of wells, of clones) or numbers.",
  ],
])("what makes a column text is said: %s", async (_what, text, said) => {
  expect((await loadText("x.csv", text)).logged).toContain(said);
});

test("columns of names and of chromosomes say nothing in the log", async () => {
  const { logged } = await loadText("x.csv", "sample,chr,c2\n1,1,1\n2,2,2\n3B,X,MT\n4,3,3\n");
  expect(logged).toBe("");
});

test("bare exponents among plain numbers are numbers, and that is said; clones of many digits are names", async () => {
  const { out, logged } = await loadText("a.csv", "g,m,q,c\na,1E5,1.5E5,2310009E13\nb,250,2E5,12\nc,.,3.1E5,14\n");
  expect(column(out, "m")).toEqual({ type: "int32", values: [100_000, 250, null] });
  expect(Math.max(...(column(out, "q").values as number[]))).toBe(310_000);
  expect(column(out, "c").type).toBe("text");
  expect(unspaced(logged)).toContain(
    "m holds 1E5 in line 2: among numbers it is taken as the number 100000 (1 cell of this kind).",
  );
  expect(logged).toContain("2310009E13 in line 2 makes c text; 2 other values are numbers.");
});

test("whole numbers that a double holds are numbers, however long; 10^17 + 1 is none", async () => {
  expect(column((await loadText("t.csv", "s,t\na,3\nb,100000000000000000\n")).out, "t").values).toEqual([3, 1e17]);
  expect(column((await loadText("t.csv", "s,t\na,3\nb,100000000000000001\n")).out, "t").type).toBe("text");
  const json = '{"s":"a","t":3}\n{"s":"b","t":1e17}\n{"s":"c","t":100000000000000000}\n';
  expect(column((await loadText("t.jsonl", json)).out, "t").values).toEqual([3, 1e17, 1e17]);
});

test("cells of several lines in a workbook are cells", async () => {
  const bytes = await exportArtifact(tableOf(textColumn("s", ["a", "b"]), textColumn("note", ["one, two\nthree", "x"])), "xlsx");
  if (!bytes.ok) throw new Error(bytes.error.reason);
  expect((await loadText("notes.xlsx", bytes.value)).logged).toBe("");
});

test.each(["csv", "tsv", "xlsx"] as const)("numbers are read back from %s as they were written", async (format) => {
  const numbers = [0.1, 1e17, 1e21, -1.2345678901234568e20, 9007199254740991, 5e-324, 123456789.12345679, 1e-7];
  const bytes = await exportArtifact(
    tableOf(
      textColumn(
        "s",
        numbers.map((_, at) => `s${at}`),
      ),
      numberColumn("n", numbers),
    ),
    format,
  );
  if (!bytes.ok) throw new Error(bytes.error.reason);
  expect(column((await loadText(`back.${format}`, bytes.value)).out, "n")).toEqual({ type: "float64", values: numbers });
});

test("a text in quotes over lines and delimiters is told with its line: rows may be in it", async () => {
  const stray = 'gene\tdesc\tn\ng1\t"5 prime\t1\ng2\tb\t2\ng3\tc"\t3\ng4\td\t4\n';
  const { out, logged } = await loadText("a.tsv", stray);
  expect((out as Table).rowCount).toBe(2);
  expect(logged).toContain("The text in quotes that begins in line 2 runs over 3 lines");
  const wide = `id,${Array.from({ length: 60 }, (_, at) => `s${at}`).join(",")}`;
  const numbers = Array.from({ length: 60 }, () => "1").join(",");
  const matrix = `${wide}\n"g1,${numbers}\ng2",${numbers}\ng3,${numbers}\n`;
  expect((await loadText("wide.csv", matrix)).logged).toContain("begins in line 2 runs over 2 lines");
  const twice = 'id,note\n1,"a, b\nc"\n2,x\n3,"say ""d, e""\nf"\n4,"two\nlines"\n5,"a,b"\n';
  expect((await loadText("a.csv", twice)).logged).toContain(
    "begins in line 2 runs over 2 lines and holds a character that stands between fields; so do 1 more",
  );
  expect((await loadText("a.csv", 'id,note\n1,"two\nlines"\n2,"a,b"\n')).logged).toBe("");
});

test.each(["a;b\n1;2\n3;4\n", "a;b\r\n1;2\r\n3;4\r\n"])(
  "sep=; before %j says what stands between fields and is no header",
  async (rows) => {
    for (const first of ["sep=;", '"sep=;"', "SEP=;"]) {
      const { out, logged } = await loadText("sep.csv", `${first}${rows.includes("\r") ? "\r\n" : "\n"}${rows}`);
      expect((out as Table).columns.map(({ name }) => name)).toEqual(["a", "b"]);
      expect(column(out, "b").values).toEqual([2, 4]);
      expect(logged).toContain("The first line says that ; stands between fields");
    }
    const { failure } = await loadText("sep.csv", "sep=;\na;b\n1;2\n1;2;3\n");
    expect(failure).toMatchObject({ params: { line: 4 } });
  },
);
