// Which cells are released by themselves.

import { expect, test } from "vitest";
import { kindCards } from "./kind-cards.ts";
import { showsRows } from "./shows-rows.ts";

test("a cell that shows rows is not released by itself; pictures, reports, models and values are", () => {
  const kinds = Object.keys(kindCards).sort();
  expect(kinds.filter(showsRows)).toEqual([
    "coverage",
    "features",
    "load",
    "predict",
    "quality",
    "query",
    "reduce",
    "region",
    "test",
    "transform",
  ]);
  expect(kinds.filter((kind) => !showsRows(kind))).toEqual([
    "associate",
    "chart",
    "cluster",
    "contrast",
    "differential",
    "enrich",
    "markers",
    "meta-analysis",
    "mutations",
    "note",
    "parameter",
    "power",
    "profile",
    "regression",
    "survival",
    "train",
  ]);
  expect(showsRows("nobody-knows")).toBe(false);
});
