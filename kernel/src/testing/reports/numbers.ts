// Faults of steps, queries, charts, models, and of Parquet.

import { refused, reports } from "./report.ts";

export const ofNumbers = reports(
  {
    folder: "23-filter-number-on-text",
    rule: "a number is compared with numbers, or refused",
    cells: {
      g1: { shape: [2, 3] },
      r1: { refused: [{ reason: "step-filter.number-on-text" }] },
      r2: { refused: [{ reason: "step-filter.number-on-text" }] },
      a1: { refused: [{ reason: "step-filter.number-on-text" }] },
      f1: { refused: [{ reason: "formula.argument" }] },
    },
  },
  { folder: "25-onnx-zipmap", rule: "models whose probabilities are a ZipMap predict", cells: {} },
  {
    folder: "26-columns-differ-by-case",
    rule: "columns whose names differ by case alone are kept apart, or refused",
    cells: {
      both: {
        table: [
          ["Sex", ["F", "M", null]],
          ["sex", ["f", "m", "x"]],
        ],
        refused: [{ reason: "kind-query.case" }],
      },
      wherelow: { table: [["sample", ["S3"]]] },
    },
  },
  {
    folder: "27-tablesample-unseeded",
    rule: "a sample without a seed is refused",
    cells: {
      rows_: refused("kind-query.sample-seed"),
      bern: refused("kind-query.sample-seed"),
      using_: refused("kind-query.sample-seed"),
    },
  },
  {
    folder: "30-join-missing-keys",
    rule: "missing keys match nothing",
    cells: { left: { shape: [4, 3] }, full: { shape: [7, 3] } },
  },
  {
    folder: "31-pivot-duplicates",
    rule: "rows that meet in one cell of a wide table are said",
    cells: { wide: { says: [/1 cell|several/i] } },
  },
  {
    folder: "34-log-axis-and-categories",
    rule: "what does not stand on a chart is said with its number",
    cells: { logy: { says: [/zero or below/] } },
  },
  { folder: "35-parquet-types", rule: "types of Parquet are kept", cells: {} },
  {
    folder: "suite-22-parquet-decimal-rounded",
    rule: "decimals with more digits than a number keeps are said",
    loads: { stats: "decimal_stats.parquet", pandas: "pandas_decimal.parquet" },
    cells: { stats: { says: [/decimals|digits/] } },
  },
);
