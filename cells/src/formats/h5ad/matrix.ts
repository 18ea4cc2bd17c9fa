// A matrix of AnnData (cells x genes: csr, csc or every number) as the values of an assay (features x samples).

import type { MatrixValues } from "../../artifacts/artifact.ts";
import { compressedOf, floatsOf } from "../parts/hdf5/compressed.ts";
import type { Hdf5Dataset, Hdf5Group } from "../parts/hdf5/hdf5-file.ts";
import { words as hdf5Words } from "../parts/hdf5/words.ts";
import { words } from "./words.ts";

export interface AnnMatrix {
  readonly values: MatrixValues;
  readonly rounded: number;
  readonly added: number;
}

export interface Sizes {
  readonly cells: number;
  readonly features: number;
}

/** Numbers of 32 bits that are held at once beside the matrix while it is turned. */
const atOnce = 1 << 22;

/** Null: there is none of that name. */
export function annMatrix(group: Hdf5Group, name: string, sizes: Sizes): AnnMatrix | null {
  const dense = group.dataset(name);
  if (dense) return dense.shape.length === 0 ? null : everyNumber(dense, sizes);
  const sparse = group.group(name);
  if (!sparse) return null;
  const encoding = sparse.attribute("encoding-type") ?? sparse.attribute("h5sparse_format");
  const isByCell = encoding === "csr_matrix" || encoding === "csr";
  if (!isByCell && encoding !== "csc_matrix" && encoding !== "csc")
    return words.fail("encoding-unread", { what: sparse.path, encoding: String(encoding ?? "?") });
  const shape = sparse.attribute("shape") ?? sparse.attribute("h5sparse_shape");
  holdShape(sparse.path, Array.isArray(shape) ? shape.map(Number) : [], sizes);
  const { cells, features } = sizes;
  return isByCell
    ? compressedOf(sparse, { major: cells, minor: features, by: "sample" })
    : compressedOf(sparse, { major: features, minor: cells, by: "feature" });
}

function holdShape(what: string, found: readonly number[], { cells, features }: Sizes): void {
  if (found.length === 2 && found[0] === cells && found[1] === features) return;
  hdf5Words.fail("shape-differs", { what, found: found.join(" x "), expected: `${cells} x ${features}`, by: "obs, var" });
}

/** Turned on its side a few rows at a time. */
function everyNumber(data: Hdf5Dataset, sizes: Sizes): AnnMatrix {
  const { cells, features } = sizes;
  holdShape(data.path, data.shape, sizes);
  // An empty read asks whether all of it can be there before memory is taken for it.
  data.rows(0, 0);
  const turned = new Float32Array(cells * features);
  const step = Math.max(1, Math.floor(atOnce / Math.max(1, features)));
  let rounded = 0;
  for (let from = 0; from < cells; from += step) {
    const to = Math.min(cells, from + step);
    const part = floatsOf(data.rows(from, to));
    rounded += part.rounded;
    for (let feature = 0; feature < features; feature++) {
      const place = feature * cells;
      for (let cell = from; cell < to; cell++) turned[place + cell] = part.values[(cell - from) * features + feature] as number;
    }
  }
  return { values: { layout: "dense", data: turned }, rounded, added: 0 };
}
