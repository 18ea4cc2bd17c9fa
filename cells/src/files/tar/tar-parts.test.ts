// tar: read as GNU tar and Python write it, in all of its formats, and refused where it lies.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Assay } from "../../artifacts/artifact.ts";
import { sampleIds } from "../../artifacts/assay.ts";
import { FailureError } from "../../base/failure.ts";
import { inflateGzip } from "../../formats/parts/gzip.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { loadText } from "../../testing/load-text.ts";
import { inspectFile } from "../inspect.ts";
import { eachSheet } from "../inspection.ts";
import { readFile } from "../read-file.ts";
import { tarParts } from "./tar-parts.ts";

let folder = "";
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), "gc-tar-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (command: string, ...args: string[]): Uint8Array =>
  new Uint8Array(execFileSync(command, args, { cwd: folder, maxBuffer: 1 << 28 }));
const has = (command: string, ...args: string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};
const hasPython = has("/usr/bin/python3", "-c", "import tarfile");
const hasTar = has("tar", "--version");

const opened = (bytes: Uint8Array) => tarParts(bytesAsSource(bytes), "x.tar", inflateGzip);
const refusal = (bytes: Uint8Array) =>
  opened(bytes).then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure.reason : error),
  );
const textOf = async (stream: AsyncIterable<Uint8Array>): Promise<string> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk.slice());
  return Buffer.concat(chunks).toString("utf8");
};

/** Fields of a header that a test sets; its checksum is made anew. */
interface Header {
  readonly name: string;
  readonly size?: number | string;
  readonly type?: string;
  readonly link?: string;
}
function header({ name, size = 0, type = "0", link = "" }: Header): Uint8Array {
  const block = Buffer.alloc(512);
  block.write(name.slice(0, 100), 0, "utf8");
  block.write("0000644\0", 100);
  block.write(typeof size === "number" ? `${size.toString(8).padStart(11, "0")}\0` : size, 124, "latin1");
  block.write("00000000000\0", 136);
  block.write(type, 156, "latin1");
  block.write(link, 157, "utf8");
  block.write("ustar\x0000", 257, "latin1");
  block.write("        ", 148);
  block.write(
    `${block
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, "0")}\0 `,
    148,
  );
  return block;
}
const padded = (text: string): Uint8Array => {
  const bytes = Buffer.from(text);
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
};
const file = (name: string, text: string): Uint8Array =>
  Buffer.concat([header({ name, size: Buffer.byteLength(text) }), padded(text)]);
const archive = (...pieces: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat([...pieces, Buffer.alloc(1024)]));

describe.skipIf(!hasPython)("as Python writes it", () => {
  const long = `${"folder-of-a-study/".repeat(12)}ü-values.tsv`;
  test.each(["USTAR_FORMAT", "GNU_FORMAT", "PAX_FORMAT"])("%s", async (format) => {
    const name = format === "USTAR_FORMAT" ? `${"d".repeat(90)}/${"n".repeat(90)}.tsv` : long;
    const bytes = run(
      "/usr/bin/python3",
      "-c",
      [
        "import tarfile, io, sys",
        `t = tarfile.open(fileobj=sys.stdout.buffer, mode='w|', format=tarfile.${format})`,
        "def add(n, b, k=tarfile.REGTYPE):",
        " i = tarfile.TarInfo(n); i.size = len(b); i.type = k; t.addfile(i, io.BytesIO(b))",
        "add('./d', b'', tarfile.DIRTYPE)",
        "add('./d/a.csv', b'g,s\\n' * 5000)",
        `add('${name}', b'x\\ty\\n1\\t2\\n')`,
        "add('d/._a.csv', b'what macOS leaves')",
        "add('empty.txt', b'')",
        "t.close()",
      ].join("\n"),
    );
    const parts = await opened(bytes);
    expect([...parts.names].sort()).toEqual(["d/a.csv", "empty.txt", name].sort());
    expect(await textOf(parts.open("d/a.csv"))).toBe("g,s\n".repeat(5000));
    expect(await textOf(parts.open(name))).toBe("x\ty\n1\t2\n");
    expect(new TextDecoder().decode(await parts.source("d/a.csv")?.read(19_996, 30_000))).toBe("g,s\n");
    expect([parts.source("empty.txt")?.size, parts.source("none")]).toEqual([0, null]);
  });
});

