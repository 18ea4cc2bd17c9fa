// A BAM is held to the rules of SAM: what samtools wrote is sound, a byte that was changed is found where it stands.

import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { checkFile } from "../../files/check-file.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { bamBytes } from "../parts/alignments/alignments.fixture.ts";

const checked = (bytes: Uint8Array) => checkFile(bytesAsSource(bytes), "x.bam", { format: "bam", strict: true });

/** One block of bgzip and the empty one behind it (SAM v1 §4.1). */
function packed(content: Uint8Array): Uint8Array {
  const whole = gzipSync(content);
  const body = whole.subarray(10);
  const size = 18 + body.length - 1;
  const head = [0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 6, 0, 0x42, 0x43, 2, 0, size & 255, size >> 8];
  return Uint8Array.of(...head, ...body, ...bamBytes.subarray(bamBytes.length - 28));
}
const content = (): Uint8Array => new Uint8Array(gunzipSync(bamBytes));

test("what samtools wrote has no error, whole or packed anew", async () => {
  for (const bytes of [bamBytes, packed(content())])
    expect(await checked(bytes)).toMatchObject({ format: "bam", checked: true, errors: 0 });
});

test("a flag, a quality and a name that no text may hold are found at their record", async () => {
  const bytes = content();
  const text = String.fromCharCode(...bytes);
  const name = text.indexOf("r7\u0000");
  const record = name - 36;
  const edited = (at: number, to: number) => packed(bytes.map((byte, place) => (place === at ? to : byte)));
  const rules = async (of: Uint8Array) => (await checked(of)).findings.filter(({ severity }) => severity === "error");
  expect(await rules(edited(name, 0x40))).toMatchObject([{ rule: "sam-qname", line: null, byte: record, found: "@7" }]);
  // Three bases as 3M of 12 bits of length and 4 of the operation: now 2M.
  expect(await rules(edited(name + 3, 0x20))).toMatchObject([{ rule: "sam-cigar-length", byte: record }]);
});

test("sequences that are not those of the header are found, and records that are cut", async () => {
  const bytes = content();
  const at = String.fromCharCode(...bytes).indexOf("SN:chr2");
  const other = bytes.map((byte, place) => (place === at + 6 ? 0x33 : byte));
  expect((await checked(packed(other))).findings.map(({ rule }) => rule)).toContain("sam-bam-sequences");
  expect((await checked(packed(bytes.subarray(0, bytes.length - 5)))).checked).toBe(false);
  expect((await checked(bamBytes.subarray(0, bamBytes.length - 28))).findings.map(({ rule }) => rule)).toContain(
    "file-last-block",
  );
});
