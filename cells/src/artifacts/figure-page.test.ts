// One page of a figure of several.

import { expect, test } from "vitest";
import type { Figure } from "./artifact.ts";
import { figurePage, pagesOf } from "./figure-page.ts";

const figure: Figure = {
  type: "figure",
  data: [
    { type: "scatter", y: [1], meta: { page: 0 } },
    { type: "scatter", y: [2], meta: { page: 1 } },
    { type: "scatter", y: [3] },
  ],
  layout: {
    annotations: [{ text: "a", name: "page 0" }, { text: "b", name: "page 1" }, { text: "c" }],
    meta: {
      words: [],
      pages: [
        { name: "first", alt: { key: "k", params: {} }, marks: 1 },
        { name: "second", alt: { key: "k2", params: {} }, marks: 7 },
      ],
    },
  },
  alt: "",
  marks: 1,
};

test("a page has its traces, its names, its text alternative, and what is of all pages", () => {
  expect(pagesOf(figure)).toEqual(["first", "second"]);
  const page = figurePage(figure, 1);
  expect(page.data.map(({ y }) => y)).toEqual([[2], [3]]);
  expect(page.layout["annotations"]).toMatchObject([{ text: "b" }, { text: "c" }]);
  expect(page.layout["meta"]).toEqual({ words: [], alt: { key: "k2", params: {} }, labelRoom: null });
  expect(page.marks).toBe(7);
});

test("a figure of one page is itself", () => {
  const one: Figure = { ...figure, layout: {} };
  expect(pagesOf(one)).toEqual([]);
  expect(figurePage(one, 0)).toBe(one);
});
