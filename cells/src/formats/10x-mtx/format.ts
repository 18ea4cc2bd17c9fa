// The three files that 10x Genomics and programs after it write for a matrix: matrix.mtx, barcodes.tsv and features.tsv (genes.tsv
// before Cell Ranger 3); three of each sample. (10x Genomics, Cell Ranger: Feature-Barcode Matrices, MEX format.)

import { defineFormat } from "../../contract/format.ts";
import { type Trio, triosOf } from "./roles.ts";
import { words } from "./words.ts";

/** Of a line that was damaged enough is left to tell; reading says what is expected there. */
const banner = /^\W{0,4}(?:%\w?matrix_?market|\w{4,7}market\w? +matrix\b|[^\r\n]*\bmatrix +(?:coordinate|array)\b)/i;

export const tenxMtx = defineFormat({
  name: "10x-mtx",
  // 4: stable ids of Ensembl are called so.
  version: 4,
  endings: [".mex"],
  isText: false,
  isStreamed: false,
  givesWhole: true,
  yields: ["assay"],
  settings: ["duplicates", "samplesIn"],
  // Packed entries take some two bytes, and 24 in memory while they are sorted.
  memoryPerByte: 12,
  words,
  sniff: ({ parts }) => {
    const trios = parts && triosOf(parts.map(({ name }) => name));
    const [trio, ...more] = trios ?? [];
    const isMarket = ({ matrix }: Trio): boolean =>
      banner.test(parts?.find(({ name }) => name === matrix.toLowerCase())?.text ?? "");
    if (!trio || !trios?.every(isMarket)) return null;
    const { matrix: name, barcodes, features } = trio;
    const first = parts?.find((part) => part.name === features)?.lines[0] ?? "";
    const version = first.split("\t").length > 2 ? "v3" : "v2";
    const why =
      more.length === 0
        ? ({ why: words.key("why-three"), params: { matrix: name, barcodes, features } } as const)
        : ({ why: words.key("why-samples"), params: { count: trios.length } } as const);
    return { confidence: 1, ...why, version };
  },
});
