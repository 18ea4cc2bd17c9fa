import { expect, test } from "vitest";
import { completeQuery } from "./complete-query.ts";
import type { SqlName } from "./sql-lexer.ts";

const tables: { readonly [name: string]: readonly string[] } = {
  wdbc: ["id", "diagnosis", "mean radius", "mean area", "group", "area", 'a"b', "p.value"],
  genes: ["gene", "padj"],
  "counts.samples": ["sample", "sex"],
};
const columnsOf = ({ name, part }: Pick<SqlName, "name" | "part">): readonly string[] =>
  tables[part ? `${name}.${part}` : name] ?? [];
/** The text with `|` where the caret stands: what it becomes with the first hit, or null. */
const completed = (typed: string): string | null => {
  const caret = typed.indexOf("|");
  const sql = typed.replace("|", "");
  const found = completeQuery(sql, caret, columnsOf);
  const [hit] = found?.hits ?? [];
  return found && hit ? sql.slice(0, found.from) + hit.insert + sql.slice(found.to) : null;
};

test("columns of the cells that a query names are completed, in double quotes where SQL wants them", () => {
  expect(completed("select dia| from wdbc")).toBe("select diagnosis from wdbc");
  expect(completed("select mean r| from wdbc")).toBe('select "mean radius" from wdbc');
  expect(completed("select mean| from wdbc")).toBe('select "mean radius" from wdbc');
  expect(completed("select gro| from wdbc")).toBe('select "group" from wdbc');
  expect(completed("select p.v| from wdbc")).toBe('select "p.value" from wdbc');
  expect(completed("select * from wdbc where a|")).toBe("select * from wdbc where area");
  expect(completed("select pa| from wdbc join genes on true")).toBe("select padj from wdbc join genes on true");
  expect(completed("select se| from counts.samples")).toBe("select sex from counts.samples");
});

test("inside double quotes the name follows, and the quote that stands there already is not doubled", () => {
  expect(completed('select "mean r| from wdbc')).toBe('select "mean radius" from wdbc');
  expect(completed('select "mean a|" from wdbc')).toBe('select "mean area" from wdbc');
  expect(completed('select "a""| from wdbc')).toBe(null);
});

test("behind a table and a dot stand its columns alone", () => {
  expect(completed("select wdbc.| from wdbc, genes")).toBe("select wdbc.id from wdbc, genes");
  expect(completed("select genes.p| from wdbc, genes")).toBe("select genes.padj from wdbc, genes");
  expect(completed("select w.me| from wdbc w")).toBe('select w."mean radius" from wdbc w');
});

test("before a query names a cell, columns of all that it could name are offered, each with its cell", () => {
  const known = [{ name: "wdbc" }, { name: "genes" }, { name: "counts", part: "samples" }];
  const offered = (sql: string) =>
    completeQuery(sql, sql.length, columnsOf, known)?.hits.map(({ insert, note }) => `${insert} of ${note}`) ?? [];
  expect(offered("select dia")).toEqual(["diagnosis of wdbc"]);
  expect(offered("select se")).toEqual(["sex of counts.samples"]);
  expect(offered("select mean r")).toEqual(['"mean radius" of wdbc']);
  expect(completeQuery("select dia from genes", 10, columnsOf, known), "once it names one, those of that one").toBeNull();
});

test("nothing is offered in texts, comments, numbers, reserved words, parameters and where a table is named", () => {
  for (const sql of [
    "select 'dia| from wdbc",
    "select 1 -- dia| \nfrom wdbc",
    "select /* dia| */ 1 from wdbc",
    "select $dia| from wdbc",
    "select 12| from wdbc",
    "select * from wdbc wh|",
    "select * from g|",
    "select| from wdbc",
    "select diagnosis| from wdbc",
    "select dia|",
    "select dia|g from wdbc",
    'select "mean r|ad from wdbc',
  ])
    expect(completed(sql), sql).toBeNull();
});
