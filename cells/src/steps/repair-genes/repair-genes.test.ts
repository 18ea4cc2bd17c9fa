// Dates among genes and old names, mended where it is plain what they were. Names: HGNC, as Bruford et al. 2020 tell them.

import { expect, test } from "vitest";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { assayOf, featureIds } from "../../artifacts/assay.ts";
import { columnOf, tableOf, textColumn, textsOf } from "../../artifacts/table.ts";
import type { StepScope } from "../../contract/step.ts";
import { runStep } from "../../chains/run-step.ts";
import { stepSchema } from "../../steps.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { noChain } from "../../testing/no-chain.ts";

async function repaired(data: Table | Assay, options: object = {}) {
  const said: Sentence[] = [];
  const scope: StepScope = {
    index: 0,
    valueOf: (field) => field,
    input: () => {
      throw new Error("nothing is read");
    },
    say: (doubt) => void said.push(doubt),
    frozen: noChain,
    file: noChain,
    signal: new AbortController().signal,
  };
  const out = await runStep(stepSchema.parse({ id: "s", verb: "repair-genes", ...options }), data, scope);
  const column = out.type === "table" ? columnOf(out, "symbol") : null;
  const names = out.type === "assay" ? featureIds(out) : column ? textsOf(column) : [];
  return { names, said: said.map(({ key, params }) => [key.split(".")[1], params]) };
}
const genes = (...names: readonly string[]) => tableOf(textColumn("symbol", names, { semantic: "gene" }));

test("a date becomes the one gene that it was; what may have been two stays and is said", async () => {
  expect(await repaired(genes("TP53", "2-Sep", "1-Mar", "2023-09-15", "Sep-02", "13-Sep"))).toEqual({
    names: ["TP53", "SEPTIN2", "1-Mar", "SELENOF", "SEPTIN2", "13-Sep"],
    said: [["several", { dates: ["1-Mar"], n: 1 }]],
  });
  expect((await repaired(genes("2-Sep", "7-Mar"), { to: "then" })).names).toEqual(["SEPT2", "MARCH7"]);
});

test("aliases become symbols only where asked, of one gene alone; symbols and names of the mouse stay", async () => {
  const names = ["HER2", "SEPT2", "TP53", "Cip1", "MARCH1", "p53", "NONSENSE1"];
  expect((await repaired(genes(...names))).names).toEqual(names);
  expect((await repaired(genes(...names), { aliases: true })).names).toEqual([
    "ERBB2",
    "SEPTIN2",
    "TP53",
    "Cip1",
    "MARCHF1",
    "p53",
    "NONSENSE1",
  ]);
});

test("features of a matrix keep names that are all different", async () => {
  const matrix = assayOf({
    values: { layout: "dense", data: new Float32Array(4) },
    features: genes("2-Sep", "SEPTIN2", "7-Mar", "ACTB"),
    samples: tableOf(textColumn("sample", ["S1"])),
    featureNoun: "gene",
  });
  expect(await repaired(matrix)).toEqual({
    names: ["2-Sep", "SEPTIN2", "MARCHF7", "ACTB"],
    said: [["would-be-two", { names: ["SEPTIN2"], n: 1 }]],
  });
});

test("a table without symbols says what to choose", async () => {
  await expect(repaired(tableOf(textColumn("symbol", ["2-Sep"])))).rejects.toMatchObject({
    failure: { reason: "step-repair-genes.no-genes" },
  });
  expect((await repaired(tableOf(textColumn("symbol", ["2-Sep"])), { column: "symbol" })).names).toEqual(["SEPTIN2"]);
});
