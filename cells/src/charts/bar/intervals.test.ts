// Intervals of means: R 4.2, t.test(c(1, 2, 4, 7))$conf.int, sd(c(1, 2, 4, 7)).

import { expect, test } from "vitest";
import type { Figure, Table } from "../../artifacts/artifact.ts";
import { columnOf, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { execute } from "../../kinds/chart/execute.ts";
import { chart } from "../../kinds/chart/spec.ts";

async function drawn(own: JsonObject, more: JsonObject = {}) {
  const bars = { type: "bar", measure: "mean", ...own };
  const spec = chart.schema.parse({ from: { ref: "cell_a" }, x: "group", y: "value", ...more, chart: bars });
  const data = tableOf(
    textColumn("group", ["a", "a", "a", "a", "b"]),
    textColumn("sex", ["f", "m", "f", "m", "m"]),
    numberColumn("value", [1, 2, 4, 7, 5]),
  );
  const context = { input: () => data, valueOf: (value: unknown) => value } as unknown as ExecuteContext;
  const result = await execute(spec, context);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const { out, data: table } = result.value as unknown as { out: Figure; data: Table };
  const notes = ((out.layout["meta"] as JsonObject)["notes"] as readonly JsonObject[]).map((note) => String(note["key"]));
  const bar = (out.data[0]?.["error_y"] as JsonObject | undefined)?.["array"] as readonly (number | null)[] | undefined;
  return { bar, notes, table };
}

test("95 % by Student's t, standard errors and deviations are R's; a single value has none, which is said", async () => {
  const { bar, notes, table } = await drawn({ interval: "ci" });
  expect(bar?.[0]).toBeCloseTo(4.2099807, 5);
  expect(bar?.[1]).toBeNull();
  expect(notes).toEqual(expect.arrayContaining(["chart.note-interval-ci", "chart.note-interval-one"]));
  const from = columnOf(table, "from");
  expect(from?.type === "float64" && from.values[0]).toBeCloseTo(3.5 - 4.2099807, 5);
  expect((await drawn({ interval: "sd" })).bar?.[0]).toBeCloseTo(2.645751, 5);
  expect((await drawn({ interval: "se" })).bar?.[0]).toBeCloseTo(1.322876, 5);
});

test("of a median, and of bars on each other, there are none, and it is said", async () => {
  const median = await drawn({ interval: "ci", measure: "median" });
  expect([median.bar, median.notes.includes("chart.note-interval-mean")]).toEqual([undefined, true]);
  const stacked = await drawn({ interval: "ci", stacked: true }, { color: "sex" });
  expect([stacked.bar, stacked.notes.includes("chart.note-interval-stacked")]).toEqual([undefined, true]);
});
