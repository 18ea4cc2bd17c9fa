// A matrix as the JSON header and the arrays of its bytes, and back.

import type { JsonObject } from "../../../base/json.ts";
import type { Assay } from "../../artifact.ts";
import type { Get, Place, Put } from "../../packed-parts.ts";
import { readTable, type TableHead, writeTable } from "../table/bytes.ts";

export function writeAssay(assay: Assay, put: Put): object {
  const { values, scale, featureNoun } = assay;
  return {
    type: "assay",
    scale,
    featureNoun,
    values:
      values.layout === "dense"
        ? { layout: "dense", data: put(values.data) }
        : {
            layout: "sparse",
            offsets: put(values.offsets),
            featureIndex: put(values.featureIndex),
            data: put(values.data),
          },
    features: writeTable(assay.features, put),
    samples: writeTable(assay.samples, put),
  };
}

export function readAssay(head: JsonObject, get: Get): Assay {
  const features = readTable(head["features"] as TableHead, get);
  const samples = readTable(head["samples"] as TableHead, get);
  const values = head["values"] as {
    readonly layout: string;
    readonly data: Place;
    readonly offsets: Place;
    readonly featureIndex: Place;
  };
  const assay: Assay = {
    type: "assay",
    featureCount: features.rowCount,
    sampleCount: samples.rowCount,
    values:
      values.layout === "dense"
        ? { layout: "dense", data: get(Float32Array, values.data) }
        : {
            layout: "sparse",
            offsets: get(Int32Array, values.offsets),
            featureIndex: get(Int32Array, values.featureIndex),
            data: get(Float32Array, values.data),
          },
    features,
    samples,
    scale: head["scale"] as Assay["scale"],
    featureNoun: head["featureNoun"] as string,
  };
  if (!isFilled(assay)) throw new TypeError("a matrix with another number of values");
  return assay;
}

const isFilled = ({ values, featureCount, sampleCount }: Assay): boolean =>
  values.layout === "dense"
    ? values.data.length === featureCount * sampleCount
    : values.offsets.length === sampleCount + 1 && values.featureIndex.length === values.data.length;
