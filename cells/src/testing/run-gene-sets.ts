// Runs a cell of the kind on tables of genes and of sets, for its tests.

import { expect } from "vitest";
import type { Table } from "../artifacts/artifact.ts";
import { cellJson, tableOf, textColumn } from "../artifacts/table.ts";
import type { CellId } from "../base/ids.ts";
import type { Json, JsonObject } from "../base/json.ts";
import type { ExecuteContext } from "../contract/execute.ts";
import { bodyOf } from "../contract/report.ts";
import { sentenceIn } from "../messages/catalogue.ts";
import { locales } from "../messages/locale.ts";
import { sentencesIn } from "../messages/sentence.ts";
import { enrichmentReport } from "../reports/enrichment/report.ts";
import { execute } from "../kinds/enrich/execute.ts";
import { enrich } from "../kinds/enrich/spec.ts";

export const setsOf = (of: { readonly [set: string]: readonly string[] }): Table => {
  const all = Object.entries(of).flatMap(([set, genes]) => genes.map((gene) => [set, gene] as const));
  return tableOf(
    textColumn(
      "set",
      all.map(([set]) => set),
    ),
    textColumn(
      "gene",
      all.map(([, gene]) => gene),
    ),
  );
};

const from = { ref: "cell_genes" as CellId };
const sets = { ref: "cell_sets" as CellId };

export async function run(genes: Table, setTable: Table, more: JsonObject = {}) {
  const context: Partial<ExecuteContext> = {
    input: ({ ref }) => (ref === from.ref ? genes : setTable),
    valueOf: (field) => field as Json,
    progress: () => undefined,
    log: () => undefined,
    signal: new AbortController().signal,
  };
  return execute(enrich.schema.parse({ from, sets, ...more }), context as ExecuteContext);
}

export async function answered(genes: Table, setTable: Table, more: JsonObject = {}) {
  const result = await run(genes, setTable, more);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const { out, report } = result.value;
  if (out?.type !== "table" || report?.type !== "report") throw new Error("a table and a report were expected");
  const body = bodyOf(enrichmentReport, { report: report.report, body: report.body as JsonObject });
  if (!body) throw new Error("the report has another form");
  for (const locale of locales)
    for (const sentence of [...sentencesIn(body.said as Json), ...sentencesIn(body.doubts as Json)])
      expect(sentenceIn(sentence, locale)).not.toMatch(/undefined|\{\w+[}|]|enrich-cell/);
  const rows = Array.from({ length: out.rowCount }, (_, row) =>
    Object.fromEntries(out.columns.map((column) => [column.name, cellJson(column, row)])),
  );
  return { out, body, rows, doubts: body.doubts.map(({ key }) => key), outputs: result.value };
}
