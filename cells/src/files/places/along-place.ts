// What lies along a place of a file, for a look: what the file sums up of itself, how deep its reads cover each bin, or what its
// index tells of that.

import { columnOf } from "../../artifacts/table.ts";
import type { Along, Place } from "../../contract/format.ts";
import { DepthInBins, flagsOfDepth } from "./depth-in-bins.ts";
import { contigsOf } from "./place-in-file.ts";
import type { PlacesOfFile } from "./places-of.ts";
import { words } from "./words.ts";

export async function alongPlace(
  { artifact, bytes, reader }: PlacesOfFile,
  {
    place,
    bins,
    isEstimate,
    ...hooks
  }: {
    readonly place: Place;
    readonly bins: number;
    readonly isEstimate: boolean;
    readonly signal?: AbortSignal;
    progress?(fraction: number | null): void;
  },
): Promise<Along> {
  if (isEstimate && reader.estimated) return reader.estimated({ artifact, bytes, place, bins, ...hooks });
  if (isEstimate) return words.fail("no-estimate", { format: artifact.format.toUpperCase() });
  if (reader.along) return reader.along({ artifact, bytes, place, bins, ...hooks });
  if (!reader.covered) return words.fail("nothing-along", { format: artifact.format.toUpperCase() });
  const bin = Math.ceil(Math.max(1, place.end - place.start) / bins);
  const by = new DepthInBins(contigsOf(artifact), place, bin);
  await reader.covered({ artifact, bytes, place, by, minQuality: 0, withoutFlags: flagsOfDepth, ...hooks });
  const depth = columnOf(by.table(artifact.build), "depth");
  const mean = depth?.type === "float64" ? depth.values : new Float64Array();
  return { bin, mean, min: null, max: null };
}
