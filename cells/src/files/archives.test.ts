// Archives of ordinary files: each is read by itself, none is lost without a word.

import { expect, test } from "vitest";
import type { Table } from "../artifacts/artifact.ts";
import { crc32 } from "../base/crc32.ts";
import { storedZip } from "../base/stored-zip.ts";
import { bytesAsSource } from "../testing/bytes-as-source.ts";
import { inspectFile } from "./inspect.ts";
import { eachSheet } from "./inspection.ts";
import { loadableFormat } from "./loadable-format.ts";
import { readFile } from "./read-file.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
function archive(files: { readonly [name: string]: string }): ReturnType<typeof bytesAsSource> {
  const parts = Object.entries(files).map(([name, text]) => ({ name, size: utf8(text).length, crc: crc32(utf8(text)) }));
  const pieces = storedZip(parts).map((piece) => ("bytes" in piece ? piece.bytes : utf8(files[piece.part] ?? "")));
  return bytesAsSource(new Uint8Array(Buffer.concat(pieces)));
}
const several = archive({
  "README.md": "# The data\n\nSee the tables, which are two.\n\nThey are small.\n",
  "in/samples.tsv": "sample\tsex\ns1\tf\ns2\tm\n",
  "in/xl/values.csv": "id,v\na,1\nb,2\nc,3\n",
});
const namesIn = async (options: { readonly sheet?: string; readonly format?: string }) => {
  const { content } = await readFile(several, "study.zip", options);
  return content.shape === "table" ? content.table.columns.map(({ name }) => name) : content.shape;
};

test("a file alone in its archive is that file", async () => {
  const found = await inspectFile(archive({ "in/values.csv": "id,v\na,1\nb,2\n" }), "values.zip");
  expect(found).toMatchObject({ format: "csv", compression: "zip", artifact: "table", shape: [2, 2], sheets: [], issues: [] });
});

test("of several each is a line of the card with its own format, what is not loaded last", async () => {
  const found = await inspectFile(several, "study.zip");
  expect(eachSheet(found).map(({ sheet, format, shape, isHidden }) => [sheet, format, shape, isHidden])).toEqual([
    ["in/samples.tsv", "tsv", [2, 2], false],
    ["in/xl/values.csv", "csv", [3, 2], false],
    ["README.md", expect.any(String), expect.any(Array), expect.any(Boolean)],
  ]);
  const table = (await readFile(several, "study.zip", { sheet: "in/xl/values.csv" })).content;
  expect((table as { readonly table: Table }).table.rowCount).toBe(3);
});

test("free text beside tables is an aside, and no fault; a table that is broken is one", async () => {
  const beside = archive({
    "counts.tsv": "gene\ts1\ts2\ng1\t1\t2\n",
    "notes.txt": "Prepared on Monday.\nTwo lanes, one failed; see the mail of Anna.\nKeep it cold.\n",
    "letter.txt": "Dear all,\nhere are the data, as promised, of last week.\nPlease look, and tell me what you find.\n",
    "table.txt": "a,b,c\n1,2,3\n4,5\n6,7,8\n",
  });
  const seen = eachSheet(await inspectFile(beside, "set.zip")).map(({ sheet, format, issues }) => [
    sheet,
    format,
    issues.flatMap(({ rule, severity }) => (rule === "aside" || severity === "error" ? [`${rule} ${severity}`] : [])),
  ]);
  expect(Object.fromEntries(seen.map(([sheet, ...rest]) => [sheet, rest]))).toMatchObject({
    "notes.txt": ["text", ["aside note"]],
    "letter.txt": ["text", ["aside note"]],
    "table.txt": ["csv", [expect.stringMatching(/error$/)]],
  });
  const { content } = await readFile(beside, "set.zip", { sheet: "notes.txt", format: "text" });
  expect(content.shape).toBe("table");
});

test("which of them is read is said, and obeyed or refused", async () => {
  const { issues } = await readFile(several, "study.zip");
  expect(issues).toMatchObject([{ rule: "collection", fix: { path: ["sheet"], value: "in/xl/values.csv" } }]);
  expect(await namesIn({})).toEqual(["sample", "sex"]);
  expect(await namesIn({ sheet: "in/xl/values.csv", format: "csv" })).toEqual(["id", "v"]);
  expect(await loadableFormat(several, "study.zip", undefined, "in/xl/values.csv")).toBe("csv");
  await expect(namesIn({ sheet: "values.csv" })).rejects.toMatchObject({
    failure: { reason: "load.part-missing", params: { part: "values.csv" } },
  });
  await expect(namesIn({ sheet: "in/samples.tsv", format: "parquet" })).rejects.toMatchObject({
    failure: { reason: "load.other-format" },
  });
});

test("an archive without anything that is loaded says so, an empty one too", async () => {
  const none = await inspectFile(archive({ "a.png": "\u0089PNG", "b.pdf": "%PDF-1.4\n" }), "x.zip");
  expect(none.issues[0]).toMatchObject({ severity: "error" });
  const empty = await inspectFile(archive({ "__MACOSX/x": "" }), "x.zip");
  expect(empty.issues[0]).toMatchObject({ severity: "error", message: { key: "load.zip-empty" } });
});

test("a store of Zarr is named as a whole, also where its zip has what was written twice, as Zarr does", async () => {
  // By Python 3.11's zipfile with mode "a", as zarr.storage.ZipStore writes: zarr.json, then zarr.json again, then a damaged chunk.
  const store = {
    "zarr.json": '{"zarr_format": 3, "node_type": "group"}',
    "xarr.json": '{"zarr_format": 3, "node_type": "group", "attributes": {}}',
    "X/c/0": "(\u00b5/\u00fdno frame",
  };
  const zip = archive(store);
  const bytes = await zip.read(0, zip.size);
  const twice = Uint8Array.from(
    Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll("xarr.json", "zarr.json"), "latin1"),
  );
  for (const source of [
    archive({ ".zgroup": '{"zarr_format": 2}', "X/.zarray": "{}", "X/0.0": "bytes" }),
    bytesAsSource(twice),
  ]) {
    const { format, compression, artifact, issues } = await inspectFile(source, "cells.zarr.zip");
    expect([format, compression, artifact, issues.map(({ message }) => message.key)]).toEqual([
      "zarr",
      "zip",
      null,
      ["load.zarr"],
    ]);
  }
});

test("a part that is damaged says so itself; the others are what they are", async () => {
  const broken = archive({ "a.csv": "id,v\na,1\nb,2\n", "b.csv.gz": "\u001f\u008bno gzip at all, by no means" });
  const found = await inspectFile(broken, "two.zip");
  expect(eachSheet(found).map(({ sheet, shape }) => [sheet, shape])[0]).toEqual(["a.csv", [2, 2]]);
});
