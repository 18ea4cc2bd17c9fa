// The examples of preparing data: the planted faults are found by the rules that are for them, both chains make what pandas, NumPy
// and edgeR make, and the recipes that were kept do the same with what came later.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Artifact, Assay, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { featureIds, featureValues, sampleIds } from "@genomecraft/cells/artifacts/assay.ts";
import { cellJson, columnOf } from "@genomecraft/cells/artifacts/table.ts";
import type { Json, JsonObject } from "@genomecraft/cells/base/json.ts";
import { fittedChainOf } from "@genomecraft/cells/contract/fitted-chain.ts";
import { bodyOf } from "@genomecraft/cells/contract/report.ts";
import { writeRecipe } from "@genomecraft/cells/features/recipe-bytes.ts";
import { qualityReport } from "@genomecraft/cells/reports/quality/report.ts";
import { tableQualityReport } from "@genomecraft/cells/reports/table-quality/report.ts";
import { type NotebookRun, runNotebookFile } from "../run-notebook.ts";

const numbers = ["age", "bmi", "systolic", "crp", "glucose", "hba1c"] as const;
const codes = [
  "site_North",
  "site_Riverside",
  "site_South",
  "site_other",
  "sex",
  "smoking_current",
  "smoking_former",
  "smoking_never",
] as const;

// What oracle.py and oracle.R answered.
const answer = (file: string): unknown => JSON.parse(readFileSync(path.join(import.meta.dirname, file), "utf8"));
const list = z.array(z.number());
const patients = z.object({
  patient: z.array(z.string()),
  codes: z.record(z.enum(codes), list),
  numbers: z.record(z.enum(numbers), list),
});
const clinic = z
  .object({ aside: z.array(z.string()), medians: z.record(z.string(), z.number()), first: patients, later: patients })
  .parse(answer("clinic.json"));
const genes = z.record(z.string(), list);
const counts = z
  .object({ failed: z.array(z.string()), kept: z.number(), genes: z.array(z.string()), first: genes, later: genes })
  .parse(answer("counts.json"));

