// A study of twelve samples in two groups, as a table, a matrix, follow-ups, genotypes and estimates of labs, each small enough to be
// spoiled in one way. For tests only.

import type { Assay, Column, Table } from "../artifacts/artifact.ts";
import { assayOf } from "../artifacts/assay.ts";
import { numberColumn, tableOf, textColumn } from "../artifacts/table.ts";

export const size = 12;
const genes = 40;
type Cells<T> = readonly (T | null)[];

export const each = <T>(make: (row: number) => T, rows = size): T[] => Array.from({ length: rows }, (_, row) => make(row));
/** Six of a, six of b. */
export const halves = each((row) => (row < size / 2 ? "a" : "b"));
export const apart = each((row) => `g${row}`);
/** Numbers without an order. */
export const noise = each((row) => ((row * 7919) % 13) / 3 + 1);

export const rowsOf = (y: Cells<number>, g: Cells<string> = halves, ...more: readonly Column[]): Table =>
  tableOf(
    numberColumn("y", [...y]),
    textColumn("g", [...g]),
    numberColumn(
      "x",
      each((row) => ((row * 31) % 17) / 2),
    ),
    ...more,
  );

interface Of {
  readonly groups?: Cells<string>;
  readonly samples?: readonly string[];
  readonly features?: readonly string[];
  readonly scale?: Assay["scale"];
  readonly noun?: string;
  readonly more?: readonly Column[];
}
export const matrixOf = (
  value: (feature: number, sample: number) => number,
  { groups = halves, samples, features, scale = "counts", noun = "gene", more = [] }: Of = {},
): Assay =>
  assayOf({
    values: {
      layout: "dense",
      data: Float32Array.from({ length: genes * groups.length }, (_, at) =>
        value(Math.floor(at / groups.length), at % groups.length),
      ),
    },
    features: tableOf(textColumn(noun, features ?? each((row) => `${noun}${row}`, genes))),
    samples: tableOf(
      textColumn("sample", samples ?? each((row) => `s${row}`, groups.length), { semantic: "sample" }),
      textColumn("g", [...groups]),
      ...more,
    ),
    scale,
    featureNoun: noun,
  });

/** Five genes are higher in b. */
export const count = (gene: number, sample: number): number =>
  ((gene * 37 + sample * 101 + gene * sample * 13) % 97) + 3 * gene + (sample >= size / 2 && gene < 5 ? 200 : 0);
export const log2 = (gene: number, sample: number): number => Math.log2(count(gene, sample) + 1);
export const dosage = (variant: number, sample: number): number => (variant * 7 + sample * 5 + variant * sample) % 3;

export const followUps = (time: Cells<number>, event: Cells<number>, g: Cells<string> = halves): Table =>
  tableOf(numberColumn("t", [...time]), numberColumn("e", [...event]), textColumn("g", [...g]), numberColumn("x", noise));

export const traitsOf = (trait: Cells<number>, samples: readonly string[] = each((row) => `s${row}`)): Table =>
  tableOf(textColumn("sample", samples), numberColumn("trait", [...trait]));

export const estimatesOf = (
  estimate: Cells<number>,
  error: Cells<number>,
  labs: readonly string[] = each((row) => `lab${row}`),
): Table =>
  tableOf(
    textColumn("study", labs),
    textColumn(
      "gene",
      labs.map(() => "G"),
    ),
    numberColumn("estimate", [...estimate]),
    numberColumn("se", [...error]),
  );

/** Forty tested genes. */
export const answersOf = (
  p: Cells<number>,
  statistic: Cells<number>,
  names: readonly string[] = each((row) => `gene${row}`, genes),
): Table =>
  tableOf(
    textColumn("gene", names),
    numberColumn("log2FoldChange", [...statistic]),
    numberColumn("stat", [...statistic]),
    numberColumn("pvalue", [...p]),
    numberColumn("padj", [...p]),
  );
/** Two sets of twenty genes. */
export const geneSets: Table = tableOf(
  textColumn(
    "set",
    each((row) => (row < genes / 2 ? "A" : "B"), genes),
  ),
  textColumn(
    "gene",
    each((row) => `gene${row}`, genes),
  ),
);

export const mutationsOf = (gene: Cells<string>, sample: Cells<string>, kind: string): Table =>
  tableOf(
    textColumn("Hugo_Symbol", [...gene]),
    textColumn("Tumor_Sample_Barcode", [...sample]),
    textColumn(
      "Variant_Classification",
      each(() => kind),
    ),
  );
