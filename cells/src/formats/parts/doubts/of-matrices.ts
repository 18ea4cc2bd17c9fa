// What is said of a matrix whose file holds more than genes and samples: columns that describe rows, rows of totals.

import type { Column, Table } from "../../../artifacts/artifact.ts";
import { takeRows } from "../../../artifacts/table.ts";
import type { Content, Fix, Issue } from "../../../contract/format.ts";
import type { Sentence } from "../../../messages/sentence.ts";
import { annotationColumns, maybeAnnotations } from "../annotation-columns.ts";
import type { MatrixRows } from "../matrix-of-content.ts";
import { rowsApart, rowsBelow } from "../rows-below.ts";
import { isSummaryName } from "../summary-rows.ts";
import { type Statistic, statistics, summaryColumns } from "../summary-columns.ts";
import { columnsUnlikeOthers } from "../unlike-columns.ts";
import { words } from "./words.ts";

/** Columns that are no samples, given that samples are columns. */
export interface Apart {
  /** All of them, by name. */
  readonly names: ReadonlySet<string>;
  /** By their names they describe rows. */
  readonly describing: readonly string[];
  /** Their values are computed from the other columns. */
  readonly computed: readonly { readonly name: string; readonly of: Statistic }[];
  /** They are called as if. */
  readonly called: readonly string[];
  /** They may be no samples: to be said, and left where they are. */
  readonly doubted: readonly string[];
}

export const noneApart: Apart = { names: new Set(), describing: [], computed: [], called: [], doubted: [] };

type MatrixContent = Extract<Content, { readonly shape: "matrix" }>;

/** As it was set: what is found, none, or those that are named. */
export type Annotations = "apart" | "samples" | readonly string[];

/** Columns that describe rows; a format that says what is what is believed. */
export function apartIn(content: Content, annotations: Annotations): Apart {
  if (annotations === "samples") return noneApart;
  if (annotations !== "apart") return { ...noneApart, names: new Set(annotations) };
  if (content.shape !== "table") return content.shape === "matrix" ? doubtedIn(content) : noneApart;
  const { columns, rowCount } = content.table;
  const others = columns.slice(1);
  const described = annotationColumns(others.map(({ name }) => name));
  const numeric = others.flatMap((column) =>
    !described.has(column.name) && (column.type === "float64" || column.type === "int32") ? [column] : [],
  );
  const summaries = summaryColumns(
    numeric.map(({ name }) => name),
    {
      rows: rowCount,
      columns: numeric.length,
      at: (row, at) => {
        const { values, valid } = numeric[at] as (typeof numeric)[number];
        return valid?.[row] === 0 ? Number.NaN : (values[row] as number);
      },
    },
  );
  const nameOf = (at: number): string => (numeric[at] as (typeof numeric)[number]).name;
  // Where nothing would be left, the names say something else.
  if (numeric.length > 0 && summaries.apart.length === numeric.length) return noneApart;
  if (numeric.length === 0 && others.every(({ type }) => type !== "text")) return noneApart;
  const computed = summaries.apart.flatMap(({ column, of }) => (of === null ? [] : [{ name: nameOf(column), of }]));
  const called = summaries.apart.flatMap(({ column, of }) => (of === null ? [nameOf(column)] : []));
  return {
    names: new Set([...described, ...computed.map(({ name }) => name), ...called]),
    describing: [...described],
    computed,
    called,
    doubted: summaries.doubted.map(nameOf),
  };
}

/** Numbers that were read into one array: none of the first rows said that a column is computed, and if later ones do, it is asked. */
function doubtedIn({ declared, names, data, ids }: MatrixContent): Apart {
  if (declared) return noneApart;
  const width = names.length;
  const found = summaryColumns(names, {
    rows: ids.codes.length,
    columns: width,
    at: (row, at) => data[row * width + at] as number,
  });
  const doubted = [...found.doubted, ...found.apart.map(({ column }) => column)].map((at) => names[at] as string);
  return { ...noneApart, doubted };
}

/** Without those that a sheet of samples names. */
export function withoutNames(apart: Apart, samples: ReadonlySet<string>): Apart {
  const stay = (name: string): boolean => !samples.has(name.trim());
  return {
    names: new Set([...apart.names].filter(stay)),
    describing: apart.describing.filter(stay),
    computed: apart.computed.filter(({ name }) => stay(name)),
    called: apart.called.filter(stay),
    doubted: apart.doubted.filter(stay),
  };
}

/** A doubt about the whole file. */
export const doubt = (message: Sentence, fix?: Fix): Issue => ({
  rule: message.key.slice(message.key.indexOf(".") + 1),
  severity: "warning",
  line: null,
  field: null,
  message,
  ...(fix ? { fix } : {}),
});

