// What the design of a sample sheet cannot tell: groups of one sample, factors that follow from each other, groups that are
// those of labs or batches. Said before any analysis, on the intake card and with what was loaded.

import { labColumnPattern } from "../../../artifacts/lab-column.ts";
import type { Assay, Column, Table } from "../../../artifacts/artifact.ts";
import { categoryOf, identifies, meaningOf } from "../../../artifacts/semantics.ts";
import { cellString, isMissing } from "../../../artifacts/table.ts";
import type { Issue } from "../../../contract/format.ts";
import type { Sentence } from "../../../messages/sentence.ts";
import { designRank, treatmentColumns } from "../../../stats/design-rank.ts";
import { words } from "./words.ts";

interface Factor {
  readonly name: string;
  readonly isLab: boolean;
  /** Level of each sample, -1 where it is missing. */
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

/** Larger sheets are of cells or of populations: nobody compares their groups one by one. */
const mostSamples = 5_000;
const mostLevels = 20;
const mostFactors = 12;
/** Samples of fewer than two groups have no design. */
const fewestSamples = 4;

/** Of a matrix its samples; of a table its rows, where a column of it names each of them as a sample or a person. */
export function issuesOfDesign(artifact: Table | Assay): readonly Issue[] {
  const sheet = artifact.type === "assay" ? artifact.samples : artifact;
  const { rowCount } = sheet;
  if (rowCount < fewestSamples || rowCount > mostSamples) return [];
  if (artifact.type === "table" && !namesSamples(sheet)) return [];
  const factors = sheet.columns.flatMap((column) => factorOf(column, rowCount) ?? []).slice(0, mostFactors);
  const labs = factors.filter(({ isLab }) => isLab);
  const others = factors.filter(({ isLab }) => !isLab);
  return [
    ...others.flatMap(oneSample),
    ...labs.flatMap((lab) => others.flatMap((factor) => ofLab(factor, lab))),
    ...collinear(others),
  ];
}

/** One name a row: a table of variants names its samples again and again. */
const namesSamples = ({ columns, rowCount }: Table): boolean =>
  columns.some((column) => {
    if (meaningOf(column.semantic).names !== "individuals" || column.type === "float64" || column.type === "boolean")
      return false;
    const seen = new Set(column.type === "text" ? column.codes : column.values);
    return seen.size === rowCount;
  });

function factorOf(column: Column, rows: number): Factor | null {
  const isFactor = categoryOf(column) === "design" && !identifies(column) && meaningOf(column.semantic).groups;
  if (!isFactor || column.type === "float64") return null;
  // Numbers of mice and ages in years are no groups.
  if (column.type === "int32" && (column.semantic === "count" || column.semantic === "number" || column.semantic === "age"))
    return null;
  const codeOf = new Map<string, number>();
  const codes = new Int32Array(rows).fill(-1);
  for (let row = 0; row < rows; row++) {
    const text = isMissing(column, row) ? "" : cellString(column, row);
    if (text === "") continue;
    const code = codeOf.get(text) ?? codeOf.size;
    codeOf.set(text, code);
    codes[row] = code;
    if (codeOf.size > mostLevels) return null;
  }
  const isGrouped = codeOf.size > 1 && codeOf.size * 2 <= rows;
  if (!isGrouped) return null;
  const isLab = column.semantic === "lab" || labColumnPattern.test(column.name);
  return { name: column.name, isLab, codes, levels: [...codeOf.keys()] };
}

const issue = (rule: string, field: string, message: Sentence): Issue => ({
  rule: `design-${rule}`,
  severity: "warning",
  line: null,
  field,
  message,
});

function oneSample({ name, codes, levels }: Factor): Issue[] {
  const counts = levels.map((_, level) => codes.reduce((sum, code) => sum + Number(code === level), 0));
  const alone = levels.filter((_, level) => counts[level] === 1);
  if (alone.length === 0) return [];
  return [issue("one-sample", name, words.sentence("one-sample", { column: name, groups: alone.slice(0, 12), n: alone.length }))];
}

/** For each level of `of` the levels of `by` that it stands with. */
function beside(of: Factor, by: Factor): readonly ReadonlySet<number>[] {
  const found = of.levels.map(() => new Set<number>());
  of.codes.forEach((code, row) => {
    const other = by.codes[row] as number;
    if (code >= 0 && other >= 0) found[code]?.add(other);
  });
  return found;
}
const follows = (by: Factor, of: Factor): boolean => beside(of, by).every((levels) => levels.size <= 1);

/** A lab that holds one group alone says nothing of the group; where each of them does, nothing at all is told. */
function ofLab(factor: Factor, lab: Factor): Issue[] {
  const inLab = beside(lab, factor);
  if (inLab.every((groups) => groups.size <= 1))
    return [issue("confounded", factor.name, words.sentence("confounded", { column: factor.name, lab: lab.name }))];
  const labsOf = beside(factor, lab);
  const closed = factor.levels.flatMap((group, level) => {
    const [only, more] = [...(labsOf[level] ?? [])];
    return only !== undefined && more === undefined && inLab[only]?.size === 1 ? [{ group, lab: lab.levels[only] ?? "" }] : [];
  });
  if (closed.length === 0) return [];
  const params = {
    column: factor.name,
    lab: lab.name,
    n: closed.length,
    groups: closed.slice(0, 12).map(({ group }) => group),
    held: [...new Set(closed.map((each) => each.lab))].slice(0, 12),
  };
  return [issue("group-in-one", factor.name, words.sentence("group-in-one", params))];
}

/** Pairs are named; what is left of the rank is of more than two. */
function collinear(factors: readonly Factor[]): Issue[] {
  const issues: Issue[] = [];
  const kept: Factor[] = [];
  for (const factor of factors) {
    const same = kept.find((before) => follows(factor, before) && follows(before, factor));
    const finer = kept.find((before) => follows(factor, before));
    const coarser = kept.find((before) => follows(before, factor));
    if (same) issues.push(issue("same", factor.name, words.sentence("same", { first: same.name, second: factor.name })));
    else if (finer) issues.push(followsFrom(finer, factor));
    else if (coarser) {
      issues.push(followsFrom(factor, coarser));
      kept.splice(kept.indexOf(coarser), 1, factor);
    } else kept.push(factor);
  }
  return [...issues, ...ofSeveral(kept)];
}

const followsFrom = (first: Factor, second: Factor): Issue =>
  issue("follows", second.name, words.sentence("follows", { first: first.name, second: second.name }));

function ofSeveral(factors: readonly Factor[]): Issue[] {
  if (factors.length < 3) return [];
  const rows = [...(factors[0]?.codes.keys() ?? [])].filter((row) => factors.every(({ codes }) => (codes[row] as number) >= 0));
  const columns: { readonly factor: Factor; readonly values: Float64Array }[] = factors.flatMap((factor) =>
    treatmentColumns(
      rows.map((row) => factor.codes[row] as number),
      factor.levels.length,
    ).map((values) => ({ factor, values })),
  );
  // More effects than samples is a small experiment, which says so by itself.
  if (columns.length + 1 >= rows.length) return [];
  const intercept = new Float64Array(rows.length).fill(1);
  const { rank, aliased } = designRank([intercept, ...columns.map(({ values }) => values)]);
  // A level that only rows with missing values have is none here.
  const real = aliased.filter(({ from }) => from.length > 0);
  const [first] = real;
  const factor = first && columns[first.column - 1]?.factor;
  if (!first || !factor) return [];
  const others = new Set(
    first.from.flatMap(({ column }) => columns[column - 1]?.factor.name ?? []).filter((name) => name !== factor.name),
  );
  if (others.size === 0) return [];
  const params = { column: factor.name, others: [...others], rank, of: rank + real.length };
  return [issue("together", factor.name, words.sentence("together", params))];
}
