// Workbooks that unpack to more than any data do, and such as want other files to be read: refused before they are opened.

import { expect, test } from "vitest";
import { packedFiles, workbookWith } from "../../../testing/hostile/packed-files.ts";
import { openWorkbook } from "./read-workbook.ts";

test("a sheet of 70 MB of blanks is refused by what its directory says", async () => {
  await expect(openWorkbook(await packedFiles.blanks(70))).rejects.toMatchObject({
    failure: { reason: "workbook.swollen", params: { part: "xl/worksheets/sheet1.xml", mb: 70, times: 250 } },
  });
});

test("a few blanks are read", async () => {
  const book = await openWorkbook(await packedFiles.blanks(1));
  expect(new TextDecoder().decode(book.sheet(null, false).text)).toContain("a");
});

test("entities of XML are refused, and none is spelled out", async () => {
  const book = await openWorkbook(await packedFiles.entities());
  expect(() => book.sheet(null, false)).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ reason: "workbook.entities" }) }),
  );
});

test("a directory that cannot be walked is the library's to refuse", async () => {
  const bytes = await workbookWith("<worksheet/>");
  bytes.fill(255, bytes.length - 22 + 16, bytes.length - 22 + 20);
  await expect(openWorkbook(bytes)).rejects.toMatchObject({ failure: { reason: "load.excel-unreadable" } });
});
