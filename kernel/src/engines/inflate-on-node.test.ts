// Sizes and outcomes are those of gzip(1): members one after another are one file, zeros behind and between them are padding.

import { createHash } from "node:crypto";
import { deflateRawSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { FailureError } from "@genomecraft/cells/base/failure.ts";
import { unpacked } from "@genomecraft/cells/formats/parts/bgzf/blocks.ts";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import { inflateOnNode } from "./inflate-on-node.ts";

const member = (text: string): Uint8Array => gzipSync(text);
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

async function unpack(packed: Uint8Array, size: number): Promise<string> {
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    // One buffer for all, as a source may have it.
    const buffer = new Uint8Array(size);
    for (let at = 0; at < packed.length; at += size) {
      const chunk = packed.subarray(at, at + size);
      buffer.set(chunk);
      yield buffer.subarray(0, chunk.length);
    }
  };
  let text = "";
  for await (const bytes of inflateOnNode(chunks())) text += Buffer.from(bytes).toString();
  return text;
}

test.each([1, 7, 20, 65_536])("members one after another are one file, in chunks of %d bytes", async (size) => {
  expect(await unpack(joined(member("a,b\n"), member(""), member("1,2\n")), size)).toBe("a,b\n1,2\n");
});

test("zeros behind the last member are padding", async () => {
  expect(await unpack(joined(member("a,b\n"), new Uint8Array(512)), 65_536)).toBe("a,b\n");
});

test.each([1, 5, 64, 65_536])(
  "a member behind zeros is part of the file, as Python's gzip reads it, in chunks of %d bytes",
  async (size) => {
    for (const zeros of [1, 7, 512, 70_000]) {
      const packed = joined(
        member("a,b\n"),
        new Uint8Array(zeros),
        member("1,2\n"),
        new Uint8Array(3),
        member("3,4\n"),
        new Uint8Array(9),
      );
      if (zeros < 1000 || size > 10) expect(await unpack(packed, size)).toBe("a,b\n1,2\n3,4\n");
    }
  },
);

test.each([
  ["something else behind zeros", joined(member("a,b\n"), new Uint8Array(8), Buffer.from("junk"))],
  ["cut in the second member", joined(member("a,b\n"), member("1,2\n").subarray(0, 12))],
  ["cut in the header of the second member", joined(member("a,b\n"), member("1,2\n").subarray(0, 3))],
  ["something else behind", joined(member("a,b\n"), Buffer.from("junk"))],
  ["a wrong check sum", member("a,b\n").map((byte, at, all) => (at === all.length - 6 ? byte ^ 1 : byte))],
] as const)("%s is a failure and never a shorter result", async (_title, packed) => {
  for (const size of [1, 65_536]) {
    const error = await unpack(packed, size).catch((thrown: unknown) => thrown);
    expect(error instanceof FailureError && error.failure.reason).toBe("load.gzip-broken");
  }
});

test("what fails below is said as it is", async () => {
  const broken = async function* (): AsyncGenerator<Uint8Array> {
    yield member("a,b\n").subarray(0, 5);
    throw new Error("the disk is gone");
  };
  await expect(async () => {
    for await (const _ of inflateOnNode(broken()));
  }).rejects.toThrow("the disk is gone");
});

/** A block of BGZF (SAM specification 1.6, section 4.1): a member whose extra field tells its length. */
function block(plain: Uint8Array): Uint8Array {
  const gzip = gzipSync(plain);
  const packed = deflateRawSync(plain);
  const head = Buffer.from([31, 139, 8, 4, 0, 0, 0, 0, 0, 255, 6, 0, 66, 67, 2, 0, 0, 0]);
  head.writeUInt16LE(18 + packed.length + 8 - 1, 16);
  return Buffer.concat([head, packed, gzip.subarray(-8)]);
}

test("members in memory are unpacked whole; what is broken, longer or shorter is refused", async () => {
  const packed = joined(member("a,b\n"), member(""), member("1,2\n"));
  const members = inflateOnNode.members as NonNullable<typeof inflateOnNode.members>;
  expect(Buffer.from(await members(packed, 8)).toString()).toBe("a,b\n1,2\n");
  expect((await members(member(""), 0)).length).toBe(0);
  expect((await members(packed, 9)).length).toBe(8);
  await expect(members(packed, 7)).rejects.toThrow();
  await expect(members(packed.subarray(0, packed.length - 3), 8)).rejects.toThrow();
  await expect(members(member("a".repeat(1 << 20)), 1000)).rejects.toThrow();
});

test("blocks are the same bytes by every way of unpacking, whole and from place to place, and a broken one is told by its byte", async () => {
  const plains = Array.from({ length: 150 }, (_, nth) =>
    Buffer.from(Array.from({ length: 12_000 + nth * 37 }, (_, at) => (Math.sin(at * at + nth) * 1e4) & 63)),
  );
  const blocks = plains.map(block);
  const file = joined(...blocks, block(new Uint8Array(0)));
  const all = joined(...plains);
  const starts = blocks.map((_, nth) => joined(...blocks.slice(0, nth)).length);
  const told = (bytes: Uint8Array): string => `${bytes.length} ${createHash("sha256").update(bytes).digest("hex")}`;
  const read = async (bytes: Uint8Array, more: { readonly from?: number; readonly to?: number }, isBeside: boolean) => {
    const pieces: Uint8Array[] = [];
    const options = { name: "x.bam", ...more, inflate: isBeside ? inflateOnNode : undefined };
    for await (const piece of unpacked(bytesAsSource(bytes), options)) pieces.push(piece);
    return told(joined(...pieces));
  };
  const [start, end] = [plains.slice(0, 20), plains.slice(0, 120)].map((before) => joined(...before).length) as [number, number];
  const place = { from: (starts[20] as number) * 65536 + 77, to: (starts[120] as number) * 65536 + 500 };
  const broken = Buffer.from(file);
  broken[(starts[140] as number) + 5_000] = (broken[(starts[140] as number) + 5_000] as number) ^ 255;
  for (const isBeside of [true, false]) {
    expect(await read(file, {}, isBeside)).toBe(told(all));
    expect(await read(file, place, isBeside)).toBe(told(all.subarray(start + 77, end + 500)));
    await expect(read(broken, {}, isBeside)).rejects.toThrow(/x\.bam/);
    expect(await read(broken, place, isBeside)).toBe(told(all.subarray(start + 77, end + 500)));
  }
});
