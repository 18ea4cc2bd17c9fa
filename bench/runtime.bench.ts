// How fast a change runs through a chain of a thousand inline cells.

import { newNotebookRuntime } from "@genomecraft/cells/runtime/new-notebook-runtime.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { ok } from "@genomecraft/cells/base/result.ts";
import { digestOfJson } from "@genomecraft/cells/base/digest.ts";
import type { Kind } from "@genomecraft/cells/contract/kind.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import type { GraphCell } from "@genomecraft/cells/notebook/notebook-graph.ts";
import { median, quantile, type Measurement } from "./measurement.ts";

const length = 1000;

/** Each cell adds one to the cell before: every value changes, so nothing is cut off. */
export async function bench(): Promise<Measurement[]> {
  const kind = {
    kind: "add",
    place: "inline",
    version: 1,
    engines: [],
    inputs: [],
    outputs: [{ name: "out", type: "value", title: "" }],
    empty: {},
    textFields: [],
    mode: "auto",
  } as unknown as Kind;
  const cellAt = (at: number, start: number): Cell => ({
    id: `c${at}` as CellId,
    kind: "add",
    name: `c${at}`,
    aliases: [],
    spec: at === 0 ? { start } : { from: { ref: `c${at - 1}` } },
    specVersion: 1,
    mode: "auto",
    order: String(at).padStart(5, "0"),
    deletedAt: null,
  });
  const cells = Array.from({ length }, (_, at) => cellAt(at, 0));
  const graphCells = new Map<CellId, GraphCell>();
  const graphCell = (cell: Cell, at: number): GraphCell => ({
    cell,
    kind,
    spec: cell.spec,
    slots: at === 0 ? [] : [{ name: "i0", cell: `c${at - 1}` as CellId, port: "out", field: "from" }],
    problem: null,
    missing: null,
  });
  cells.forEach((cell, at) => graphCells.set(cell.id, graphCell(cell, at)));
  const order = cells.map((cell) => cell.id);
  const runtime = newNotebookRuntime({
    graphOf: () => ({ cells: new Map(graphCells), order }),
    inlineOf: () => (spec, context) => {
      const field = (spec as { from?: never }).from;
      return ok({
        out: {
          type: "value" as const,
          value: field === undefined ? (spec as { start: number }).start : Number(context.valueOf(field)) + 1,
        },
      });
    },
    describe: (artifact) => ({
      digest: digestOfJson(artifact.type === "value" ? artifact.value : null),
      summary: { type: "value", shape: [] },
      inline: artifact as never,
    }),
    executor: null,
    now: () => 0,
    onCell: () => {},
    results: { find: async () => null, shown: async () => null, show: async () => {} },
  });
  const times: number[] = [];
  for (let round = 0; round < 60; round += 1) {
    const first = { ...cellAt(0, round), spec: { start: round } };
    graphCells.set(first.id, graphCell(first, 0));
    const started = performance.now();
    runtime.update({ title: "", cells: [first, ...cells.slice(1)], layout: { tiles: [] } });
    await runtime.idle();
    if (round >= 10) times.push(performance.now() - started);
  }
  runtime.dispose();
  return [
    {
      name: "a change through a chain of 1,000 inline cells",
      unit: "ms",
      median: median(times),
      p95: quantile(times, 0.95),
      bound: "p95 <= 20 ms",
    },
  ];
}
