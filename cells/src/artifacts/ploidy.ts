// How many copies of its site each genotype tells of, where not all are diploid: on X and Y of men, in mitochondria, in
// polyploid plants. Frequencies are counted in copies, as bcftools and PLINK do.

import { type Assay, missingByte } from "./artifact.ts";

/** Sites x samples; null: two everywhere. Also where dosages exceed it, for then they count two copies of each (PLINK's men on X). */
export function copiesOfCalls({ values, layers }: Pick<Assay, "values" | "layers">): Int8Array | null {
  const layer = layers?.find(({ name }) => name === "ploidy")?.values;
  if (layer?.layout !== "bytes" || values.layout === "sparse") return null;
  const { data } = layer;
  for (let at = 0; at < data.length; at++) {
    const value = values.data[at] as number;
    const isTold = values.layout === "bytes" ? value !== missingByte : value === value;
    if (!isTold) continue;
    const copies = data[at] as number;
    if (copies === missingByte || value > copies + 0.001) return null;
  }
  return data;
}
