// Bands of lines: R 4.2, t.test(c(1, 2, 4, 7))$conf.int.

import { expect, test } from "vitest";
import type { Figure, Table } from "../../artifacts/artifact.ts";
import { columnOf, numberColumn, tableOf } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { execute } from "../../kinds/chart/execute.ts";
import { chart } from "../../kinds/chart/spec.ts";

async function drawn(days: readonly number[], band: string) {
  const spec = chart.schema.parse({ from: { ref: "cell_a" }, x: "day", y: "value", chart: { type: "line", band } });
  const data = tableOf(numberColumn("day", days), numberColumn("value", [1, 2, 4, 7, 5, 6, 9]));
  const context = { input: () => data, valueOf: (value: unknown) => value } as unknown as ExecuteContext;
  const result = await execute(spec, context);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value as unknown as { out: Figure; data: Table };
}
const notesOf = ({ layout }: Figure): string => JSON.stringify((layout["meta"] as JsonObject)["notes"]);

test("a band goes around the means of days with several values, and the line beyond it", async () => {
  const { out, data } = await drawn([0, 0, 0, 0, 8, 8, 12], "ci");
  const [band, line] = out.data;
  expect(band).toMatchObject({ fill: "toself", x: [0, 8, 8, 0], meta: { part: "band" } });
  const y = band?.["y"] as number[];
  expect([y[0], y[3]]).toEqual([expect.closeTo(3.5 + 4.2099807, 5), expect.closeTo(3.5 - 4.2099807, 5)]);
  expect(line?.["fill"]).toBeUndefined();
  const to = columnOf(data, "to");
  expect(to?.type === "float64" && [to.values[0], to.valid?.[2]]).toEqual([expect.closeTo(7.7099807, 5), 0]);
  expect(notesOf(out)).toContain("chart.note-interval-ci");
});

test("where no two days have several values there is none, and it is said", async () => {
  const { out } = await drawn([0, 1, 2, 3, 4, 5, 6], "se");
  expect(out.data).toHaveLength(1);
  expect(notesOf(out)).toContain("chart.note-band-none");
});
