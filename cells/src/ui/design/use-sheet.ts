// A table, or the samples of a matrix as one, for forms that show what a design makes of them: read once, page by page.

import { useEffect, useState } from "react";
import type { Column, Table } from "../../artifacts/artifact.ts";
import {
  booleanColumn,
  cellString,
  columnOf,
  integerColumn,
  isMissing,
  numberColumn,
  tableOf,
  textColumn,
} from "../../artifacts/table.ts";
import type { TableWindow } from "../../artifacts/table-window.ts";
import type { Json } from "../../base/json.ts";
import type { ArtifactReader, OutputHandle } from "../../contract/kind-view.ts";
import { RowsClosed } from "../../contract/rows-closed.ts";
import { useSameHandle } from "../use-artifact.ts";

export type Sheet =
  | { readonly state: "none" | "loading" | "closed" | "failed" | "large" }
  | { readonly state: "here"; readonly table: Table };

/** Sheets of more samples are of cells: nobody writes a design for them by eye. */
const mostSamples = 5_000;
/** Rows in one answer. */
const pageRows = 500;

export function useSheet(given: OutputHandle | null, reader: ArtifactReader): Sheet {
  const handle = useSameHandle(given);
  const [sheet, setSheet] = useState<Sheet>({ state: "none" });
  useEffect(() => {
    if (handle?.summary.type !== "assay" && handle?.summary.type !== "table") {
      setSheet({ state: "none" });
      return undefined;
    }
    if ((handle.summary.shape[handle.summary.type === "assay" ? 1 : 0] ?? 0) > mostSamples) {
      setSheet({ state: "large" });
      return undefined;
    }
    let isHere = true;
    // What was read before stays until the newer one is there.
    setSheet((before) => (before.state === "here" ? before : { state: "loading" }));
    readSheet(handle, reader).then(
      (table) => isHere && setSheet({ state: "here", table }),
      (error: unknown) => isHere && setSheet({ state: error instanceof RowsClosed ? "closed" : "failed" }),
    );
    return () => {
      isHere = false;
    };
  }, [handle, reader]);
  return sheet;
}

/** The values of a column of the samples, each once; none where they are not seen. */
export function levelsOf(sheet: Sheet, name: string): readonly string[] {
  const column = sheet.state === "here" ? columnOf(sheet.table, name) : null;
  if (sheet.state !== "here" || !column) return [];
  const levels = new Set<string>();
  for (let row = 0; row < sheet.table.rowCount; row++) if (!isMissing(column, row)) levels.add(cellString(column, row));
  return [...levels].sort();
}

async function readSheet(handle: OutputHandle, reader: ArtifactReader): Promise<Table> {
  const ask = (offset: number): Promise<TableWindow> =>
    reader.window(handle, { ...(handle.summary.type === "assay" ? { part: "samples" as const } : {}), offset, limit: pageRows });
  const first = await ask(0);
  const rows = [...first.rows];
  while (rows.length < first.total) {
    const next = await ask(rows.length);
    if (next.rows.length === 0) break;
    rows.push(...next.rows);
  }
  return tableOf(...first.columns.map((column, at) => columnOfCells(column, rows, at)));
}

function columnOfCells({ name, type }: TableWindow["columns"][number], rows: readonly (readonly Json[])[], at: number): Column {
  const cells = rows.map((row) => row[at] ?? null);
  // Infinities come as texts.
  const numbers = (): (number | null)[] => cells.map((cell) => (cell === null ? null : Number(cell)));
  if (type === "float64") return numberColumn(name, numbers());
  if (type === "int32") return integerColumn(name, numbers());
  if (type === "boolean")
    return booleanColumn(
      name,
      cells.map((cell) => (cell === null ? null : cell === true)),
    );
  return textColumn(
    name,
    cells.map((cell) => (cell === null ? null : String(cell))),
  );
}
