// What is doubtful by the cells around: how many contrasts a notebook asks of one model stands with each of them (safeguard 10).

import { expect, test } from "vitest";
import type { CellId } from "../base/ids.ts";
import { kindOf } from "../kinds.ts";
import { message } from "../messages/catalogue.ts";
import { dependencyGraph } from "./dependency-graph.ts";
import { doubtsOfGraph } from "./doubts-of-graph.ts";
import type { Cell } from "./notebook.ts";

const cell = (name: string, kind: string, spec: Cell["spec"]): Cell => ({
  id: `cell_${name}` as CellId,
  kind,
  name,
  aliases: [],
  spec: { ...kindOf(kind)?.empty, ...spec },
  specVersion: 1,
  mode: "auto",
  order: name,
  deletedAt: null,
});
const counts = cell("counts", "load", { file: "counts.csv" });
const model = (name: string) =>
  cell(name, "differential", {
    from: { ref: counts.id },
    design: { formula: "~ time", columns: [], block: null, missing: "refuse" },
  });
const asks = (of: string) => ({
  name: "",
  asks: { by: "groups", factor: "time", of: [of], against: ["Day0"], within: [], less: [] },
});
const contrast = (name: string, of: string, ...groups: readonly string[]) =>
  cell(name, "contrast", { from: { ref: `cell_${of}` as CellId, port: "fit" }, contrasts: groups.map(asks) });

function saidOf(cells: readonly Cell[], id: string): readonly string[] {
  const graph = dependencyGraph({ title: "", cells: [...cells], layout: { tiles: [] } }, kindOf);
  return doubtsOfGraph(graph, `cell_${id}` as CellId).map(({ key, params }) => message(key, params, "en"));
}

test("contrasts of one model are counted over all cells of the notebook; one alone, and those of another model, are not", () => {
  const one = [counts, model("m1"), contrast("c1", "m1", "Day8")];
  expect(saidOf(one, "c1")).toEqual([]);
  const more = [...one, contrast("c2", "m1", "Day4", "Day8"), model("m2"), contrast("c3", "m2", "Day8")];
  expect(saidOf(more, "c1")).toEqual([
    "This notebook asks 3 contrasts of m1, in 2 cells, each adjusted by itself. Whoever shows one of them says how many were tried.",
  ]);
  expect(saidOf(more, "c2")).toHaveLength(1);
  expect(saidOf(more, "c3")).toEqual([]);
});
