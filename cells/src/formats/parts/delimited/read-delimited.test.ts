// What a delimited file becomes: cells letter for letter, numbers where nothing is lost, faults named by their row.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { loadText } from "../../../testing/load-text.ts";
import { referenceFile } from "../../../testing/reference-data.ts";
import type { Table } from "../../../artifacts/artifact.ts";
import { cellJson, columnOf } from "../../../artifacts/table.ts";
import { FailureError } from "../../../base/failure.ts";
import type { Json } from "../../../base/json.ts";
import { readDelimited, type ReadDelimitedOptions } from "./read-delimited.ts";

/** The same text in chunks of `size` bytes: what a network or a disk gives. */
function sourceOf(content: string | Uint8Array, size = 7) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    open: async function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
    fraction: () => null,
  };
}

async function tableOf(content: string | Uint8Array, options: ReadDelimitedOptions = {}, size?: number): Promise<Table> {
  const file = await readDelimited(sourceOf(content, size), { matrix: "table", ...options });
  if (file.content.shape !== "table") throw new Error("expected a table");
  return file.content.table;
}
const cells = (table: Table, name: string): Json[] => {
  const column = columnOf(table, name);
  if (!column) throw new Error(`no column ${name}: ${table.columns.map((each) => each.name).join()}`);
  return Array.from({ length: table.rowCount }, (_, row) => cellJson(column, row));
};
const one = async (...values: string[]) => {
  const table = await tableOf(`k,x\n${values.map((value) => `a,${value}`).join("\n")}\n`);
  return { type: table.columns[1]?.type, cells: cells(table, "x") };
};
async function refusal(content: string | Uint8Array, options: ReadDelimitedOptions = {}) {
  try {
    await tableOf(content, options);
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  throw new Error("expected a failure");
}

describe("a column is numeric only when nothing is lost", () => {
  test.each([
    ["whole numbers", ["1", "-2", "NA", "30"], "int32", [1, -2, null, 30]],
    ["fractions", ["1", "2.5", ".5", "-0.25"], "float64", [1, 2.5, 0.5, -0.25]],
    ["exponents with a sign", ["1e-05", "2.5E+3", "1.0e2"], "float64", [1e-5, 2500, 100]],
    ["leading zeros stay", ["007", "12"], "text", ["007", "12"]],
    ["leading zeros stay when they come late", ["12", "13", "007"], "text", ["12", "13", "007"]],
    ["a bare exponent is a name", ["2310009E13", "2E3"], "text", ["2310009E13", "2E3"]],
    ["whole numbers beyond 2^53 stay", ["9007199254740993", "1"], "text", ["9007199254740993", "1"]],
    ["32 bits are not enough", ["1", "4294967296"], "float64", [1, 4294967296]],
    ["spelling is kept when a text comes late", ["1.50", "2.0", "n.d."], "text", ["1.50", "2.0", "n.d."]],
    ["chromosomes stay text", ["1", "22", "X"], "text", ["1", "22", "X"]],
    ["a strand of minus is no missing value", ["-", "+", "-"], "text", ["-", "+", "-"]],
    ["a dot is missing among numbers", ["1.5", ".", "-"], "float64", [1.5, null, null]],
    ["T and F are alleles", ["T", "F", "T"], "text", ["T", "F", "T"]],
    ["TRUE and FALSE are truth values", ["TRUE", "NA", "FALSE"], "boolean", [true, null, false]],
    [
      "also in several spellings, as pandas and R read them",
      ["TRUE", "True", "false", "", "true"],
      "boolean",
      [true, true, false, null, true],
    ],
    ["T and F are alleles", ["T", "F", "TRUE"], "text", ["T", "F", "TRUE"]],
    ["a decimal comma is one where the column says so", ['"1,5"', "2"], "float64", [1.5, 2]],
    ["a decimal comma among points stays text", ['"1,5"', "2.25"], "text", ["1,5", "2.25"]],
    ["a number that no double holds stays", ["1e+400", "1"], "text", ["1e+400", "1"]],
    ["infinity", ["Inf", "-Inf", "1"], "float64", ["Infinity", "-Infinity", 1]],
    ["dates stay", ["2024-01-02", "05/09/2024"], "text", ["2024-01-02", "05/09/2024"]],
    ["nothing but missing", ["NA", "", "NA"], "text", [null, null, null]],
    [
      "many digits are read to the nearest double",
      ["0.12345678901234567890", "123456789.123456789"],
      "float64",
      [0.12345678901234568, 123456789.12345679],
    ],
  ])("%s", async (_title, values, type, expected) => {
    expect(await one(...values)).toEqual({ type, cells: expected });
  });

  test("the second reading finds the spelling of early rows, missing cells included", async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => (at % 7 === 0 ? "." : `${at}.50`));
    const table = await tableOf(`k,x\n${rows.map((value) => `a,${value}`).join("\n")}\nb,late\n`, {}, 1000);
    expect(cells(table, "x").slice(0, 9)).toEqual([".", "1.50", "2.50", "3.50", "4.50", "5.50", "6.50", ".", "8.50"]);
    expect(cells(table, "x").at(-1)).toBe("late");
  });
});

