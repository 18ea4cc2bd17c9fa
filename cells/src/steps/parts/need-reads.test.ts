// Values of which nothing is known: logarithms are told from reads by their looks, which is said (satijalab/seurat#2641: of variable
// genes of normalised values in the place of counts a third were the same).

import { expect, test } from "vitest";
import { matrixOf, stepOnMatrix } from "../../testing/step-on-matrix.ts";

const rows = (of: (feature: number, sample: number) => number): readonly (readonly number[])[] =>
  Array.from({ length: 12 }, (_, feature) => Array.from({ length: 6 }, (__, sample) => of(feature, sample)));
const counts = rows((feature, sample) => ((feature * 6 + sample) * 37) % 23);
const logs = counts.map((row) => row.map((value) => Math.log2(value + 1)));
const expected = rows((feature, sample) => feature * 40 + sample * 1.25);

test.each(["highly-variable", "size-factors", "cpm", "log-cpm", "log-normalise"])(
  "%s of what looks like logarithms",
  async (verb) => {
    const step = {
      verb,
      ...(verb === "highly-variable" ? { count: 3 } : {}),
      ...(verb === "size-factors" ? { by: "poscounts" } : {}),
    };
    const saidOf = async (values: readonly (readonly number[])[], scale: "unknown" | "counts") =>
      (await stepOnMatrix(matrixOf(values, {}, scale), step)).said.filter((said) => said.includes("as it is with logarithms"));
    expect((await saidOf(logs, "unknown")).length).toBeGreaterThan(0);
    // Expected counts (RSEM), counts, and what is known to be counts.
    expect(await saidOf(expected, "unknown")).toEqual([]);
    expect(await saidOf(counts, "unknown")).toEqual([]);
    expect(await saidOf(counts, "counts")).toEqual([]);
  },
);
test("of a logarithm nothing is said: ratios and concentrations are small, too", async () => {
  expect((await stepOnMatrix(matrixOf(logs, {}, "unknown"), { verb: "log" })).said).toEqual([]);
});
