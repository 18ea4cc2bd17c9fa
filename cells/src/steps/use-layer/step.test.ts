// Another layer takes the place of the values, and they its place: nothing is lost, and twice is as before.

import { expect, test } from "vitest";
import type { Assay } from "../../artifacts/artifact.ts";
import { countsMatrix } from "../../testing/step-data.ts";
import type { StepScope } from "../../contract/step.ts";
import { apply } from "./apply.ts";

const scope = { index: 0, say: () => undefined } as unknown as StepScope;
const use = (layer: string, assay: Assay) => apply.assay({ verb: "use-layer", id: "s1", layer } as never, assay, scope) as Assay;

test("the layer is the values, the values are a layer, and the scale is that of the numbers", () => {
  const log = countsMatrix.layers?.[0];
  const out = use("log", countsMatrix);
  expect(out.values).toBe(log?.values);
  expect(out.layers).toEqual([{ name: "values", values: countsMatrix.values }]);
  expect(out.scale).toBe("unknown");
  const back = use("values", out);
  expect([back.values, back.scale]).toEqual([countsMatrix.values, "counts"]);
});

test("a layer that is not there is refused with those that are", () => {
  expect(() => use("spliced", countsMatrix)).toThrow(/step-use-layer\.no-layer .*"available":\["log"\]/);
  const { layers: _layers, ...plain } = countsMatrix;
  expect(() => use("log", plain)).toThrow(/no-layers/);
});
