// The code of models: ONNX and a card.

import { z } from "zod";
import { digestOfJson } from "../../../base/digest.ts";
import type { Json } from "../../../base/json.ts";
import type { Model } from "../../artifact.ts";
import type { ArtifactTypeOf } from "../../artifact-type.ts";
import { compareJson } from "../../comparer.ts";
import { manifest } from "../../content-hash.ts";
import type { Place } from "../../packed-parts.ts";
import { featureNamesOf, withoutFeatureNames } from "./onnx-features.ts";
import { modelCard } from "./card.ts";
import { count } from "../../summary-parts.ts";

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at]);
const cardJson = (model: Model): Json => model.card;

export const model: ArtifactTypeOf<"model"> = {
  card: modelCard,
  digest: (artifact, newHasher) => {
    const onnx = newHasher();
    onnx.update(artifact.onnx);
    return manifest("model", {}, [
      ["onnx", onnx.digest()],
      ["card", digestOfJson(cardJson(artifact))],
    ]);
  },
  write: (artifact, put) => ({ type: "model", card: artifact.card, onnx: put(artifact.onnx) }),
  read: (head, get) => ({
    type: "model",
    onnx: get(Uint8Array, head["onnx"] as Place),
    card: head["card"] as Model["card"],
  }),
  size: (artifact) => artifact.onnx.byteLength + 4096,
  summary: ({ card }) => ({
    shape: [card.features.length],
    detail: { algorithm: card.algorithm, target: card.target, classes: card.classes },
  }),
  summaryShape: z.strictObject({
    shape: z.tuple([count]),
    detail: z.strictObject({ algorithm: z.string(), target: z.string(), classes: z.array(z.string()) }),
  }),
  window: () => null,
  columns: () => null,
  names: () => null,
  compare: (again, recorded, comparer) => {
    compareJson(cardJson(again), cardJson(recorded), "card", comparer);
    if (isSame(again.onnx, recorded.onnx)) return;
    // Releases before 0.1.0 wrote no names into the file; the model is the same.
    if (featureNamesOf(recorded.onnx) === null && isSame(withoutFeatureNames(again.onnx), recorded.onnx)) comparer.onlyNames();
    else comparer.other("onnx");
  },
  exportJson: cardJson,
  grid: () => null,
  asTable: () => null,
  file: (artifact, format) => (format === "onnx" ? artifact.onnx : null),
  rowsDisclose: () => null,
  // Trees and support vectors hold values of rows: who lets it out has to say so.
  withoutRows: ({ card: { prepare: _quotesRows, ...card }, ...artifact }) => ({ ...artifact, card }),
  readersSee: () => null,
};
