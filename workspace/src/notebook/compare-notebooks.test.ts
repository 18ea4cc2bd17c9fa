// What the screen of a notebook's history says of two states.

import { expect, test } from "vitest";
import { compareNotebooks, type ComparedCell, diffLines } from "./compare-notebooks.ts";

const cell = (id: string, spec: ComparedCell["spec"], more: Partial<ComparedCell> = {}): ComparedCell => ({
  id,
  kind: "transform",
  name: id,
  spec,
  deletedAt: null,
  ...more,
});

test("cells that are alike are left out; of others each setting that differs is named", () => {
  const then = [cell("a", { from: "x", top: 5 }), cell("b", { from: "y" }), cell("c", {})];
  const now = [cell("c", {}), cell("a", { from: "x", top: 10, scale: true }), cell("d", {})];
  expect(compareNotebooks(then, now)).toMatchObject([
    {
      what: "changed",
      cell: { id: "a" },
      fields: [
        { field: "top", before: 5, after: 10 },
        { field: "scale", after: true },
      ],
    },
    { what: "added", cell: { id: "d" } },
    { what: "removed", cell: { id: "b" } },
  ]);
});

test("a cell in the bin was taken away; the order of keys is no change; a new name is one", () => {
  const then = [cell("a", { x: 1, y: 2 }), cell("b", {})];
  expect(compareNotebooks(then, [cell("a", { y: 2, x: 1 }), cell("b", {}, { deletedAt: 7 })])).toMatchObject([
    { what: "removed", cell: { id: "b" } },
  ]);
  expect(compareNotebooks(then, [cell("a", { x: 1, y: 2 }, { name: "kept" }), cell("b", {})])).toMatchObject([
    { what: "changed", fields: [{ field: "name", before: "a", after: "kept" }] },
  ]);
});

test("of a text the lines that were written and struck stand in their places", () => {
  expect(diffLines("one\ntwo\nthree", "one\n2\nthree\nfour").map(({ side, text }) => `${side} ${text}`)).toEqual([
    "both one",
    "before two",
    "after 2",
    "both three",
    "after four",
  ]);
});
