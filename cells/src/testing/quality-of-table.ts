// The report and the measures that the kind quality makes of a table, or of a matrix. For tests only.

import type { Assay, Table } from "../artifacts/artifact.ts";
import type { CellId } from "../base/ids.ts";
import type { Json, JsonObject } from "../base/json.ts";
import type { ExecuteContext } from "../contract/execute.ts";
import { bodyOf } from "../contract/report.ts";
import { execute } from "../kinds/quality/execute.ts";
import { quality } from "../kinds/quality/spec.ts";
import { type QualityReport, qualityReport } from "../reports/quality/report.ts";
import { type TableQualityReport, tableQualityReport } from "../reports/table-quality/report.ts";

interface Checked<Body> {
  readonly body: Body;
  readonly out: Table;
}

async function ran(data: Table | Assay, more: JsonObject) {
  const context: Partial<ExecuteContext> = {
    input: () => data,
    valueOf: (field) => field as Json,
    progress: () => undefined,
    log: () => undefined,
    signal: new AbortController().signal,
  };
  const spec = quality.schema.parse({ from: { ref: "cell_x" as CellId }, ...more });
  const result = await execute(spec, context as ExecuteContext);
  if (!result.ok) throw new Error(result.error.reason);
  const { out, report } = result.value;
  if (out?.type !== "table" || report?.type !== "report") throw new Error("a table and a report were expected");
  return { out, report: { report: report.report, body: report.body as JsonObject } };
}

export async function checked(table: Table, more: JsonObject = {}): Promise<Checked<TableQualityReport>> {
  const { out, report } = await ran(table, more);
  const body = bodyOf(tableQualityReport, report);
  if (!body) throw new Error("a report of a table was expected");
  return { body, out };
}

export async function checkedMatrix(assay: Assay, more: JsonObject = {}): Promise<Checked<QualityReport>> {
  const { out, report } = await ran(assay, more);
  const body = bodyOf(qualityReport, report);
  if (!body) throw new Error("a report of a matrix was expected");
  return { body, out };
}
