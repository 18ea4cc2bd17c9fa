// The numbers of several matrices side by side: sparse where all are and no feature is missing, bytes where all are, else dense.

import { type MatrixValues, missingByte } from "../../artifacts/artifact.ts";
import { denseData } from "../../artifacts/assay.ts";
import type { StepScope } from "../../contract/step.ts";
import { refuse } from "../parts/step-scope.ts";
import { takeFeatures } from "../parts/take-features.ts";
import type { Joined } from "./features.ts";
import type { Lab } from "./one-scale.ts";
import { words } from "./words.ts";

/** 1.2 GB of dense numbers. */
const most = 300_000_000;

export function sideBySide(labs: readonly Lab[], { ids, places }: Joined, scope: StepScope): MatrixValues {
  const height = ids.length;
  const width = labs.reduce((sum, { assay }) => sum + assay.sampleCount, 0);
  const isWhole = places.every((place) => place.every((at) => at >= 0));
  const layouts = new Set(labs.map(({ assay }) => assay.values.layout));
  if (layouts.size === 1 && layouts.has("sparse") && isWhole) return sparseBeside(labs, places);
  if (height * width > most) return refuse(scope, words, "large", { n: height * width, limit: most }, ["features"]);
  const isBytes = layouts.size === 1 && layouts.has("bytes");
  const data = isBytes ? new Int8Array(height * width).fill(missingByte) : new Float32Array(height * width).fill(Number.NaN);
  let start = 0;
  for (const [lab, { assay }] of labs.entries()) {
    const place = places[lab] as Int32Array;
    const source = assay.values.layout === "bytes" && isBytes ? assay.values.data : denseData(assay);
    for (let feature = 0; feature < height; feature++) {
      const from = place[feature] as number;
      if (from >= 0) data.set(source.subarray(from * assay.sampleCount, (from + 1) * assay.sampleCount), feature * width + start);
    }
    start += assay.sampleCount;
  }
  return data instanceof Int8Array ? { layout: "bytes", data } : { layout: "dense", data };
}

function sparseBeside(labs: readonly Lab[], places: readonly Int32Array[]): MatrixValues {
  const parts = labs.flatMap(({ assay }, lab) => {
    const { values } = takeFeatures(assay, places[lab] as Int32Array);
    return values.layout === "sparse" ? [values] : [];
  });
  const size = parts.reduce((sum, { data }) => sum + data.length, 0);
  const data = new Float32Array(size);
  const featureIndex = new Int32Array(size);
  const offsets: number[] = [0];
  let at = 0;
  for (const part of parts) {
    data.set(part.data, at);
    featureIndex.set(part.featureIndex, at);
    for (const offset of part.offsets.subarray(1)) offsets.push(at + offset);
    at += part.data.length;
  }
  return { layout: "sparse", offsets: Int32Array.from(offsets), featureIndex, data };
}
