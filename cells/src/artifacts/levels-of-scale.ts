// What the change between a group and the others is: logarithms go back to what they are of before means are taken, as Seurat and
// scanpy take them; values on any other scale are compared as they are.

import type { Assay } from "./artifact.ts";

export interface MarkerScale {
  /** Before the mean. */
  toLevel(value: number): number;
  /** Of two means. */
  difference(inside: number, outside: number): number;
  /** A mean as it is shown: on the scale of the values. */
  toShown(mean: number): number;
  readonly change: "log2_fold_change" | "difference";
  readonly shown: string;
}

/**
 * Whether 0 means that there is nothing. Not of deviations from a mean, nor of logarithms of something with a little added: there 0 is
 * a value as any other, as it is wherever there are values below it.
 */
export function hasTrueZero({ scale, values }: Pick<Assay, "scale" | "values">): boolean {
  if (scale === "z-score" || scale === "log2-cpm") return false;
  if (values.layout === "bytes") return true;
  const { data } = values;
  for (let at = 0; at < data.length; at++) if ((data[at] as number) < 0) return false;
  return true;
}

const log2 = (inside: number, outside: number): number => Math.log2(inside + 1) - Math.log2(outside + 1);

export function scaleOf({ scale }: Pick<Assay, "scale">): MarkerScale {
  switch (scale) {
    case "ln":
      return { toLevel: Math.expm1, difference: log2, toShown: Math.log1p, change: "log2_fold_change", shown: "ln(x + 1)" };
    case "log2":
    case "log2-cpm":
      return {
        toLevel: (value) => 2 ** value - 1,
        difference: log2,
        toShown: (mean) => Math.log2(Math.max(mean, -0.999) + 1),
        change: "log2_fold_change",
        shown: scale === "log2" ? "log2" : "log2 CPM",
      };
    case "cpm":
    case "tpm":
    case "fpkm":
    case "counts":
      return { toLevel: (value) => value, difference: log2, toShown: (mean) => mean, change: "log2_fold_change", shown: scale };
    default:
      return { toLevel: (value) => value, difference: (a, b) => a - b, toShown: (mean) => mean, change: "difference", shown: "" };
  }
}
