// Pictures of the samples out of a report's numbers: coloured by a column or by none, with names that are texts and no markup.

import { expect, test } from "vitest";
import type { JsonObject } from "../../base/json.ts";
import { bodyOf } from "../../contract/report.ts";
import { message } from "../../messages/catalogue.ts";
import { example } from "../../reports/quality/example.ts";
import type { QualityPictures } from "../../reports/quality/pictures.ts";
import { qualityReport } from "../../reports/quality/report.ts";
import { boxesFigure, componentsFigure, densitiesFigure, treeFigure } from "./pictures-figures.ts";

const pictures = (): QualityPictures => {
  const found = bodyOf(qualityReport, { report: "quality", body: example })?.pictures;
  if (!found) throw new Error("the example has pictures");
  return { ...found, samples: ["<b>s1</b>", "s%{x}2", "a sample with a very long name"] };
};
const two: QualityPictures = {
  ...pictures(),
  components: {
    share: [0.75, 0.25],
    scores: [
      [1, -1, 0],
      [0.5, 0.5, -1],
    ],
    associations: [],
    more: 0,
  },
};
const names = (figure: { readonly data: readonly JsonObject[] } | null) =>
  figure?.data.map(({ name, meta }) => [name, (meta as JsonObject)["role"]]);

test("groups have their colours, samples of none are told apart, and without a column there is one of all", () => {
  const groups = [
    ["f", "group"],
    ["m", "group"],
    ["–", "missing"],
  ];
  for (const draw of [
    (by: string | null) => componentsFigure(two, 0, 1, { by, locale: "en" }),
    (by: string | null) => boxesFigure(two, { by, locale: "en" }),
  ]) {
    expect(names(draw(null))).toEqual([["", "plain"]]);
    expect(draw(null)?.layout["showlegend"]).toBe(false);
  }
  expect(names(componentsFigure(two, 0, 1, { by: "sex", locale: "en" }))).toEqual(groups);
  expect(names(treeFigure(two, { by: "sex", locale: "ru" }))).toEqual([["", "rest"], ...groups]);
  // The second sample has no values.
  expect(names(boxesFigure(two, { by: "sex", locale: "en" }))).toEqual([groups[0], groups[2]]);
  expect(names(densitiesFigure(two, { by: "sex", locale: "en" }))).toEqual([groups[0], groups[2]]);
});

test("axes say the share of each component, in the reader's language", () => {
  const title = (locale: "en" | "ru") =>
    ((componentsFigure(two, 1, 0, { by: null, locale })?.layout ?? {})["xaxis"] as JsonObject)["title"];
  expect([title("en"), title("ru")]).toEqual([{ text: "PC2, 25 %" }, { text: "PC2, 25 %" }]);
});

test("names of samples are texts, and long ones are cut where they stand beside", () => {
  const tree = treeFigure(two, { by: null, locale: "en" });
  expect(((tree?.layout ?? {})["yaxis"] as JsonObject)["ticktext"]).toEqual([
    "a sample with a v…",
    "&lt;b&gt;s1&lt;/b&gt;",
    "s&#37;{x}2",
  ]);
  expect(tree?.data[0]?.["x"]).toEqual([0, 1, 1, 0, null, 0, 2, 2, 1, null]);
  expect(JSON.stringify(componentsFigure(two, 0, 1, { by: null, locale: "en" })?.data)).not.toMatch(/<b>s1|%\{x\}2/);
});

test("what is not there is not drawn, and every picture has a text for those who do not see it", () => {
  const none: QualityPictures = { ...two, components: null, tree: null, spread: null };
  const look = { by: null, locale: "en" } as const;
  expect([
    componentsFigure(none, 0, 1, look),
    treeFigure(none, look),
    densitiesFigure(none, look),
    boxesFigure(none, look),
  ]).toEqual([null, null, null, null]);
  expect(componentsFigure(pictures(), 0, 1, look)).toBeNull();
  for (const figure of [
    componentsFigure(two, 0, 1, look),
    treeFigure(two, look),
    densitiesFigure(two, look),
    boxesFigure(two, look),
  ]) {
    const alt = ((figure?.layout ?? {})["meta"] as JsonObject)["alt"] as { key: string; params: JsonObject };
    expect(message(alt.key as never, alt.params as never, "en")).toMatch(/[23] samples/);
  }
});
