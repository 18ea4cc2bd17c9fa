// What is found in any file, and how findings are counted and kept.

import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bytesAsSource } from "../testing/bytes-as-source.ts";
import { locales } from "../messages/locale.ts";
import { checkFile, type CheckFileOptions, checkInWords } from "./check-file.ts";
import { watchText } from "./watch-text.ts";

const vcf = "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n1\t10\t.\tA\tC\t.\t.\t.\n";
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const checked = (content: string | Uint8Array, options: CheckFileOptions = {}, name = "x.vcf") =>
  checkFile(bytesAsSource(typeof content === "string" ? bytesOf(content) : content), name, options);
const rulesOf = async (...args: Parameters<typeof checked>) =>
  (await checked(...args)).findings.map(({ rule, line }) => [rule, line]);

test("a sound file has no findings, packed or not", async () => {
  for (const content of [vcf, gzipSync(vcf), vcf.replaceAll("\n", "\r\n")])
    expect(await checked(content)).toMatchObject({ format: "vcf", checked: true, errors: 0, warnings: 0, findings: [] });
});

describe("of any file is told", () => {
  test.each([
    ["nothing in it", "", "file-empty"],
    ["blanks alone", " \n\n", "file-empty"],
    ["bytes of nothing known", Uint8Array.of(1, 2, 3, 0, 0, 255, 254, 0, 7), "file-unknown"],
    ["a format without rules", "a,b\n1,2\n3,4\n", "file-no-rules"],
  ])("%s", async (_title, content, rule) => {
    const found = await checked(content, {}, "x");
    expect([found.checked, found.findings.map((finding) => finding.rule)]).toEqual([false, [rule]]);
    for (const locale of locales) expect(JSON.stringify(checkInWords(found, locale))).not.toMatch(/check\.|\{\w+\}/);
  });

  test("gzip that was cut short: what could be unpacked is checked all the same", async () => {
    const packed = gzipSync(vcf + "1\t11\t.\tA\tC\t.\t.\t.\n".repeat(40_000));
    expect((await rulesOf(packed.subarray(0, packed.length - 30))).map(([rule]) => rule)).toContain("file-cut");
  });

  test("not UTF-8, with its line; zero bytes; a mark; two kinds of line ends", async () => {
    const latin = Buffer.from(vcf.replace("#CHROM", "##who=M\u00fcller\n#CHROM"), "latin1");
    expect(await rulesOf(latin)).toEqual([["text-utf8", 2]]);
    expect((await checked(latin)).errors).toBe(0);
    expect((await checked(latin, { strict: true })).errors).toBe(1);
    expect(await rulesOf(vcf.replace("#CHROM", "##a=\u0000\n#CHROM"))).toContainEqual(["text-zero", 2]);
    expect(await rulesOf(`\ufeff${vcf}`)).toContainEqual(["text-mark", 1]);
    expect(await rulesOf(vcf.replace("INFO\n", "INFO\r\n"))).toContainEqual(["text-line-ends", 2]);
  });

  test("a name is believed where nothing in the file says more", async () => {
    expect((await checked("chr1\t10\nchr1\t12\n")).format).toBe("vcf");
    expect((await checked("chr1\t10\nchr1\t12\n", {}, "x.tsv")).format).toBe("tsv");
  });
});

test("UTF-8 is told from what is none as the platform tells it, however it is cut into chunks", () => {
  const isUtf8 = (bytes: Uint8Array): boolean => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  };
  const pieces = [0x41, 0x0a, 0x80, 0xbf, 0xc1, 0xc3, 0xe0, 0xa0, 0xed, 0x9f, 0xf0, 0x90, 0xf4, 0x8f, 0xf5, 0xff, 0xef];
  let at = 1;
  const next = (): number => (at = (at * 48271) % 0x7fffffff);
  for (let round = 0; round < 3000; round++) {
    const bytes = Uint8Array.from({ length: 1 + (next() % 6) }, () => pieces[next() % pieces.length] as number);
    let isWrong = false;
    const watch = watchText((rule) => (isWrong ||= rule === "text-utf8"));
    for (const byte of bytes) watch.see(Uint8Array.of(byte));
    watch.end();
    expect([[...bytes], isWrong]).toEqual([[...bytes], !isUtf8(bytes)]);
  }
});

test("every finding is counted, the first of each rule are kept", async () => {
  const many = bytesOf(vcf + "1\t11\t.\tA\tC\t.\t.\t\u00ff\n".repeat(500)).map((byte) => (byte === 0xc3 ? 0xff : byte));
  const found = await checked(many, { examples: 3 });
  expect(found.rules).toContainEqual(expect.objectContaining({ rule: "text-utf8", count: 500 }));
  expect(found.findings.filter(({ rule }) => rule === "text-utf8").map(({ line }) => line)).toEqual([4, 5, 6]);
});
