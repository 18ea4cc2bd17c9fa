// What samples are called whose matrices of cells came together, and whether they are samples at all.

/** Cell Ranger writes all barcodes beside those that are cells, and each genome by itself; STARsolo counts genes in several ways. */
const withoutViews = (matrix: string): string =>
  matrix
    .replaceAll(/(^|[/._-])(?:raw|(?:un)?filtered)(?=[/._-])/gi, "$1*")
    .replace(/(gene_bc_matrices)\/[^/]+/i, "$1/*")
    .replace(/(^|\/)(?:Gene(?:Full[^/]*)?|Velocyto|SJ)\//i, "$1*/");

/** Two of them are one sample, looked at in two ways. */
export const areViewsOfOne = (matrices: readonly string[]): boolean => new Set(matrices.map(withoutViews)).size < matrices.length;

/** After the files where those are called each in its own way, else after the folders that tell them apart, the deepest first. */
export function samplesByName(matrices: readonly string[], stemOf: (matrix: string) => string): readonly string[] | null {
  const differ = (found: readonly string[]): boolean => new Set(found).size === matrices.length && !found.includes("");
  const stems = matrices.map(stemOf);
  if (differ(stems)) return stems;
  const folders = matrices.map((matrix) => matrix.split("/").slice(0, -1).reverse());
  for (let level = 0; level < Math.max(...folders.map((path) => path.length)); level++) {
    const found = folders.map((path) => path[level] ?? "");
    if (differ(found)) return found;
  }
  const whole = matrices.map((matrix, at) =>
    `${matrix.slice(0, matrix.lastIndexOf("/") + 1)}${stems[at] ?? ""}`.replace(/\/$/, ""),
  );
  return differ(whole) ? whole : null;
}
