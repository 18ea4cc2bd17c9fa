// Whose numbers stand behind an answer: those of a test are of groups, others may be of one individual.

import { expect, test } from "vitest";
import type { Artifact } from "../../artifacts/artifact.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { disclosureOf } from "../../disclosure-of.ts";
import { example } from "../../reports/enrichment/example.ts";
import { answered, setsOf } from "../../testing/run-gene-sets.ts";

const report = (body: JsonObject): Artifact => ({ type: "report", report: "enrichment", body });
const ask = (spec: JsonObject, names: readonly string[] | null, { port = "out", artifact = report(example) } = {}) =>
  disclosureOf("enrich", {
    spec,
    port,
    artifact,
    columns: names && names.map((name) => ({ name })),
    valueOf: () => undefined,
  })?.behind.of;
const tested = ["gene", "log2FoldChange", "stat", "pvalue", "padj"];

test("what comes of a test is nobody's; values of a column, flags and tables of which nothing is known may be one patient's", () => {
  for (const port of ["out", "report", "dots", "running"]) {
    expect(ask({}, tested, { port }), port).toBe("nobody");
    expect(ask({}, ["gene", "TCGA-01"], { port }), port).toBe("individuals");
    expect(ask({}, null, { port }), port).toBe("individuals");
    expect(ask({ method: { type: "preranked", by: "column", column: "TCGA-01" } }, tested, { port }), port).toBe("individuals");
    expect(ask({ method: { type: "over-representation", flag: "mutated" } }, tested, { port }), port).toBe("individuals");
  }
  expect(ask({ method: { type: "over-representation", flag: "pvalue" } }, tested)).toBe("nobody");
  const { tested: _, ...old } = example;
  expect(ask({}, tested, { port: "report", artifact: report(old) })).toBe("individuals");
});

test("a cell writes it into its report", async () => {
  const names = Array.from({ length: 12 }, (_, at) => `Gene${at}`);
  const stat = numberColumn(
    "stat",
    names.map((_, at) => 5 - at),
  );
  const p = numberColumn(
    "pvalue",
    names.map((_, at) => (at + 1) / 20),
  );
  const sets = setsOf({ high: names.slice(0, 4) });
  const more = { smallest: 2, method: { type: "preranked", rounds: 100 } };
  const [gene] = [textColumn("gene", names)];
  expect((await answered(tableOf(gene, stat, p), sets, more)).body["tested"]).toBe(true);
  expect((await answered(tableOf(gene, stat), sets, more)).body["tested"]).toBe(false);
});
