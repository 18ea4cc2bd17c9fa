// What base R answered (stats/enrichment/oracle.R).

import { readFileSync } from "node:fs";
import path from "node:path";

interface Scored {
  readonly weight: number;
  readonly hits: readonly number[];
  readonly score: number;
  readonly p: number;
}
interface Oracle {
  readonly over: readonly {
    readonly universe: number;
    readonly size: number;
    readonly listed: number;
    readonly both: number;
    readonly p: number;
    readonly logP: number;
    readonly odds: number | string | null;
    readonly interval: readonly (number | string)[] | null;
  }[];
  readonly small: readonly number[];
  readonly exact: readonly (Scored & { readonly sum: readonly number[] })[];
  readonly ranked: readonly number[];
  readonly drawn: readonly (Scored & { readonly normalised: number; readonly sameSign: number })[];
}

export const oracle = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "../stats/enrichment/oracle.json"), "utf8"),
) as Oracle;