describe.skipIf(!hasTar)("as GNU tar writes it", () => {
  beforeAll(() => {
    mkdirSync(path.join(folder, "in"));
    writeFileSync(path.join(folder, "in", "samples.tsv"), "sample\tsex\ns1\tf\ns2\tm\n");
    writeFileSync(path.join(folder, "in", "values.csv"), `id,v\n${"a,1\n".repeat(60_000)}`);
  });
  test.each([
    ["v7.tar", "--format=v7"],
    ["gnu.tar", "--format=gnu"],
    ["posix.tar", "--format=posix"],
    ["packed.tar.gz", "-z"],
    ["packed.tar.bz2", "-j"],
    ["packed.tar.xz", "-J"],
    ["packed.tar.zst", "--zstd"],
  ])("%s: each file is a line of the card, with its own format", async (name, how) => {
    const bytes = run("tar", "-c", how, "in");
    const found = await inspectFile(bytesAsSource(bytes), name);
    expect(eachSheet(found).map(({ sheet, format, shape, compression }) => [sheet, format, shape, compression])).toEqual([
      ["in/samples.tsv", "tsv", [2, 2], "tar"],
      ["in/values.csv", "csv", [60_000, 2], "tar"],
    ]);
    expect(eachSheet(found).flatMap(({ issues }) => issues.map(({ rule }) => rule))).toEqual([]);
    const { content } = await readFile(bytesAsSource(bytes), name, { sheet: "in/samples.tsv" });
    expect(content.shape === "table" && content.table.rowCount).toBe(2);
    expect((await inspectFile(bytesAsSource(bytes), "x.csv")).issues.map(({ rule }) => rule)).toContain("ending");
  });

  test("a link is refused with where it leads, and so is an archive that was cut", async () => {
    symlinkSync("samples.tsv", path.join(folder, "in", "latest.tsv"));
    const bytes = run("tar", "-c", "in");
    rmSync(path.join(folder, "in", "latest.tsv"));
    const found = await inspectFile(bytesAsSource(bytes), "x.tar");
    expect(found.issues).toMatchObject([
      { severity: "error", message: { key: "load.tar-link", params: { part: "in/latest.tsv", to: "samples.tsv" } } },
    ]);
    const whole = run("tar", "-c", "in/samples.tsv");
    for (const at of [512, 700, 1024]) expect(await refusal(whole.subarray(0, at)), `${at}`).toBe("load.tar-broken");
    expect(await refusal(gzipSync(whole).subarray(0, 90))).toMatch(/gzip/);
  });
});

test("what belongs together in it is one data set: samples of cells as GEO packs them", async () => {
  const one = (sample: string) => [
    file(`${sample}_barcodes.tsv`, "AAAC-1\nAAAG-1\n"),
    file(`${sample}_features.tsv`, "g1\tA\tGene Expression\ng2\tB\tGene Expression\n"),
    file(`${sample}_matrix.mtx`, "%%MatrixMarket matrix coordinate integer general\n2 2 1\n1 2 7\n"),
  ];
  const { out } = await loadText("GSE1_RAW.tar", archive(...one("GSM1"), ...one("GSM2")));
  expect(sampleIds(out as Assay)).toEqual(["GSM1_AAAC-1", "GSM1_AAAG-1", "GSM2_AAAC-1", "GSM2_AAAG-1"]);
});

