// What 10x Genomics calls barcodes and types of features.

/** "Gene Expression" of Cell Ranger 3 and later, and what further libraries add. */
export const typesOf10x: ReadonlySet<string> = new Set([
  "Gene Expression",
  "Antibody Capture",
  "CRISPR Guide Capture",
  "Multiplexing Capture",
  "Custom",
  "Peaks",
  "Antigen Capture",
  "VDJ",
]);

/** Bases, and the number of a library. */
export const isBarcode = (name: string): boolean => /^[ACGTN]{8,}(?:-\d+)?$/.test(name);
