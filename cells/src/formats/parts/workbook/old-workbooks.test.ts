// Workbooks that xlwt, odfpy and LibreOffice wrote (excerpts of them are made here with Python where it has these), and files that lie.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellJson } from "../../../artifacts/table.ts";
import { FailureError } from "../../../base/failure.ts";
import { readFile } from "../../../files/read-file.ts";
import { bytesAsSource } from "../../../testing/bytes-as-source.ts";
import { filledCells } from "./repeated-cells.ts";

let folder = "";
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), "gc-books-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const python = (code: string): void => void execFileSync("/usr/bin/python3", ["-c", code], { cwd: folder });
const has = (module: string): boolean => {
  try {
    execFileSync("/usr/bin/python3", ["-c", `import ${module}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

async function cellsOf(bytes: Uint8Array, sheet: string | null = null) {
  const { content } = await readFile(bytesAsSource(bytes), "x", { sheet });
  if (content.shape !== "table") throw new Error("no table");
  const { columns, rowCount } = content.table;
  return {
    names: columns.map(({ name }) => name),
    rows: Array.from({ length: rowCount }, (_, row) => columns.map((column) => cellJson(column, row))),
  };
}
const refusal = (bytes: Uint8Array) =>
  readFile(bytesAsSource(bytes), "x").then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure.reason : error),
  );

describe.skipIf(!has("xlwt"))("what xlwt writes", () => {
  const book = (more: string): Uint8Array => {
    python(
      [
        "import xlwt, datetime",
        "b = xlwt.Workbook(); s = b.add_sheet('S'); d = xlwt.easyxf(num_format_str='YYYY-MM-DD')",
        "for i, h in enumerate(['gene', 'id', 'on', 'n']): s.write(0, i, h)",
        "s.write(1, 0, 'TP53'); s.write(1, 1, '007'); s.write(1, 2, datetime.date(2021, 3, 1), d); s.write(1, 3, 1.5)",
        "s.write(2, 0, 'MYC'); s.write(2, 1, '1E5'); s.write(2, 3, 2)",
        more,
        "b.save('x.xls')",
      ].join("\n"),
    );
    return readFileSync(path.join(folder, "x.xls"));
  };

  test("texts stay texts, dates are ISO, missing cells missing", async () => {
    expect(await cellsOf(book(""))).toEqual({
      names: ["gene", "id", "on", "n"],
      rows: [
        ["TP53", "007", "2021-03-01", 1.5],
        ["MYC", "1E5", null, 2],
      ],
    });
  });
  test("hidden rows are told", async () => {
    const { issues } = await readFile(bytesAsSource(book("s.row(2).hidden = True")), "x");
    expect(issues.map(({ rule, line }) => [rule, line])).toEqual([["excel-hidden-rows", 3]]);
  });
  test("formulas whose values nobody calculated are refused", async () => {
    expect(await refusal(book("s.write(3, 3, xlwt.Formula('1+1'))"))).toBe("load.formulas-without-value");
  });
  test("a file that was cut is refused, wherever", async () => {
    const bytes = book("");
    for (let at = 600; at < bytes.length - 512; at += 97)
      expect(await refusal(bytes.subarray(0, at)), `${at}`).toBe("workbook.cut");
  });
});

test.skipIf(!has("odf"))("what odfpy writes: times, texts, missing cells", async () => {
  python(
    [
      "import pandas as pd, datetime",
      "d = pd.DataFrame({'gene': ['TP53', 'MYC'], 'id': ['007', '008'], 'on': [datetime.datetime(2021, 3, 1, 12, 30), None], 'n': [1.5, None]})",
      "d.to_excel('x.ods', index=False, engine='odf')",
    ].join("\n"),
  );
  expect((await cellsOf(readFileSync(path.join(folder, "x.ods")))).rows).toEqual([
    ["TP53", "007", "2021-03-01T12:30:00", 1.5],
    ["MYC", "008", null, null],
  ]);
});

test("a sheet that says that each of its cells stands there a million times counts as all of them; what fills it up is nothing", () => {
  const cell = (times: number) =>
    `<table:table-cell office:value-type="string" table:number-columns-repeated="${times}"><text:p>x</text:p></table:table-cell>`;
  const content = (rows: string) =>
    `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="S">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
  const bomb = `<table:table-row table:number-rows-repeated="1048576">${cell(16_384)}</table:table-row>`;
  expect(filledCells(content(bomb))).toBe(1_048_576 * 16_384);
  const padding =
    '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
  const small = `<table:table-row>${cell(1)}</table:table-row><table:table-row>${cell(1)}</table:table-row>${padding}`;
  expect(filledCells(content(small))).toBe(2);
});
