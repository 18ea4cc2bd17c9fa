// Workbooks as Excel, openpyxl and XlsxWriter write them: dates come from the number, whatever its format; formulas without
// a value are refused. Serial numbers by Python's datetime; 2012-03-14 = 40982 and 1900-02-29 = 60 also in Microsoft's
// documentation (support article 214326).

import { write, utils, type CellObject, type WorkSheet } from "@e965/xlsx";
import { unreadSheet } from "./read-workbook.ts";
import { describe, expect, test } from "vitest";
import { workbookOfRows } from "../../../testing/workbook-of-rows.ts";
import { bytesAsSource } from "../../../testing/bytes-as-source.ts";
import { cellJson } from "../../../artifacts/table.ts";
import { FailureError } from "../../../base/failure.ts";
import type { Json } from "../../../base/json.ts";
import { dateFormatOf } from "./date-format.ts";
import { formulasWithoutValue } from "./formulas-without-value.ts";
import { isoOfSerial } from "./iso-of-serial.ts";
import { inspectFile } from "../../../files/inspect.ts";
import { readFile } from "../../../files/read-file.ts";

type Given = string | number | { readonly v: number; readonly z: string };
interface Options {
  readonly date1904?: boolean;
}

/** A workbook of rows; numbers with a format have it. */
function workbook(rows: readonly (readonly Given[])[], { date1904 = false }: Options = {}): Uint8Array {
  const sheet: WorkSheet = {
    "!ref": utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: (rows[0]?.length ?? 1) - 1 } }),
  };
  rows.forEach((row, r) =>
    row.forEach((given, c) => {
      const cell: CellObject =
        typeof given === "string"
          ? { t: "s", v: given }
          : typeof given === "number"
            ? { t: "n", v: given }
            : { t: "n", ...given };
      sheet[utils.encode_cell({ r, c })] = cell;
    }),
  );
  const book = { SheetNames: ["s"], Sheets: { s: sheet }, Workbook: { WBProps: { date1904 } } };
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
}

async function column(
  values: readonly Given[],
  options: Options = {},
): Promise<{ values: Json[]; semantic: string | undefined; issues: string[] }> {
  const bytes = workbook([["id", "x"], ...values.map((value, at) => [`p${at}`, value])], options);
  const file = await readFile(bytesAsSource(bytes), "x.xlsx", { matrix: "table" });
  if (file.content.shape !== "table") throw new Error("expected a table");
  const { columns, rowCount } = file.content.table;
  const x = columns[1];
  if (!x) throw new Error("no column");
  const found = await inspectFile(bytesAsSource(bytes), "x.xlsx");
  return {
    values: Array.from({ length: rowCount }, (_, row) => cellJson(x, row)),
    semantic: found.columns[1]?.semantic,
    issues: found.issues.map(({ rule, line }) => `${rule} ${line}`),
  };
}

