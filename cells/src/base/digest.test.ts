import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { digestOfBytes, digestOfText, newHasher, portable } from "./digest.ts";

const nodes = (content: Uint8Array | string): string => createHash("sha256").update(content).digest("hex");

test("texts and bytes of every length have the digest that node:crypto gives, one after the other", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), (text, bytes) => {
      expect(digestOfText(text)).toBe(nodes(text));
      expect(digestOfBytes(bytes)).toBe(nodes(bytes));
      expect(portable.digestOfText(text)).toBe(nodes(text));
      expect(portable.digestOfBytes(bytes)).toBe(nodes(bytes));
    }),
  );
});

test.each([2_730, 2_731, 8_192, 100_000])(
  "a text of %i three-byte characters has the digest that node:crypto gives",
  (length) => {
    const text = "語".repeat(length);
    expect(digestOfText(text)).toBe(nodes(text));
    expect(digestOfText("short")).toBe(nodes("short"));
  },
);

test("content in parts has the digest of the whole, whatever is hashed in between", () => {
  const hasher = newHasher();
  hasher.update(new Uint8Array(70).fill(1));
  portable.digestOfText("in between");
  hasher.update(new Uint8Array(70).fill(2));
  expect(hasher.digest()).toBe(nodes(Uint8Array.from([...new Uint8Array(70).fill(1), ...new Uint8Array(70).fill(2)])));
});