test("equal texts share one entry of the dictionary, however many there are", async () => {
  const table = await tableOf(`k,x\n${Array.from({ length: 5000 }, (_, at) => `g${at % 1000},${at}`).join("\n")}\n`, {}, 4096);
  const genes = table.columns[0];
  expect(genes?.type === "text" && genes.dictionary.length).toBe(1000);
  expect(cells(table, "k")[4321]).toBe("g321");
});

describe("the shape of the text", () => {
  test.each([1, 2, 3, 5, 1000])("quotes, doubled quotes, line ends inside, CRLF, in chunks of %i bytes", async (size) => {
    const table = await tableOf('\ufeffname,note,n\r\n"a ""b""","one\r\ntwo",1\r\nc,,2\r\n\r\n"d,e",x,"3"', {}, size);
    expect(cells(table, "name")).toEqual(['a "b"', "c", "d,e"]);
    expect(cells(table, "note")).toEqual(["one\r\ntwo", null, "x"]);
    expect(cells(table, "n")).toEqual([1, 2, 3]);
  });
  test.each([["\t"], [";"], ["|"], [" "], [","]])("the delimiter %j is found", async (delimiter) => {
    const table = await tableOf(["gene", "a", "b"].join(delimiter).concat("\n", ["Xist", "1", "2"].join(delimiter), "\n"));
    expect(cells(table, "b")).toEqual([2]);
  });
  test("a header one field short gets a first column without a name", async () => {
    const table = await tableOf('"s1" "s2"\n"Xist" 1 2\n"Tsix" 3 4\n');
    expect(table.columns.map((column) => column.name)).toEqual(["column 1", "s1", "s2"]);
    expect(cells(table, "column 1")).toEqual(["Xist", "Tsix"]);
  });
  test("comments before the header are passed over, #CHROM is a header", async () => {
    expect(cells(await tableOf("# made by x\n# y\na\tb\n1\t2\n"), "b")).toEqual([2]);
    expect(cells(await tableOf("#CHROM\tPOS\nchr1\t20\n"), "#CHROM")).toEqual(["chr1"]);
  });
  test("any text is a name; a name that is there twice is told", async () => {
    const file = await readDelimited(sourceOf("__proto__,x,x,constructor\n1,2,3,4\n"));
    expect(file.repeatedNames).toEqual([{ name: "x", columns: [2, 3] }]);
    if (file.content.shape !== "table") throw new Error("table");
    expect(file.content.table.columns.map((column) => column.name)).toEqual(["__proto__", "x", "x_2", "constructor"]);
    expect(cells(file.content.table, "__proto__")).toEqual([1]);
  });
  test("a column called inf or infinity does not make the header a row", async () => {
    expect(cells(await tableOf("a,inf,infinity\n0.5,1,2\n1.5,3,4\n"), "inf")).toEqual([1, 3]);
  });
  test("rows without a header", async () => {
    expect(cells(await tableOf("chr1,10\nchr2,20\n"), "column 2")).toEqual([10, 20]);
  });
  test("line ends of old Macs", async () => {
    expect(cells(await tableOf("a,b\r1,2\r3,4\r"), "b")).toEqual([2, 4]);
  });
  test("short rows are filled on demand, a delimiter too many is no field", async () => {
    expect(cells(await tableOf("a,b,c\n1,2\n3,4,5,\n", { ragged: "fill" }), "c")).toEqual([null, 5]);
    const text = await tableOf("a,b,c\n1,2,x\n3,4\n5,6,y\n", { ragged: "fill" }, 100);
    expect(cells(text, "c")).toEqual(["x", null, "y"]);
    const column = columnOf(text, "c");
    expect(column?.type === "text" && column.dictionary[column.codes[1] as number]).toBe("");
  });
});

