// Lines through points: R 4.2, lm(dist ~ speed, cars) and predict(..., data.frame(speed = 10), interval = "confidence"); lowess(cars).

import { expect, test } from "vitest";
import type { Figure } from "../../artifacts/artifact.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { execute } from "../../kinds/chart/execute.ts";
import { chart } from "../../kinds/chart/spec.ts";
import { lineThrough } from "./trend.ts";

// The data set cars of R: Ezekiel, Methods of Correlation Analysis, 1930.
const speed = [
  4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15, 15, 16, 16, 17, 17, 17, 18, 18,
  18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25,
];
const dist = [
  2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20, 26, 54, 32, 40, 32, 40, 50, 42,
  56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85,
];

async function drawn(own: JsonObject, more: JsonObject = {}) {
  const spec = chart.schema.parse({ from: { ref: "cell_a" }, x: "speed", y: "dist", ...more, chart: { type: "point", ...own } });
  const data = tableOf(
    numberColumn("speed", speed),
    numberColumn("dist", dist),
    textColumn(
      "half",
      speed.map((_, at) => (at < 48 ? "many" : "two")),
    ),
  );
  const context = { input: () => data, valueOf: (value: unknown) => value } as unknown as ExecuteContext;
  const result = await execute(spec, context);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const { out } = result.value as unknown as { out: Figure };
  const notes = (out.layout["meta"] as JsonObject)["notes"] as readonly JsonObject[];
  return { out, notes };
}

test("slope, p, R squared and the band of the mean are R's", () => {
  const line = lineThrough(Float64Array.from(speed), Float64Array.from(dist));
  expect([line?.slope, line?.intercept, line?.r2]).toEqual([
    expect.closeTo(3.932409, 6),
    expect.closeTo(-17.57909, 5),
    expect.closeTo(0.6510794, 7),
  ]);
  expect((line?.p ?? 0) / 1.4898365e-12).toBeCloseTo(1, 5);
  expect(line?.half(10)).toBeCloseTo(6.28307536, 7);
});

test("a line and its band in the colour of each group, told in numbers; two points have none, which is said", async () => {
  const { out, notes } = await drawn({ trend: "line" }, { color: "half" });
  expect(out.data.map(({ meta }) => (meta as JsonObject)["part"])).toEqual(["points", "points", "band", "trend"]);
  expect(notes.map(({ key }) => key)).toEqual([
    "chart-point.note-line",
    "chart-point.note-line-band",
    "chart-point.note-trend-few",
  ]);
});

test("the smooth curve is R's lowess, on a logarithmic axis of the logarithms", async () => {
  const { out } = await drawn({ trend: "smooth" });
  expect((out.data[1]?.["y"] as number[] | undefined)?.[0]).toBeCloseTo(4.965459, 5);
  const log = await drawn({ trend: "line" }, { logX: true, logY: true });
  const [, band, line] = log.out.data;
  expect(band?.["fill"]).toBe("toself");
  // lm(log10(dist) ~ log10(speed), cars) at speed 4.
  expect((line?.["y"] as number[] | undefined)?.[0]).toBeCloseTo(4.4447212, 6);
  expect(log.notes.map(({ key }) => key)).toContain("chart-point.note-line-log");
});

test("names along an axis have no trend, and it is said", async () => {
  const { out, notes } = await drawn({ trend: "line" }, { x: "half" });
  expect([out.data.length, notes.map(({ key }) => key)]).toEqual([1, ["chart-point.note-trend-text"]]);
});
