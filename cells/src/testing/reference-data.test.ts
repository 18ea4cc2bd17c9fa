// A skip that leaves nothing compared is no success.

import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hasReference, referenceFile, sharedData } from "./reference-data.ts";

test("in continuous integration the reference data are there", () => {
  if (process.env["CI"]) expect(existsSync(sharedData), `${sharedData} holds the answers of other programs`).toBe(true);
});

test.each(["wdbc/wdbc.csv", "GSE96870_mouse_influenza/GSE96870_coldata_cerebellum.csv", "oracle/folds_wdbc_10.csv"])(
  "%s is on every clone, and is the one of the reference data where those are",
  (name) => {
    expect(hasReference(name)).toBe(true);
    const whole = `${sharedData}/${name}`;
    if (existsSync(whole)) expect(readFileSync(referenceFile(name)).equals(readFileSync(whole))).toBe(true);
  },
);
