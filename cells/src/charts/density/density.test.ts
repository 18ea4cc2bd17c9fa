// Densities: areas, ridges, and what has no curve.

import { expect, test } from "vitest";
import type { Figure, Table } from "../../artifacts/artifact.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { execute } from "../../kinds/chart/execute.ts";
import { chart } from "../../kinds/chart/spec.ts";
import { numbersOf } from "../parts/plot-array.ts";

const groups = [...Array.from({ length: 40 }, () => "a"), ...Array.from({ length: 20 }, () => "b"), "few", "few"];
const values = groups.map((group, at) => (group === "a" ? 0 : 5) + Math.sin(at * 7) + at / 50);

async function drawn(own: JsonObject = {}) {
  const spec = chart.schema.parse({ from: { ref: "cell_a" }, x: "value", color: "group", chart: { type: "density", ...own } });
  const data = tableOf(textColumn("group", groups), numberColumn("value", values));
  const context = { input: () => data, valueOf: (value: unknown) => value } as unknown as ExecuteContext;
  const result = await execute(spec, context);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value as unknown as { out: Figure; data: Table };
}
const points = (figure: Figure, trace: number, axis: "x" | "y"): number[] => [
  ...numbersOf(figure.data[trace]?.[axis] as JsonObject),
];
/** By trapezes. */
function area(figure: Figure, trace: number): number {
  const [x, y] = [points(figure, trace, "x"), points(figure, trace, "y")];
  return x.slice(1).reduce((sum, at, i) => sum + ((at - (x[i] as number)) * ((y[i + 1] as number) + (y[i] as number))) / 2, 0);
}

test("each curve has an area of 1, by numbers the share of the values; two values are points, and said", async () => {
  const { out } = await drawn();
  // A curve ends two bandwidths beyond the outermost values.
  expect(area(out, 0)).toBeCloseTo(1, 1);
  expect(area(out, 1)).toBeCloseTo(1, 1);
  expect(out.data[2]?.["mode"]).toBe("markers");
  expect(JSON.stringify(out.layout["meta"])).toContain("chart-density.note-few");
  const counted = await drawn({ height: "count" });
  expect(area(counted.out, 0) / area(counted.out, 1)).toBeCloseTo(2, 1);
});

test("ridges stand on lines of their own, the first group above, with how many values each has", async () => {
  const { out } = await drawn({ arranged: "ridges", height: "highest" });
  expect(out.data.map((_, trace) => Math.min(...points(out, trace, "y")))).toEqual([2, 1, 0]);
  expect((out.layout["yaxis"] as JsonObject)["ticktext"]).toEqual(["a (n = 40)", "b (n = 20)", "few (n = 2)"]);
  expect(out.layout["showlegend"]).toBe(false);
});
