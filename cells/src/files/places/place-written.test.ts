// Places as people write them.

import { expect, test } from "vitest";
import { placeWritten } from "./place-written.ts";

const names = new Set(["chr1", "HLA-A*01:01:01:01"]);
const written = (text: string) => placeWritten(text, (name) => names.has(name));

test.each([
  ["chr1:1,000-2,000", "chr1", 999, 2000],
  ["chr1:1000-2000", "chr1", 999, 2000],
  ["  chr1 : 1 000 – 2 000 ", "chr1", 999, 2000],
  ["chr1:1_000..2_000", "chr1", 999, 2000],
  ["chr1:5", "chr1", 4, 5],
  ["HLA-A*01:01:01:01:7-9", "HLA-A*01:01:01:01", 6, 9],
])("%s", (text, contig, start, end) => {
  expect(written(text)).toEqual({ contig, range: { start, end } });
});

test("a name alone is all of it, also one with colons", () => {
  expect(written("chr1")).toEqual({ contig: "chr1", range: null });
  expect(written("HLA-A*01:01:01:01")).toEqual({ contig: "HLA-A*01:01:01:01", range: null });
});

test.each(["", "  ", "chr1 1000 2000", "chr1:0-10", "chr1:a-b", "chr1:-5", "1000-2000 of chr1", "chr1:1000-", "TP53 gene"])(
  "%j is none",
  (text) => {
    expect(written(text)).toBeNull();
  },
);
