// Archives: read as zip tools write them, refused where they lie, and written so that zip tools read them.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { crc32 as nodeCrc32, deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { crc32 } from "../../base/crc32.ts";
import { FailureError } from "../../base/failure.ts";
import { storedZip } from "../../base/stored-zip.ts";
import { inflateGzip } from "../../formats/parts/gzip.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { zipParts } from "./zip-parts.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const textOf = async (stream: AsyncIterable<Uint8Array>): Promise<string> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk.slice());
  return Buffer.concat(chunks).toString("utf8");
};
const opened = (bytes: Uint8Array) => zipParts(bytesAsSource(bytes), "x.zip", inflateGzip);
const refusal = (bytes: Uint8Array) =>
  opened(bytes).then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure.reason : error),
  );

/** Stored, as one archive in memory. */
function stored(files: { readonly [name: string]: string }): Uint8Array {
  const parts = Object.entries(files).map(([name, text]) => ({ name, size: utf8(text).length, crc: crc32(utf8(text)) }));
  const pieces = storedZip(parts).map((piece) => ("bytes" in piece ? piece.bytes : utf8(files[piece.part] ?? "")));
  return new Uint8Array(Buffer.concat(pieces));
}

let folder = "";
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), "gc-zip-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const python = (code: string): string => execFileSync("/usr/bin/python3", ["-c", code], { cwd: folder, encoding: "utf8" });
const hasPython = (() => {
  try {
    execFileSync("/usr/bin/python3", ["-c", "import zipfile"]);
    return true;
  } catch {
    return false;
  }
})();

test("CRC-32 is that of zlib, whole and in pieces of any length", () => {
  const bytes = Uint8Array.from({ length: 10_007 }, (_, at) => (at * 7919) >>> 3);
  for (const cut of [0, 1, 7, 8, 9, 4_000, 10_007]) {
    const joined = crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)));
    expect(joined).toBe(nodeCrc32 ? nodeCrc32(bytes) : crc32(bytes));
  }
  // The check value of the polynomial (ITU-T V.42).
  expect(crc32(utf8("123456789"))).toBe(0xcbf43926);
});

describe("archives of files that belong together", () => {
  const files = { "b/matrix.mtx": "2 2 1\n", "a.tsv": "x\ty\n1\t2\n", "ü.csv": "" };

  test("the same files give the same bytes in any order, and are read back by name and by range", async () => {
    const bytes = stored(files);
    expect(bytes).toEqual(stored(Object.fromEntries(Object.entries(files).reverse())));
    const parts = await opened(bytes);
    expect(parts.names).toEqual(["a.tsv", "b/matrix.mtx", "ü.csv"]);
    expect(await textOf(parts.open("b/matrix.mtx"))).toBe("2 2 1\n");
    const source = parts.source("a.tsv");
    expect(source?.size).toBe(8);
    expect(new TextDecoder().decode(await source?.read(2, 5))).toBe("y\n1");
    expect(parts.source("none")).toBeNull();
  });

  test.skipIf(!hasPython)("Python reads what we write, and we read what Python writes", async () => {
    writeFileSync(path.join(folder, "ours.zip"), stored(files));
    expect(
      python("import zipfile; z = zipfile.ZipFile('ours.zip'); print(z.testzip(), sorted(z.namelist()), z.read('a.tsv'))"),
    ).toBe("None ['a.tsv', 'b/matrix.mtx', 'ü.csv'] b'x\\ty\\n1\\t2\\n'\n");
    python(
      "import zipfile\nwith zipfile.ZipFile('theirs.zip', 'w', zipfile.ZIP_DEFLATED) as z:\n z.writestr('d/', '')\n z.writestr('d/a.csv', 'g,s\\n' * 5000)\n z.writestr('__MACOSX/._a.csv', 'x')\n z.writestr('.DS_Store', 'x')\n",
    );
    const parts = await opened(readFileSync(path.join(folder, "theirs.zip")));
    expect(parts.names).toEqual(["d/a.csv"]);
    expect(await textOf(parts.open("d/a.csv"))).toBe("g,s\n".repeat(5_000));
    expect(new TextDecoder().decode(await parts.source("d/a.csv")?.read(19_996, 30_000))).toBe("g,s\n");
  });

  test.skipIf(!hasPython)("sizes of more than 32 bits are written as zip64 has them", () => {
    // The sizes are told, the bytes are not there: only the directory is looked at.
    const pieces = storedZip([
      { name: "large", size: 5_000_000_000, crc: 1 },
      { name: "small", size: 3, crc: 2 },
    ]);
    const sizes = pieces.map((piece) => ("bytes" in piece ? piece.bytes.length : piece.size));
    const at = sizes.slice(0, 4).reduce((sum, size) => sum + size, 0);
    writeFileSync(
      path.join(folder, "directory"),
      Buffer.concat(pieces.slice(4).flatMap((piece) => ("bytes" in piece ? [piece.bytes] : []))),
    );
    const read = python(
      [
        "import zipfile, io, os",
        "d = open('directory', 'rb').read()",
        "class F(io.RawIOBase):",
        ` n = ${at} + len(d)`,
        " p = 0",
        " def seek(s, o, w=0):",
        "  s.p = o if w == 0 else s.p + o if w == 1 else s.n + o",
        "  return s.p",
        " def tell(s): return s.p",
        " def seekable(s): return True",
        " def readable(s): return True",
        " def read(s, k=-1):",
        "  k = s.n - s.p if k < 0 else k",
        `  i = s.p - ${at}`,
        "  r = d[i:i+k] if i >= 0 else b'\\0' * k",
        "  s.p += len(r)",
        "  return r",
        "print([(i.filename, i.file_size, i.header_offset) for i in zipfile.ZipFile(F()).infolist()])",
      ].join("\n"),
    );
    expect(read).toBe(`[('large', 5000000000, 0), ('small', 3, ${(sizes[0] ?? 0) + 5_000_000_000})]\n`);
  });
});

