// The calls of R that give the same components, and the same tests of what goes with them: x has a row a sample and a column a feature.

import { quoted } from "../../stats/design/terms.ts";

export interface AskedComponents {
  /** So many of the most variable features; 0: all. */
  readonly top: number;
  readonly scaled: boolean;
  readonly byFrequency: boolean;
  /** Columns of the samples that were tested. */
  readonly columns: readonly string[];
}

export const inR = ({ top, scaled, byFrequency, columns }: AskedComponents): readonly string[] => [
  ...(byFrequency
    ? [
        "f <- colMeans(x, na.rm = TRUE) / 2",
        'x <- sweep(sweep(x, 2, 2 * f), 2, sqrt(2 * f * (1 - f)), "/")',
        "x[is.na(x)] <- 0",
        "p <- prcomp(x[, f > 0 & f < 1], center = FALSE)",
      ]
    : [
        ...(top > 0 ? [`x <- x[, head(order(apply(x, 2, var), decreasing = TRUE), ${top})]`] : []),
        `p <- prcomp(x${scaled ? "[, apply(x, 2, var) > 0], scale. = TRUE" : ""})`,
      ]),
  ...columns.slice(0, 3).map((column) => `summary(lm(p$x[, 1] ~ ${quoted(column)}, sheet))`),
];
