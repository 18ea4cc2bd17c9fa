// Sets of genes that were drawn by chance, in a ranking that says nothing of them: p of the running sum is uniform, that of
// over-representation at no level more than the level, and adjusted by Benjamini and Hochberg next to nothing passes.

import { expect, test } from "vitest";
import { cellJson, columnOf, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { drawing, farFromUniform, shareBelow, within999 } from "../../testing/drawn.ts";
import { runKind } from "../../testing/run-kind.ts";

const [genes, sets, size] = [1000, 400, 25];

async function pOf(method: JsonObject): Promise<{ readonly p: readonly number[]; readonly adjusted: readonly number[] }> {
  const of = drawing(801);
  const names = Array.from({ length: genes }, (_, at) => `gene${at}`);
  const change = names.map(of.normal);
  const p = names.map((_, at) => (Math.abs(change[at] as number) > 1.3 ? 0.001 : 0.5));
  const tested = tableOf(
    textColumn("gene", names),
    numberColumn("log2FoldChange", change),
    numberColumn("stat", change),
    numberColumn("pvalue", p),
    numberColumn("padj", p),
  );
  const members = Array.from({ length: sets }, () => {
    const left = [...names.keys()];
    return Array.from({ length: size }, () => left.splice(Math.floor(of.uniform() * left.length), 1)[0] as number);
  });
  const drawn = tableOf(
    textColumn(
      "set",
      members.flatMap((set, at) => set.map(() => `set${at}`)),
    ),
    textColumn(
      "gene",
      members.flatMap((set) => set.map((gene) => `gene${gene}`)),
    ),
  );
  const spec = { from: { ref: "cell_a" }, sets: { ref: "cell_s" }, method, smallest: 5 };
  const { outputs, failure } = await runKind("enrich", spec, { cell_a: tested, cell_s: drawn });
  const out = outputs?.["out"];
  if (out?.type !== "table") return expect.fail(failure?.reason ?? "no table");
  const numbers = (name: string): number[] => {
    const column = columnOf(out, name) ?? expect.fail(out.columns.map((each) => each.name).join());
    return Array.from({ length: out.rowCount }, (_, row) => Number(cellJson(column, row)));
  };
  return { p: numbers("pvalue"), adjusted: numbers("padj") };
}

test("preranked: uniform", async () => {
  const { p, adjusted } = await pOf({ type: "preranked" });
  expect(p).toHaveLength(sets);
  expect(farFromUniform(p)).toBeLessThan(1);
  for (const alpha of [0.05, 0.2]) {
    const [low, high] = within999(p.length, alpha);
    const n = shareBelow(p, alpha);
    expect([n >= low, n <= high], `${n} at ${alpha}`).toEqual([true, true]);
  }
  expect(shareBelow(adjusted, 0.05)).toBeLessThanOrEqual(1);
});

test("over-representation: at no level more than the level", async () => {
  const { p, adjusted } = await pOf({ type: "over-representation" });
  expect(p.length).toBeGreaterThanOrEqual(sets);
  for (const alpha of [0.01, 0.05, 0.2])
    expect(shareBelow(p, alpha), `at ${alpha}`).toBeLessThanOrEqual(within999(p.length, alpha)[1]);
  expect(shareBelow(adjusted, 0.05)).toBeLessThanOrEqual(1);
});
