// Texts of several pieces, sheets that are hidden, cells that were merged. Items as ECMA-376 part 1 (18.4.8) lets them be.

import { type CellObject, utils, write, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { cellJson } from "../../../artifacts/table.ts";
import { loadText } from "../../../testing/load-text.ts";
import { inspectFile } from "../../../files/inspect.ts";
import { workbookOf } from "../../../testing/workbook-of.ts";
import { bytesAsSource } from "../../../testing/bytes-as-source.ts";
import type { Table } from "../../../artifacts/artifact.ts";
import { inlinePieces, textOfPieces } from "./rich-texts.ts";

const bytesOf = (book: WorkBook): Uint8Array => new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
const valuesOf = (found: unknown, at: number) => {
  const table = found as Table;
  const column = table.columns[at];
  if (!column) throw new Error(`no column ${at}`);
  return Array.from({ length: table.rowCount }, (_, row) => cellJson(column, row));
};

describe("a text of several pieces is read whole", () => {
  test.each([
    ["a plain piece and runs", "<t>tval</t><r><t>rval1</t></r><r><t>rval2</t></r>", "tvalrval1rval2"],
    ["with formats", '<t>Before</t><r><rPr><b val="1"/></rPr><t xml:space="preserve">Hier archy </t></r>', "BeforeHier archy "],
    ["an empty plain piece", "<t/><r><t>a</t></r>", "a"],
    ["two plain pieces", "<t>a</t><t>b</t>", "ab"],
    ["a prefix, entities and characters that XML lacks", "<x:t>a&amp;b</x:t><x:r><x:t>_x000D_&lt;&#955;</x:t></x:r>", "a&b\r<λ"],
    ["how it is spoken is no part", '<t>東京</t><r><t>都</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>', "東京都"],
    ["CDATA", "<t>a</t><r><t><![CDATA[<b> & c]]></t></r>", "a<b> & c"],
  ])("%s", (_title, item, expected) => {
    expect(textOfPieces(item)).toBe(expected);
  });
  test.each(["<t>alone</t>", "<r><t>a</t></r><r><t>b</t></r>", '<t>東京</t><phoneticPr fontId="1"/>', "<t/>", ""])(
    "%j is left to the library",
    (item) => {
      expect(textOfPieces(item)).toBeNull();
    },
  );
  test("in the cells themselves, with or without their places", () => {
    const cell = (r: string) => `<c${r} t="inlineStr"><is><t>a</t><r><t>b</t></r></is></c>`;
    const sheet = `<row r="3"><c r="A3"/>${cell(' r="AB3"')}</row><row><c><v>1</v></c>${cell("")}<c t="inlineStr"/></row>`;
    expect(inlinePieces(sheet)).toEqual([
      { row: 2, column: 27, text: "ab" },
      { row: 3, column: 1, text: "ab" },
    ]);
  });
});

test("hidden sheets come last, and the first that is seen is read", async () => {
  const sheet = (name: string) => utils.aoa_to_sheet([[name], ["x"]]);
  const book: WorkBook = {
    SheetNames: ["lists", "data", "secret"],
    Sheets: { lists: sheet("lists"), data: sheet("data"), secret: sheet("secret") },
    Workbook: { Sheets: [{ Hidden: 1 }, { Hidden: 0 }, { Hidden: 2 }] },
  };
  const bytes = bytesOf(book);
  const { out, logged } = await loadText("x.xlsx", bytes);
  expect((out as Table).columns[0]?.name).toBe("data");
  expect(logged).toContain("Read sheet data of: data, lists, secret.");
  expect((await inspectFile(bytesAsSource(bytes), "x.xlsx")).sheets).toEqual(["data", "lists", "secret"]);
  const { sheet: read, others, issues } = await inspectFile(bytesAsSource(bytes), "x.xlsx");
  expect([read, others.map((other) => [other.sheet, other.isHidden])]).toEqual([
    "data",
    [
      ["lists", true],
      ["secret", true],
    ],
  ]);
  expect(issues).toEqual([]);
  const { logged: told } = await loadText("x.xlsx", bytes, { sheet: "secret" });
  expect(told).toContain("The sheet secret is hidden in Excel.");
});

describe("merged cells", () => {
  const book = (merges: NonNullable<WorkSheet["!merges"]>): Uint8Array => {
    const sheet = utils.aoa_to_sheet([
      ["group", "id", "n"],
      ["control", "a", 1],
      [null, "b", 2],
      ["treated", "c", 3],
      [null, "d", 4],
      [null, "e", 5],
    ]);
    return bytesOf({ SheetNames: ["s"], Sheets: { s: { ...sheet, "!merges": merges } } });
  };
  const down = ["A2:A3", "A4:A6"].map((range) => utils.decode_range(range));

  test("hold their value in the first, are told with their places, and filled where that is chosen", async () => {
    const { out, logged } = await loadText("m.xlsx", book(down));
    expect(valuesOf(out, 0)).toEqual(["control", null, "treated", null, null]);
    expect(logged).toContain("2 groups of merged cells have a value in the first cell alone (A2:A3, A4:A6)");
    const { out: filled, logged: said } = await loadText("m.xlsx", book(down), { merged: "fill" });
    expect(valuesOf(filled, 0)).toEqual(["control", "control", "treated", "treated", "treated"]);
    expect(said).toContain("2 groups of merged cells are filled");
    expect((await inspectFile(bytesAsSource(book(down)), "m.xlsx")).issues).toMatchObject([
      { rule: "excel-merged", line: 2, fix: { path: ["merged"], value: "fill" } },
    ]);
  });
  test("a merge to the end of the sheet adds no rows, one of names is left to them", async () => {
    const endless = [utils.decode_range("A4:A1048576"), utils.decode_range("A1:B1")];
    const { out } = await loadText("m.xlsx", book(endless), { merged: "fill" });
    expect(valuesOf(out, 0)).toEqual(["control", null, "treated", "treated", "treated"]);
    expect((out as Table).columns.map(({ name }) => name)).toEqual(["group", "id", "n"]);
  });
  test("a file without such a setting says that it changes nothing", async () => {
    expect((await loadText("x.csv", "a,b\n1,2\n", { merged: "fill" })).logged).toContain("merged");
  });
});

// A title in row 1, nothing in row 2, names in row 3, a cell of two lines in row 4. The same rows written and read by openpyxl
// 3.0.9: the cell n.d. has row 8, the names row 3, and of the second sheet the cell 1,234 row 5.
test("findings and failures of a sheet name the rows that Excel shows", async () => {
  const rows = [
    ["Ct of plate 7", null, null],
    [null, null, null],
    ["sample", "gene", "Ct"],
    ["S1", "A\nB", 21.5],
    ["S2", "B", 22.5],
    [null, null, null],
    ["S3", "A", 23.5],
    ["S4", "B", "n.d."],
    ["S5", "A", 20],
  ];
  const bytes = workbookOf({ s: rows });
  const { issues } = await inspectFile(bytesAsSource(bytes), "plate.xlsx");
  const found = (rule: string) => issues.find((issue) => issue.rule === rule) ?? expect.fail(rule);
  expect(found("lines-above").message.params).toMatchObject({ line: 3, count: 2 });
  expect([found("not-numbers").line, found("not-numbers").message.params["line"]]).toEqual([8, 8]);
  const { logged } = await loadText("plate.xlsx", bytes);
  expect(logged).toContain("n.d. in line 8");
  const open = await loadText(
    "plate.xlsx",
    workbookOf({ s: [...rows.slice(0, 3), [null], ["S1", "A", "1,234"], ["S2", "A", "2,345"]] }),
  );
  expect(open.failure?.params["line"]).toBe(5);
});

// As pandas 1.5.3 reads them: read_excel(skiprows=2, 3, 4) of the same rows.
test("lines above the table are rows as Excel counts them, empty ones and cells of several lines too", async () => {
  const bytes = workbookOf({
    s: [
      ["Ct of plate 7", null, null],
      [null, null, null],
      ["sample", "gene", "Ct"],
      ["S1", "A\nB", 21.5],
      ["S2", "B", 22.5],
      [null, null, null],
      ["S3", "A", 23.5],
    ],
  });
  const columns = async (skip: number | null, header: boolean) => {
    const { out, failure } = await loadText("plate.xlsx", bytes, { skip, header });
    const table = out as Table | null;
    return failure ?? [table?.columns.map(({ name }) => name), valuesOf(table, 2)];
  };
  const right = [
    ["sample", "gene", "Ct"],
    [21.5, 22.5, 23.5],
  ];
  expect(await columns(2, true)).toEqual(right);
  // What is said is what can be set.
  const { issues } = await inspectFile(bytesAsSource(bytes), "plate.xlsx");
  const above = issues.find(({ rule }) => rule === "lines-above")?.message.params["count"];
  expect(await columns(Number(above), true)).toEqual(right);
  expect(await columns(3, false)).toMatchObject([
    ["column 1", "column 2", "column 3"],
    [21.5, 22.5, 23.5],
  ]);
  expect(await columns(4, false)).toMatchObject([
    ["column 1", "column 2", "column 3"],
    [22.5, 23.5],
  ]);
  expect(await columns(6, false)).toMatchObject([["column 1", "column 2", "column 3"], [23.5]]);
  expect(await columns(7, true)).toMatchObject({
    reason: "load.skip-all",
    params: { skip: 7 },
    fix: { path: ["skip"], value: null },
  });
});

test("empty rows between values of one column are no rows and are said as Excel counts them; its #N/A is a missing value", async () => {
  const rows = [["o"], ["a"], [null], ["c"], [null], [{ t: "e", v: 0x2a } as CellObject], ["d"]];
  const { out, logged } = await loadText("x.xlsx", workbookOf({ s: rows }), { read: "table" });
  const [column] = (out as Table).columns;
  expect(Array.from({ length: 4 }, (_, row) => column && cellJson(column, row))).toEqual(["a", "c", null, "d"]);
  expect(logged).toMatch(/2 empty lines between the values of the one column \(lines 3, 5\)/);
});
