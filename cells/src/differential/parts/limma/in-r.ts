// The calls of limma that answer the same.

import type { AskedInR } from "../../../contract/differential-method.ts";
import { columnInR, factorsInR, leftOutInR } from "../sheet-in-r.ts";

export interface InR {
  readonly trend: boolean;
  readonly robust: boolean;
}

export const designInR = (asked: AskedInR, matrix: "counts" | "logs"): readonly string[] => [
  ...leftOutInR(asked, matrix),
  ...factorsInR(asked),
  `design <- model.matrix(${asked.formula}, sheet)`,
];

export const blockInR = ({ block }: AskedInR): string | null => (block === null ? null : columnInR(block));

/** From the fit of `values` on: blocks, the fit, the contrast and its table. */
export function fitInR(values: string, asked: AskedInR, { trend, robust }: InR): readonly string[] {
  const { weights, together, without, least } = asked;
  const one = (each: readonly number[]) => `c(${each.join(", ")})`;
  const contrasts = together ? `cbind(${together.map(one).join(", ")})` : one(weights);
  const lacking = (without?.kept ?? []).flatMap((is, at) => (is ? [] : [at + 1]));
  const coefficients = without ? `coef = c(${lacking.join(", ")}), ` : "";
  const block = blockInR(asked);
  const how = [
    ...(least > 0 ? [`lfc = ${least}`] : []),
    ...(trend ? ["trend = TRUE"] : []),
    ...(robust ? ["robust = TRUE"] : []),
  ];
  const alike = block ? `, block = ${block}, correlation = alike` : "";
  return [
    ...(block ? [`alike <- duplicateCorrelation(${values}, design, block = ${block})$consensus`] : []),
    without ? `fit <- lmFit(${values}, design${alike})` : `fit <- contrasts.fit(lmFit(${values}, design${alike}), ${contrasts})`,
    `fit <- ${least > 0 ? "treat" : "eBayes"}(${["fit", ...how].join(", ")})`,
    `${least > 0 ? "topTreat" : "topTable"}(fit, ${coefficients}number = Inf, sort.by = "none")`,
  ];
}
