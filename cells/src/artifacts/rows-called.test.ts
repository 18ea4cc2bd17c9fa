// Rows of a matrix are called what they are, in the reader's language; failures and figures that were kept as well.

import { receivedKey } from "../base/failure.ts";
import { describe, expect, test } from "vitest";
import { reduce } from "../kinds/reduce/spec.ts";
import { profile } from "../kinds/profile/spec.ts";
import { parameter } from "../kinds/parameter/spec.ts";
import { chart } from "../kinds/chart/spec.ts";
import type { WordsContext } from "../contract/kind.ts";
import { message } from "../messages/catalogue.ts";
import type { Locale } from "../messages/locale.ts";
import type { CellRef } from "../base/refs.ts";
import { countOfFeatures, featureNoun, featuresTitle, nounNamed } from "./rows-called.ts";

const from = { ref: "cell_m" } as unknown as CellRef;
const context = (locale: Locale, noun: string): WordsContext => ({
  locale,
  nameOf: () => "kept",
  summaryOf: () => ({ type: "assay", shape: [41786, 22], detail: { featureNoun: noun } }),
});

test("a noun that is not known, and data that are no matrix", () => {
  expect(featureNoun({ type: "assay", shape: [], detail: { featureNoun: "peptide" } })).toBe("feature");
  expect(featureNoun({ type: "table", shape: [3, 2] })).toBeNull();
  expect(nounNamed("protein")).toBe("protein");
  expect(featuresTitle("protein", "ru")).toBe("Белки");
  expect([1, 3, 41786].map((n) => countOfFeatures("gene", n, "ru"))).toEqual(["1 ген", "3 гена", "41\u2009786 генов"]);
});

describe.each([
  ["gene", ["genes", "генов", "ген"]],
  ["protein", ["proteins", "белков", "белок"]],
  ["feature", ["features", "признаков", "признак"]],
] as const)("of a matrix of %ss cells say", (noun, [en, of, one]) => {
  const said = <Spec>(
    kind: { words(spec: Spec, context: WordsContext): string; schema: { parse(spec: unknown): Spec } },
    spec: object,
  ) => (["en", "ru"] as const).map((locale) => kind.words(kind.schema.parse(spec), context(locale, noun)));
  test("what they are", () => {
    expect(said(reduce, { from })).toEqual([
      `up to 10 principal components of kept, from its 500 most variable ${en}`,
      `до 10 главных компонент по kept, 500 самых изменчивых ${of}`,
    ]);
    expect(said(reduce, { from, topFeatures: 0 })[1]).toBe(`до 10 главных компонент по kept, без отбора ${of}`);
    expect(said(profile, { from })).toEqual([
      `summarises 22 samples of kept over 41\u2009786 ${en}`,
      `описывает 22 образца kept: 41\u2009786 ${of}`,
    ]);
    expect(said(parameter, { from, control: { type: "feature" }, value: "Xist" })).toEqual([
      expect.stringContaining(`Xist, a ${noun} of kept`),
      expect.stringContaining(`Xist, ${one} из kept`),
    ]);
    expect(said(chart, { from, chart: { type: "heatmap", top: 40 } })).toEqual([
      `Heatmap of the 40 most variable ${en}; 22 samples of kept`,
      `Тепловая карта 40 самых изменчивых ${of}; 22 образца из kept`,
    ]);
  });
  test("failures that were kept with the English noun are said in the reader's language", () => {
    const params = { noun, feature: "p53", near: ["Trp53"] };
    expect(message(receivedKey("chart.feature-missing-near"), params, "ru")).toBe(
      `В матрице нет признака p53 (${one}). Похожие: Trp53`.concat("."),
    );
    expect(message(receivedKey("chart.feature-missing-near"), params, "en")).toBe(`No ${noun} p53 in the matrix. Near: Trp53.`);
  });
});
