// Which of several files is the matrix, and which hold the names of its columns and rows, by what programs call them; and which
// matrices are samples of one data set.

import { areViewsOfOne, samplesByName } from "../parts/cell-samples/names-of-samples.ts";

export interface Roles {
  readonly matrix: string;
  readonly barcodes: string;
  readonly features: string;
}

export interface Trio extends Roles {
  /** What its sample is called; "" where there is no other. */
  readonly sample: string;
}

const packed = /\.(?:gz|bgz)$/i;
const ofMatrix = /(?:matrix|[._-]mat|[._-]counts)?\.mtx$/i;
/** Cell Ranger, STARsolo; kallisto | bustools; alevin-fry. */
const ofBarcodes = /(?:barcodes|cells?)(?:_filtered)?\.(?:tsv|txt|csv)$|_mat_rows\.txt$/i;
const ofFeatures = /(?:features|genes|peaks)\.(?:tsv|txt|bed|csv)$|_mat_cols\.txt$/i;

/** One, or one for each sample; null: they are no such files. Other files beside them change nothing. */
export function triosOf(names: readonly string[]): readonly Trio[] | null {
  const matrices = like(names, ofMatrix);
  const [matrix] = matrices;
  if (matrix === undefined) return null;
  if (matrices.length > 1) return samplesOf(names, matrices);
  const folder = folderOf(matrix);
  const beside = (found: readonly string[]): string | undefined => found.find((name) => name.startsWith(folder)) ?? found[0];
  const barcodes = beside(like(names, ofBarcodes));
  const features = beside(like(names, ofFeatures));
  return barcodes === undefined || features === undefined ? null : [{ matrix, barcodes, features, sample: "" }];
}

const like = (names: readonly string[], pattern: RegExp): readonly string[] =>
  names.filter((name) => pattern.test(name.replace(packed, "")));
const folderOf = (name: string): string => name.slice(0, name.lastIndexOf("/") + 1);
/** What stands before the role in the name of the file. */
const stemOf = (name: string, role: RegExp): string =>
  name
    .slice(name.lastIndexOf("/") + 1)
    .replace(packed, "")
    .replace(role, "")
    .replace(/[._-]+$/, "");

/** Null: a matrix lacks names of its own (layers of one sample share them), or they are one sample looked at in several ways. */
function samplesOf(names: readonly string[], matrices: readonly string[]): readonly Trio[] | null {
  const [barcodes, features] = [like(names, ofBarcodes), like(names, ofFeatures)];
  const trios = matrices.flatMap((matrix): readonly Roles[] => {
    const folder = folderOf(matrix);
    const stem = stemOf(matrix, ofMatrix);
    const isAlone = matrices.filter((other) => folderOf(other) === folder).length === 1;
    const own = (found: readonly string[], role: RegExp): string | undefined => {
      const within = found.filter((name) => folderOf(name) === folder);
      const called = within.filter((name) => stemOf(name, role) === stem);
      return called.length === 1 ? called[0] : isAlone && within.length === 1 ? within[0] : undefined;
    };
    const ofCells = own(barcodes, ofBarcodes);
    // Archives of GEO may hold the features of all samples once.
    const ofRows = own(features, ofFeatures) ?? (features.length === 1 ? features[0] : undefined);
    return ofCells === undefined || ofRows === undefined ? [] : [{ matrix, barcodes: ofCells, features: ofRows }];
  });
  const isEach = trios.length === matrices.length && new Set(trios.map((trio) => trio.barcodes)).size === trios.length;
  if (!isEach || areViewsOfOne(matrices)) return null;
  const samples = samplesByName(matrices, (matrix) => stemOf(matrix, ofMatrix));
  return samples && trios.map((trio, at) => ({ ...trio, sample: samples[at] ?? "" }));
}
