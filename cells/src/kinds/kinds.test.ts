// Every kind of the list keeps the contract.

import { expect, test } from "vitest";
import { kinds, type KindName } from "../kinds.ts";
import { executors } from "../executors.ts";
import { kindCards } from "../kind-cards.ts";
import { aCell, aFile, describeKind, type KindCases } from "../testing/describe-kind.ts";
import type { Kind } from "../contract/kind.ts";

const cases: { readonly [kind in KindName]: KindCases<never> } = {
  note: {
    examples: [{ text: "# Title\n\n{{kept.rows}} rows" }],
    bad: [{ spec: { text: 1 }, says: /text/ }],
  },
  parameter: {
    examples: [
      { control: { type: "slider", min: 0, max: 10, step: 1 }, value: 3, label: "Reads" },
      { control: { type: "feature" }, from: aCell(), value: "Xist", scope: "personal" },
    ],
    bad: [{ spec: { control: { type: "dial" } }, says: /control/ }],
  },
  load: {
    examples: [{ file: aFile() }, { file: aFile("Zählung 1.xlsx"), read: "matrix", sheet: "Blatt 1", samples: aCell("samples") }],
    bad: [
      { spec: { delimiter: ",," }, says: /delimiter/ },
      { spec: { file: { digest: "no", name: "x", size: 1 } }, says: /file/ },
      { spec: { read: "picture" }, says: /read/ },
    ],
    missing: [{ spec: {}, field: "file" }],
    sameKey: [
      [
        { file: aFile() },
        { file: { ...aFile("renamed.csv"), path: "elsewhere/renamed.csv", dataset: "ds_1", version: 2 }, read: "auto" },
      ],
    ],
  },
  profile: {
    examples: [{ from: aCell() }, { from: aCell("pca", "loadings") }],
    bad: [{ spec: { from: "counts" }, says: /from/ }],
    missing: [{ spec: {}, field: "from" }],
  },
  transform: { examples: [{ from: aCell() }], bad: [{ spec: { steps: [{ id: "a", verb: "no such verb" }] }, says: /steps/ }] },
  query: { examples: [{ sql: "select gene, count(*) from counts group by gene" }], bad: [{ spec: { sql: 1 }, says: /sql/ }] },
  chart: {
    examples: [{ from: aCell(), chart: { type: "point" }, x: "a", y: aCell("gene") }],
    bad: [{ spec: { chart: { type: "pie" } }, says: /chart/ }],
    missing: [{ spec: {}, field: "from" }],
  },
  reduce: { examples: [{ from: aCell(), components: 3 }], bad: [{ spec: { components: 0 }, says: /components/ }] },
  train: {
    examples: [{ from: aCell(), target: "diagnosis", validation: { type: "leave-one-out", column: "lab" } }],
    bad: [{ spec: { algorithm: { type: "oracle" } }, says: /algorithm/ }],
  },
  predict: { examples: [{ model: aCell("model"), from: aCell() }], bad: [{ spec: { model: 1 }, says: /model/ }] },
};

test("each has an executor, and is called what the list calls it", () => {
  expect(Object.keys(executors).sort()).toEqual(Object.keys(kinds).sort());
  for (const [name, kind] of Object.entries(kinds)) expect(kind.kind).toBe(name);
});

test("each has a card of its name, and they stand in one order", () => {
  expect(Object.keys(kindCards)).toEqual(Object.keys(kinds));
  for (const [name, card] of Object.entries(kindCards)) expect(card.kind).toBe(name);
});

for (const [name, kind] of Object.entries(kinds))
  describeKind(kind as Kind<never>, { ...cases[name as KindName], card: kindCards[name as KindName] });
