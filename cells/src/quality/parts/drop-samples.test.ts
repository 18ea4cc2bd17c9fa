// What mends a verdict of samples.

import { expect, test } from "vitest";
import { assayOf } from "../../artifacts/assay.ts";
import { tableOf, textColumn } from "../../artifacts/table.ts";
import type { Verdict } from "../../contract/quality-rule.ts";
import { words } from "../words.ts";
import { mended } from "./drop-samples.ts";

const assay = assayOf({
  values: { layout: "dense", data: Float32Array.of(1, 2, 3) },
  features: tableOf(textColumn("gene", ["g1"])),
  samples: tableOf(textColumn("sample", ["s1", "s2", "s3"])),
});
const of = (...samples: number[]): Verdict => ({
  level: "fail",
  samples,
  value: 1,
  threshold: 2,
  says: words.sentence("no-reads"),
});

test("samples that fail are left out by their names; of the whole set no sample is", () => {
  expect(mended(assay, of(1)).step).toEqual({
    verb: "filter",
    action: "drop",
    where: { all: [{ column: "sample", is: "in", value: ["s2"] }] },
  });
  expect(mended(assay, of())).not.toHaveProperty("step");
  expect(mended(assay, of(0, 1, 2))).not.toHaveProperty("step");
});

test("what a rule says itself stays", () => {
  const step = { verb: "filter-sites", missing: 0.1 };
  expect(mended(assay, { ...of(1), step }).step).toBe(step);
});
