// Lines by the text of the standard, not out of the conformance files: what must be found and where, and what must not.

import { describe, expect, test } from "vitest";
import { checkFile } from "../../files/check-file.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { findingsIn } from "../../testing/checked.ts";
import * as sam from "./check.ts";

const tabs = (line: string): string => line.replaceAll(" ", "\t");
const lines = (...all: readonly string[]): string => `${all.map(tabs).join("\n")}\n`;
const head = ["@HD VN:1.6 SO:unsorted", "@SQ SN:chr1 LN:100", "@SQ SN:chr2 LN:50 TP:circular"] as const;
/** Behind three lines of a header. */
const read = (...all: readonly string[]): string => lines(...head, ...all);

const strict = async (content: string) =>
  (await checkFile(bytesAsSource(new TextEncoder().encode(content)), "x", { format: "sam", strict: true })).findings
    .filter(({ severity }) => severity === "error")
    .map(({ rule, line }) => `${rule} ${line}`);

describe("refused, with rule and line", () => {
  test.each([
    ["@HD without version", lines("@HD SO:coordinate"), "sam-header-required 1"],
    ["a version of one number", lines("@HD VN:v1.6"), "sam-hd-version 1"],
    ["a grouping that there is not", lines("@HD VN:1.6 GO:reads"), "sam-hd-group 1"],
    ["@HD below another line", lines("@SQ SN:a LN:1", "@HD VN:1.6"), "sam-hd-first 2"],
    ["a sub-order without a second word", lines("@HD VN:1.6 SS:coordinate"), "sam-hd-suborder 1"],
    ["a type of line that there is not", lines("@XX ID:1"), "sam-header-type 1"],
    ["a field without its tag", lines("@RG ID:1 sample"), "sam-header-field 1"],
    ["a length beyond 31 bits", lines("@SQ SN:a LN:2147483648"), "sam-sq-length 1"],
    ["an alternative name that is the name of another", lines("@SQ SN:a LN:1", "@SQ SN:b LN:1 AN:c,a"), "sam-sq-twice 2"],
    ["a topology that there is not", lines("@SQ SN:a LN:1 TP:ring"), "sam-sq-topology 1"],
    ["a read group twice", lines("@RG ID:1", "@RG ID:1"), "sam-rg-twice 2"],
    ["the 30th of February", lines("@RG ID:1 DT:2020-02-30"), "sam-rg-date 1"],
    ["a program behind one that is not there", lines("@PG ID:a PP:b"), "sam-pg-previous 1"],
    ["a header line among alignments", read("r 4 * 0 0 * * 0 0 A I", "@CO late"), "sam-header-place 5"],
    ["ten fields", read("r 4 * 0 0 * * 0 0 A"), "sam-fields 4"],
    ["an empty field", read("r 4 * 0 0 *  0 0 A I"), "sam-empty 4"],
    ["a name with @", read("r@1 4 * 0 0 * * 0 0 A I"), "sam-qname 4"],
    ["a FLAG of 17 bits", read("r 65536 * 0 0 * * 0 0 A I"), "sam-flag 4"],
    ["a sequence that no @SQ names", read("r 0 chr3 1 0 1M * 0 0 A I"), "sam-rname-declared 4"],
    ["a mate there", read("r 1 chr1 1 0 1M chr3 1 0 A I"), "sam-rnext-declared 4"],
    ["a position beyond 31 bits", read("r 0 chr1 2147483648 0 1M * 0 0 A I"), "sam-pos 4"],
    ["a quality of mapping with a point", read("r 0 chr1 1 3.5 1M * 0 0 A I"), "sam-mapq 4"],
    ["a length of the template at -2^31", read("r 0 chr1 1 0 1M * 0 -2147483648 A I"), "sam-tlen 4"],
    ["soft clipping in the middle", read("r 0 chr1 1 0 1M1S1M * 0 0 AAA III"), "sam-cigar-clip 4"],
    ["hard clipping inside soft clipping", read("r 0 chr1 1 0 1S1H1M * 0 0 AA II"), "sam-cigar-clip 4"],
    ["a CIGAR that is shorter than SEQ", read("r 0 chr1 1 0 2M * 0 0 AAA III"), "sam-cigar-length 4"],
    ["digits in SEQ", read("r 4 * 0 0 * * 0 0 A1 II"), "sam-seq 4"],
    ["qualities without SEQ", read("r 4 * 0 0 * * 0 0 * I"), "sam-qual-alone 4"],
    ["a tag twice", read("r 4 * 0 0 * * 0 0 A I XA:i:1 XA:Z:a"), "sam-tag-twice 4"],
    ["a tag without type", read("r 4 * 0 0 * * 0 0 A I NM:1"), "sam-tag-type 4"],
    ["an integer with a point", read("r 4 * 0 0 * * 0 0 A I XN:i:1.0"), "sam-tag-value 4"],
    ["an array of a type that there is not", read("r 4 * 0 0 * * 0 0 A I XB:B:q,1"), "sam-tag-value 4"],
    ["a byte of 256", read("r 4 * 0 0 * * 0 0 A I XB:B:C,255,256"), "sam-tag-range 4"],
    ["half a byte", read("r 4 * 0 0 * * 0 0 A I XH:H:ABC"), "sam-tag-value 4"],
    ["MD that begins with a base", read("r 0 chr1 1 0 2M * 0 0 AA II MD:Z:A1"), "sam-tag-standard-form 4"],
    ["a negative edit distance", read("r 0 chr1 1 0 2M * 0 0 AA II NM:i:-1"), "sam-tag-standard-form 4"],
    ["modified bases beyond the read", read("r 4 * 0 0 * * 0 0 ACAC IIII MM:Z:C+m,0,1; ML:B:C,1,2"), "sam-tag-modifications 4"],
    ["a likelihood too few", read("r 4 * 0 0 * * 0 0 ACAC IIII MM:Z:C+mh,0,0; ML:B:C,1,2,3"), "sam-tag-modifications 4"],
    [
      "an order that is not kept",
      lines("@HD VN:1.6 SO:coordinate", "@SQ SN:a LN:9", "@SQ SN:b LN:9", "r 0 b 1 0 1M * 0 0 A I", "s 0 a 1 0 1M * 0 0 A I"),
      "sam-sorted 5",
    ],
    [
      "unmapped reads before others",
      lines("@HD VN:1.6 SO:coordinate", "@SQ SN:a LN:9", "r 4 * 0 0 * * 0 0 A I", "s 0 a 1 0 1M * 0 0 A I"),
      "sam-sorted 4",
    ],
    ["an empty line", read("", "r 4 * 0 0 * * 0 0 A I"), "sam-line-empty 4"],
  ])("%s", async (_title, content, found) => {
    expect(await strict(content)).toContain(found);
    for (const one of await strict(content)) expect(one.split(" ").at(-1)).toBe(found.split(" ").at(-1));
  });
});

