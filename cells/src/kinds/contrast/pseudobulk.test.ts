// From cells of several donors to what differs between people: brought together, fitted, compared, as R does it (pseudobulk.R wrote
// pseudobulk.json); and what is said where cells are taken for people.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Artifact, Assay, Column, Report, Table } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { columnOf, tableOf, textColumn } from "../../artifacts/table.ts";
import { takeSamples } from "../../artifacts/take-samples.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { stepOnMatrix } from "../../testing/step-on-table.ts";
import { execute as fitModel } from "../differential/execute.ts";
import { differential } from "../differential/spec.ts";
import { execute as ask } from "./execute.ts";
import { contrast } from "./spec.ts";

type Numbers = readonly (number | null)[];
interface Found {
  readonly samples: number;
  readonly change: Numbers;
  readonly p: Numbers;
  readonly padj: Numbers;
}
interface Answer {
  readonly genes: number;
  readonly donor: readonly string[];
  readonly type: readonly string[];
  readonly condition: readonly string[];
  readonly counts: readonly number[];
  readonly conditions: Found;
  readonly types: Found;
}
const answer: Answer = JSON.parse(readFileSync(path.join(import.meta.dirname, "pseudobulk.json"), "utf8"));

const cells = assayOf({
  values: { layout: "dense", data: Float32Array.from(answer.counts) },
  features: tableOf(
    textColumn(
      "gene",
      Array.from({ length: answer.genes }, (_, at) => `g${at}`),
    ),
  ),
  samples: tableOf(
    textColumn(
      "cell",
      answer.donor.map((_, at) => `c${at}`),
      { semantic: "barcode" },
    ),
    textColumn("donor", answer.donor, { semantic: "patient" }),
    textColumn("type", answer.type),
    textColumn("condition", answer.condition),
  ),
  scale: "counts",
  featureNoun: "gene",
});
const tCells = takeSamples(
  cells,
  Int32Array.from(answer.type.keys()).filter((at) => answer.type[at] === "T"),
);

const contextOf = (input: Artifact): ExecuteContext =>
  ({
    input: () => input,
    valueOf: (value: unknown) => value,
    log: () => undefined,
    progress: () => undefined,
    signal: new AbortController().signal,
  }) as unknown as ExecuteContext;

async function comparedBy(assay: Assay, design: JsonObject, asks: JsonObject): Promise<{ table: Table; inR: readonly string[] }> {
  const from = { ref: "cell_counts" };
  const spec = differential.schema.parse({ from, design, method: { type: "deseq2", trend: "mean" } });
  const model = await fitModel(spec, contextOf(assay));
  if (!model.ok) throw new Error(failureSentence(model.error, "en"));
  const done = await ask(
    contrast.schema.parse({ from, alpha: 0.1, contrasts: [{ asks }] }),
    contextOf(model.value["fit"] as Artifact),
  );
  if (!done.ok) throw new Error(failureSentence(done.error, "en"));
  const body = (done.value["report"] as Report).body as unknown as { contrasts: { inR: string[] }[] };
  return { table: done.value["out"] as Table, inR: body.contrasts[0]?.inR ?? [] };
}
function expectR(table: Table, { change, p, padj }: Found): void {
  const told: readonly (readonly [string, Numbers])[] = [
    ["log2FoldChange", change],
    ["pvalue", p],
    ["padj", padj],
  ];
  for (const [name, theirs] of told) {
    const column = columnOf(table, name) as Extract<Column, { type: "float64" }>;
    const off = theirs.flatMap((value, at) => {
      const own = column.valid?.[at] === 0 ? null : (column.values[at] as number);
      if (value === null || own === null) return value === own ? [] : [at];
      return Math.abs(own - value) <= 1e-4 * Math.max(Math.abs(value), 1e-6) ? [] : [at];
    });
    expect.soft(off, name).toEqual([]);
  }
}

test("conditions between donors: cells of a donor become one sample, groups of few cells are left out, and DESeq2 answers", async () => {
  const { assay } = await stepOnMatrix(tCells, { verb: "pseudobulk", by: ["donor", "condition"] });
  expect(assay.sampleCount).toBe(answer.conditions.samples);
  const design = { formula: "~ condition", columns: [{ column: "condition", reference: "well" }] };
  const { table, inR } = await comparedBy(assay, design, { by: "groups", factor: "condition", of: ["sick"], against: ["well"] });
  expectR(table, answer.conditions);
  expect(inR.at(-1)).toBe('results(dds, contrast = c("condition", "sick", "well"), alpha = 0.1)');
});

test("types of cells within donors: the donor goes into the design", async () => {
  const { assay } = await stepOnMatrix(cells, { verb: "pseudobulk", by: ["donor", "type"] });
  expect(assay.sampleCount).toBe(answer.types.samples);
  const asks = { by: "groups", factor: "type", of: ["T"], against: ["B"] };
  const { table } = await comparedBy(assay, { formula: "~ donor + type" }, asks);
  expectR(table, answer.types);
  await expect(comparedBy(assay, { formula: "~ type" }, asks)).rejects.toThrow("pseudo-replication");
});

test("cells of the same donors are no samples: the fit stops and names pseudobulk", async () => {
  const asks = { by: "groups", factor: "condition", of: ["sick"], against: ["well"] };
  await expect(comparedBy(tCells, { formula: "~ condition" }, asks)).rejects.toThrow("(pseudobulk)");
});
