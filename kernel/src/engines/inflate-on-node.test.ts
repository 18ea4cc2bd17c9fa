// Sizes and outcomes are those of gzip(1): members one after another are one file, zeros behind and between them are padding.

import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { FailureError } from "@genomecraft/cells/base/failure.ts";
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