describe("sound also where checking is strict", () => {
  test.each([
    ["no header", lines("r 0 chr1 1 0 1M * 0 0 A I")],
    ["no alignments", lines(...head)],
    ["a sub-order of an order of its own", lines("@HD VN:1.6 SO:unsorted SS:unsorted:MI:coordinate")],
    ["UTF-8 in descriptions and comments", lines("@RG ID:1 DS:Zürich", "@CO Zürich")],
    ["tags of one's own in the header", lines("@SQ SN:a LN:1 xy:1 Z9:2")],
    ["HLA alleles as names", lines("@SQ SN:HLA-A*01:01 LN:10", "r 0 HLA-A*01:01 1 0 1M = 1 0 A I")],
    ["programs in any order", lines("@PG ID:b PP:a", "@PG ID:a")],
    ["dates and times", lines("@RG ID:1 DT:2020-02-29", "@RG ID:2 DT:2020-06-23T12:13:47.5+01:00", "@RG ID:3 DT:20200623")],
    ["an unmapped read that was placed", read("r 4 chr1 1 0 * * 0 0 A I")],
    ["a read without letters", read("r 256 chr1 1 0 3M * 0 0 * *")],
    ["all operations", read("r 0 chr1 1 0 1H1S1M1I1D1N1P1=1X1S1H * 0 0 AAAAAA IIIIII")],
    ["hard clipping alone", read("r 4 chr1 1 0 5H * 0 0 * *")],
    ["points and = in SEQ", read("r 0 chr1 1 0 3M * 0 0 =.n III")],
    ["every type of tag", read("r 4 * 0 0 * * 0 0 A I XA:A:! XB:i:-5 Xf:f:-1.5e-3 XZ:Z: XH:H:1AE301 XF:B:f,1,2.5 XE:B:i")],
    [
      "modified bases of a reversed read, counted from its other end",
      read("r 16 chr1 1 0 4M * 0 0 GTGT IIII MM:Z:C+m,0,0; ML:B:C,1,2"),
    ],
    ["modifications that are not there", read("r 4 * 0 0 * * 0 0 AAAA IIII MM:Z:C+m;")],
    ["across the end of a circle", read("r 0 chr2 49 0 4M * 0 0 AAAA IIII")],
    [
      "an order that is kept",
      lines(
        "@HD VN:1.6 SO:coordinate",
        "@SQ SN:b LN:9",
        "@SQ SN:a LN:9",
        "r 0 b 5 0 1M * 0 0 A I",
        "s 0 a 1 0 1M * 0 0 A I",
        "t 4 * 0 0 * * 0 0 A I",
      ),
    ],
    ["line ends of Windows", read("r 4 * 0 0 * * 0 0 A I").replaceAll("\n", "\r\n")],
    [
      "MD and SA as aligners write them",
      read("r 0 chr1 1 0 2S4M1D2M * 0 0 AAAAAAAA IIIIIIII MD:Z:1A2^C0T1 SA:Z:chr2,5,-,3M5S,30,1; NM:i:3"),
    ],
  ])("%s", async (_title, content) => {
    expect(await strict(content)).toEqual([]);
  });
});

test("any bytes are checked to their end", async () => {
  const whole = read("r 0 chr1 1 0 2M * 0 0 AA II NM:i:0 MD:Z:2 MM:Z:A+a,0; ML:B:C,1");
  for (let at = 0; at <= whole.length; at++) await findingsIn(sam, whole.slice(0, at));
  for (const noise of ["\u0000\t\t", "@", "@SQ\t", "@HD\tVN", "::::", "\t".repeat(30), "99999999999999999999M"])
    for (let at = 0; at <= whole.length; at += 5) await findingsIn(sam, whole.slice(0, at) + noise + whole.slice(at));
});
