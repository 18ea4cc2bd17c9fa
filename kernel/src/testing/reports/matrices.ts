// Faults of matrices and of their sample sheets.

import { refused, reports } from "./report.ts";

const eight = Array.from({ length: 8 }, (_, at) => `ENSG0000000000${at + 1}`);
const four = ["ctl1", "ctl2", "trt1", "trt2"];

export const ofMatrices = reports(
  {
    folder: "16-gene-name-column",
    rule: "a column of gene names beside the identifiers describes the genes, and the sample sheet is used",
    cells: {
      counts: { matrix: { features: eight, samples: four }, says: [/4 of 4 samples match/] },
      asmatrix: { matrix: { features: eight, samples: four }, says: [/4 of 4 samples match/] },
    },
  },
  {
    folder: "17-htseq-special-rows",
    rule: "rows of programs that count are no genes, and it is said",
    cells: {
      h: { matrix: { features: eight, samples: four }, says: [/__no_feature/] },
      g: { matrix: { features: eight, samples: four } },
      cmp: {
        table: [
          ["sample", four],
          // A matrix keeps 32 bits.
          ["with_special_rows", [276234.56, 207073.06, 169614.98, 48464.164]],
          ["genes_only", [276234.56, 207073.06, 169614.98, 48464.164]],
        ],
      },
    },
  },
  {
    folder: "18-r-make-names",
    rule: "names that R made are matched with those of the sheet, or named",
    cells: {
      half: { matrix: { samples: ["ctl-1", "ctl-2", "trt.1", "X1day"] }, says: [/R's make\.names|names that R made/i] },
      dots: { matrix: { samples: ["ctl.1", "ctl.2", "trt.1", "X1day"] }, says: [/R's make\.names|names that R made/i] },
    },
  },
  {
    folder: "19-duplicate-sample-in-sheet",
    rule: "a sample that stands in two rows of the sheet is named with its rows",
    cells: { counts: refused("load-cell.samples-repeated", { params: { sample: "ctl1", rows: [1, 5] } }) },
  },
  {
    folder: "20-small-panel-orientation",
    rule: "where the header says gene, rows are genes",
    cells: { panel: { shape: [8, 60] }, small: { shape: [8, 24] }, whosamples: { shape: [60, 1] } },
  },
  {
    folder: "21-rsem-decimals-negative",
    rule: "estimated counts are taken for CPM, negative numbers are no counts",
    cells: {
      rsem: { matrix: { scale: "unknown" } },
      nc: refused("transform.negative-counts", { says: /ENSG00000000003, ctl1: -451/ }),
    },
  },
  {
    folder: "22-float32-digits",
    rule: "a number of a matrix is printed and found with the digits that it had",
    cells: { equal: { shape: [1, 3] } },
  },
  {
    folder: "37-pca-one-missing-value",
    rule: "a missing value in a gene that is not used drops no sample",
    cells: {},
  },
);
