// Columns of the sample sheet by which pictures of samples can be coloured: those that say something first.

import type { Column, Table } from "../../../artifacts/artifact.ts";
import { identifies } from "../../../artifacts/semantics.ts";
import type { JsonObject } from "../../../base/json.ts";
import type { QualityColumns } from "../../../contract/quality-rule.ts";
import { groupingOf } from "../quality-data.ts";

/** Of more groups none could be told apart, and of more columns nobody would choose. */
const mostGroups = 12;
const most = 12;

export function colourings(samples: Table, { group, batch, sex }: QualityColumns): readonly JsonObject[] {
  const first = [group, batch, sex].filter((column): column is Column => column !== null);
  const all = [...new Set([...first, ...samples.columns.slice(1)])];
  return all
    .flatMap((column): JsonObject[] => {
      if (identifies(column)) return [];
      if (!first.includes(column) && column.type !== "text" && column.type !== "boolean") return [];
      const { names, of } = groupingOf(column, samples.rowCount);
      if (names.length < 2 || names.length > mostGroups || names.length >= samples.rowCount) return [];
      return [{ column: column.name, names: [...names], of: [...of] }];
    })
    .slice(0, most);
}
