// A skip that leaves nothing compared is no success.

import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { hasReference, referenceFile, sharedData, shippedWhole } from "./reference-data.ts";

test("in continuous integration the reference data are there", () => {
  if (process.env["CI"]) expect(existsSync(sharedData), `${sharedData} holds the answers of other programs`).toBe(true);
});

test.each(shippedWhole)("%s is on every clone, and is the one of the reference data where those are", (name) => {
  expect(hasReference(name)).toBe(true);
  const whole = `${sharedData}/${name}`;
  if (existsSync(whole)) expect(readFileSync(referenceFile(name)).equals(readFileSync(whole))).toBe(true);
});

test("the excerpt of Golub et al. is every 146th line of the whole", () => {
  const excerpt = readFileSync(referenceFile("golub/golub_49.gct"), "utf8").trimEnd().split("\n").slice(3);
  expect(excerpt).toHaveLength(49);
  const whole = referenceFile("format_zoo/all_aml_train.gct.gz");
  if (!existsSync(whole)) return;
  const lines = gunzipSync(readFileSync(whole)).toString().trimEnd().split("\n").slice(3);
  expect(excerpt).toEqual(lines.filter((_, row) => row % 146 === 0));
});
