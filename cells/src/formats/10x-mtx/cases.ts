// Files of the format 10x-mtx, for its contract suite.

import type { FormatCases } from "../../testing/describe-format.ts";
import { zipOf } from "../../testing/reference-matrices.ts";

const matrix = "%%MatrixMarket matrix coordinate integer general\n%metadata_json: {}\n3 2 4\n1 1 5\n3 1 1\n2 2 7\n3 2 2\n";
const v3 = "ENSG01\tTP53\tGene Expression\nENSG02\tLYZ\tGene Expression\nENSG03\tGNLY\tGene Expression\n";
const v2 = "ENSG01\tTP53\nENSG02\tLYZ\nENSG03\tGNLY\n";
const barcodes = "AAAC-1\nAAAG-1\n";
const three = (files: { readonly [name: string]: string } = {}): Uint8Array =>
  zipOf({ "out/barcodes.tsv": barcodes, "out/features.tsv": v3, "out/matrix.mtx": matrix, ...files });

export const cases: FormatCases = {
  isSet: true,
  examples: [
    { title: "v3", bytes: () => three(), gives: { type: "assay", shape: [3, 2] } },
    {
      title: "v2, without an end of line, names in front",
      bytes: () =>
        zipOf({
          "GSM1_barcodes.tsv": barcodes.trimEnd(),
          "GSM1_genes.tsv": v2.replaceAll("\n", "\r\n"),
          "GSM1_matrix.mtx": matrix,
        }),
      gives: { type: "assay", shape: [3, 2] },
    },
    {
      title: "cells in rows, as kallisto | bustools writes it, a README beside",
      bytes: () =>
        zipOf({
          "README.md": "# Counts\n",
          "cells_x_genes.barcodes.txt": barcodes,
          "cells_x_genes.genes.txt": "TP53\nLYZ\nGNLY\n",
          "cells_x_genes.mtx": "%%MatrixMarket matrix coordinate real general\n2 3 2\n1 2 3\n2 3 1\n",
        }),
      gives: { type: "assay", shape: [3, 2] },
      issues: [
        ["turned", null],
        ["left-alone", null],
      ],
    },
  ],
  bad: [
    {
      title: "names of another run",
      bytes: () => three({ "out/barcodes.tsv": `${barcodes}AAAT-1\n` }),
      reason: "format-10x-mtx.lengths-differ",
      line: null,
    },
    {
      title: "a matrix that is wrong in a line",
      bytes: () => three({ "out/matrix.mtx": matrix.replace("3 1 1", "4 1 1") }),
      reason: "matrix-market.outside",
      line: 5,
    },
    {
      title: "a barcode twice",
      bytes: () => three({ "out/barcodes.tsv": "AAAC-1\nAAAC-1\n" }),
      reason: "load.duplicate-names",
      line: null,
    },
  ],
};
