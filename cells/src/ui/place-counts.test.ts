// Numbers under boxes and violins: no two touch, and none is lost while three lines hold them.

import { expect, test } from "vitest";
import { isJsonObject, type JsonObject } from "../base/json.ts";
import { placeCounts } from "./place-counts.ts";

/** `n` groups, each with its number, as group-slots.ts writes them. */
const layout = (texts: readonly string[]): JsonObject => ({
  xaxis: { range: [-0.5, texts.length - 0.5] },
  annotations: texts.map((text, x) => ({ x, text, yshift: -3, meta: "n" })),
});
/** Left end, right end and line of each number that is written, at 7 pixels a letter. */
function boxes(texts: readonly string[], width: number) {
  const { annotations, lines } = placeCounts(layout(texts), width);
  const found = annotations.filter(isJsonObject).map((note) => {
    const text = String(note["text"]);
    const middle = ((Number(note["x"]) + 0.5) * width) / texts.length;
    const right = note["xanchor"] === "right" ? middle + Number(note["xshift"]) : middle + (text.length * 7) / 2;
    // "n = " of the first stands left of the axis, where nothing else is.
    return { text, left: right - text.replace("n = ", "").length * 7, right, line: (-3 - Number(note["yshift"])) / 14 };
  });
  return { found, lines };
}

test.each([
  ["two digits, 22 violins", Array.from({ length: 22 }, () => "12"), 2],
  ["two digits, 24 boxes", Array.from({ length: 24 }, (_, at) => String(10 + (at % 3))), 2],
  ["four digits, 12 boxes", Array.from({ length: 12 }, (_, at) => `n = ${1000 + at}`), 2],
  ["12 boxes that say n", Array.from({ length: 12 }, (_, at) => `n = ${at + 1}`), 1],
])("on a telephone no two touch and all are there: %s", (_, texts, wanted) => {
  const { found, lines } = boxes(texts, 270);
  expect(found.map(({ text }) => text.replace("n = ", ""))).toEqual(texts.map((text) => text.replace("n = ", "")));
  expect(lines).toBe(wanted);
  for (const one of found)
    for (const other of found)
      if (one !== other && one.line === other.line) expect(one.left >= other.right || one.right <= other.left).toBe(true);
  if (texts[0]?.startsWith("n")) expect(found.filter(({ text }) => text.startsWith("n = "))).toHaveLength(1);
});

test("where there is room they are left as they are; of more than three lines hold some are left out", () => {
  const few = layout(["n = 4", "n = 3"]);
  expect(placeCounts(few, 270)).toEqual({ annotations: few["annotations"], lines: 1 });
  const { found, lines } = boxes(
    Array.from({ length: 80 }, () => "120"),
    270,
  );
  expect(lines).toBe(3);
  expect(found.length).toBeGreaterThan(20);
  expect(found.length).toBeLessThan(80);
  expect(placeCounts({ xaxis: {}, annotations: [] }, 270)).toEqual({ annotations: [], lines: 0 });
});
