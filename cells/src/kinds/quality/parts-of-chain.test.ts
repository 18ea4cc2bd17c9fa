// What can be kept of a chain is not lost for what cannot.

import { expect, test } from "vitest";
import { partsOfChain } from "./parts-of-chain.ts";

/** Which rows it takes depends on which others there are. */
const once = { verb: "sample" };
const derived = { verb: "derive", name: "x", formula: "number(x)" };
const filled = { verb: "fill-missing", columns: ["x"], fill: { by: "median" } };

test("what cannot be kept goes in a cell of its own, and the rest is one chain", () => {
  expect(partsOfChain([once, derived, filled])).toEqual([[once], [derived, filled]]);
  expect(partsOfChain([derived, once, filled])).toEqual([[derived, once], [filled]]);
});

test("a step that is off divides nothing, and goes with its neighbours", () => {
  const off = { ...once, off: true };
  expect(partsOfChain([off, derived, filled])).toEqual([[off, derived, filled]]);
  expect(partsOfChain([once, { ...filled, off: true }])).toEqual([[once]]);
});

test("a chain that can be kept as a whole, or of which nothing can, is one cell", () => {
  expect(partsOfChain([derived, filled])).toEqual([[derived, filled]]);
  // Rows that stand twice are told anew among those that come.
  expect(partsOfChain([{ verb: "distinct" }, filled])).toEqual([[{ verb: "distinct" }, filled]]);
  expect(partsOfChain([once, once])).toEqual([[once, once]]);
  // What was learned before is not torn from what follows.
  expect(partsOfChain([filled, once])).toEqual([[filled, once]]);
});
