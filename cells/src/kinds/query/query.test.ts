// Which cells a text of SQL names, and that a rename changes no key.

import { expect, test, vi } from "vitest";
import { keySpec } from "../../contract/result-key.ts";
import { describeKind } from "../../testing/describe-kind.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import type { Kind } from "../../contract/kind.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { execute } from "./execute.ts";
import { query } from "./spec.ts";
import { numberRounded, numberTooLarge } from "./number-too-large.ts";
import { sqlNames } from "./sql-lexer.ts";

const named = (sql: string): string[] =>
  sqlNames(sql).map(({ name, part, parameter }) => (parameter ? "$" : "") + name + (part ? `.${part}` : ""));

test.each([
  ["select * from counts", ["counts"]],
  ["select * from counts, kept k join other using (gene) where x in (select y from third)", ["counts", "kept", "other", "third"]],
  ["select * from counts -- from nowhere\n/* join nothing */ where t = 'from text'", ["counts"]],
  ['select "from" from "My Cell" as m', ["My Cell"]],
  ["with a as (select * from counts), b(x) as materialized (select * from a) select * from b, c", ["counts", "c"]],
  ["with recursive t as (select 1 a union all select a + 1 from t) select * from t", []],
  ["select * from range(10) r, unnest([1, 2]), counts", ["counts"]],
  ["select * from counts join counts.samples using (sample)", ["counts", "counts.samples"]],
  ["select * from pca.loadings where gene = $gene", ["pca.loadings", "$gene"]],
  ["select extract(year from d), substring(t from 2), a is distinct from b from counts", ["counts"]],
  ["select a, b from counts where x between 1 and 2 order by a, b", ["counts"]],
  ["from counts select a, b", ["counts"]],
  ["table counts", ["counts"]],
  ["with a as (table counts) (table a) union all table kept.loadings", ["counts", "kept.loadings"]],
  ["select a.table from counts a", ["counts"]],
  ["select * from (counts join kept on a = b), third", ["counts", "kept", "third"]],
  ["select * from гены left join образцы on true", ["гены", "образцы"]],
  ["select (select max(x) from a), y from b", ["a", "b"]],
  ["select * from a union all select * from b", ["a", "b"]],
  ["select * from a tablesample 10%, b", ["a"]],
  ["select x from (values (1), (null), (other)) t(x), counts", ["counts"]],
  ["select $$ from nothing $$ from a", ["a"]],
  ["select 'open from a", []],
  ["from", []],
  ["", []],
])("%s", (sql, expected) => {
  expect(named(sql)).toEqual(expected);
  for (const name of sqlNames(sql)) expect(sql.slice(name.start, name.end)).toBe(name.name);
});

const key = (sql: string): string => JSON.stringify(keySpec(query as unknown as Kind, { sql }));
test("a rename, another case of the name, comments and line breaks change no key", () => {
  const first = key("select gene, sum(value) v from counts join kept using (gene) where gene = $gene group by gene");
  expect(key("select gene,sum(value) v\n  from Raw join best using(gene) -- the best\n where gene=$picked group by gene")).toBe(
    first,
  );
  expect(key("select gene, sum(value) v from kept join counts using (gene) where gene = $gene group by gene")).toBe(first);
  expect(key("select gene, sum(value) v from counts join counts using (gene) where gene = $gene group by gene")).not.toBe(first);
  expect(key("select Gene, sum(value) v from counts join kept using (gene) where gene = $gene group by gene")).not.toBe(first);
});

test("a rename follows a table's name before its columns", () => {
  const sql = "select counts.gene, Counts.*, k.x from counts join kept k on counts.a = k.a";
  expect(sqlNames(sql).map(({ name, start }) => [name, sql.slice(start, start + 7)])).toEqual([
    ["counts", "counts."],
    ["Counts", "Counts."],
    ["counts", "counts "],
    ["kept", "kept k "],
    ["counts", "counts."],
  ]);
  expect(key(sql)).toBe(key(sql.replaceAll("counts", "raw").replace("Counts", "raw")));
});

test("a column that bears the name of a cell is no reference", () => {
  expect(named("select counts from counts where counts > 1")).toEqual(["counts"]);
});

test("an empty text is incomplete", () => {
  expect(query.missing({ sql: "  \n" })).toBe("sql");
  expect(query.missing({ sql: "select 1" })).toBeNull();
});

describeKind(query, {
  examples: [{ sql: "select 1" }, { sql: "select * from counts join counts.samples using (sample) where gene = $gene" }],
  bad: [{ spec: { sql: "select 1", params: {} }, says: /params/ }],
  missing: [{ spec: { sql: " " }, field: "sql" }],
  sameKey: [[{ sql: "select * from a" }, { sql: "select  *\nfrom b -- all of it" }]],
});

