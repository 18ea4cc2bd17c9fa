// Points beyond thresholds: on which side, by whose number, with which names.

import { expect, test } from "vitest";
import type { Artifact, Figure, Table } from "../../artifacts/artifact.ts";
import { columnOf, numberColumn, tableOf, textColumn, textsOf } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { isCellRef } from "../../base/refs.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { execute } from "../../kinds/chart/execute.ts";
import { chart } from "../../kinds/chart/spec.ts";
import { numbersOf } from "../parts/plot-array.ts";
import { figureWords } from "../../ui/figure-words.ts";

const genes = tableOf(
  textColumn("gene", ["Up", "Down", "Small", "Unsure", "Big", "Gone"], { semantic: "gene" }),
  numberColumn("lfc", [3, -2, 0.5, 4, 6, 1]),
  numberColumn("padj", [1e-4, 1e-6, 1e-9, 0.5, 1e-8, null]),
  numberColumn("above", [1, 2, 3, 4, 5, 6]),
  numberColumn("tiny", [0.5, 0.5, 0.5, 0.5, 1e-80, 0.5]),
);

async function drawn(
  options: JsonObject,
  more: { readonly fields?: JsonObject; readonly behind?: { readonly [cell: string]: Artifact | number } } = {},
) {
  const spec = chart.schema.parse({
    from: { ref: "cell_a" },
    x: "lfc",
    y: "padj",
    logY: true,
    labels: true,
    ...more.fields,
    chart: { type: "point", smallestAbove: true, ...options },
  });
  const behind = (ref: string) => more.behind?.[ref];
  const context = {
    input: ({ ref }: { ref: string }) =>
      ref === "cell_a" ? genes : typeof behind(ref) === "number" ? { type: "value" } : behind(ref),
    valueOf: (value: unknown) => (isCellRef(value) ? behind(value.ref) : value),
  } as unknown as ExecuteContext;
  const result = await execute(spec, context);
  if (!result.ok) return { failure: result.error };
  const { out, data } = result.value as unknown as { out: Figure; data: Table };
  const traces = out.data.filter(({ meta }) => (meta as JsonObject)["part"] === "points");
  return {
    spec,
    out,
    data,
    parts: traces.map(({ name, text }) => [name, text]),
    labels: ((out.layout["annotations"] ?? []) as readonly JsonObject[]).map(({ text }) => text),
    lines: out.data.filter(({ mode }) => mode === "lines").map(({ x, y }) => [x, y]),
  };
}

test("a volcano: thresholds of both axes, sides, names of the surest, a line at each threshold", async () => {
  const { parts, labels, lines, out, data } = await drawn({ leastX: 1, passY: 0.05, names: 2 });
  expect(parts).toEqual([
    ["others (2)", ["Small", "Unsure"]],
    ["lower (1)", ["Down"]],
    ["higher (2)", ["Up", "Big"]],
  ]);
  expect(labels).toEqual(["Big", "Down"]);
  expect(lines?.map(([, y]) => y)[0]).toEqual([0.05, 0.05]);
  expect(lines?.slice(1).map(([x]) => x)).toEqual([
    [-1, -1],
    [1, 1],
  ]);
  const side = data && columnOf(data, "side");
  expect(side?.type === "text" && textsOf(side)).toEqual(["higher", "lower", "others", "others", "higher"]);
  expect(out && figureWords(out, "en").alt).toMatch(
    /of 5 points 2 lie beyond the thresholds at the right and 1 at the left\. 1 of 6 rows/,
  );
  // The axis runs down, and the names are placed by it.
  const meta = out?.layout["meta"] as JsonObject;
  const { y } = meta["labelRoom"] as unknown as { y: readonly [number, number] };
  expect(y[0]).toBeGreaterThan(y[1]);
});

test("p values that seven digits do not hold stand where they are", async () => {
  const { out } = await drawn({ passY: 0.05 }, { fields: { y: "tiny" } });
  const trace = out?.data.find(({ text }) => Array.isArray(text) && text.includes("Big"));
  expect(numbersOf(trace?.["y"] as JsonObject)).toContain(1e-80);
});

test("thresholds are parameters' numbers, and others are refused", async () => {
  const turned = await drawn({ leastX: { ref: "cell_p" }, passY: { ref: "cell_q" } }, { behind: { cell_p: 5, cell_q: 0.001 } });
  expect(turned.parts?.map(([name]) => name)).toEqual(["others (4)", "higher (1)"]);
  const wrong = await drawn({ leastX: { ref: "cell_p" } }, { behind: { cell_p: -1 } });
  expect(wrong.failure).toMatchObject({ reason: "chart-point.threshold-no-number", at: ["chart", "leastX"] });
});

test("above a threshold, where all of x is on one side, there is one group beyond", async () => {
  const { parts } = await drawn({ smallestAbove: false, passY: 4 }, { fields: { x: "above", y: "above", logY: false } });
  expect(parts?.map(([name]) => name)).toEqual(["others (4)", "beyond (2)"]);
});

test("what is pointed out: typed, or by the rows of a table, first in names; what is not there is told", async () => {
  const typed = await drawn({ passY: 0.05, leastX: 1, names: 1, highlight: ["Unsure", "Nowhere"] });
  expect(typed.parts?.at(-1)).toEqual(["pointed out (1)", ["Unsure"]]);
  expect(typed.labels).toEqual(["Unsure", "Big"]);
  expect(typed.out && figureWords(typed.out, "en").notes.join(" ")).toContain(
    "1 of 2 that are to be pointed out is not among the points",
  );
  const table = tableOf(textColumn("symbol", ["Small"], { semantic: "gene" }));
  const others = await drawn({ highlight: { ref: "cell_t" } }, { behind: { cell_t: table } });
  expect(others.parts?.at(-1)).toEqual(["pointed out (1)", ["Small"]]);
});

test("names are told apart from points: none for readers without labels, and said where they are off", async () => {
  const { out, spec } = await drawn({ passY: 0.05, names: 3 });
  if (!out || !spec) throw new Error("it is drawn");
  const readers = chart.forReaders?.(out, { spec, labels: false, nameOf: () => null, elsewhere: "" }) as Figure;
  expect(JSON.stringify(readers)).not.toMatch(/Big|Down/);
  const off = await drawn({ passY: 0.05, names: 3 }, { fields: { labels: false } });
  expect(off.labels).toEqual([]);
  expect(off.out && figureWords(off.out, "en").notes.join(" ")).toContain("No names stand beside points");
});

test("text has no thresholds, and colour says something else", async () => {
  expect((await drawn({ leastX: 1 }, { fields: { x: "gene" } })).failure).toMatchObject({ reason: "chart-point.beyond-text" });
  const { out } = await drawn({ leastX: 1 }, { fields: { color: "above" } });
  expect(out && figureWords(out, "en").notes.join(" ")).toContain("Chosen and not drawn by this chart: color (above)");
});