describe("what cannot be read says where", () => {
  test.each([
    ["empty", "", "load.empty", {}],
    ["header only", "a,b\n", "load.header-only", { columns: 2 }],
    ["a short row", 'a,b,c\n1,2,3\n"x\ny",2,3\n4,5\n6,7,8\n', "load.rows-unequal", { row: 3, line: 5, expected: 3, found: 2 }],
    ["a long row", "a,b\n1,2\n3,4\n5,6\n7,8,9\n", "load.row-too-long", { row: 4, line: 5, expected: 2, found: 3 }],
    ["a quote that never closes", 'a,b\n1,"2\n3,4\n', "load.quote-open", { line: 2 }],
    [
      "bytes that are not UTF-8",
      Uint8Array.of(97, 44, 98, 10, 49, 44, 120, 10, 50, 44, 0xe9, 116, 10),
      "load.not-utf8",
      { column: "b", line: 3 },
    ],
    ["a zero byte", "a,b\n1,2\n3,\0\n", "load.zero-byte", { line: 3 }],
    [
      "a zero byte in a name far behind",
      `a,b\n${"x,1\r\n".repeat(40_000)}G\0,2\n${"x,1\r\n".repeat(9)}`,
      "load.zero-byte",
      { line: 40_002 },
    ],
    ["zero bytes behind the last row", `a,b\n${"x,1\n".repeat(40_000)}${"\0".repeat(512)}`, "load.zero-byte", { line: 40_002 }],
    [
      "a zero byte in a matrix",
      `g\t${"s\t".repeat(59)}s\n${[..."abcdefgh"].map((id) => `${id.repeat(9000)}\t${"1\t".repeat(59)}${id === "h" ? "\0" : ""}2\n`).join("")}`,
      "load.zero-byte",
      { line: 9 },
    ],
    [
      "a header that is not UTF-8",
      Uint8Array.of(103, 232, 110, 101, 44, 98, 10, 49, 44, 50, 10),
      "load.header-not-utf8",
      { line: 1 },
    ],
    ["line ends of two systems", "a,b\n1,2\r3,4\n5,6\n", "load.line-ends-mixed", { line: 2 }],
    ["a quote that opens in the header and is never closed", '# x\na,"b\n1,2\n3,4\n', "load.quote-open", { line: 2 }],
  ])("%s", async (_title, content, reason, params) => {
    expect(await refusal(content)).toMatchObject({ reason, params });
  });
});