test.each([
  ["from, again and again", "", "from "],
  ["expressions whose brackets never close", "with a(", " , a("],
  ["expressions by keys", "with a", " , a using "],
  ["functions in functions", "", "extract( from "],
  ["queries in queries", "", "(select a from "],
  ["names and their columns", "select * from ", "a.b , a.c "],
])("the names of the longest SQL are found in time linear in it (L-4): %s", (_title, begin, again) => {
  // Every look at a word makes it small: what is looked at again for each word shows here.
  const looks = (length: number): number => {
    const sql = begin + again.repeat(length / again.length);
    const small = vi.spyOn(String.prototype, "toLowerCase");
    sqlNames(sql);
    const count = small.mock.calls.length;
    small.mockRestore();
    return count;
  };
  const [some, many] = [looks(2_000), looks(8_000)];
  expect(many).toBeLessThan(5 * some);
  const begun = performance.now();
  sqlNames(begin + again.repeat(262_144 / again.length));
  expect(performance.now() - begun, "60 s before, on this kind of machine").toBeLessThan(10_000);
});

test.each([
  ["select 1e400 as x", "1e400"],
  ["select -1e+999 as x", "1e+999"],
  ["select gene from genes where reads < 1.5E309", "1.5E309"],
  ["select .5e309", "5e309"],
])("a number that no double holds is found with its place, so that it is not taken for infinite (%s)", (sql, written) => {
  const found = numberTooLarge(sql);
  expect(found?.text).toBe(written);
  expect(sql.slice(found?.start, found?.end)).toBe(written);
});
test.each([
  "select 1.7e308",
  "select 'infinity'::double, '1e400', \"1e400\" -- 1e400",
  "select 1e + 400",
  "select 9223372036854775808",
])("numbers that a double holds, texts, names and comments are none (%s)", (sql) => expect(numberTooLarge(sql)).toBeNull());
// What DuckDB makes of each: typeof() and ::varchar of @duckdb/node-api 1.5 on its own.
test.each([
  ["select 1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890", "1.2345678901234568e+39"],
  ["select 340282366920938463463374607431768211456", "340282366920938463463374607431768211456", "3.402823669209385e+38"],
  ["select 0.12345678901234567890123456789012345678", "0.12345678901234567890123456789012345678", "0.12345678901234568"],
  ["where x > .123456789012345678901234567890123456789", ".123456789012345678901234567890123456789", "0.12345678901234568"],
  ["select -12345678901234567890123456789012345678.5", "12345678901234567890123456789012345678.5", "1.2345678901234568e+37"],
])("a number of more digits than SQL keeps is found with what would be left of it (%s)", (sql, written, kept) => {
  expect(numberRounded(sql)).toMatchObject({ text: written, kept });
  const { start, end } = numberRounded(sql) ?? {};
  expect(sql.slice(start, end)).toBe(written);
});
test.each([
  "select 12345678901234567890123456789012345678",
  "select 340282366920938463463374607431768211455",
  "select 1.2345678901234567890123456789012345678",
  "select .12345678901234567890123456789012345678, a.x from a",
  "select 1.50000000000000000000000000000000000000000000000",
  "select 0.0000000000000000000000000000000000000001",
  "select 00000000000000000000000000000000000000000000000000000000000007",
  "select 1.2345678901234567890123456789012345678901e0",
  "select '1234567890123456789012345678901234567890'",
])("numbers that keep their digits, those with an exponent, and texts are none (%s)", (sql) =>
  expect(numberRounded(sql)).toBeNull(),
);
test("a query with a number that would lose digits in silence is refused, and one click writes what it would compute with", async () => {
  const refused = await execute({ sql: "select 1234567890123456789012345678901234567890 as x" }, {} as ExecuteContext);
  expect(refused.ok ? null : failureSentence(refused.error, "en")).toBe(
    "1234567890123456789012345678901234567890 has more digits than SQL keeps (38 of a decimal, 2^128 − 1 as a whole number): it would compute with 1.2345678901234568e+39. Write 1.2345678901234568e+39 if that will do, or fewer digits.",
  );
  expect(refused).toMatchObject({ error: { fix: { path: ["sql"], value: "select 1.2345678901234568e+39 as x" } } });
});
test("a query with such a number is refused with what to write", async () => {
  const refused = await execute({ sql: "select 1e400 as x" }, {} as ExecuteContext);
  expect(refused.ok ? null : failureSentence(refused.error, "en")).toBe(
    "1e400 is larger than a number can be (1.8e308 at most). For an infinite value write 'infinity'::double.",
  );
});
