// What a cell has on show, as the views of its kind want it: from the run feed, and for inline kinds computed here at
// once from what is on show upstream, so that a parameter turns and a note reads without asking anybody.

import type { Artifact, ArtifactSummary } from "@genomecraft/cells/artifacts/artifact.ts";
import type { CellId, Digest } from "@genomecraft/cells/base/ids.ts";
import type { SessionState } from "@genomecraft/cells/session/run-event.ts";
import type { Json, JsonObject } from "@genomecraft/cells/base/json.ts";
import type { OutputHandle } from "@genomecraft/cells/contract/kind-view.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import { nameTable } from "@genomecraft/cells/notebook/names-in-text.ts";
import { type CellRef, isCellRef } from "@genomecraft/cells/base/refs.ts";
import { type Cell, type Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import { valueOfOutput } from "@genomecraft/cells/artifacts/value-of-output.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import { inlineExecutorNow, kindNow } from "../kinds/kinds-here.ts";

export type Outputs = { readonly [port: string]: OutputRef };

/** Results of a notebook as they stand; `personal` values replace those of parameters in this tab alone. */
export interface ResultsNow {
  of(cell: CellId): Outputs | null;
  at(ref: CellRef): OutputRef | null;
  /** The spec from which what is on show was made, with what was found for fields that the cell's own leaves open. */
  made(cell: CellId): JsonObject | null;
}

export function resultsNow(
  notebook: Notebook,
  feed: SessionState,
  personal: ReadonlyMap<CellId, Json>,
  overlay: ReadonlyMap<CellId, CellSession> = new Map(),
): ResultsNow {
  const cells = new Map(notebook.cells.map((cell) => [cell.id, cell]));
  let names: ReturnType<typeof nameTable> | null = null;
  const memo = new Map<CellId, Outputs | null>();
  const going = new Set<CellId>();

  const of = (id: CellId): Outputs | null => {
    const known = memo.get(id);
    if (known !== undefined) return known;
    if (going.has(id)) return null;
    going.add(id);
    const cell = cells.get(id);
    const found = cell && cell.deletedAt === null ? compute(cell) : null;
    going.delete(id);
    memo.set(id, found);
    return found;
  };
  const at = (ref: CellRef): OutputRef | null => {
    const outputs = of(ref.ref);
    if (!outputs) return null;
    return outputs[ref.port ?? mainPortOf(cells.get(ref.ref)?.kind ?? "")] ?? null;
  };
  const compute = (cell: Cell): Outputs | null => {
    const shown = (overlay.get(cell.id) ?? feed.cells.get(cell.id))?.shown?.outputs ?? null;
    const execute = inlineExecutorNow(cell.kind);
    const kind = kindNow(cell.kind);
    const control = cardOf(cell.kind)?.control;
    if (!execute || !kind || cell.mode === "off") return shown;
    const override = control && personal.get(cell.id);
    const parsed = kind.schema.safeParse(
      !control || override === undefined ? cell.spec : { ...cell.spec, [control.value]: override },
    );
    if (!parsed.success) return shown;
    try {
      const result = execute(parsed.data, {
        output: at,
        named: (name, port) => {
          names ??= nameTable(notebook);
          const meant = names.find(name);
          return meant ? at({ ref: meant.id, ...(port ? { port } : {}) }) : null;
        },
        valueOf: (field) => (isCellRef(field) ? valueOfOutput(at(field)) : field),
      });
      if (!result.ok) return shown;
      const outputs: { [port: string]: OutputRef } = {};
      for (const [port, inline] of Object.entries(result.value)) {
        // The server's digest where it says the same, else a mark of this tab's own.
        const theirs = shown?.[port];
        const same = theirs?.inline !== undefined && JSON.stringify(theirs.inline) === JSON.stringify(inline);
        outputs[port] = {
          digest: same ? theirs.digest : (`here:${JSON.stringify(inline)}` as Digest),
          summary: summaryOf(inline),
          inline,
        };
      }
      return outputs;
    } catch {
      return shown;
    }
  };
  const made = (id: CellId): JsonObject | null => feed.cells.get(id)?.shown?.made?.spec ?? null;
  return { of, at, made };
}

/** Of what inline kinds answer; the summaries of all types are more than the first paint carries. */
const summaryOf = (artifact: Artifact): ArtifactSummary =>
  artifact.type === "value"
    ? { type: "value", shape: [], detail: { value: artifact.value } }
    : { type: artifact.type, shape: [] };

export const mainPortOf = (kind: string): string => cardOf(kind)?.outputs[0]?.name ?? "out";

/** The same outputs as handles that a view passes back to its reader; the main one is called by its cell alone, as in specs. */
export function handlesOf(cell: Pick<Cell, "id" | "kind">, outputs: Outputs | null): { readonly [port: string]: OutputHandle } {
  const main = mainPortOf(cell.kind);
  const handles: { [port: string]: OutputHandle } = {};
  for (const [port, output] of Object.entries(outputs ?? {}))
    handles[port] = handleOf(port === main ? { ref: cell.id } : { ref: cell.id, port }, output);
  return handles;
}
export const handleOf = (ref: CellRef, output: OutputRef): OutputHandle => ({
  ref,
  digest: output.digest,
  summary: output.summary,
  ...(output.inline === undefined ? {} : { inline: output.inline }),
});

/** Two sets of outputs that show the same. */
export const sameOutputs = (a: Outputs | null, b: Outputs | null): boolean => {
  if (a === b) return true;
  if (!a || !b) return false;
  const ports = Object.keys(a);
  return ports.length === Object.keys(b).length && ports.every((port) => a[port]?.digest === b[port]?.digest);
};
