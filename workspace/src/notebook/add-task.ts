// Adds the cell of a task after a place, made of what stands above it: what the menu and the next steps below a cell do.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Above } from "@genomecraft/cells/contract/menu-entry.ts";
import type { NotebookScreen } from "../desk/notebook-context.tsx";
import { kindNow } from "../kinds/kinds-here.ts";
import { pasteTable, pickFiles } from "../upload/drop-files.ts";
import { type AddEntry, startOf } from "./add-entries.ts";
import { wireToChart } from "./wire-to-chart.ts";

export function addTask(
  { acts, derived }: Pick<NotebookScreen, "acts" | "derived">,
  entry: AddEntry,
  above: Above | null,
  place: CellId | null,
): void {
  if (entry.opens === "files") return pickFiles(null, place);
  if (entry.opens === "paste") return void pasteTable(place);
  const spec = startOf(entry, above, () => `s${Math.random().toString(36).slice(2, 8)}`);
  const wire = entry.picks
    ? wireToChart(acts.cells(), place, spec, (cell) => derived.get().results.at({ ref: cell })?.summary ?? null, kindNow)
    : null;
  if (!wire) return void acts.add(entry.card.kind, spec, place);
  void acts.add(entry.card.kind, { ...spec, value: wire.value }, wire.after, {
    also: (id) => [{ type: "set-spec", cell: wire.cell, path: [wire.field], value: { ref: id } }],
  });
}
