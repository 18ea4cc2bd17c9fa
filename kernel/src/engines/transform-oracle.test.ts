// Random chains of steps, once by our own loops and once written as SQL for DuckDB: the answers must be the same, missing
// values included. What is not a number is missing, here and in what comes out of SQL.

import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Artifact, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { digestOfArtifact } from "@genomecraft/cells/artifacts/digest-of-artifact.ts";
import { booleanColumn, cellJson, integerColumn, numberColumn, tableOf, textColumn } from "@genomecraft/cells/artifacts/table.ts";
import type { Json, JsonObject } from "@genomecraft/cells/base/json.ts";
import type { ExecuteContext } from "@genomecraft/cells/contract/execute.ts";
import { execute } from "@genomecraft/cells/kinds/transform/execute.ts";
import { transform } from "@genomecraft/cells/kinds/transform/spec.ts";
import { newDuckdbEngine } from "./duckdb-engine.ts";

const engine = await newDuckdbEngine();
const signal = new AbortController().signal;

const number = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -4, max: 4 }).map((n) => n / 4) },
  { weight: 1, arbitrary: fc.constantFrom(null, Number.NaN, Number.POSITIVE_INFINITY, -0) },
);
const row = fc.record({
  g: fc.constantFrom("a", "b", "B", "é", "\u{1F9EC}", "\uFFFD", "", null),
  h: fc.constantFrom("u", "v", null),
  x: number,
  y: number,
  n: fc.constantFrom(0, 1, 2, -3, 1000, null),
  f: fc.constantFrom(true, false, null),
});
type Row = { g: string | null; h: string | null; x: number | null; y: number | null; n: number | null; f: boolean | null };
const tableOfRows = (rows: readonly Row[]): Table =>
  tableOf(
    textColumn(
      "g",
      rows.map((each) => each.g),
    ),
    textColumn(
      "h",
      rows.map((each) => each.h),
    ),
    numberColumn(
      "x",
      rows.map((each) => each.x),
    ),
    numberColumn(
      "y",
      rows.map((each) => each.y),
    ),
    integerColumn(
      "n",
      rows.map((each) => each.n),
    ),
    booleanColumn(
      "f",
      rows.map((each) => each.f),
    ),
  );

/** A formula and the SQL that means the same by our rules. */
interface Said {
  readonly formula: string;
  readonly sql: string;
}
const numeric: fc.Arbitrary<Said> = fc.letrec<{ e: Said }>((tie) => ({
  e: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("x", "y", "n").map((name) => ({ formula: name, sql: `${name}::double` })),
    fc.integer({ min: -3, max: 3 }).map((n) => ({ formula: `(${n})`, sql: `(${n})::double` })),
    fc.tuple(fc.constantFrom("+", "-", "*"), tie("e"), tie("e")).map(([sign, a, b]) => ({
      formula: `(${a.formula} ${sign} ${b.formula})`,
      // Infinity less infinity is no number, and what is none is missing to whatever reads it.
      sql: `nullif(${a.sql} ${sign} ${b.sql}, 'nan'::double)`,
    })),
    tie("e").map((a) => ({ formula: `abs(${a.formula})`, sql: `abs(${a.sql})` })),
    fc
      .tuple(tie("e"), tie("e"))
      .map(([a, b]) => ({ formula: `coalesce(${a.formula}, ${b.formula})`, sql: `coalesce(${a.sql}, ${b.sql})` })),
  ),
})).e;
/** IEEE comparisons in SQL: missing stays missing, NaN is unordered. */
const compared = (sign: string, a: string, b: string): string =>
  `case when ${a} is null or ${b} is null then null when isnan(${a}) or isnan(${b}) then ${sign === "!=" ? "true" : "false"} else ${a} ${sign} ${b} end`;
