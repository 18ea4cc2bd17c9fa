import { expect, test } from "vitest";
import { moved, placeText, within, zoomed } from "./along-places.ts";

const chr1 = { contig: "chr1", start: 1_000, end: 2_000 };

test("a place is written as people write it, and a whole sequence by its name", () => {
  expect(placeText(chr1, 5_000)).toBe("chr1:1,001-2,000");
  expect(placeText({ contig: "chr1", start: 0, end: 5_000 }, 5_000)).toBe("chr1");
  expect(placeText({ contig: "chr1", start: 0, end: 5_000 }, null)).toBe("chr1:1-5,000");
});

test("a look closer or wider keeps the base that it is about, and stays inside the sequence", () => {
  expect(zoomed(chr1, 1_250, 0.5, 5_000)).toEqual({ contig: "chr1", start: 1_125, end: 1_625 });
  expect(zoomed(chr1, 1_500, 3, 5_000)).toEqual({ contig: "chr1", start: 0, end: 3_000 });
  expect(zoomed(chr1, 1_500, 100, 5_000)).toEqual({ contig: "chr1", start: 0, end: 5_000 });
  expect(zoomed(chr1, 1_500, 0.0001, 5_000)).toEqual({ contig: "chr1", start: 1_490, end: 1_510 });
});

test("a move stops at either end", () => {
  expect(moved(chr1, 0.5, 5_000).start).toBe(1_500);
  expect(moved(chr1, -3, 5_000)).toEqual({ contig: "chr1", start: 0, end: 1_000 });
  expect(moved(chr1, 30, 5_000)).toEqual({ contig: "chr1", start: 4_000, end: 5_000 });
  expect(within({ contig: "chr1", start: 10, end: 12 }, 15)).toEqual({ contig: "chr1", start: 0, end: 15 });
});
