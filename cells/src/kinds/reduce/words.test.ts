// The line of a PCA tells what was done; before there is a result, what is asked for at most.

import { expect, test } from "vitest";
import type { ArtifactSummary } from "../../artifacts/artifact.ts";
import type { CellRef } from "../../base/refs.ts";
import type { Locale } from "../../messages/locale.ts";
import { reduce } from "./spec.ts";

const from = { ref: "cell_m" } as unknown as CellRef;
const liver: ArtifactSummary = { type: "assay", shape: [145, 8], detail: { featureNoun: "gene" } };
const scores = (components: number): ArtifactSummary => ({
  type: "table",
  shape: [8, components + 1],
  columns: [
    { name: "sample", type: "text" },
    ...Array.from({ length: components }, (_, at) => ({ name: `PC${at + 1}`, type: "float64" as const })),
  ],
});
const said = (source: ArtifactSummary, own: ArtifactSummary | null, locale: Locale = "en"): string =>
  reduce.words(reduce.schema.parse({ from }), { locale, nameOf: () => "liver", summaryOf: () => source, own });

test("of 145 genes and 8 samples a result names its 7 components, says that no genes were chosen (some may lack values), and no settings", () => {
  expect(said(liver, scores(7))).toBe("7 principal components of liver, without a selection of genes");
  expect(said(liver, scores(7), "ru")).toBe("7 главных компонент по liver, без отбора генов");
});

test("of more genes than are asked for it names those that were taken", () => {
  expect(said({ ...liver, shape: [41786, 8] }, scores(7))).toBe(
    "7 principal components of liver, from its 500 most variable genes",
  );
});

test("before there is a result it says up to how many", () => {
  expect(said(liver, null)).toBe("up to 10 principal components of liver, without a selection of genes");
  expect(said(liver, null, "ru")).toBe("до 10 главных компонент по liver, без отбора генов");
});

test("of a table no features are chosen", () => {
  expect(said({ type: "table", shape: [90, 6] }, scores(5))).toBe(
    "5 principal components of liver, without a selection of features",
  );
});
