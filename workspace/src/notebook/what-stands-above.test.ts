import { expect, test } from "vitest";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { whatStandsAbove } from "./what-stands-above.ts";

const cell = (id: string, kind: string, spec: object = {}): Cell =>
  ({ id, kind, name: id, spec, deletedAt: null, aliases: [], mode: "auto", order: "a", specVersion: 1 }) as unknown as Cell;
const gene = (id: string): Cell => cell(id, "parameter", { from: { ref: "kept" }, control: { type: "feature" } });

test("a new cell begins with the gene that is picked nearest above it, else with one that is picked further below", () => {
  const list = [
    cell("counts", "load"),
    cell("kept", "transform", { from: { ref: "counts" } }),
    gene("first"),
    cell("box", "chart"),
    gene("second"),
  ];
  const geneAfter = (id: string): unknown => whatStandsAbove(list, { of: () => null } as never, id as CellId)?.gene;
  expect(geneAfter("second")).toEqual({ ref: "second" });
  expect(geneAfter("box")).toEqual({ ref: "first" });
  expect(geneAfter("kept")).toEqual({ ref: "second" });
});

test("a chart of one matrix never begins with a gene that is picked from another one", () => {
  const list = [
    cell("mouse", "load"),
    cell("kept", "transform", { from: { ref: "mouse" } }),
    gene("gene"),
    cell("yeast", "load"),
    cell("logs", "transform", { from: { ref: "yeast" } }),
  ];
  const after = (id: string) => whatStandsAbove(list, { of: () => null } as never, id as CellId);
  expect(after("kept")?.gene, "of what it was made of").toEqual({ ref: "gene" });
  expect(after("mouse")?.gene, "and of what is made of that").toEqual({ ref: "gene" });
  expect(after("yeast")?.gene).toBeNull();
  expect(after("logs")?.gene).toBeNull();
});

test("whoever stands at a control is offered what turns with it", () => {
  const list = [cell("counts", "load"), cell("kept", "transform", { from: { ref: "counts" } }), gene("gene")];
  const control = (id: string) => whatStandsAbove(list, { of: () => null } as never, id as CellId)?.control;
  expect(control("gene")).toEqual({ ref: "gene" });
  expect(control("kept")).toBeNull();
});
