// Faults of steps, queries, charts, models, and of Parquet.

import { refused, reports } from "./report.ts";

export const ofNumbers = reports(
  {
    folder: "23-filter-number-on-text",
    rule: "a number is compared with numbers, or refused",
    cells: {
      g1: { shape: [2, 3] },
      r1: refused("transform.value-number"),
      r2: refused("transform.value-number"),
      a1: refused("transform.column-but-words"),
      f1: refused("transform.formula-text-column"),
    },
  },
  {
    folder: "25-onnx-zipmap",
    rule: "models whose probabilities are a ZipMap predict",
    cells: {},
  },
  {
    folder: "26-columns-differ-by-case",
    rule: "columns whose names differ by case alone are kept apart, or refused",
    cells: {
      both: refused("query.columns-by-case", { says: /Sex, sex/ }),
      wherelow: refused("query.columns-by-case", { says: /Sex, sex/ }),
      star: refused("query.columns-by-case", { says: /Sex, sex/ }),
    },
  },
  {
    folder: "27-tablesample-unseeded",
    rule: "a sample without a seed is refused",
    cells: {
      rows_: refused("query.sample-unseeded"),
      bern: refused("query.sample-unseeded"),
      using_: refused("query.sample-unseeded"),
    },
  },
  {
    folder: "30-join-missing-keys",
    rule: "missing keys match nothing",
    cells: { left: { shape: [4, 4] }, full: { shape: [7, 4] } },
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
  {
    folder: "35-parquet-types",
    rule: "types of Parquet are kept",
    cells: {
      dec: { holds: [["i64", ["9007199254740993", "5"]]] },
      empty: { shape: [0, 2] },
      dupcase: { shape: [1, 4] },
      dict: { shape: [10, 2] },
    },
  },
  {
    folder: "suite-22-parquet-decimal-rounded",
    rule: "decimals with more digits than a number keeps are said",
    loads: { stats: "decimal_stats.parquet", pandas: "pandas_decimal.parquet" },
    cells: { stats: { says: [/decimals|digits/] } },
  },
);