test("archives of samples in one: their files are files of the whole, a damaged one is told by itself", async () => {
  const one = (cells: string) =>
    gzipSync(
      archive(
        file("filtered_feature_bc_matrix/barcodes.tsv", cells),
        file("filtered_feature_bc_matrix/features.tsv", "g1\tA\tGene Expression\ng2\tB\tGene Expression\n"),
        file("filtered_feature_bc_matrix/matrix.mtx", "%%MatrixMarket matrix coordinate integer general\n2 1 1\n1 1 7\n"),
      ),
    );
  const member = (name: string, bytes: Uint8Array): Uint8Array =>
    Buffer.concat([header({ name, size: bytes.length }), bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
  const two = [member("GSM1_ctl.tar.gz", one("AAAC-1\n")), member("GSM2_trt.tgz", one("AAAC-1\n"))];
  const { out } = await loadText("GSE1_RAW.tar", archive(...two));
  expect(sampleIds(out as Assay)).toEqual(["GSM1_ctl_AAAC-1", "GSM2_trt_AAAC-1"]);
  const whole = gzipSync(archive(file("a.csv", "x,y\n1,2\n"), file("b.csv", "x,y\n")));
  const { others, ...first } = await inspectFile(
    bytesAsSource(archive(member("cut.tar.gz", gzipSync(file("a", "x"))), member("ok.tar.gz", whole))),
    "x.tar",
  );
  expect([first.sheet, ...others.map(({ sheet }) => sheet)]).toEqual(["ok/a.csv", "ok/b.csv", "cut.tar.gz"]);
  expect(others.at(-1)?.issues).toMatchObject([{ severity: "error", message: { key: "load.tar-broken" } }]);
});

describe("what lies is refused", () => {
  const pax = (record: string): Uint8Array => {
    const text = `${record.length + 4} ${record}\n`.replace(/^\d+/, (length) => String(record.length + 2 + length.length));
    return Buffer.concat([header({ name: "p", type: "x", size: text.length }), padded(text)]);
  };
  test.each<[string, Uint8Array, string]>([
    ["a name that leads out", archive(file("../a.csv", "x")), "tar-path"],
    ["a name that leads out, in a record of pax", archive(pax("path=a/../../b"), file("b", "x")), "tar-path"],
    ["a hard link", archive(header({ name: "a", type: "1", link: "b" })), "tar-link"],
    ["a device", archive(header({ name: "a", type: "3" })), "tar-kind"],
    ["a FIFO", archive(header({ name: "a", type: "6" })), "tar-kind"],
    ["a file with holes", archive(header({ name: "a", type: "S" })), "tar-kind"],
    ["a file with holes, by pax", archive(pax("GNU.sparse.major=1"), file("a", "x")), "tar-kind"],
    ["a size beyond the archive", archive(header({ name: "a", size: 100_000 })), "tar-broken"],
    ["a size that is none", archive(header({ name: "a", size: "what is it" })), "tar-broken"],
    ["a size of 2^70 in base 256", archive(header({ name: "a", size: "\x80\0\0\x40\0\0\0\0\0\0\0\0" })), "tar-broken"],
    ["a size below zero in base 256", archive(header({ name: "a", size: "\xff".repeat(12) })), "tar-broken"],
    ["a size in a record of pax that lies", archive(pax("size=999999999"), file("a", "x")), "tar-broken"],
    ["a record that is longer than it is", archive(header({ name: "p", type: "x", size: 9 }), padded("99 path=x")), "tar-broken"],
    ["two files of one name", archive(file("a", "x"), file("./a", "y")), "zip-twice"],
    ["another archive behind its end", archive(file("a", "x"), Buffer.alloc(1024), file("b", "y")), "tar-broken"],
    ["no end", file("a", "x"), "tar-broken"],
    [
      "more files than anybody looks through",
      archive(...Array.from({ length: 10_001 }, (_, at) => header({ name: `f${at}` }))),
      "tar-many",
    ],
    [
      "headers without files, again and again",
      archive(...Array.from({ length: 30_001 }, () => header({ name: "d", type: "5" }))),
      "tar-many",
    ],
  ])("%s", async (_title, bytes, reason) => {
    expect(await refusal(bytes)).toBe(`load.${reason}`);
  });

  test("what unpacks beyond what is held, before it is", async () => {
    const packed = gzipSync(Buffer.concat([header({ name: "a", size: 8_589_934_591 }), Buffer.alloc(300 * 2 ** 20)]), {
      level: 1,
    });
    expect(await refusal(packed)).toMatch(/^(?:load\.tar-large|packing\.bomb)$/);
  });

  test("an archive of nothing", async () => {
    const found = await inspectFile(bytesAsSource(archive(header({ name: "d/", type: "5" }))), "x.tar");
    expect(found.issues[0]).toMatchObject({ severity: "error", message: { key: "load.zip-empty" } });
  });
});

test("damaged archives are refused in words, or opened; nothing else is thrown", async () => {
  const whole = archive(header({ name: "d/", type: "5" }), file("d/a.csv", "g,s\n1,2\n"), file("b.tsv", "x\ty\n1\t2\n"));
  let seed = 11;
  const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 300; round++) {
    const bytes = Uint8Array.from(whole);
    // Of the headers, where anything is told.
    const [at = 0] = [[0, 512, 1536][random(3)]];
    for (let change = random(4); change >= 0; change--) bytes[at + random(512)] = random(256);
    // The sum is right again in half of them.
    if (round % 2 === 0) {
      bytes.fill(32, at + 148, at + 156);
      const sum = bytes.subarray(at, at + 512).reduce((all, byte) => all + byte, 0);
      bytes.set(Buffer.from(`${sum.toString(8).padStart(6, "0")}\0 `), at + 148);
    }
    const { issues } = await inspectFile(bytesAsSource(bytes.subarray(0, 1 + random(bytes.length * 2))), "x.tar");
    expect(Array.isArray(issues)).toBe(true);
  }
});
