// Runs a case of reported faults through the product as it runs without a server, in a folder of its own, and compares
// what came out with what is right.

import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import "@genomecraft/cells/all-words.ts";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { denseData, featureIds, sampleIds } from "@genomecraft/cells/artifacts/assay.ts";
import { cellJson } from "@genomecraft/cells/artifacts/table.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import { failureSentence } from "@genomecraft/cells/messages/catalogue.ts";
import { sharedData } from "@genomecraft/cells/testing/reference-data.ts";
import { type CellRun, runNotebookFile } from "../../headless/run-notebook.ts";
import type { Expected, Refused, Report } from "./report.ts";

export const reportsFolder = path.join(sharedData, "reports");

export interface CellVerdict {
  readonly cell: string;
  readonly verdict: "right" | "refused" | "wrong";
  /** What came out, in a line. */
  readonly came: string;
  /** Where that is not what is right. */
  readonly wrong: string;
}

/** The verdicts on all cells of a case. */
export async function runReport({ folder, loads, cells: expected }: Report): Promise<readonly CellVerdict[]> {
  const home = mkdtempSync(path.join(os.tmpdir(), "genomecraft-reports-"));
  try {
    cpSync(path.join(reportsFolder, folder), home, { recursive: true });
    const notebook = path.join(home, "case.gc.md");
    if (!existsSync(notebook)) writeFileSync(notebook, notebookOf(folder, loads ?? {}));
    const logs = new Map<string, string>();
    const run = await runNotebookFile(notebook, {
      onEvent: (event) => {
        if (event.type === "log") logs.set(event.cell.name, (logs.get(event.cell.name) ?? "") + event.text);
      },
    });
    if (!run.ok) throw new Error(`${folder}: ${JSON.stringify(run.error)}`);
    const verdicts: CellVerdict[] = [];
    for (const cell of run.value.cells) {
      if (cell.kind === "note") continue;
      const found = cell.state === "fresh" ? await run.value.artifact(cell.name) : null;
      verdicts.push(verdictOf(cell, found?.ok ? found.value : null, logs.get(cell.name) ?? "", expected[cell.name]));
    }
    const known = new Set(verdicts.map(({ cell }) => cell));
    for (const name of Object.keys(expected)) {
      if (!known.has(name)) verdicts.push({ cell: name, verdict: "wrong", came: "", wrong: "the case has no such cell" });
    }
    return verdicts;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const notebookOf = (title: string, loads: NonNullable<Report["loads"]>): string =>
  [
    `---\nformat: 1\ntitle: ${title}\n---\n`,
    ...Object.entries(loads).map(([cell, file]) => `\`\`\`load ${cell}\nfile: ${file}\n\`\`\`\n`),
  ].join("\n");

function verdictOf(run: CellRun, artifact: Artifact | null, log: string, expected: Expected = {}): CellVerdict {
  const cell = run.name;
  const { refused = [], ...wanted } = expected;
  if (!artifact) {
    const { failure } = run;
    const came = failure ? `refused: ${failureSentence(failure, "en")}` : run.state;
    // Below a cell that was refused as it should be there is nothing.
    if (run.state === "blocked" && expected.refused === undefined && Object.keys(wanted).length === 0)
      return { cell, verdict: "refused", came: "nothing, for what it reads was refused", wrong: "" };
    const isRight = failure !== null && refused.some((one) => isRefusal(one, failure));
    return isRight
      ? { cell, verdict: "refused", came, wrong: "" }
      : { cell, verdict: "wrong", came, wrong: failure?.reason ?? run.state };
  }
  const came = shown(artifact);
  if (refused.length > 0 && Object.keys(wanted).length === 0)
    return { cell, verdict: "wrong", came, wrong: `it should be refused (${refused.map(({ reason }) => reason).join(" or ")})` };
  const said = `${log}\n${wordsOf(artifact)}`;
  const wrong = [
    ...differences(artifact, wanted),
    ...(wanted.says ?? []).flatMap((pattern) =>
      pattern.test(said) ? [] : [`${pattern} is not said: ${log.trim() || "nothing is"}`],
    ),
    ...(wanted.never ?? []).flatMap((pattern) => (pattern.test(said) ? [`${pattern} is said`] : [])),
    ...(wanted.within !== undefined && (run.ms ?? 0) > wanted.within ? [`it took ${run.ms} ms`] : []),
  ].join("; ");
  return { cell, verdict: wrong === "" ? "right" : "wrong", came, wrong };
}

const isRefusal = ({ reason, params = {}, says }: Refused, failure: NonNullable<CellRun["failure"]>): boolean =>
  failure.reason === reason &&
  Object.entries(params).every(([name, value]) => JSON.stringify(failure.params[name]) === JSON.stringify(value)) &&
  (says?.test(failureSentence(failure, "en")) ?? true);

/** What figures and reports say, beside their numbers. */
const wordsOf = (artifact: Artifact): string =>
  artifact.type === "figure"
    ? `${artifact.alt}\n${JSON.stringify(artifact.layout)}`
    : artifact.type === "report"
      ? JSON.stringify(artifact.body)
      : "";

function differences(artifact: Artifact, { table, holds, shape, matrix }: Expected): string[] {
  const wrong: string[] = [];
  const compare = (what: string, found: unknown, wanted: unknown): void => {
    const [is, should] = [JSON.stringify(found), JSON.stringify(wanted)];
    if (is !== should) wrong.push(`${what}: ${cut(is)} instead of ${cut(should)}`);
  };
  if (table && artifact.type !== "table") wrong.push(`it is no table: ${artifact.type}`);
  if (matrix && artifact.type !== "assay") wrong.push(`it is no matrix: ${artifact.type}`);
  if ((table ?? holds) && artifact.type === "table") {
    const names = artifact.columns.map(({ name }) => name);
    if (table)
      compare(
        "columns",
        names,
        table.map(([name]) => name),
      );
    for (const [name] of holds ?? [])
      if (!names.includes(name)) wrong.push(`there is no column ${name}: ${cut(names.join(" "))}`);
    for (const [name, cells] of table ?? holds ?? []) {
      const column = artifact.columns.find((each) => each.name === name);
      if (column)
        compare(
          name,
          Array.from({ length: artifact.rowCount }, (_, row) => cellJson(column, row)),
          cells,
        );
    }
  }
  if (shape)
    compare(
      "shape",
      artifact.type === "table"
        ? [artifact.rowCount, artifact.columns.length]
        : artifact.type === "assay"
          ? [artifact.featureCount, artifact.sampleCount]
          : [],
      shape,
    );
  if (matrix && artifact.type === "assay") {
    if (matrix.features) compare("features", featureIds(artifact), matrix.features);
    if (matrix.samples) compare("samples", sampleIds(artifact), matrix.samples);
    if (matrix.scale) compare("scale", artifact.scale, matrix.scale);
    if (matrix.values) {
      const data = Array.from(denseData(artifact), (value) => (Number.isNaN(value) ? null : value));
      compare(
        "values",
        data,
        matrix.values.flat().map((value) => (value === null ? null : Math.fround(value))),
      );
    }
  }
  return wrong;
}

const cut = (text: string): string => (text.length > 160 ? `${text.slice(0, 160)}…` : text);

function shown(artifact: Artifact): string {
  switch (artifact.type) {
    case "table": {
      const { columns, rowCount } = artifact;
      const first: Json[] = columns.slice(0, 6).map((column) => (rowCount > 0 ? cellJson(column, 0) : null));
      const names = columns.slice(0, 6).map(({ name }) => name);
      return cut(`table ${rowCount} × ${columns.length}: ${names.join(" ")} | ${first.map(String).join(" ")}`);
    }
    case "assay": {
      const { featureCount, sampleCount } = artifact;
      const samples = sampleIds(artifact).slice(0, 4).join(" ");
      return cut(`matrix ${featureCount} × ${sampleCount}: ${featureIds(artifact).slice(0, 3).join(" ")} | ${samples}`);
    }
    case "value":
      return cut(`value ${JSON.stringify(artifact.value)}`);
    case "figure":
      return cut(`figure: ${artifact.alt}`);
    default:
      return artifact.type;
  }
}
