// What the meaning of a column says of individuals: whether its values tell them apart, and whether rows are persons at all.

import type { Semantic } from "../../artifacts/artifact.ts";

type Meant = { readonly semantic?: Semantic | undefined };

const identifying: ReadonlySet<Semantic | undefined> = new Set<Semantic>(["identifier", "sample", "genotype"]);
const ofFeatures: ReadonlySet<Semantic | undefined> = new Set<Semantic>(["gene", "p-value", "chromosome", "position", "allele"]);

/** People or samples are told apart by it: by their names and numbers, and by their genotypes. */
export const identifies = ({ semantic }: Meant): boolean => identifying.has(semantic);

/** Rows of a table with such columns are genes or variants, and no persons. */
export const rowsAreFeatures = (columns: readonly Meant[]): boolean => columns.some(({ semantic }) => ofFeatures.has(semantic));