describe("what lies is refused", () => {
  test("an archive that was cut, wherever", async () => {
    const bytes = stored({ "a.csv": "g,s\n1,2\n", "b.csv": "x" });
    for (let at = 4; at < bytes.length; at++) expect(await refusal(bytes.subarray(0, at)), `${at}`).toBe("load.zip-broken");
  });

  test("bytes that are not those that were packed", async () => {
    const bytes = stored({ "a.csv": "g,s\n1,2\n" });
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    const parts = await opened(bytes);
    await expect(textOf(parts.open("a.csv"))).rejects.toMatchObject({ failure: { reason: "load.zip-part-broken" } });
  });

  test("a part that unpacks to more than it says, or a thousandfold", async () => {
    const packed = deflateRawSync(Buffer.alloc(5_000_000));
    const lying = (size: number): Uint8Array => {
      const [head, , central, end] = storedZip([{ name: "a", size: packed.length, crc: 0 }]);
      if (!head || !central || !end || !("bytes" in head) || !("bytes" in central) || !("bytes" in end))
        throw new Error("pieces");
      for (const [piece, at] of [
        [head.bytes, 8],
        [central.bytes, 10],
      ] as const)
        piece[at] = 8;
      new DataView(central.bytes.buffer).setUint32(24, size, true);
      return new Uint8Array(Buffer.concat([head.bytes, packed, central.bytes, end.bytes]));
    };
    expect(await refusal(lying(packed.length * 1_200))).toBe("load.zip-bomb");
    const parts = await opened(lying(1_000));
    await expect(textOf(parts.open("a"))).rejects.toMatchObject({ failure: { reason: "load.zip-broken" } });
  });

  test("parts that overlap, names that lead out, two files of one name", async () => {
    const bytes = stored({ "a.csv": "g,s\n1,2\n", "b.csv": "x" });
    const central = bytes.indexOf(0x02, bytes.indexOf(0x01, 90));
    expect(central).toBeGreaterThan(0);
    expect(await refusal(stored({ "../a.csv": "x" }))).toBe("load.zip-path");
    const twice = stored({ "a.csv": "x", "b.csv": "y" });
    const renamed = Uint8Array.from(Buffer.from(Buffer.from(twice).toString("latin1").replaceAll("b.csv", "a.csv"), "latin1"));
    expect(await refusal(renamed)).toBe("load.zip-twice");
    const view = new DataView(bytes.buffer);
    // The second entry says that its bytes begin where those of the first do.
    const second = Buffer.from(bytes).lastIndexOf(Buffer.from("PK\u0001\u0002"));
    view.setUint32(second + 42, 0, true);
    expect(await refusal(bytes)).toBe("load.zip-broken");
  });
});
