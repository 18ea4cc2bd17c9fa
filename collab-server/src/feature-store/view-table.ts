// A cell's table as the features of entities: whose features a row holds, and since when, has to be told by its columns.

import type { Artifact, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { cellString, columnOf, isMissing } from "@genomecraft/cells/artifacts/table.ts";
import { refuse } from "../errors.ts";
import { words } from "./words.ts";

const rowsOfPiece = 1 << 16;

export interface Entities {
  readonly entity: string;
  readonly time: string | null;
}

/**
 * The table, where it is one: each row names its entity, and an entity stands in several rows where a time tells them apart. In pieces,
 * between which others go on.
 */
export function* viewTable(artifact: Artifact, cell: string, { entity, time }: Entities): Generator<undefined, Table> {
  if (artifact.type !== "table") return refuse("invalid", words.failure("no-table", { cell }));
  const available = artifact.columns.map(({ name }) => name).slice(0, 30);
  const [ofEntity, ofTime] = [columnOf(artifact, entity), time === null ? null : columnOf(artifact, time)];
  for (const [column, found] of [
    [entity, ofEntity],
    [time, ofTime],
  ] as const)
    if (column !== null && !found) return refuse("invalid", words.failure("no-column", { cell, column, available }));
  if (!ofEntity) return artifact;
  const rows = new Map<string, number>();
  let missing = 0;
  let twice = 0;
  let first = 0;
  for (let row = 0; row < artifact.rowCount; row += 1) {
    if (row % rowsOfPiece === 0) yield;
    if (isMissing(ofEntity, row)) {
      missing += 1;
      continue;
    }
    const name = cellString(ofEntity, row);
    const before = rows.get(name) ?? 0;
    if (before === 1) {
      twice += 1;
      first ||= row + 1;
    }
    rows.set(name, before + 1);
  }
  if (missing > 0)
    return refuse("invalid", words.failure("entity-missing", { n: missing, rows: artifact.rowCount, column: entity }));
  if (twice > 0 && !ofTime) return refuse("invalid", words.failure("entity-twice", { n: twice, column: entity, row: first }));
  return artifact;
}