/** What was set apart, each kind with the setting that takes it for samples. */
export function issuesOfApart(apart: Apart): Issue[] {
  const { describing, called } = apart;
  const without = (names: readonly string[]): Fix => {
    const rest = [...apart.names].filter((name) => !names.includes(name));
    return { path: ["annotations"], value: rest.length > 0 ? rest : "samples" };
  };
  const issue = (names: readonly string[], message: Sentence): Issue[] =>
    names.length > 0 ? [doubt(message, without(names))] : [];
  return [
    ...issue(describing, words.sentence("annotation-columns", { count: describing.length, columns: describing.slice(0, 20) })),
    ...statistics.flatMap((of) => {
      const columns = apart.computed.filter((each) => each.of === of).map(({ name }) => name);
      return issue(columns, words.sentence(`computed-${of}`, { count: columns.length, columns: columns.slice(0, 20) }));
    }),
    ...issue(called, words.sentence("called-computed", { count: called.length, columns: called.slice(0, 20) })),
  ];
}

/** Samples that may be none, by what they are called or by values unlike those of all others. */
export function issuesOfUnlike({ names, doubted }: Apart, rows: MatrixRows): Issue[] {
  const byName = rows.names.filter((name) => doubted.includes(name));
  const maybe = maybeAnnotations(rows.names).filter((name) => !byName.includes(name));
  const called = [...byName, ...maybe];
  const unlike = columnsUnlikeOthers(rows)
    .filter(({ name }) => !called.includes(name))
    .slice(0, 20);
  const all = [...called, ...unlike.map(({ name }) => name)];
  if (all.length === 0 || all.length >= rows.names.length) return [];
  const fix: Fix = { path: ["annotations"], value: [...names, ...all] };
  return [
    ...(called.length > 0
      ? [doubt(words.sentence("maybe-annotation", { count: called.length, columns: called.slice(0, 20) }), fix)]
      : []),
    ...unlike.map(({ name, as }) => doubt(words.sentence(`unlike-${as}`, { column: name }), fix)),
  ];
}

/** Of columns that hold text, beside those that are told by their names. */
export function issuesOfText(beside: readonly Column[], apart: ReadonlySet<string>, inColumns: boolean): Issue[] {
  // A format that says which columns describe rows says it of numbers, too.
  const texts = beside.filter(({ type }) => type === "text" || type === "boolean");
  const columns = inColumns ? texts.map(({ name }) => name).filter((name) => !apart.has(name)) : [];
  if (columns.length === 0) return [];
  return [doubt(words.sentence("text-beside", { count: columns.length, columns: columns.slice(0, 20) }))];
}

/** Of genes, or samples in rows, that are none. */
export function issuesOfSummary(names: readonly string[]): Issue[] {
  const fix: Fix = { path: ["summaryRows"], value: "keep" };
  const counted = names.filter(isSummaryName);
  const computed = names.filter((name) => !isSummaryName(name));
  const params = (rows: readonly string[]) => ({ count: rows.length, rows: rows.slice(0, 20) });
  return [
    ...(counted.length > 0 ? [doubt(words.sentence("summary-rows", params(counted)), fix)] : []),
    ...(computed.length > 0 ? [doubt(words.sentence("computed-rows", params(computed)), fix)] : []),
  ];
}

/** Of a table nothing is left out unless that was chosen. */
export function issuesOfRowsInTable(content: Content, lineOf: (row: number) => number): Issue[] {
  if (content.shape !== "table") return [];
  const [first] = content.table.columns;
  const found = first?.type === "text" ? first.dictionary.filter(isSummaryName) : [];
  const { rows, names } = rowsBelow(content.table, lineOf);
  const fix: Fix = { path: ["summaryRows"], value: "leave-out-of-tables" };
  const line = rows[0] === undefined ? null : lineOf(rows[0]);
  const params = { count: rows.length, rows: names.slice(0, 5), line };
  return [
    ...(found.length === 0
      ? []
      : [doubt(words.sentence("summary-rows-of-table", { count: found.length, rows: found.slice(0, 20) }), fix)]),
    ...(rows.length === 0 ? [] : [{ ...doubt(words.sentence("rows-below", params), fix), line }]),
  ];
}

/** A column that is the sum of the other numbers is counted twice by whoever adds them up, in a table, too. */
export function issuesOfColumnsInTable(content: Content): Issue[] {
  if (content.shape !== "table") return [];
  const columns = apartIn(content, "apart").computed.flatMap(({ name, of }) => (of === "sum" ? [name] : []));
  if (columns.length === 0) return [];
  return [doubt(words.sentence("sum-in-table", { count: columns.length, columns: columns.slice(0, 20) }))];
}

/** The table without them, as was chosen, and what is said of it, with the setting that keeps them. */
export function withoutRowsApart(
  table: Table,
  lineOf: (row: number) => number,
): { readonly table: Table; readonly said: readonly Issue[] } {
  const apart = new Set(rowsApart(table, lineOf));
  if (apart.size === 0) return { table, said: [] };
  const kept = Array.from({ length: table.rowCount }, (_, row) => row).filter((row) => !apart.has(row));
  const lines = [...apart].slice(0, 10).map(lineOf);
  const message = words.sentence("rows-left-out", { count: apart.size, lines });
  return { table: takeRows(table, kept), said: [doubt(message, { path: ["summaryRows"], value: "keep" })] };
}
