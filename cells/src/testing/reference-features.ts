// Answers of pandas, NumPy and SciPy for features (testing/reference/features/make.py). For tests only.

import { readFileSync } from "node:fs";
import path from "node:path";

interface Answers {
  readonly drifts: readonly {
    readonly name: string;
    readonly before: readonly (number | string | null)[];
    readonly now: readonly (number | string | null)[];
    readonly mean: number;
    readonly sd: number | null;
    readonly quantiles: readonly number[];
    readonly edges: readonly number[];
    readonly counts: readonly number[];
    readonly countsNow: readonly number[];
    readonly psi: number;
    readonly psiP: number;
    readonly d: number;
    readonly p: number;
    readonly pOfScipy: number;
  }[];
  readonly texts: { readonly before: readonly string[]; readonly now: readonly string[]; readonly psi: number };
  readonly joins: readonly {
    readonly list: readonly (readonly [number, number])[];
    readonly view: readonly (readonly [number, number | null])[];
    readonly tolerance: number | null;
    readonly strictly: boolean;
    readonly rows: readonly number[];
  }[];
  readonly times: readonly (readonly [string, number])[];
}

export const answers = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "reference/features/answers.json"), "utf8"),
) as Answers;

export const asNumbers = (values: readonly (number | string | null)[]): (number | null)[] =>
  values.map((value) =>
    value === "inf" ? Number.POSITIVE_INFINITY : value === "-inf" ? Number.NEGATIVE_INFINITY : (value as number | null),
  );
