// What samples are called whose matrices of cells came together, and whether they are samples at all.

/** Cell Ranger writes all barcodes beside those that are cells, and each genome by itself; STARsolo counts genes in several ways. */
const withoutViews = (matrix: string): string =>
  matrix
    .replaceAll(/(^|[/._-])(?:raw|(?:un)?filtered)(?=[/._-])/gi, "$1*")
    .replace(/(gene_bc_matrices)\/[^/]+/i, "$1/*")
    .replace(/(^|\/)(?:Gene(?:Full[^/]*)?|Velocyto|SJ)\//i, "$1*/");

/** Of one line two are the same cells, counted in two ways, whatever else their names say: bustools, CITE-seq-Count, Cell Ranger multi. */
const waysOfCounting: readonly { readonly [way: string]: string }[] = [
  { spliced: "spliced", unspliced: "unspliced", ambiguous: "ambiguous", mature: "mature", nascent: "nascent" },
  { umi_count: "UMIs", umi_counts: "UMIs", read_count: "reads", read_counts: "reads" },
  { raw: "all", unfiltered: "all", filtered: "cells" },
];

const wordsOf = (path: string): readonly string[] =>
  path
    .toLowerCase()
    .split(/[/.]/)
    .flatMap((part) => [part, ...part.split(/[_-]/)]);

/** Folders that all of them lie in say nothing of one. */
function withinShared(paths: readonly string[]): readonly string[] {
  const [first = ""] = paths;
  let cut = first.lastIndexOf("/") + 1;
  while (cut > 0 && !paths.every((path) => path.startsWith(first.slice(0, cut)))) cut = first.lastIndexOf("/", cut - 2) + 1;
  return paths.map((path) => path.slice(cut));
}

/** Two of them are one sample, looked at in two ways. */
export function areViewsOfOne(matrices: readonly string[]): boolean {
  if (new Set(matrices.map(withoutViews)).size < matrices.length) return true;
  const said = withinShared(matrices).map(wordsOf);
  return waysOfCounting.some(
    (ways) => new Set(said.flatMap((own) => own.findLast((word) => word in ways) ?? []).map((word) => ways[word])).size > 1,
  );
}

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
