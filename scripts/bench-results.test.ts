import { expect, test } from "vitest";
// @ts-expect-error: a script has no types.
import { wholeResults, withSection } from "./bench-results.mjs";

const machine = { cores: 2, processor: "P", memory: 24, node: "20", system: "Linux", load: 0.5, day: "2026-12-01" };
const row = { name: "a", unit: "s", median: 1.25, peer: "b", peerMedian: 2.5, ratio: 0.5, bound: "ratio <= 1" };
const before = "# How fast\n\nold\n\n| a |\n\nwords of an old run\n\n## By hand\n\ntext\n\n## Older\n\nmore\n";

test("a run of all writes the table anew and keeps the sections", () => {
  const text: string = wholeResults([row], machine, before);
  expect(text).toContain("| a | s | 1.3 |  | b | 2.5 | 0.50 | ratio <= 1 |");
  expect(text).not.toContain("old run");
  expect(text.endsWith("\n\n## By hand\n\ntext\n\n## Older\n\nmore\n")).toBe(true);
  expect(wholeResults([row], machine, text)).toBe(text);
});

test("a run of some writes a section, once", () => {
  const text: string = withSection("Genomics", [row], machine, before);
  expect(text.startsWith("# How fast\n\nold\n\n| a |\n\nwords of an old run\n\n## Genomics\n\n2026-12-01, by")).toBe(true);
  expect(text.endsWith("\n\n## By hand\n\ntext\n\n## Older\n\nmore\n")).toBe(true);
  const again: string = withSection("Genomics", [{ ...row, name: "c" }], machine, text);
  expect(again).toContain("| c | s |");
  expect(again).not.toContain("| a | s |");
  expect(again.split("## ").length).toBe(4);
});