const logical: fc.Arbitrary<Said> = fc.letrec<{ e: Said }>((tie) => ({
  e: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.tuple(fc.constantFrom("=", "!=", "<", "<=", ">", ">="), numeric, numeric).map(([sign, a, b]) => ({
      formula: `${a.formula} ${sign} ${b.formula}`,
      sql: `(${compared(sign, a.sql, b.sql)})`,
    })),
    fc.tuple(fc.constantFrom("=", "!=", "<", ">="), fc.constantFrom("a", "B", "\u{1F9EC}", "\uFFFD", "")).map(([sign, text]) => ({
      formula: `g ${sign} "${text}"`,
      sql: `(g ${sign} '${text}')`,
    })),
    fc.constant({ formula: "f", sql: "f" }),
    fc.constant({ formula: "is_missing(h)", sql: "(h is null)" }),
    fc.constant({ formula: 'g in ("a", "é", h)', sql: "(g in ('a', 'é', h))" }),
    fc.tuple(fc.constantFrom("and", "or"), tie("e"), tie("e")).map(([word, a, b]) => ({
      formula: `(${a.formula} ${word} ${b.formula})`,
      sql: `(${a.sql} ${word} ${b.sql})`,
    })),
    tie("e").map((a) => ({ formula: `not (${a.formula})`, sql: `(not (${a.sql}))` })),
  ),
})).e;

/** A step, and the query that does the same to `$T`, whose column `_row` holds the order. */
interface Step {
  readonly step: JsonObject;
  readonly sql: string;
  /** Steps after which the columns are others end a chain. */
  readonly last?: true;
}
const all = "g, h, x, y, n, f";
const renumbered = (select: string, order: string): string =>
  `select * exclude (_o), (row_number() over (order by _o)) - 1 as _row from (select ${select}, ${order} as _o from $T)`;
const orderOf = (column: string, descending: boolean): string =>
  column === "x" || column === "y"
    ? `(case when ${column} is null then 2 when isnan(${column}) then 1 else 0 end), ${column} ${descending ? "desc" : "asc"}`
    : `(${column} is null), ${column} ${descending ? "desc" : "asc"}`;
const column = fc.constantFrom("g", "h", "x", "y", "n", "f");
const columns = fc.uniqueArray(column, { minLength: 1, maxLength: 3 });
/** Sums in the tests are of quarters, so every order of adding gives the same. */
const aggregateSql = (take: string, name: string): string => {
  const nan = name === "n" ? "false" : `coalesce(bool_or(isnan(${name})), false)`;
  if (take === "count") return `count(${name})::int`;
  if (take === "distinct") return `count(distinct ${name})::int`;
  if (take === "min" || take === "max")
    return name === "n" ? `${take}(n)` : `case when ${nan} then 'nan'::double else ${take}(${name}) end`;
  if (take === "sum") return `sum(${name}::double)`;
  return `case when ${nan} then 'nan'::double else median(${name}::double) end`;
};
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(logical, fc.constantFrom("keep", "drop")).map(([where, action]) => ({
    step: { verb: "filter", where: where.formula, action },
    sql: `select ${all}, _row from $T where ${action === "keep" ? "" : "not "}coalesce(${where.sql}, false)`,
  })),
  fc.tuple(fc.constantFrom("x", "y"), numeric).map(([name, value]) => ({
    step: { verb: "derive", name, formula: value.formula },
    sql: `select * replace ((${value.sql})::double as ${name}) from $T`,
  })),
  fc.tuple(columns, fc.boolean()).map(([by, descending]) => ({
    step: { verb: "sort", by: by.map((name) => ({ column: name, descending })) },
    sql: renumbered(all, `row_number() over (order by ${by.map((name) => orderOf(name, descending)).join(", ")}, _row)`),
  })),
  columns.map((by) => ({
    step: { verb: "distinct", columns: by },
    sql: `select ${all}, _row from $T qualify row_number() over (partition by ${by.join(", ")} order by _row) = 1`,
  })),
  columns.map((by) => ({
    step: { verb: "drop-missing", columns: by },
    sql: `select ${all}, _row from $T where ${by.map((name) => `${name} is not null`).join(" and ")}`,
  })),
  fc.integer({ min: 0, max: 20 }).map((count) => ({
    step: { verb: "head", rows: count },
    sql: `select * from $T order by _row limit ${count}`,
  })),
  fc.integer({ min: -2, max: 2 }).map((value) => ({
    step: { verb: "fill-missing", columns: ["x"], fill: { by: "value", value } },
    sql: `select * replace (coalesce(x, ${value}) as x) from $T`,
  })),
);
const ends: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(
      fc.uniqueArray(fc.constantFrom("g", "h", "f"), { minLength: 1, maxLength: 2 }),
      fc.constantFrom("x", "y", "n"),
      fc.constantFrom("count", "distinct", "min", "max", "sum", "median"),
    )
    .map(([by, name, take]) => ({
      step: {
        verb: "summarise",
        by,
        values: [
          { name: "all", take: "count" },
          { name: "v", take, column: name },
        ],
      },
      sql: `select ${by.join(", ")}, count(*)::int as "all", ${aggregateSql(take, name)} as v, min(_row) as _row from $T group by ${by.map((_, at) => at + 1).join(", ")}`,
      last: true as const,
    })),
  fc.constantFrom("inner", "left", "semi", "anti").map((how) => ({
    step: {
      verb: "join",
      with: { ref: "cell_other" },
      on: [
        { left: "g", right: "k" },
        { left: "n", right: "m" },
      ],
      how,
    },
    sql:
      how === "semi" || how === "anti"
        ? `select ${all}, _row from $T where ${how === "anti" ? "not " : ""}exists (select 1 from other where k = g and m = n)`
        : `select ${all}, v, row_number() over (order by t._row, o._row) as _row from $T t ${how} join other o on o.k = t.g and o.m = t.n`,
    last: true as const,
  })),
  fc.constant({
    step: { verb: "fold", columns: ["x", "y"], name: "which", value: "v" },
    sql: `select g, h, n, f, which, v, 2 * _row + (which = 'y')::int as _row from (select g, h, n, f, unnest(['x', 'y']) as which, unnest([x, y]) as v, row_number() over (order by _row) as _row from $T)`,
    last: true as const,
  }),
);
const other = tableOf(
  textColumn("k", ["a", "a", "é", null, "b", "\u{1F9EC}", "a"]),
  integerColumn("m", [1, 1, 2, 1, null, 0, 1000]),
  integerColumn("v", [10, 11, 12, 13, 14, 15, 16]),
);

