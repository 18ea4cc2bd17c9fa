// Which of several files is the matrix, and which hold the names of its columns and rows, by what programs call them.

export interface Roles {
  readonly matrix: string;
  readonly barcodes: string;
  readonly features: string;
}

const packed = /\.(?:gz|bgz)$/i;
const ofMatrix = /\.mtx$/i;
/** Cell Ranger, STARsolo; kallisto | bustools; alevin-fry. */
const ofBarcodes = /(?:barcodes|cells?)(?:_filtered)?\.(?:tsv|txt|csv)$|_mat_rows\.txt$/i;
const ofFeatures = /(?:features|genes|peaks)\.(?:tsv|txt|bed|csv)$|_mat_cols\.txt$/i;

/** Null: they are no such three. Other files beside them change nothing; a second matrix makes it unclear. */
export function rolesOf(names: readonly string[]): Roles | null {
  const like = (pattern: RegExp): readonly string[] => names.filter((name) => pattern.test(name.replace(packed, "")));
  const [matrix, ...more] = like(ofMatrix);
  if (matrix === undefined || more.length > 0) return null;
  const folder = matrix.slice(0, matrix.lastIndexOf("/") + 1);
  const beside = (found: readonly string[]): string | undefined => found.find((name) => name.startsWith(folder)) ?? found[0];
  const barcodes = beside(like(ofBarcodes));
  const features = beside(like(ofFeatures));
  return barcodes === undefined || features === undefined ? null : { matrix, barcodes, features };
}