describe("a matrix goes straight into 32-bit numbers", () => {
  const wide = (cell: (row: number, column: number) => string, rows = 30, columns = 60) =>
    `gene,${Array.from({ length: columns }, (_, c) => `s${c}`).join()}\n${Array.from(
      { length: rows },
      (_, r) => `g${r},${Array.from({ length: columns }, (_unused, c) => cell(r, c)).join()}`,
    ).join("\r\n")}`;
  test.each([3, 100, 100_000])("in chunks of %i bytes", async (size) => {
    const file = await readDelimited(
      sourceOf(
        wide((r, c) => (r === 2 && c === 3 ? "NA" : r === 1 ? `-${c}.5e-1` : String(r * c))),
        size,
      ),
    );
    if (file.content.shape !== "matrix") throw new Error("expected a matrix");
    const { data, ids, names, isCounts } = file.content;
    expect(ids.texts.slice(0, 3)).toEqual(["g0", "g1", "g2"]);
    expect(names).toHaveLength(60);
    expect(data).toHaveLength(1800);
    expect(data[5 * 60 + 7]).toBe(35);
    expect(data[60 + 4]).toBe(Math.fround(-0.45));
    expect(data[2 * 60 + 3]).toBeNaN();
    expect(isCounts).toBe(false);
  });
  test("a text in the last row makes it a table", async () => {
    const file = await readDelimited(
      sourceOf(
        wide((r, c) => (r === 299 && c === 59 ? "low" : String(r)), 300),
        4096,
      ),
    );
    if (file.content.shape !== "table") throw new Error("expected a table");
    expect(cells(file.content.table, "s59").slice(-2)).toEqual(["298", "low"]);
  });
  test("20,000 columns", async () => {
    const file = await readDelimited(
      sourceOf(
        wide((_r, c) => String(c), 4, 20_000),
        1 << 16,
      ),
    );
    expect(file.content.shape === "matrix" ? file.content.data.length : 0).toBe(80_000);
    const table = await tableOf(
      wide((r, c) => (c === 7 ? "low" : String(r)), 4, 20_000),
      {},
      1 << 16,
    );
    expect(table.columns).toHaveLength(20_001);
  });
});

describe("real files", () => {
  test("mouse counts: 41,786 genes, 24 names like dates kept letter for letter", async () => {
    const bytes = gunzipSync(readFileSync(referenceFile("GSE96870_mouse_influenza/GSE96870_counts_cerebellum.csv.gz")));
    const table = await tableOf(bytes, {}, 1 << 16);
    expect(table.rowCount).toBe(41_786);
    const genes = cells(table, "gene") as string[];
    expect(genes[0]).toBe("Xkr4");
    expect(genes.filter((gene) => /^(?:March|Sept)\d+$/.test(gene))).toHaveLength(24);
    expect(table.columns.slice(1).every((column) => column.type === "int32")).toBe(true);
  });
  test("the breast cancer table keeps every number", async () => {
    const bytes = readFileSync(referenceFile("wdbc/wdbc.csv"));
    const table = await tableOf(bytes, {}, 1000);
    const lines = bytes.toString().trim().split("\n");
    expect(table.rowCount).toBe(569);
    for (const at of [1, 300, 569]) {
      const words = (lines[at] as string).trim().split(",");
      table.columns.forEach((column, index) => {
        const cell = cellJson(column, at - 1);
        expect(cell).toBe(typeof cell === "number" ? Number(words[index]) : words[index]);
      });
    }
  });
});

// pandas.read_csv and R's read.csv pass over empty lines, too (skip_blank_lines, blank.lines.skip).
test.each([
  ["x.csv", "o\na\n\nc\n\n", 2, 1, "3"],
  ["x.tsv", "o\r\n\r\na\r\n\r\n\r\nc\r\n\r\n", 2, 3, "2, 4, 5"],
  ["x.csv", "n\n1\n\n3\n", 2, 1, "3"],
  ["x.csv", 'o\na\n""\nc\n', 3, 0, ""],
  ["x.csv", "a,b\n1,2\n\n3,4\n", 2, 0, ""],
  ["x.csv", "o\na\nb\n\n\n", 2, 0, ""],
] as const)(
  "an empty line between values of one column is no row, and is said: %s %j",
  async (name, text, rows, empty, lines) => {
    const { out, logged } = await loadText(name, text, { read: "table" });
    expect(out).toMatchObject({ rowCount: rows });
    if (empty > 0)
      expect(logged).toMatch(new RegExp(`${empty} empty lines? between the values of the one column \\(lines ${lines}\\)`));
    else expect(logged).not.toContain("empty line");
  },
);

test("signs of no width in names are none of them", async () => {
  expect((await tableOf("\u200Bid\u2060,v\uFEFF\na,1\n")).columns.map(({ name }) => name)).toEqual(["id", "v"]);
});