const example = path.resolve(import.meta.dirname, "../../../../examples/preparation");
let folder: string;
let first: NotebookRun;
let later: NotebookRun;
const run = async (name: string): Promise<NotebookRun> => {
  const result = await runNotebookFile(path.join(folder, `${name}.gc.md`));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-preparation-"));
  cpSync(example, folder, { recursive: true, filter: (file) => !file.endsWith(".genomecraft") });
  first = await run("prepare");
  later = await run("next-month");
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

async function output(of: NotebookRun, name: string, port?: string): Promise<Artifact> {
  const artifact = await of.artifact(name, port);
  if (!artifact.ok) throw new Error(JSON.stringify(artifact.error));
  return artifact.value;
}
const table = async (of: NotebookRun, name: string): Promise<Table> => {
  const found = await output(of, name);
  if (found.type !== "table") throw new Error(`${name} is of type ${found.type}`);
  return found;
};
const assay = async (of: NotebookRun, name: string): Promise<Assay> => {
  const found = await output(of, name);
  if (found.type !== "assay") throw new Error(`${name} is of type ${found.type}`);
  return found;
};
function values(of: Table, name: string): readonly Json[] {
  const column = columnOf(of, name);
  if (!column) throw new Error(`no column ${name}`);
  return Array.from({ length: of.rowCount }, (_, row) => cellJson(column, row));
}

test("the script writes the data that are here", () => {
  const made = mkdtempSync(path.join(os.tmpdir(), "genomecraft-made-"));
  execFileSync(process.execPath, [path.join(example, "make-data.mjs"), made]);
  const names = readdirSync(path.join(example, "data")).sort();
  expect(readdirSync(made).sort()).toEqual(names);
  for (const name of names)
    expect(readFileSync(path.join(made, name)).equals(readFileSync(path.join(example, "data", name))), name).toBe(true);
  rmSync(made, { recursive: true });
});

test("both run without a failure", () => {
  for (const { cells } of [first, later])
    expect(cells.filter((cell) => cell.state !== "fresh").map((cell) => [cell.name, cell.state, cell.failure])).toEqual([]);
});

test("what was found is told by the run that finds it, whose log names columns alone", () => {
  const told = first.cells.find(({ name }) => name === "clinic_checked");
  expect([told?.cached, told?.isInLog, told?.told.length]).toEqual([false, false, 9]);
  // A load logs all that it tells.
  expect(first.cells.find(({ name }) => name === "clinic")).toMatchObject({ isInLog: true });
});

async function ofColumns(name: string): Promise<readonly string[]> {
  const report = await output(first, name, "report");
  const body = report.type === "report" ? bodyOf(tableQualityReport, { ...report, body: report.body as JsonObject }) : null;
  if (!body) throw new Error("a report was expected");
  return body.verdicts.map(({ rule, level, columns, rows }) =>
    [rule, `${level}:`, ...columns, ...(rows ? [`row ${rows.first.join()}`] : [])].join(" "),
  );
}
async function ofSamples(name: string): Promise<readonly string[]> {
  const report = await output(first, name, "report");
  const body = report.type === "report" ? bodyOf(qualityReport, { ...report, body: report.body as JsonObject }) : null;
  if (!body) throw new Error("a report was expected");
  return body.verdicts.map(({ rule, level, samples }) => `${rule} ${level}: ${samples.join(" ")}`);
}

test("of the patients every planted fault is told, and after the chain only what is so", async () => {
  expect(await ofColumns("clinic_checked")).toEqual([
    "duplicate-rows warn: row 98",
    "constant-columns warn: study",
    "near-labels warn: site",
    "repeated-ids warn: patient row 98",
    "leakage warn: patient",
    "class-imbalance warn: relapse",
    "numbers-as-texts warn: crp",
    "sentinel-values fail: glucose",
    "far-values fail: glucose row 9,14,20,49,62,73",
  ]);
  // No site of the training is another one, and relapse is as rare as it was.
  expect(await ofColumns("prepared_checked")).toEqual(["constant-columns warn: site_other", "class-imbalance warn: relapse"]);
});

test("of the samples every planted fault is told, and of those that stay nothing", async () => {
  expect(await ofSamples("counts_checked")).toEqual([
    "library-size fail: s11",
    "sample-correlation fail: s05",
    "sample-correlation fail: s11",
    "sample-correlation warn: s16",
    "duplicates fail: s08 s20",
    "sex-check fail: s05",
    "sex-check fail: s16",
    "swapped-groups fail: s05",
    "swapped-groups fail: s16",
  ]);
  expect(await ofSamples("sound_checked")).toEqual([]);
  const checked = await table(first, "counts_checked");
  const verdicts = values(checked, "verdict");
  const failed = values(checked, "sample").filter((_, row) => verdicts[row] === "fail");
  expect(new Set(failed)).toEqual(new Set(counts.failed));
});

test.each(["first", "later"] as const)(
  "the %s patients are as pandas and NumPy prepare them by the training rows",
  async (which) => {
    const prepared = await table(which === "first" ? first : later, "prepared");
    const expected = clinic[which];
    const patients = values(prepared, "patient");
    const rows = expected.patient.map((patient) => patients.indexOf(patient));
    expect(rows).not.toContain(-1);
    const at = (name: string): readonly Json[] => {
      const all = values(prepared, name);
      return rows.map((row) => all[row] ?? null);
    };
    for (const name of codes) expect(at(name), name).toEqual(expected.codes[name]);
    for (const name of numbers)
      at(name).forEach((value, row) =>
        expect(value, `${name} of ${expected.patient[row]}`).toBeCloseTo(expected.numbers[name][row] as number, 12),
      );
    expect([prepared.rowCount, prepared.columns.length]).toEqual(which === "first" ? [160, 17] : [40, 15]);
  },
);

test("a quarter is kept aside, with relapses as in all", async () => {
  const prepared = await table(first, "prepared");
  const parts = values(prepared, "split");
  expect(values(prepared, "patient").filter((_, row) => parts[row] === "test")).toEqual(clinic.aside);
  const counted = await table(first, "parts");
  expect(["split", "patients", "relapsed"].map((name) => values(counted, name))).toEqual([
    ["test", "train"],
    [40, 120],
    [6, 18],
  ]);
});

test.each(["first", "later"] as const)("the %s counts are as edgeR filters and R scales them by the first", async (which) => {
  const chain = fittedChainOf(await output(first, "expressed", "fitted"));
  const filtered = chain?.steps.find(({ verb }) => verb === "filter-by-expression")?.fitted?.state as JsonObject;
  expect(filtered["features"]).toHaveLength(counts.kept);
  const made = await assay(which === "first" ? first : later, "expressed");
  expect(sampleIds(made).length).toBe(which === "first" ? 19 : 8);
  const ids = featureIds(made);
  expect([...ids].sort()).toEqual([...counts.genes].sort());
  for (const [gene, expected] of Object.entries(counts[which])) {
    const found = featureValues(made, ids.indexOf(gene));
    // Values of a matrix have 24 bits.
    expected.forEach((value, sample) => expect(found[sample], `${gene} ${sample}`).toBeCloseTo(value, 5));
  }
});

test.each([
  ["prepared", "clinic.recipe.json"],
  ["expressed", "counts.recipe.json"],
])("the recipe of %s is the file that the second notebook reads", async (name, file) => {
  const chain = fittedChainOf(await output(first, name, "fitted"));
  if (!chain) throw new Error("no chain");
  expect(new TextDecoder().decode(writeRecipe(chain, []))).toBe(readFileSync(path.join(example, file), "utf8"));
});

test("medians of the recipe are those of the training rows", async () => {
  const chain = fittedChainOf(await output(first, "prepared", "fitted"));
  const fill = chain?.steps.find(({ verb }) => verb === "fill-missing");
  const fills = Object.entries(clinic.medians).map(([column, value]) => ({ column, value }));
  expect(fill?.fitted).toMatchObject({ rows: 120, of: 160, state: { fills } });
});

test("a site that the recipe knows nothing of is told, by how many", async () => {
  const report = await output(later, "prepared", "steps");
  expect(report).toMatchObject({
    body: {
      steps: [
        {
          verb: "recipe",
          doubts: expect.arrayContaining([{ key: "step-encode.new", params: { step: 10, column: "site", n: 11 } }]) as Json,
        },
      ],
    },
  });
});