describe("what a number format shows", () => {
  test.each([
    ["m/d/yy", "date"],
    ["mm-dd-yy", "date"],
    ["dd.mm.yyyy", "date"],
    ["d. mmmm yyyy", "date"],
    ["[$-407]d. mmmm yyyy;@", "date"],
    ["[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "date"],
    ["[$-ru-RU]d mmm yyyy;@", "date"],
    ['yyyy"年"m"月"d"日"', "date"],
    ["[$-411]ge.m.d", "date"],
    ["mmm-yy", "date"],
    ["d", "date"],
    ["MM", "date"],
    ["yyyy-mm-ddThh:mm", "date-time"],
    ["yyyy\\-mm\\-dd\\ hh:mm:ss.000", "date-time"],
    ["[$-409]m/d/yy h:mm AM/PM;@", "date-time"],
    ["h:mm", "time"],
    ["hh.mm", "time"],
    ["mm:ss.0", "time"],
    ["[$-F400]h:mm:ss\\ AM/PM", "time"],
    ["[h]:mm", "duration"],
    ["[mm]:ss", "duration"],
    ["[ss].000", "duration"],
    ["General", null],
    ["0.00", null],
    ["0.00E+00", null],
    ["##0.0E+0", null],
    ["#,##0.00\\ [$€-407]", null],
    ['0" days"', null],
    ["0\\ \\m\\d", null],
    ["[Red]0;[Blue]-0", null],
    ['"kr."\\ #,##0', null],
    ["_-* #,##0.00_-", null],
    ["@", null],
    ["# ?/?", null],
    ["", null],
  ])("%s", (format, expected) => {
    expect(dateFormatOf(format)).toBe(expected);
  });
});

describe("the number of a date", () => {
  test.each([
    [1, 1900, "1900-01-01"],
    [59, 1900, "1900-02-28"],
    [60, 1900, "1900-02-29"],
    [61, 1900, "1900-03-01"],
    [7734, 1900, "1921-03-04"],
    [40982, 1900, "2012-03-14"],
    [43890, 1900, "2020-02-29"],
    [2958465, 1900, "9999-12-31"],
    [2958466, 1900, null],
    [0, 1900, null],
    [0.5, 1900, null],
    [-1, 1900, null],
    [0, 1904, "1904-01-01"],
    [39520, 1904, "2012-03-14"],
    [42428, 1904, "2020-02-29"],
    [2957003, 1904, "9999-12-31"],
    [2957004, 1904, null],
    [40982.604166666664, 1900, "2012-03-14T14:30:00"],
    [40982.9999999999, 1900, "2012-03-15"],
  ] as const)("%d since %d", (serial, epoch, expected) => {
    expect(isoOfSerial(serial, "date", epoch)).toBe(expected);
  });
  test("times, and lengths of time", () => {
    expect(isoOfSerial(0.604166666666667, "time", 1900)).toBe("14:30:00");
    expect(isoOfSerial(0, "time", 1900)).toBe("00:00:00");
    expect(isoOfSerial(0.6041782407407407, "time", 1904)).toBe("14:30:01");
    expect(isoOfSerial(40982.5, "time", 1900)).toBe("2012-03-14T12:00:00");
    expect(isoOfSerial(40982, "date-time", 1900)).toBe("2012-03-14T00:00:00");
    expect(isoOfSerial(40982.00000578704, "date-time", 1900)).toBe("2012-03-14T00:00:00.500");
    expect(isoOfSerial(1.5208333333333333, "duration", 1900)).toBe("36:30:00");
    expect(isoOfSerial(-0.0625, "duration", 1904)).toBe("-01:30:00");
    expect(isoOfSerial(1e300, "duration", 1900)).toBeNull();
  });
});

describe("a column of a sheet", () => {
  test.each([
    "m/d/yy",
    "dd.mm.yyyy",
    "d. mmmm yyyy",
    "[$-407]d. mmmm yyyy",
    "ge.m.d",
    "d-mmm",
    "mmm-yy",
    "hh.mm",
    "yyyy-mm-ddThh:mm",
  ])("dates as %s are ISO dates, and different days stay different", async (z) => {
    const both = [
      { v: 7734.25, z },
      { v: 44259.25, z },
    ];
    expect(await column(both)).toMatchObject({
      values: ["1921-03-04T06:00:00", "2021-03-04T06:00:00"],
      semantic: "date",
      issues: [],
    });
    const old = [
      { v: 7734.25 - 1462, z },
      { v: 44259.25 - 1462, z },
    ];
    expect(await column(old, { date1904: true })).toMatchObject({
      values: ["1921-03-04T06:00:00", "2021-03-04T06:00:00"],
      semantic: "date",
    });
  });
  test("formats of one column may differ", async () => {
    const values = [
      { v: 40982, z: "m/d/yy" },
      { v: 40983, z: "dd.mm.yy" },
      { v: 40984.5, z: "m/d/yy h:mm" },
    ];
    expect(await column(values)).toMatchObject({ values: ["2012-03-14", "2012-03-15", "2012-03-16T12:00:00"], semantic: "date" });
  });
  test("times and lengths of time", async () => {
    expect(
      (
        await column([
          { v: 0.25, z: "h:mm" },
          { v: 0.5, z: "h:mm" },
        ])
      ).values,
    ).toEqual(["06:00:00", "12:00:00"]);
    expect(
      (
        await column([
          { v: 1.5, z: "[h]:mm" },
          { v: 0.5, z: "[h]:mm:ss" },
        ])
      ).values,
    ).toEqual(["36:00:00", "12:00:00"]);
  });
  test("numbers that got a date format by mistake are numbers, and it is said", async () => {
    for (const z of ["d", "m/d/yy", "dd.mm.yyyy"]) {
      const values = [
        { v: -1.2, z },
        { v: 2.5, z },
        { v: 0.3, z },
      ];
      expect(await column(values)).toMatchObject({ values: [-1.2, 2.5, 0.3], issues: ["excel-numbers-as-dates 2"] });
      expect((await column([1.5, -0.7, { v: 2.5, z }])).values).toEqual([1.5, -0.7, 2.5]);
    }
  });
  test("a cell that is no date among dates keeps its number, and is named", async () => {
    const z = "m/d/yy";
    const found = await column([
      { v: 40982, z },
      { v: 40983, z },
      { v: -5, z },
    ]);
    expect(found.values).toEqual(["2012-03-14", "2012-03-15", "-5"]);
    expect(found.issues).toContain("excel-no-date 4");
  });
  test("the day that never was is named", async () => {
    const z = "yyyy-mm-dd";
    const found = await column([
      { v: 40982, z },
      { v: 60, z },
      { v: 61, z },
    ]);
    expect(found.values).toEqual(["2012-03-14", "1900-02-29", "1900-03-01"]);
    expect(found.issues).toEqual(["excel-leap-day 3"]);
  });
  test("names that Excel turned into dates stay the word that is shown, or the date where nothing is", async () => {
    const texts = ["TP53", "MYC", "Xist"];
    expect((await column([...texts, { v: 44256, z: "d-mmm" }])).values).toEqual([...texts, "1-Mar"]);
    for (const z of ["dd.mm.yyyy", "m/d/yy"])
      expect((await column([...texts, { v: 44256, z }])).values).toEqual([...texts, "2021-03-01"]);
    const bytes = workbook([
      ["gene", "x"],
      ["TP53", 1],
      ["MYC", 2],
      [{ v: 44256, z: "dd.mm.yyyy" }, 3],
    ]);
    expect((await inspectFile(bytesAsSource(bytes), "x.xlsx")).issues).toMatchObject([
      { rule: "excel-date", line: 4, message: { params: { shown: "2021-03-01" } } },
    ]);
  });
  test("dates that stayed text, as in another country's Excel, do not make names of the others", async () => {
    const z = "m/d/yy";
    expect((await column(["13/03/2021", "14/03/2021", { v: 44256, z }])).values).toEqual([
      "13/03/2021",
      "14/03/2021",
      "2021-03-01",
    ]);
  });
  test("dates in the header are ISO dates", async () => {
    const z = "m/d/yy";
    const file = await readFile(
      bytesAsSource(
        workbook([
          ["id", { v: 40982, z }, { v: 40983, z }],
          ["a", 1, 2],
        ]),
      ),
      "x.xlsx",
      { header: true, matrix: "table" },
    );
    expect(file.header).toEqual(["id", "2012-03-14", "2012-03-15"]);
  });
  test("whole numbers with leading zeros are identifiers, fractions are numbers", async () => {
    expect(
      (
        await column([
          { v: 7, z: "000" },
          { v: 12, z: "000" },
        ])
      ).values,
    ).toEqual(["007", "012"]);
    expect(
      (
        await column([
          { v: 12.5, z: "000" },
          { v: -3.25, z: "00" },
          { v: 0.5, z: "00" },
        ])
      ).values,
    ).toEqual([12.5, -3.25, 0.5]);
    expect(
      (
        await column([
          { v: 5, z: "00.00" },
          { v: 5.678, z: "00.00" },
        ])
      ).values,
    ).toEqual([5, 5.678]);
  });
});

describe("formulas without a stored value", () => {
  const cell = (at: string, inside: string, type = ""): string => `<c r="${at}"${type}>${inside}</c>`;
  test.each([
    ["openpyxl", cell("C2", "<f>B2/10</f><v></v>"), false, ["C2"]],
    ["an empty element", cell("C2", "<f>B2/10</f><v/>"), false, ["C2"]],
    ["no element", cell("C2", "<f>B2/10</f>") + cell("C3", '<f t="shared" si="0"/>'), false, ["C2", "C3"]],
    ["a type of number", cell("C2", "<f>B2/10</f><v></v>", ' t="n"'), false, ["C2"]],
    ["some have one", cell("C2", "<f>B2</f><v>1</v>") + cell("C3", "<f>B3</f><v></v>"), true, ["C3"]],
    ["with a prefix", '<x:c r="C2"><x:f>B2</x:f></x:c>', false, ["C2"]],
    ["XlsxWriter: 0 for all", cell("C2", "<f>B2</f><v>0</v>") + cell("C3", "<f>B3</f><v>0</v>"), true, ["C2", "C3"]],
    ["0 is a value", cell("C2", "<f>B2</f><v>0</v>") + cell("C3", "<f>B3</f><v>0</v>"), false, []],
    ["0 among others is one", cell("C2", "<f>B2</f><v>0</v>") + cell("C3", "<f>B3</f><v>2</v>"), true, []],
    ["an empty text is a value", cell("C2", "<f>B2</f><v></v>", ' t="str"'), false, []],
    ["empty cells hold no formula", '<cols><col min="1"/></cols><c r="A1" s="1"/><c r="B1"><v>1</v></c>', false, []],
  ])("%s", (_title, xml, recalculates, expected) => {
    expect(formulasWithoutValue(`<sheetData><row>${xml}</row></sheetData>`, recalculates)).toEqual({
      count: expected.length,
      cells: expected,
    });
  });

  test("a workbook with one is refused with its cells, on whichever sheet it stands", async () => {
    const good: WorkSheet = {
      "!ref": "A1:B2",
      A1: { t: "s", v: "a" },
      B1: { t: "s", v: "b" },
      A2: { t: "s", v: "x" },
      B2: { t: "n", v: 2 },
    };
    const empty: WorkSheet = { ...good, B2: { t: "n", f: "1+1" } as CellObject };
    const bytes = new Uint8Array(
      write(
        { SheetNames: ["good & <old>", "no value"], Sheets: { "good & <old>": good, "no value": empty } },
        { type: "array", bookType: "xlsx" },
      ) as ArrayBuffer,
    );
    const read = (sheet: string) => readFile(bytesAsSource(bytes), "x.xlsx", { sheet });
    expect((await read("good & <old>")).whole).toBe(true);
    const error = await read("no value").catch((caught: unknown) => caught);
    expect(error instanceof FailureError && error.failure).toMatchObject({
      reason: "load.formulas-without-value",
      params: { count: 1, cells: "B2", sheet: "no value" },
    });
  });
});

test("a workbook that was cut is refused at once, wherever it was cut", async () => {
  const bytes = workbook([
    ["id", "x"],
    ["a", 1],
  ]);
  for (const at of [60, 100, 500, bytes.length - 23, bytes.length - 5]) {
    const error = await readFile(bytesAsSource(bytes.slice(0, at)), "x.xlsx").catch((caught: unknown) => caught);
    expect(error instanceof FailureError && error.failure).toMatchObject({ reason: "load.excel-unreadable" });
  }
});

describe("a cell far from the others", () => {
  /** The rows of a sheet as they stand in its XML, whose range need not be walked to write it. */
  const text = (at: string, value: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const table =
    `<row r="1">${text("A1", "id")}${text("B1", "x")}</row>` +
    `<row r="2">${text("A2", "p1")}<c r="B2"><v>1</v></c></row>` +
    `<row r="3">${text("A3", "p2")}<c r="B3"><v>2</v></c></row>`;

  test("that is empty, as a format or a comment leaves it, adds no field (L-1)", async () => {
    const bytes = workbookOfRows(`${table}<row r="1048576"><c r="XFD1048576" s="0"/></row>`);
    const { content, issues } = await readFile(bytesAsSource(bytes), "x.xlsx", { matrix: "table" });
    expect(content).toMatchObject({ table: { rowCount: 2, columns: [{ name: "id" }, { name: "x" }] } });
    expect(issues).toEqual([]);
  });

  test.each([
    ["XFD1048576", 17_179_869_184],
    ["DX1048576", 134_217_728],
  ])("that is filled, at %s, is refused with its place and what to do (L-1)", async (at, fields) => {
    const bytes = workbookOfRows(`${table}<row r="1048576">${text(at, "x")}</row>`);
    const error = await readFile(bytesAsSource(bytes), "x.xlsx").catch((caught: unknown) => caught);
    expect(error instanceof FailureError && error.failure).toMatchObject({
      reason: "load.sheet-large",
      params: { sheet: "s", cell: at, fields, most: 100_000_000 },
    });
  });

  test("is read below the limit: a remark under a table stands in its row", async () => {
    const bytes = workbookOfRows(`${table}<row r="1048576">${text("A1048576", "p3")}<c r="B1048576"><v>3</v></c></row>`);
    const { content } = await readFile(bytesAsSource(bytes), "x.xlsx", { matrix: "table" });
    expect(content).toMatchObject({ table: { rowCount: 3 } });
  });
});

test("a sheet that the workbook lists and that did not come is not said to be missing from its list", () => {
  expect(unreadSheet("big", 600_000_007)).toMatchObject({
    reason: "load.sheet-unpacked",
    params: { sheet: "big", mb: 600, most: 536 },
  });
  expect(unreadSheet("gone", 0)).toMatchObject({ reason: "load.sheet-broken", params: { sheet: "gone" } });
});
