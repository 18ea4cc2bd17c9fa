// Summaries of every column of a table, how they hang together and what is missing at once; of a matrix, of its samples and of what is known of them.

import type { Assay, Table } from "../../artifacts/artifact.ts";
import { denseData } from "../../artifacts/assay.ts";
import { columnOf } from "../../artifacts/table.ts";
import { columnSummary } from "../../artifacts/column-summary.ts";
import { columnsOfAssay } from "../../artifacts/types/assay/columns.ts";
import type { ColumnSummary } from "../../artifacts/table-window.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import { err, ok } from "../../base/result.ts";
import type { Execute } from "../../contract/execute.ts";
import { columnPairs } from "../../quality/parts/column-pairs.ts";
import { missingByGroup } from "../../quality/parts/missing-by-group.ts";
import { missingPatterns } from "../../quality/parts/missing-patterns.ts";
import type { ProfileSpec } from "./spec.ts";
import { words } from "./words.ts";

/** More columns than a person reads; what is beyond is counted. */
const mostColumns = 1000;

export const execute: Execute<ProfileSpec> = async (spec, context) => {
  if (!spec.from) return err(words.failure("no-data", {}, { at: ["from"] }));
  const source = context.input(spec.from) as Table | Assay;
  if (source.type !== "table") return ok({ out: { type: "report", report: "profile", body: profileOfAssay(source) } });
  if (spec.by && !columnOf(source, spec.by)) {
    const available = source.columns.map(({ name }) => name).slice(0, 12);
    return err(words.failure("column-missing", { column: spec.by, available }, { at: ["by"] }));
  }
  const body = { ...profileOfTable(source), ...byGroup(source, spec.by) };
  return ok({ out: { type: "report", report: "profile", body } });
};

const json = (summaries: readonly ColumnSummary[]): Json => summaries;

function profileOfTable(table: Table): JsonObject {
  const shown = table.columns.slice(0, mostColumns);
  return {
    type: "table",
    shape: [table.rowCount, table.columns.length],
    columns: json(shown.map((column) => columnSummary(column))),
    more: table.columns.length - shown.length,
    pairs: { ...columnPairs(table) },
    ...gapsOf(table),
  };
}

/** Meanings that tell groups, what is compared before what is told, and that before where it comes from. */
const ofGroups: readonly string[] = ["group", "response", "event", "lab"];

/** As chosen, else by meaning. */
function byGroup(table: Table, by: string | null): JsonObject {
  if (by === "") return {};
  const meant = ofGroups.flatMap((meaning) =>
    table.columns.filter(({ type, semantic }) => type !== "float64" && semantic === meaning),
  );
  const candidates = by === null ? meant : [columnOf(table, by)];
  for (const column of candidates) {
    const found = column && missingByGroup(table, column);
    if (found && found.missing.length > 0) return { byGroup: { ...found } };
  }
  return {};
}

function gapsOf(table: Table): JsonObject {
  const found = missingPatterns(table);
  return found ? { gaps: { ...found } } : {};
}

/** `columns` are the samples' numbers, `samples` their annotation, `features` what is known of the features. */
function profileOfAssay(assay: Assay): JsonObject {
  const data = denseData(assay);
  let missing = 0;
  let zeros = 0;
  let negative = 0;
  for (let at = 0; at < data.length; at++) {
    const value = data[at] as number;
    if (value !== value) missing++;
    else if (value === 0) zeros++;
    else if (value < 0) negative++;
  }
  const values = columnsOfAssay(assay, "values", { most: mostColumns });
  return {
    type: "assay",
    shape: [assay.featureCount, assay.sampleCount],
    scale: assay.scale,
    featureNoun: assay.featureNoun,
    missing,
    zeros,
    negative,
    columns: json(values),
    samples: json(columnsOfAssay(assay, "samples", {})),
    features: json(columnsOfAssay(assay, "features", {})),
    more: assay.sampleCount - values.length,
  };
}
