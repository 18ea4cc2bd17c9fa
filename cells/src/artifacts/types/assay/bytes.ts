// A matrix as the JSON header and the arrays of its bytes, and back.

import type { JsonObject } from "../../../base/json.ts";
import type { Assay, Layer, MatrixValues } from "../../artifact.ts";
import { isFilled } from "../../assay.ts";
import type { Get, Place, Put } from "../../packed-parts.ts";
import { readTable, type TableHead, writeTable } from "../table/bytes.ts";

type ValuesHead = {
  readonly layout: string;
  readonly data: Place;
  readonly offsets?: Place;
  readonly featureIndex?: Place;
};

export function writeAssay(assay: Assay, put: Put): object {
  const { values, layers, scale, featureNoun, withoutEffectsOf } = assay;
  return {
    type: "assay",
    scale,
    featureNoun,
    ...(withoutEffectsOf ? { withoutEffectsOf } : {}),
    values: writeValues(values, put),
    ...(layers ? { layers: layers.map((layer) => ({ name: layer.name, values: writeValues(layer.values, put) })) } : {}),
    features: writeTable(assay.features, put),
    samples: writeTable(assay.samples, put),
  };
}

const writeValues = (values: MatrixValues, put: Put): ValuesHead =>
  values.layout === "sparse"
    ? { layout: "sparse", offsets: put(values.offsets), featureIndex: put(values.featureIndex), data: put(values.data) }
    : { layout: values.layout, data: put(values.data) };

export function readAssay(head: JsonObject, get: Get): Assay {
  const features = readTable(head["features"] as TableHead, get);
  const samples = readTable(head["samples"] as TableHead, get);
  const read = (values: ValuesHead): MatrixValues => {
    const found = readValues(values, get);
    if (!isFilled(found, features.rowCount, samples.rowCount)) throw new TypeError("a matrix with another number of values");
    return found;
  };
  const layers = head["layers"] as readonly { readonly name: string; readonly values: ValuesHead }[] | undefined;
  const withoutEffectsOf = head["withoutEffectsOf"] as readonly string[] | undefined;
  return {
    type: "assay",
    featureCount: features.rowCount,
    sampleCount: samples.rowCount,
    values: read(head["values"] as ValuesHead),
    ...(layers ? { layers: layers.map(({ name, values }): Layer => ({ name, values: read(values) })) } : {}),
    features,
    samples,
    scale: head["scale"] as Assay["scale"],
    featureNoun: head["featureNoun"] as string,
    ...(withoutEffectsOf ? { withoutEffectsOf } : {}),
  };
}

function readValues({ layout, data, offsets, featureIndex }: ValuesHead, get: Get): MatrixValues {
  if (layout === "dense") return { layout, data: get(Float32Array, data) };
  if (layout === "bytes") return { layout, data: get(Int8Array, data) };
  if (layout !== "sparse" || !offsets || !featureIndex) throw new TypeError("a matrix of no layout");
  return {
    layout,
    offsets: get(Int32Array, offsets),
    featureIndex: get(Int32Array, featureIndex),
    data: get(Float32Array, data),
  };
}
