// Files of the format sqlite, for its contract suite: written by SQLite itself.

import start from "sql.js/dist/sql-wasm-inline.js";
import type { FormatCases } from "../../testing/describe-format.ts";

async function database(sql: string): Promise<Uint8Array> {
  const SQL = await start();
  const made = new SQL.Database();
  made.run(sql);
  return made.export();
}

const two =
  "CREATE TABLE genes (gene TEXT, id TEXT, n INTEGER, x REAL); INSERT INTO genes VALUES ('TP53', 'x7', 1, 0.5), ('MYC', NULL, 2, NULL);" +
  "CREATE TABLE samples (sample TEXT); INSERT INTO samples VALUES ('a'); CREATE VIEW few AS SELECT gene FROM genes WHERE n > 1;";

export const cases: FormatCases = {
  examples: [
    { title: "two tables and a view", bytes: () => database(two), gives: { type: "table", shape: [2, 4] } },
    {
      title: "a view",
      bytes: () => database(two),
      spec: { sheet: "few" },
      gives: { type: "table", shape: [1, 1] },
    },
  ],
  headerOnly: () => database("CREATE TABLE a (x TEXT)"),
  bad: [
    {
      title: "no tables",
      bytes: () => database("CREATE TABLE a (x); DROP TABLE a"),
      reason: "format-sqlite.no-tables",
      line: null,
    },
    {
      title: "a view that calls itself without an end",
      bytes: () =>
        database("CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"),
      reason: "format-sqlite.recursive",
      line: null,
    },
    {
      title: "a page of other bytes",
      bytes: async () => (await database(two)).fill(0xff, 100, 200),
      reason: "format-sqlite.broken",
      line: null,
    },
  ],
};