async function own(data: Table, chain: readonly Step[]): Promise<Table> {
  const context = {
    input: (ref: { ref: string }): Artifact => (ref.ref === "cell_other" ? other : data),
    valueOf: (field: Json) => field,
    progress: () => undefined,
    log: () => undefined,
    signal,
  };
  const spec = transform.schema.parse({ from: { ref: "cell_data" }, steps: chain.map(({ step }) => step) });
  const result = await execute(spec, context as unknown as ExecuteContext);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.out as Table;
}
const withRow = (table: Table): Table => ({
  ...table,
  columns: [
    ...table.columns,
    integerColumn(
      "_row",
      Array.from({ length: table.rowCount }, (_, at) => at),
    ),
  ],
});
async function bySql(data: Table, chain: readonly Step[]): Promise<Table> {
  const parts = chain.map(({ sql }, at) => `t${at + 1} as (${sql.replaceAll("$T", `t${at}`)})`);
  const sql = `with t0 as (select * from data)${parts.map((part) => `, ${part}`).join("")} select * exclude (_row) from t${chain.length} order by _row`;
  const tables = new Map([
    ["data", withRow(data)],
    ["other", withRow(other)],
  ]);
  const result = await engine.select({ sql, tables, params: {}, signal, trusted: true });
  if (!result.ok) throw new Error(`${JSON.stringify(result.error)}\n${sql}`);
  return result.value;
}
const shown = (table: Table): Json[][] => [
  table.columns.map((each) => each.name),
  ...Array.from({ length: table.rowCount }, (_, at) => table.columns.map((each) => plain(cellJson(each, at)))),
];
/** The sign of a zero carries no meaning: digests do not see it. */
const plain = (value: Json): Json => (value === 0 ? 0 : value);
/** The same content; a column of integers may be either number type, and no sign is left on zero. */
const bare = (table: Table): Table => ({
  ...table,
  columns: table.columns.map(({ semantic: _semantic, unit: _unit, ...each }) =>
    each.type === "int32" ? { ...each, type: "float64", values: Float64Array.from(each.values) } : each,
  ),
});

test("random chains of steps answer what DuckDB answers, to the digest", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 30 }),
      fc.array(steps, { maxLength: 4 }),
      fc.option(ends, { nil: undefined }),
      async (rows, chain, end) => {
        const data = tableOfRows(rows);
        const whole = end ? [...chain, end] : chain;
        const [a, b] = [await own(data, whole), await bySql(data, whole)];
        expect(shown(a)).toEqual(shown(b));
        expect(digestOfArtifact(bare(a))).toBe(digestOfArtifact(bare(b)));
      },
    ),
    { numRuns: 60 },
  );
});
