// What zstd, bzip2 and xz pack comes out as it went in; what was cut, changed, or asks for more memory than it may is refused.

import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { FailureError } from "../../../base/failure.ts";
import { inflateGzip } from "../gzip.ts";
import { type Packing, packingOf, unpacked } from "./unpacked.ts";
import { unpackLz4Frame } from "./lz4-frame.ts";
import { Xxh64 } from "./xxh64.ts";

const has = (tool: string): boolean => {
  try {
    execFileSync("sh", ["-c", `command -v ${tool}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};
const run = (command: string, input: Uint8Array): Uint8Array =>
  new Uint8Array(execFileSync("sh", ["-c", command], { input, maxBuffer: 1 << 28, stdio: ["pipe", "pipe", "ignore"] }));

async function* inPieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}
async function all(bytes: Uint8Array, size = 1 << 16, packing: Packing = packingOf(bytes)): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of unpacked(inPieces(bytes, size), packing, inflateGzip, "x")) chunks.push(chunk.slice());
  return Buffer.concat(chunks);
}
const refusal = (bytes: Uint8Array, packing?: Packing) =>
  all(bytes, 1 << 16, packing).then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure.reason : error),
  );

/** Lines of a table, a run of one byte, and bytes without order. */
const text = Buffer.from(Array.from({ length: 20_000 }, (_, row) => `GENE${row}\t${(row * 7919) % 1013}\t${row % 7}\n`).join(""));
const zeros = Buffer.alloc(3_000_000, 7);
const noise = Buffer.from(Uint8Array.from({ length: 300_000 }, (_, at) => Math.imul(at + 1, 2_654_435_761) >>> 24));

describe.each([
  ["zstd", "zstd", ["zstd -qc", "zstd -qc -19", "zstd -qc --no-check", "zstd -qc -1 --single-thread"]],
  ["bzip2", "bzip2", ["bzip2 -c", "bzip2 -c -1"]],
  [
    "xz",
    "xz",
    [
      "xz -c",
      "xz -c -9",
      "xz -c -C crc32",
      "xz -c -C sha256",
      "xz -c -T2 --block-size=100000",
      "xz -c --lzma2=lp=2,lc=2,pb=0,dict=64KiB",
    ],
  ],
] as const)("%s", (packing, tool, commands) => {
  const is = test.skipIf(!has(tool));
  is("unpacks what its tool packs, in pieces of any size, several one after another as well", { timeout: 60_000 }, async () => {
    for (const command of commands) {
      for (const plain of [text, zeros, noise, Buffer.from("x"), Buffer.alloc(0)]) {
        const packed = run(command, plain);
        expect(packingOf(packed)).toBe(packing);
        expect((await all(packed)).equals(plain), `${command} of ${plain.length}`).toBe(true);
      }
    }
    const packed = run(commands[0], text);
    for (const size of [1, 7, 1000]) expect((await all(packed.subarray(0), size)).equals(text)).toBe(true);
    const twice = Buffer.concat([packed, run(commands[0], zeros)]);
    expect((await all(twice)).equals(Buffer.concat([text, zeros]))).toBe(true);
  });
  is("is refused where it was cut or changed", { timeout: 60_000 }, async () => {
    const packed = run(commands[0], text);
    for (let at = 20; at < packed.length; at += Math.ceil(packed.length / 40))
      expect(await refusal(packed.subarray(0, at), packing), `cut at ${at}`).toBe("packing.broken");
    for (let at = 30; at < packed.length - 20; at += Math.ceil(packed.length / 40)) {
      const changed = packed.slice();
      changed[at] = (changed[at] as number) ^ 0x55;
      expect(await refusal(changed, packing), `changed at ${at}`).toMatch(/^packing\.(?:broken|method|window|dictionary)$/);
    }
    expect(await refusal(Buffer.concat([packed, Buffer.from("more of it")]), packing)).toBe("packing.broken");
  });
});

test("more memory than is given is refused before it is taken", async () => {
  // Window descriptor: 2^(10 + 31) bytes.
  expect(await refusal(Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0xf8, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))).toBe(
    "packing.window",
  );
});

test("gzip of several members is told from one and from blocks of bgzip", () => {
  const member = run("gzip -c", Buffer.from("a,b\n1,2\n"));
  expect(packingOf(member)).toBe("gzip");
  expect(packingOf(Buffer.concat([member, member]))).toBe("gzip-members");
  const header = Uint8Array.of(0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255, 6, 0, 66, 67, 2, 0, 27, 0);
  expect(packingOf(header)).toBe("bgzf");
  expect(packingOf(Buffer.from("BZhello"))).toBe("none");
});

test.skipIf(!has("bzip2"))("what unpacks a thousandfold without an end is refused", { timeout: 120_000 }, async () => {
  const bomb = run("head -c 400000000 /dev/zero | bzip2 -c", Buffer.alloc(0));
  let most = 0;
  const reading = (async () => {
    for await (const chunk of unpacked(inPieces(bomb, 1 << 16), "bzip2", inflateGzip, "x")) most += chunk.length;
  })();
  await expect(reading).rejects.toMatchObject({ failure: { reason: "packing.bomb" } });
  expect(most).toBeLessThan(128 * 2 ** 20);
});

test.each(["bzip2", "xz", "zstd"])("thousands of %s's parts that hold nothing are refused at once", async (tool) => {
  if (!has(tool)) return;
  const nothing = Buffer.from(run(`${tool} -c`, Buffer.alloc(0)));
  const started = performance.now();
  expect(await refusal(Buffer.concat(Array.from({ length: 300_000 }, () => nothing)))).toBe("packing.broken");
  expect(performance.now() - started).toBeLessThan(5_000);
  const between = Buffer.concat(Array.from({ length: 50 }, () => nothing));
  const held = Buffer.concat([run(`${tool} -c`, text), between, run(`${tool} -c`, noise)]);
  expect((await all(held)).equals(Buffer.concat([text, noise]))).toBe(true);
});

test("XXH64 is that of the specification", () => {
  const of = (plain: string): string => {
    const hash = new Xxh64();
    for (const letter of plain) hash.update(new TextEncoder().encode(letter));
    return hash.digestLow().toString(16);
  };
  // The low halves of xxhsum -H64.
  expect([of(""), of("a"), of("abc"), of("Nobody inspects the spammish repetition")]).toEqual([
    "51d8e999",
    "a98c6e5b",
    "ad770999",
    "8a378bf1",
  ]);
});

test.skipIf(!has("lz4"))("a frame of LZ4 unpacks to what was said, or is refused", () => {
  for (const plain of [text, zeros, noise]) {
    const packed = run("lz4 -c", plain);
    expect(Buffer.from(unpackLz4Frame(packed, plain.length)).equals(plain)).toBe(true);
    expect(() => unpackLz4Frame(packed, plain.length - 1)).toThrow(RangeError);
    expect(() => unpackLz4Frame(packed.subarray(0, packed.length >> 1), plain.length)).toThrow(RangeError);
  }
});
