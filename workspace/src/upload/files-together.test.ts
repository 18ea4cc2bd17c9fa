// What is dropped together goes to the server together, byte by byte as beside a notebook.

import { expect, test } from "vitest";
import { crc32 } from "@genomecraft/cells/base/crc32.ts";
import { storedZip } from "@genomecraft/cells/base/stored-zip.ts";
import { together } from "./files-together.ts";

const file = (path: string, text: string) => ({ path, file: new File([text], path.split("/").at(-1) ?? path) });

test("a folder and files that belong together become archives, others stay as they are", async () => {
  const sent = await together([
    file("run1/matrix.mtx", "2 2 1\n"),
    file("run1/more/.DS_Store", "x"),
    file("run1/barcodes.tsv", "AA\n"),
    file("one/a.csv", "x\n1\n"),
    file("s.bam", "BAM"),
    file("s.bam.bai", "BAI"),
    file("sheet.csv", "sample\na\n"),
  ]);
  expect(sent.map(({ file: { name }, of }) => [name, ...of])).toEqual([
    ["sheet.csv"],
    ["run1.zip", "matrix.mtx", "barcodes.tsv"],
    ["a.csv"],
    ["s.zip", "s.bam", "s.bam.bai"],
  ]);
  const bytes = new Uint8Array((await sent[3]?.file.arrayBuffer()) ?? new ArrayBuffer(0));
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const pieces = storedZip([
    { name: "s.bam.bai", size: 3, crc: crc32(utf8("BAI")) },
    { name: "s.bam", size: 3, crc: crc32(utf8("BAM")) },
  ]);
  const expected = pieces.map((piece) => ("bytes" in piece ? piece.bytes : utf8(piece.part === "s.bam" ? "BAM" : "BAI")));
  expect(bytes).toEqual(new Uint8Array(Buffer.concat(expected)));
});
