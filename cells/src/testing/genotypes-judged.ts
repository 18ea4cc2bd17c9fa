// Genotypes of the 1000 genomes and what rules of quality say of them, for several tests.

import { readFileSync } from "node:fs";
import type { Assay, Table } from "../artifacts/artifact.ts";
import { cellJson, columnOf, textsOf, textColumn, tableOf } from "../artifacts/table.ts";
import type { CellId } from "../base/ids.ts";
import type { Json, JsonObject } from "../base/json.ts";
import type { ExecuteContext } from "../contract/execute.ts";
import { bodyOf } from "../contract/report.ts";
import { readFile } from "../files/read-file.ts";
import { qualityReport } from "../reports/quality/report.ts";
import { bytesAsSource } from "./bytes-as-source.ts";
import { hasReference, referenceFile } from "./reference-data.ts";
import { execute } from "../kinds/quality/execute.ts";
import { quality } from "../kinds/quality/spec.ts";

export const file = "kg_phase1_1092/kg_phase1_14079.vcf.gz";
export const people = "kg_phase1_1092/samples.tsv";

/** Comparing all pairs is most of the time. */
export const quick = { off: ["relatedness"] };

export async function judged(assay: Assay, more: JsonObject = quick) {
  const context: Partial<ExecuteContext> = {
    input: () => assay,
    valueOf: (field) => field as Json,
    progress: () => undefined,
    log: () => undefined,
    signal: new AbortController().signal,
  };
  const spec = quality.schema.parse({ from: { ref: "cell_x" as CellId }, ...more });
  const result = await execute(spec, context as ExecuteContext);
  if (!result.ok) throw new Error(result.error.reason);
  const { out, report } = result.value;
  const body =
    report?.type === "report" ? bodyOf(qualityReport, { report: report.report, body: report.body as JsonObject }) : null;
  if (!body) throw new Error("a report was expected");
  return { body, table: out as Table };
}

/** Of a measure what each sample has. */
export function measured(table: Table, name: string): ReadonlyMap<string, number> {
  const [ids, values] = [columnOf(table, "sample"), columnOf(table, name)];
  if (ids?.type !== "text" || !values) throw new Error(name);
  return new Map(textsOf(ids).map((id, row) => [id, Number(cellJson(values, row))]));
}
/** 14,079 sites of 1,092 people, with the continent that each is of; null where the data are not there. */
export async function thousandGenomes(): Promise<Assay | null> {
  if (!hasReference(file, people)) return null;
  const { content } = await readFile(bytesAsSource(readFileSync(referenceFile(file))), "kg.vcf.gz");
  const bare = (content.shape === "whole" ? content.artifact : null) as Assay;
  const said = continents();
  const [ids] = bare.samples.columns;
  if (ids?.type !== "text") throw new Error("ids were expected");
  const superpop = textsOf(ids).map((id) => said.get(id) ?? null);
  return { ...bare, samples: tableOf(ids, textColumn("superpop", superpop)) };
}

export const continents = (): ReadonlyMap<string, string> =>
  new Map(
    readFileSync(referenceFile(people), "utf8")
      .split("\n")
      .map((line) => line.split("\t"))
      .map(([id = "", superpop = ""]) => [id, superpop]),
  );
