// DuckDB behind its port: what goes in comes out with the same digest, and a person's SQL reads nothing else.

import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Assay, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { assayOf } from "@genomecraft/cells/artifacts/assay.ts";
import { digestOfArtifact } from "@genomecraft/cells/artifacts/digest-of-artifact.ts";
import {
  takeColumnRows,
  booleanColumn,
  cellJson,
  integerColumn,
  numberColumn,
  tableOf,
  textColumn,
} from "@genomecraft/cells/artifacts/table.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import { writeParquet } from "@genomecraft/cells/formats/write/parquet.ts";
import { sqlColumn } from "@genomecraft/cells/kinds/query/sql-column.ts";
import { failureSentence } from "@genomecraft/cells/messages/catalogue.ts";
import { newDuckdbEngine } from "./duckdb-engine.ts";

const scratch = mkdtempSync(join(tmpdir(), "genomecraft-test-"));
const engine = await newDuckdbEngine({ scratch, memoryBytes: 256 << 20, spillBytes: 64 << 20 });
const rows = (found: Table): Json[][] =>
  Array.from({ length: found.rowCount }, (_, row) => found.columns.map((column) => cellJson(column, row)));

const genes = tableOf(
  textColumn("gene", ["Xist", "Trp53", null, "", "été"]),
  numberColumn("logFC", [3.5, Number.NaN, null, -0.25, Number.POSITIVE_INFINITY], { semantic: "number", unit: "log2" }),
  integerColumn("reads", [120, null, -2147483648, 4100, 2147483647], { semantic: "count" }),
  booleanColumn("novel", [false, true, null, true, false]),
);
const counts: Assay = assayOf({
  values: { layout: "dense", data: Float32Array.of(1, 2, 3, Number.NaN) },
  features: tableOf(textColumn("gene", ["a", "b"])),
  samples: tableOf(textColumn("sample", ["s1", "s2"]), textColumn("group", ["x", "y"])),
  scale: "counts",
  featureNoun: "gene",
});
const tables = new Map<string, Table | Assay>([
  ["genes", genes],
  ["counts", counts],
]);
const ask = (
  sql: string,
  params: { readonly [name: string]: Json } = {},
  signal = new AbortController().signal,
  trusted = false,
) => engine.select({ sql, tables, params, signal, trusted });
async function answer(sql: string, params: { readonly [name: string]: Json } = {}): Promise<Table> {
  const found = await ask(sql, params);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

test("SQL finds the numbers of a matrix as they are written in its file, and computes with them", async () => {
  const tpm = assayOf({
    values: { layout: "dense", data: Float32Array.of(93.16, 0.1, 1e-7, 16777216, -2.5, Number.NaN) },
    features: tableOf(textColumn("gene", ["a", "b", "c"])),
    samples: tableOf(textColumn("sample", ["s1", "s2"])),
    scale: "unknown",
    featureNoun: "gene",
  });
  const found = await engine.select({
    sql: "select feature, sample, value, value * 3 as three from m where value in (93.16, 0.1, 1e-7, 16777216, -2.5)",
    tables: new Map([["m", tpm]]),
    params: {},
    signal: new AbortController().signal,
    trusted: false,
  });
  expect(found.ok && rows(found.value)).toEqual([
    ["a", "s1", 93.16, 93.16 * 3],
    ["a", "s2", 0.1, 0.1 * 3],
    ["b", "s1", 1e-7, 1e-7 * 3],
    ["b", "s2", 16777216, 16777216 * 3],
    ["c", "s1", -2.5, -7.5],
  ]);
});

test("a table goes through unchanged: missing, NaN, infinities, empty text, every type", async () => {
  const plain = { ...genes, columns: genes.columns.map(({ semantic: _s, unit: _u, ...column }) => column) } as Table;
  expect(digestOfArtifact(await answer("select * from genes"))).toBe(digestOfArtifact(plain));
});

test("a table of 10,000 rows goes through unchanged, in order", async () => {
  const length = 10_000;
  const long = tableOf(
    integerColumn(
      "n",
      Array.from({ length }, (_, n) => (n % 7 === 0 ? null : n)),
    ),
    textColumn(
      "t",
      Array.from({ length }, (_, n) => (n % 5 === 0 ? null : `v${n % 700}`)),
    ),
    numberColumn(
      "x",
      Array.from({ length }, (_, n) => (n % 11 === 0 ? null : n / 3)),
    ),
    booleanColumn(
      "b",
      Array.from({ length }, (_, n) => (n % 13 === 0 ? null : n % 2 === 0)),
    ),
  );
  const found = await engine.select({
    sql: "select * from long",
    tables: new Map([["long", long]]),
    params: {},
    signal: new AbortController().signal,
    trusted: true,
  });
  expect(found.ok && digestOfArtifact(found.value)).toBe(digestOfArtifact(long));
});

test("a matrix is a row per value, with its features and samples beside it", async () => {
  expect(rows(await answer("select * from counts"))).toEqual([
    ["a", "s1", 1],
    ["a", "s2", 2],
    ["b", "s1", 3],
    ["b", "s2", null],
  ]);
  expect(
    rows(await answer('select "group", sum(value) from counts join counts.samples using (sample) group by 1 order by 1')),
  ).toEqual([
    ["x", 4],
    ["y", 2],
  ]);
  expect(rows(await answer("select * from counts_features"))).toEqual([["a"], ["b"]]);
});

test("texts compare and sort as texts, and parameters are values", async () => {
  expect(rows(await answer("select gene from genes where gene is not null order by gene"))).toEqual([
    [""],
    ["Trp53"],
    ["Xist"],
    ["été"],
  ]);
  expect(rows(await answer("select reads from genes where gene = $gene", { gene: "Xist" }))).toEqual([[120]]);
  expect(rows(await answer("select reads from genes where gene = $gene", { gene: "'; drop table genes; --" }))).toEqual([]);
  expect(rows(await answer("select gene from genes where gene = any($some) order by 1", { some: ["Xist", "Trp53"] }))).toEqual([
    ["Trp53"],
    ["Xist"],
  ]);
});

test("counts and sums of integers are integers; dates and lists are their text", async () => {
  const found = await answer(
    "select count(*) n, sum(reads) s, date '2026-01-02' d, [1, 2] l, 1.25::decimal(9,2) m from genes where reads between 0 and 9999",
  );
  expect(found.columns.map((column) => column.type)).toEqual(["int32", "int32", "text", "text", "float64"]);
  expect(rows(found)).toEqual([[2, 4220, "2026-01-02", "[1, 2]", 1.25]]);
});

test("whole numbers that no double holds keep their digits, as text; smaller ones are numbers", async () => {
  const large = await answer(
    "select 9007199254740993 + 2 * i as big, i * 3000000000 as fits, (case when i = 1 then null else i end)::hugeint * 99999999999999999999 as huge from range(4) t(i)",
  );
  expect(large.columns.map((column) => column.type)).toEqual(["text", "float64", "text"]);
  expect(rows(large)).toEqual([
    ["9007199254740993", 0, "0"],
    ["9007199254740995", 3e9, null],
    ["9007199254740997", 6e9, "199999999999999999998"],
    ["9007199254740999", 9e9, "299999999999999999997"],
  ]);
  const late = await answer("select case when i = 2999 then 9007199254740993 else i end as n from range(3000) t(i)");
  expect([rows(late)[5], rows(late)[2999]]).toEqual([["5"], ["9007199254740993"]]);
});

test("table and from alone read a cell, too", async () => {
  expect(rows(await answer("table genes")).length).toBe(5);
  expect(rows(await answer("from genes limit 2")).length).toBe(2);
});

test.each([
  ["two statements", "select 1; select 2", "several"],
  ["nothing", "  -- only a remark", "empty"],
  ["ATTACH", "attach 'x.db'", "not-select"],
  ["a file by function", "select * from read_csv('/etc/passwd')", "table-function"],
  ["a file by name", "select * from '/etc/passwd'", "table-missing"],
  ["a file by glob", "select * from glob('/*')", "table-function"],
  ["a query in a query", "select * from query('select 1')", "table-function"],
  ["logging, which would poison the instance", "from enable_logging(storage='file')", "table-function"],
  ["settings", "select current_setting('temp_directory')", "function-denied"],
  ["settings as a table", "select * from duckdb_settings()", "table-function"],
  ["the catalogue", "select * from sqlite_master", "table-missing"],
  ["the catalogue by schema", "select * from information_schema.tables", "table-missing"],
  ["our own source", "select * from gc_source_1()", "table-function"],
  ["chance", "select random()", "function-denied"],
  ["the clock", "select current_date", "function-denied"],
  ["the clock with a name", "select now()", "function-denied"],
  ["a sample without a seed", "select * from genes using sample 2 rows", "sample-unseeded"],
  ["a sample of a table without a seed", "select * from genes tablesample reservoir(2 rows)", "sample-unseeded"],
  ["a sample of a joined table without a seed", "select 1 from genes a, genes b tablesample 50%", "sample-unseeded"],
  ["the clock of the place", "select localtime", "function-denied"],
  ["the clock of the place with its day", "select localtimestamp", "function-denied"],
  ["the time since", "select age(timestamp '2020-01-01')", "function-denied"],
  ["a sentence out of rows", "select error(string_agg(gene, ',')) from genes", "function-denied"],
  [
    "a name of a part where it does not hold",
    "select 1 from (with duckdb_views as (select 1) select 1) t, duckdb_views",
    "table-missing",
  ],
  ["a part that reads its own name", "with duckdb_views as (select * from duckdb_views) select 1", "table-missing"],
  [
    "a name that comes later",
    "with a as (select * from duckdb_views), duckdb_views as (select 1) select * from a",
    "table-missing",
  ],
  ["a write", "copy genes to 'x.csv'", "not-select"],
  ["a setting", "set threads = 2", "not-select"],
  ["hidden in a subquery", "select (select count(*) from read_text('/etc/passwd'))", "table-function"],
  ["hidden in a common table expression", "with a as (from read_blob('/etc/passwd')) select * from a", "table-function"],
])("a person's query may not have %s", async (_title, sql, reason) => {
  const found = await ask(sql);
  expect(found.ok ? "ran" : found.error.reason).toBe(`query.${reason}`);
  if (!found.ok) expect(failureSentence(found.error, "en")).not.toMatch(/^query\./);
});

test("what the engine itself calls changing or with effects is refused, and so is what is written with it", async () => {
  const found = await ask(
    `select function_name as name from duckdb_functions() where stability <> 'CONSISTENT' or has_side_effects
       or (function_type = 'macro' and regexp_matches(macro_definition, 'current_timestamp|now\\(|random|sleep_ms|pragma_'))
     group by 1`,
    {},
    new AbortController().signal,
    true,
  );
  if (!found.ok) throw new Error(found.error.reason);
  const names = rows(found.value).map((row) => row[0] as string);
  expect(names.length).toBeGreaterThan(25);
  for (const name of names) {
    const answer = await ask(`select ${name}(${name === "age" ? "1" : ""})`);
    expect([name, answer.ok ? "ran" : answer.error.reason]).toEqual([name, "query.function-denied"]);
  }
});

test("common table expressions are known where they hold: one after another, in subqueries, and to themselves when recursive", async () => {
  for (const sql of [
    "with a as (select 1 as x), b as (select x from a) select * from b",
    "with a as (select 1 as x) select (select max(x) from a) union all select x from a",
    "with recursive r as (select 1 as x union all select x + 1 from r where x < 3) select * from r",
    "select * from (with z as (select 2) select * from z) t",
    "select * from genes tablesample reservoir(2 rows) repeatable (7)",
  ]) {
    const found = await ask(sql);
    expect([sql, found.ok ? "ran" : failureSentence(found.error, "en")]).toEqual([sql, "ran"]);
  }
});

test.each([
  ["an unknown column", "select 'é', genne from genes", "column-near", "genne"],
  ["an unknown table", "select * from genez", "table-near", "genez"],
  ["an unknown function", "select meen(reads) from genes", "function-near", "meen"],
  ["a word too many", "select * frm genes", "syntax", "genes"],
  ["a text that is no number", "select 1 + 'a'::int", "failed", "::"],
])("%s is shown at its place", async (_title, sql, reason, at) => {
  const found = await ask(sql);
  if (found.ok) throw new Error("ran");
  expect(found.error.reason).toBe(`query.${reason}`);
  expect(sql.slice(found.error.span?.start, found.error.span?.end)).toBe(at);
});

test("every word of SQL can be a column's name as it is completed", async () => {
  const known = await ask("select keyword_name from duckdb_keywords() order by 1", {}, undefined, true);
  if (!known.ok) throw new Error(known.error.reason);
  const words = [...new Set(rows(known.value).map(([word]) => String(word)))];
  expect(words.length).toBeGreaterThan(400);
  const names = [...words, "mean area", 'a"b', "p.value", "µ", "été", "2h"];
  const columns = names.map(sqlColumn);
  for (const [name, sql] of Object.entries({
    shown: `select ${columns.join(", ")} from t limit 1`,
    called: `select ${columns.map((column, at) => `${column} as x${at}`).join(", ")} from t limit 1`,
    "of a table": `select ${columns.map((column) => `t.${column}`).join(", ")} from t limit 1`,
    asked: `select 1 from t where ${columns.map((column) => `${column} = 1`).join(" and ")}`,
    grouped: `select 1 from t group by ${columns.join(", ")} order by ${columns.join(", ")} limit 1`,
  })) {
    const found = await engine.select({
      sql,
      tables: new Map([["t", tableOf(...names.map((column) => integerColumn(column, [1])))]]),
      params: {},
      signal: new AbortController().signal,
      trusted: false,
    });
    expect([name, found.ok ? found.value.rowCount : found.error]).toEqual([name, 1]);
  }
});

test("an unknown column is answered with the columns of the cells that the query reads", async () => {
  const found = await ask("select zzzzzzz from genes");
  expect(found).toMatchObject({
    ok: false,
    error: {
      reason: "query.column-missing",
      params: { column: "zzzzzzz", available: ["gene", "logFC", "reads", "novel", "feature", "sample", "value"] },
    },
  });
});

test("an endless recursion ends with a sentence", async () => {
  const impatient = await newDuckdbEngine({ scratch, recursionSeconds: 0.2 });
  const found = await impatient.select({
    sql: "with recursive t as (select 1 a union all select a + 1 from t) select count(*) from t",
    tables: new Map(),
    params: {},
    signal: new AbortController().signal,
    trusted: false,
  });
  expect(found).toMatchObject({ ok: false, error: { reason: "query.recursion-endless", params: { seconds: 0.2 } } });
});

test("an endless recursion stops when it is cancelled", async () => {
  const stop = new AbortController();
  const endless = ask(
    "with recursive t as (select 1 a union all select a + 1 from t) select max(a) from t where a < 0",
    {},
    stop.signal,
  );
  setTimeout(() => stop.abort(), 150);
  const began = performance.now();
  await expect(endless).rejects.toThrow();
  expect(performance.now() - began).toBeLessThan(5000);
});

test("a query that needs too much memory says so", async () => {
  const found = await ask("select list(a.range) from range(30000000) a");
  expect(found.ok ? "ran" : found.error.reason).toBe("query.out-of-memory");
});

test("more rows than may be answered are refused, not cut", async () => {
  const found = await engine.select({
    sql: "select * from range(100)",
    tables: new Map(),
    params: {},
    signal: new AbortController().signal,
    trusted: false,
    maxRows: 99,
  });
  expect(found.ok ? "ran" : found.error.reason).toBe("query.too-many-rows");
});

test.each([1, 2])("a table has the same digest after Parquet, with %i threads", async (threads) => {
  const own = await newDuckdbEngine({ threads, scratch });
  const length = 40_000;
  const long = tableOf(
    textColumn(
      "Gene",
      Array.from({ length }, (_, n) => (n % 9 === 0 ? null : `g${n % 1000}`)),
      { semantic: "gene" },
    ),
    numberColumn(
      "gene",
      Array.from({ length }, (_, n) => (n % 5 === 0 ? Number.NaN : n / 7)),
      { unit: "log2" },
    ),
    integerColumn(
      "__proto__",
      Array.from({ length }, (_, n) => n - 5),
    ),
  );
  const lines = { valid: new Uint8Array(length), codes: new Int32Array(length), dictionary: [] };
  const more = tableOf(
    textColumn(
      "unlike",
      Array.from({ length }, (_, n) => `gène_${n}`),
    ),
    booleanColumn(
      "odd",
      Array.from({ length }, (_, n) => (n % 7 === 0 ? null : n % 2 === 1)),
    ),
    { name: "nothing", type: "text", ...lines },
  );
  for (const table of [
    genes,
    long,
    more,
    { ...more, rowCount: 0, columns: more.columns.map((each) => takeColumnRows(each, [])) },
  ]) {
    const back = await own.readParquet(await writeParquet(table));
    if (!back.ok) throw new Error(JSON.stringify(back.error));
    expect(digestOfArtifact(back.value)).toBe(digestOfArtifact(table));
  }
});

test("bytes that are no Parquet are refused with a reason", async () => {
  const found = await engine.readParquet(new TextEncoder().encode("gene,sample\n"));
  expect(found.ok ? "read" : found.error.reason).toBe("query.not-parquet");
});

test("no folder is left behind", () => {
  expect(readdirSync(scratch)).toEqual([]);
});

test("whole numbers that are text for their many digits compare, sort and sum as numbers", async () => {
  const long = tableOf(
    textColumn("id", ["9223372036854775807123", "5", null, "-18446744073709551617", "99"]),
    textColumn("name", ["a", "b", "c", "d", "e"]),
  );
  const found = await engine.select({
    sql: "select name, id from long where id > 7 or id < -7 order by id",
    tables: new Map([["long", long]]),
    params: {},
    signal: new AbortController().signal,
    trusted: false,
  });
  expect(found.ok && rows(found.value)).toEqual([
    ["d", "-18446744073709551617"],
    ["e", "99"],
    ["a", "9223372036854775807123"],
  ]);
});

test("decimals keep every digit: as a number where one holds them, else as text", async () => {
  expect(rows(await answer("select 10.50 as a, 0.0000001 as b, 0.1 + 0.2 as c"))).toEqual([[10.5, 1e-7, 0.3]]);
  const wide =
    "select x::decimal(38, 17) as x from (values ('0.0000001'), ('922337203685477580700.92230685477500000'), (null)) t(x)";
  expect(rows(await answer(wide))).toEqual([["0.0000001"], ["922337203685477580700.922306854775"], [null]]);
});

test("what is not a number is missing in what SQL answers", async () => {
  expect(rows(await answer("select 'nan'::double as x, 'inf'::double as y"))).toEqual([[null, "Infinity"]]);
});

test("columns that differ by case alone are one name for SQL: a query that may read them is refused", async () => {
  const both = tableOf(textColumn("Sex", ["F", "M"]), textColumn("sex", ["x", "y"]), integerColumn("age", [1, 2]));
  const asked = async (sql: string) => {
    const tables = new Map([["t", both]]);
    const found = await engine.select({ sql, tables, params: {}, signal: new AbortController().signal, trusted: false });
    return found.ok ? rows(found.value) : failureSentence(found.error, "en");
  };
  const refused =
    "t has the columns Sex, sex, which are one name for SQL. Rename one of them in a transform cell, and query that.";
  expect(await asked("select Sex, sex from t")).toBe(refused);
  expect(await asked("select * from t")).toBe(refused);
  expect(await asked("select age, count(*) as n from t group by age order by age")).toEqual([
    [1, 1],
    [2, 1],
  ]);
});

test("days and moments without an end are called so, as DuckDB calls them", async () => {
  // duckdb 1.5: SELECT date 'infinity' prints infinity.
  const sql =
    "select date 'infinity' as a, date '-infinity' as b, timestamp 'infinity' as c, timestamp '-infinity' as d, date '2024-02-29' as e";
  expect(rows(await answer(sql))).toEqual([["infinity", "-infinity", "infinity", "-infinity", "2024-02-29"]]);
});
