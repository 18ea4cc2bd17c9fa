// Which of several files is the matrix, and which hold the names of its columns and rows, by what programs call them; and which
// matrices are samples of one data set.

import { withoutTwins } from "../../base/packed-twins.ts";
import { hasRole, type RoleOfCellFile, stemOfCellFile } from "../../base/roles-of-cell-files.ts";
import { areViewsOfOne, samplesByName } from "../parts/cell-samples/names-of-samples.ts";

export interface Roles {
  readonly matrix: string;
  readonly barcodes: string;
  readonly features: string;
}

export interface Trio extends Roles {
  /** What its sample is called; "" where there is no other. */
  readonly sample: string;
  /** It came without features: those of another sample are taken. */
  readonly isBorrowing?: true;
}

/** One, or one for each sample; null: they are no such files. Other files beside them change nothing. */
export function triosOf(all: readonly string[]): readonly Trio[] | null {
  const names = withoutTwins(all);
  const matrices = like(names, "matrix");
  const [matrix] = matrices;
  if (matrix === undefined) return null;
  if (matrices.length > 1) return samplesOf(names, matrices);
  const folder = folderOf(matrix);
  const beside = (found: readonly string[]): string | undefined => found.find((name) => name.startsWith(folder)) ?? found[0];
  const barcodes = beside(like(names, "barcodes"));
  const features = beside(like(names, "features"));
  return barcodes === undefined || features === undefined ? null : [{ matrix, barcodes, features, sample: "" }];
}

const like = (names: readonly string[], role: RoleOfCellFile): readonly string[] => names.filter((name) => hasRole(name, role));
const folderOf = (name: string): string => name.slice(0, name.lastIndexOf("/") + 1);

/** Null: a matrix lacks names of its own (layers of one sample share them), or they are one sample looked at in several ways. */
function samplesOf(names: readonly string[], matrices: readonly string[]): readonly Trio[] | null {
  const [barcodes, features] = [like(names, "barcodes"), like(names, "features")];
  const trios = matrices.flatMap((matrix): readonly (Roles & { readonly hasOwn: boolean })[] => {
    const folder = folderOf(matrix);
    const stem = stemOfCellFile(matrix, "matrix");
    const isAlone = matrices.filter((other) => folderOf(other) === folder).length === 1;
    const own = (found: readonly string[], role: RoleOfCellFile): string | undefined => {
      const within = found.filter((name) => folderOf(name) === folder);
      const called = within.filter((name) => stemOfCellFile(name, role) === stem);
      return called.length === 1 ? called[0] : isAlone && within.length === 1 ? within[0] : undefined;
    };
    const ofCells = own(barcodes, "barcodes");
    // Archives of GEO may hold the features of all samples once.
    const ofRows = own(features, "features");
    const taken = ofRows ?? (features.length === 1 ? features[0] : undefined);
    return ofCells === undefined || taken === undefined
      ? []
      : [{ matrix, barcodes: ofCells, features: taken, hasOwn: ofRows !== undefined }];
  });
  const isEach = trios.length === matrices.length && new Set(trios.map((trio) => trio.barcodes)).size === trios.length;
  if (!isEach || areViewsOfOne(matrices)) return null;
  const samples = samplesByName(matrices, (matrix) => stemOfCellFile(matrix, "matrix"));
  const isOfOne = trios.some(({ hasOwn }) => hasOwn);
  return (
    samples &&
    trios.map(({ hasOwn, ...roles }, at) => ({
      ...roles,
      sample: samples[at] ?? "",
      ...(isOfOne && !hasOwn ? { isBorrowing: true } : {}),
    }))
  );
}
