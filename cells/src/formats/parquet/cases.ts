// Files of the format parquet, for its contract suite, which runs where DuckDB is.

import type { Table } from "../../artifacts/artifact.ts";
import { integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { FormatCases } from "../../testing/describe-format.ts";
import { writeParquet } from "../write/parquet.ts";

const table: Table = tableOf(
  textColumn("gene", ["Xist", "MARCH1", null]),
  numberColumn("padj", [0.01, null, 1]),
  integerColumn("n", [3, 4, 5]),
);

export const cases: FormatCases = {
  examples: [
    { title: "texts, numbers, missing cells", bytes: () => writeParquet(table), gives: { type: "table", shape: [3, 3] } },
  ],
  bad: [
    {
      title: "a file without its footer",
      bytes: async () => (await writeParquet(table)).slice(0, 60),
      reason: "format-parquet.cut",
      line: null,
    },
    {
      title: "a footer that tells of nothing",
      bytes: async () => {
        const bytes = await writeParquet(table);
        return bytes.fill(0xff, 4, -8);
      },
      reason: "query.not-parquet",
      line: null,
    },
  ],
};
