// Stretches of the human genome where variants go together over millions of bases (inversions, the HLA, centromeres): components of
// genotypes describe them in place of ancestry (Price et al., Am J Hum Genet 83:132-135, 2008; Anderson et al., Nat Protoc 5:1564-1573,
// 2010, table 1). As published, in Mb of build 36; widened by 2 Mb, which is more than places moved by to the builds since.

import { buildNamed, plainChromosome } from "../../artifacts/builds.ts";

const stretches: { readonly [chromosome: string]: readonly (readonly [number, number])[] } = {
  "1": [[48, 52]],
  "2": [
    [86, 100.5],
    [134.5, 138],
    [183, 190],
  ],
  "3": [
    [47.5, 50],
    [83.5, 87],
    [89, 97.5],
  ],
  "5": [
    [44.5, 50.5],
    [98, 100.5],
    [129, 132],
    [135.5, 138.5],
  ],
  "6": [
    [25.5, 33.5],
    [57, 64],
    [140, 142.5],
  ],
  "7": [[55, 66]],
  "8": [
    [8, 12],
    [43, 50],
    [112, 115],
  ],
  "10": [[37, 43]],
  "11": [
    [46, 57],
    [87.5, 90.5],
  ],
  "12": [
    [33, 40],
    [109.5, 112],
  ],
  "20": [[32, 34.5]],
};
const widened = 2;

/** Builds of man. */
export const isHuman = (build: string | null): boolean =>
  build !== null && ["GRCh36", "GRCh37", "GRCh38", "T2T-CHM13v2.0"].includes(buildNamed(build) ?? "");

export function inLongRange(chromosome: string, position: number): boolean {
  const found = stretches[plainChromosome(chromosome)];
  const at = position / 1e6;
  return found !== undefined && found.some(([from, to]) => at >= from - widened && at <= to + widened);
}
