// Whether a list holds more genes of a set than chance gives: the hypergeometric tail, of the genes that could have been listed
// (Boyle et al., Bioinformatics 20 (2004), 3710), with the conditional odds ratio and its interval as R's fisher.test.

import { hypergeometric } from "../distributions/hypergeometric.ts";
import { fisherExact } from "../tests/fisher-exact.ts";

export interface OverCounts {
  /** Genes that could have been listed, of those in the set, listed, and both. */
  readonly universe: number;
  readonly size: number;
  readonly listed: number;
  readonly both: number;
}

export interface OverRepresented {
  /** P(as many or more), as R's phyper(both - 1, size, universe - size, listed, lower.tail = FALSE). */
  readonly p: number;
  readonly logP: number;
  readonly expected: number;
  /** NaN where the set or the list is all genes, or no genes. */
  readonly oddsRatio: number;
  readonly low: number;
  readonly high: number;
}

export function overRepresentation({ universe, size, listed, both }: OverCounts, confidence = 0.95): OverRepresented {
  const tails = hypergeometric.tails(both - 1, size, universe - size, listed);
  const ratio = fisherExact(
    [
      [both, listed - both],
      [size - both, universe - size - listed + both],
    ],
    confidence,
  );
  return {
    p: tails.upper,
    logP: tails.logUpper,
    expected: (size * listed) / universe,
    oddsRatio: ratio?.oddsRatio ?? Number.NaN,
    low: ratio?.interval[0] ?? Number.NaN,
    high: ratio?.interval[1] ?? Number.NaN,
  };
}
