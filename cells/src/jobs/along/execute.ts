// Means, and where the file knows them least and most, of each bin of a place.

import type { Column } from "../../artifacts/artifact.ts";
import { tableOf } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import { err, ok } from "../../base/result.ts";
import type { Execute } from "../../contract/execute.ts";
import { alongPlace } from "../../files/places/along-place.ts";
import { placeInFile } from "../../files/places/place-in-file.ts";
import { placesOf } from "../../files/places/places-of.ts";
import type { AlongSpec } from "./spec.ts";

export const execute: Execute<AlongSpec> = async ({ from, place: text, bins, isEstimate }, context) => {
  try {
    const of = await placesOf(context.input(from), (file) => context.fileOf(file), context.engines.inflate);
    const { place } = placeInFile(of.artifact, { text, build: null, at: ["place"] });
    const { bin, mean, min, max } = await alongPlace(of, {
      place,
      bins,
      isEstimate,
      signal: context.signal,
      progress: (fraction) => context.progress(fraction),
    });
    const starts = Int32Array.from(mean, (_, at) => place.start + at * bin);
    const ends = Int32Array.from(mean, (_, at) => Math.min(place.end, place.start + (at + 1) * bin));
    const numbers = (name: string, values: Float64Array | null): readonly Column[] => (values ? [withGaps(name, values)] : []);
    const { build } = of.artifact;
    const codes = new Int32Array(mean.length);
    const out = tableOf(
      {
        name: "chromosome",
        type: "text",
        semantic: "chromosome",
        ...(build === null ? {} : { build }),
        codes,
        dictionary: [place.contig],
        valid: null,
      },
      { name: "start", type: "int32", semantic: "start", origin: 0, values: starts, valid: null },
      { name: "end", type: "int32", semantic: "end", values: ends, valid: null },
      ...numbers("mean", mean),
      ...numbers("min", min),
      ...numbers("max", max),
    );
    return ok({ out });
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return err(error.failure);
  }
};

/** Where nothing is there is a missing value. */
function withGaps(name: string, values: Float64Array): Column {
  const valid = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 0 : 1));
  return {
    name,
    type: "float64",
    semantic: "number",
    values: values.map((value) => (Number.isNaN(value) ? 0 : value)),
    valid: valid.includes(0) ? valid : null,
  };
}
