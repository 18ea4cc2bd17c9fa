// Genes by which a rule knows something of a sample: of the chromosomes X and Y, of mitochondria and ribosomes. Symbols of HGNC and
// MGI in capital letters, and stable ids of Ensembl.

import type { Assay } from "../../artifacts/artifact.ts";
import { featureIds } from "../../artifacts/assay.ts";
import { isMissing, textsOf } from "../../artifacts/table.ts";

/** Silences one X where there are two: in females alone. */
const xist = ["XIST", "ENSG00000229807", "ENSMUSG00000086503"];
/** On the Y, outside what it shares with the X, and read in nearly all tissues (GTEx). */
const onY = [
  ...["RPS4Y1", "DDX3Y", "KDM5D", "EIF1AY", "UTY", "USP9Y", "ZFY", "EIF2S3Y"],
  ...["ENSG00000129824", "ENSG00000067048", "ENSG00000012817", "ENSG00000198692", "ENSG00000183878", "ENSG00000114374"],
  ...["ENSG00000067646", "ENSMUSG00000069045", "ENSMUSG00000056673", "ENSMUSG00000069049", "ENSMUSG00000068457"],
];
const isX = new Set(xist);
const isY = new Set(onY);

const mitochondrial = /^MT-(?:ND|CO|ATP|CYB|RNR|T)/;
const ribosomal = /^RP[LS]\d+(?:[AXYL]\d*|P\d)?$|^RP[LS]A$|^RPLP\d$/;

export type Marker = "x" | "y" | "mitochondrial" | "ribosomal";

const is: { readonly [marker in Marker]: (name: string) => boolean } = {
  x: (name) => isX.has(name),
  y: (name) => isY.has(name),
  mitochondrial: (name) => mitochondrial.test(name),
  ribosomal: (name) => ribosomal.test(name),
};

/** Places of the features that are called so, by their ids or by any column of genes. */
export function markersIn(assay: Assay, marker: Marker): readonly number[] {
  const found = new Set<number>();
  const look = (names: readonly string[], isThere: (row: number) => boolean): void =>
    names.forEach((name, row) => {
      if (isThere(row) && is[marker](bare(name))) found.add(row);
    });
  look(featureIds(assay), () => true);
  for (const column of assay.features.columns.slice(1))
    if (column.type === "text" && (column.semantic === "gene" || column.semantic === "ensembl-gene"))
      look(textsOf(column), (row) => !isMissing(column, row));
  return [...found].sort((a, b) => a - b);
}

/** Without the number of its version. */
const bare = (name: string): string => name.toUpperCase().replace(/^(ENS\w*G\d{11})\.\d+$/, "$1");
