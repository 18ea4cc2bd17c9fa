// A folder beside a notebook is the data set that a browser makes of it.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { crc32 } from "@genomecraft/cells/base/crc32.ts";
import { digestOfBytes } from "@genomecraft/cells/base/digest.ts";
import { storedZip } from "@genomecraft/cells/base/stored-zip.ts";
import { FileDigests, localFile } from "./local-file.ts";

let folder = "";
const files: { readonly [name: string]: string } = { "in/b.csv": "x,y\n1,2\n", "a.tsv": "s\tt\n" };
const utf8 = (text: string) => new TextEncoder().encode(text);
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "gc-folder-"));
  mkdirSync(path.join(folder, "data/in"), { recursive: true });
  mkdirSync(path.join(folder, "empty"));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, "data", name), text);
  writeFileSync(path.join(folder, "data/.DS_Store"), "x");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const archive = (of: { readonly [name: string]: string }): Uint8Array => {
  const parts = Object.entries(of).map(([name, text]) => ({ name, size: utf8(text).length, crc: crc32(utf8(text)) }));
  const pieces = storedZip(parts).map((piece) => ("bytes" in piece ? piece.bytes : utf8(of[piece.part] ?? "")));
  return new Uint8Array(Buffer.concat(pieces));
};

test("its bytes are those of the archive, whole, by range and streamed; its digest follows what is in it", async () => {
  const data = path.join(folder, "data");
  const expected = archive(files);
  const source = await localFile(data);
  expect(source?.size).toBe(expected.length);
  expect(await source?.read(0, expected.length + 9)).toEqual(expected);
  for (let at = 0; at < expected.length; at += 13)
    expect(await source?.read(at, at + 29), `${at}`).toEqual(expected.subarray(at, at + 29));
  const streamed: Uint8Array[] = [];
  for await (const chunk of source?.stream() ?? []) streamed.push(chunk);
  expect(new Uint8Array(Buffer.concat(streamed))).toEqual(expected);
  const digests = new FileDigests(path.join(folder, "kept"));
  expect(digests.of(data)).toEqual({ digest: digestOfBytes(expected), size: expected.length, isFolder: true });
  writeFileSync(path.join(data, "a.tsv"), "s\tu\n");
  expect(digests.of(data)?.digest).toBe(digestOfBytes(archive({ ...files, "a.tsv": "s\tu\n" })));
});

test("a folder without files is no data set", async () => {
  expect(await localFile(path.join(folder, "empty"))).toBeNull();
  expect(new FileDigests(path.join(folder, "kept")).of(path.join(folder, "empty"))).toBeNull();
});
