// What is judged of the reads of a file, in the order in which it is told of: FastQC's modules but for k-mers.

export const readModules = [
  "base-quality",
  "tile-quality",
  "read-quality",
  "base-content",
  "gc-content",
  "n-content",
  "lengths",
  "duplication",
  "overrepresented",
  "adapters",
] as const;
export type ReadModule = (typeof readModules)[number];
