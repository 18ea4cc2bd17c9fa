// What the place where a new cell goes has above it: decides which tasks are offered first and what their forms begin with.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import type { Cell, CellRef } from "@genomecraft/cells/notebook/notebook.ts";
import { mainPortOf, type ResultsNow } from "../live/outputs.ts";
import type { Above } from "./add-entries.ts";

/** The nearest cell above whose result something can be made of; a note, control or chart gives way to what stands over it. */
export function whatStandsAbove(list: readonly Cell[], results: ResultsNow, after: CellId | null): Above | null {
  const end = after === null ? 0 : list.findIndex((cell) => cell.id === after) + 1;
  let gene: CellRef | null = null;
  for (const cell of list) {
    const control = cell.spec.control;
    if (
      cell.kind === "parameter" &&
      typeof control === "object" &&
      control !== null &&
      "type" in control &&
      control.type === "feature"
    )
      gene = { ref: cell.id };
  }
  for (let index = end - 1; index >= 0; index--) {
    const cell = list[index];
    if (
      !cell ||
      cell.name === "" ||
      cell.kind === "note" ||
      cell.kind === "parameter" ||
      cell.kind === "chart" ||
      cell.kind === "profile"
    )
      continue;
    const port = kindOf(cell.kind)?.outputs[0];
    if (!port) continue;
    const summary = results.of(cell.id)?.[mainPortOf(cell.kind)]?.summary ?? null;
    const type = summary?.type ?? (typeof port.type === "string" ? port.type : (port.type.at(-1) ?? "table"));
    const columns = summary?.columns ?? [];
    const score = (name: string): number =>
      /^(sex|treatment|condition|group|infection|diagnosis|type|time|lab)$/i.test(name) ? 0 : 1;
    return {
      ref: { ref: cell.id },
      name: cell.name,
      summary,
      type,
      groupColumns: columns
        .filter(
          (column) =>
            column.semantic === "category" ||
            column.semantic === "lab" ||
            (column.type === "text" &&
              column.semantic !== "identifier" &&
              column.semantic !== "sample" &&
              column.semantic !== "gene") ||
            column.type === "boolean",
        )
        .map((column) => column.name)
        .sort((a, b) => score(a) - score(b)),
      numberColumns: columns
        .filter((column) => column.type === "float64" || column.type === "int32")
        .map((column) => column.name),
      gene,
    };
  }
  return null;
}
