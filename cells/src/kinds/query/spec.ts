// SQL over the notebook's cells. A cell is a table by its name; of a matrix `counts` is a row per value, `counts.samples`
// and `counts.features` are what stands beside it; another output is `pca.loadings`. `$gene` is the value of a parameter.

import { z } from "zod";
import { defineKind } from "../../contract/define-kind.ts";
import type { TextReference } from "../../contract/kind.ts";
import { makesNames } from "./makes-names.ts";
import { normalSql, sqlNames, type SqlName } from "./sql-lexer.ts";
import { card } from "./card.ts";
import { example } from "./example.ts";
import { discloses } from "./discloses.ts";
import { words as queryWords } from "./words.ts";

const schema = z.strictObject({
  sql: z.string().default("").meta({
    title: "SQL",
    description:
      "One SELECT; tables are cells by name, $name is a parameter cell. A matrix is read as (feature, sample, value), the tables beside it as name.features and name.samples",
  }),
});
export type QuerySpec = z.output<typeof schema>;

/** Parts of a matrix that are read beside it; any other name after a dot is an output of the cell. */
export const matrixParts: readonly string[] = ["samples", "features"];

/** The output that a name asks for; absent: the main one. */
export const portOfName = (name: SqlName): string | undefined =>
  name.part === undefined || matrixParts.includes(name.part.toLowerCase()) ? undefined : name.part;

const referenceOf = (name: SqlName): TextReference => {
  const port = portOfName(name);
  return { field: "sql", name: name.name, start: name.start, end: name.end, ...(port === undefined ? {} : { port }) };
};

export const query = defineKind({
  ...card,
  title: "SQL query",
  example,
  version: 9,
  specVersion: 1,
  engines: ["duckdb"],
  reproduces: "exact",
  schema,
  empty: schema.parse({}),
  missing: (spec) => (spec.sql.trim() === "" ? "sql" : null),
  textReferences: (spec) => sqlNames(spec.sql).map(referenceOf),
  keySpec: (spec, portOf) => ({ sql: normalSql(spec.sql, (name) => portOf(referenceOf(name))) }),
  discloses,
  carries: ({ sql }, { named }) => ({ rows: "free", named: named && !makesNames(sql) }),
  words: (spec, context) => {
    if (spec.sql.trim() === "") return queryWords.say("words-empty", {}, context.locale);
    const tables = [...new Set(sqlNames(spec.sql).map(({ name, parameter }) => (parameter ? `$${name}` : name)))];
    return tables.length === 0
      ? queryWords.say("words-none", {}, context.locale)
      : queryWords.say("words-tables", { tables }, context.locale);
  },
  suggestName: (spec) => {
    const first = sqlNames(spec.sql).find((name) => !name.parameter);
    return first ? `${first.name}_rows` : "rows";
  },
});
