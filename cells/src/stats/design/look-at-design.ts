// A design as a whole: its model matrix, its rank and what is found of it. Variables are those of the formula, in its order.

import { designRank } from "../design-rank.ts";
import { cellsOf } from "./cells.ts";
import { withoutColumn, withoutTerm } from "./edit-formula.ts";
import { type Finding, mostListed } from "./finding.ts";
import type { Formula } from "./formula.ts";
import { completeRows, modelMatrix, type ModelMatrix, takeVariableRows, type Variable, widthOf } from "./model-matrix.ts";
import { beside, countsOf, type Division, divisionOf } from "./tell-apart.ts";
import { whyAliased } from "./why-aliased.ts";

export interface Block {
  readonly name: string;
  readonly variable: Variable;
}

export interface LookedAt {
  /** Rows of the sheet that are in it, ascending. */
  readonly rows: Int32Array;
  /** Null where it cannot be made; an error among the findings says why. */
  readonly matrix: ModelMatrix | null;
  /** Of the formula, with those rows and the levels that they hold. */
  readonly variables: readonly Variable[];
  readonly rank: number;
  /** Names of columns that follow from those before them, as R's alias() and limma's nonEstimable() tell. */
  readonly aliased: readonly string[];
  readonly residual: number;
  readonly findings: readonly Finding[];
}

export interface Asked {
  readonly formula: Formula;
  readonly variables: readonly Variable[];
  readonly block: Block | null;
  readonly missing: "refuse" | "drop";
  readonly rowCount: number;
}

/** More columns are no design that anybody reads, and would take minutes. */
const mostColumns = 500;
const mostCells = 5_000_000;

export function lookAtDesign({ formula, variables, block, missing, rowCount }: Asked): LookedAt {
  const asked = block ? [...variables, block.variable] : variables;
  const names = block ? [...formula.variables, block.name] : formula.variables;
  const complete = completeRows(asked, rowCount);
  const { rows } = complete;
  const n = rowCount - rows.length;
  const lacking = names.filter((_, at) => (complete.missing[at] as number) > 0);
  const nothing = { rows, matrix: null, variables: [], rank: 0, aliased: [], residual: rows.length };
  const dropped: Finding[] = [];
  if (n > 0 && missing === "refuse") {
    const fixes = [{ do: "drop-missing" } as const, ...leaveOut(formula, lacking)];
    const finding: Finding = { kind: "missing", columns: lacking, n, samples: rowCount, severity: "error", fixes };
    return { ...nothing, findings: [finding] };
  }
  if (n > 0) {
    const said = { kind: "missing-dropped", columns: lacking, n, samples: rowCount, severity: "warning" } as const;
    dropped.push({ ...said, fixes: leaveOut(formula, lacking) });
  }
  const taken = variables.map((variable) => takeVariableRows(variable, rows));
  const kept = taken.map(withoutLost);
  dropped.push(...lostLevels(formula, variables, kept));
  const hindering = hindrances(formula, kept, rows.length);
  if (hindering.length > 0) return { ...nothing, findings: [...dropped, ...hindering] };
  const matrix = modelMatrix(formula, kept, rows.length);
  const { rank, aliased } = designRank(matrix.columns.map(({ values }) => values));
  const residual = rows.length - rank;
  const findings = [
    ...dropped,
    ...whyAliased({ formula, variables: kept, columns: matrix.columns, aliased }),
    ...leftOver(formula, kept, { samples: rows.length, rank }),
    ...aloneIn(formula, kept, rows.length),
    ...looksGrouped(formula, kept),
    ...(block ? ofBlock(formula, kept, { ...block, variable: takeVariableRows(block.variable, rows) }) : []),
  ];
  return {
    rows,
    matrix,
    variables: kept,
    rank,
    aliased: aliased.map(({ column }) => matrix.columns[column]?.name ?? ""),
    residual,
    findings,
  };
}

const leaveOut = (formula: Formula, names: readonly string[]) =>
  names
    .filter((name) => formula.variables.includes(name))
    .map((what) => ({ do: "leave-out", what, formula: withoutColumn(formula, what) }) as const);

/** As R takes texts: levels are those that the rows hold. */
function withoutLost(variable: Variable): Variable {
  if (variable.kind === "number") return variable;
  const counts = countsOf(divisionOf(variable));
  if (counts.every((count) => count > 0)) return variable;
  let next = 0;
  const places = counts.map((count) => (count > 0 ? next++ : -1));
  const codes = Int32Array.from(variable.codes, (code) => places[code] ?? -1);
  return { kind: "factor", levels: variable.levels.filter((_, at) => (counts[at] as number) > 0), codes };
}

function lostLevels(formula: Formula, before: readonly Variable[], after: readonly Variable[]): Finding[] {
  return before.flatMap((variable, at): Finding[] => {
    const now = after[at];
    if (variable.kind !== "factor" || now?.kind !== "factor") return [];
    const kept = new Set(now.levels);
    const levels = variable.levels.filter((level) => !kept.has(level));
    if (levels.length === 0) return [];
    return [{ kind: "level-lost", column: formula.variables[at] ?? "", levels, severity: "warning", fixes: [] }];
  });
}

/** What keeps the matrix from being made. */
function hindrances(formula: Formula, variables: readonly Variable[], rowCount: number): readonly Finding[] {
  if (rowCount === 0) return [{ kind: "no-samples", severity: "error", fixes: [] }];
  const found = variables.flatMap((variable, at): Finding[] => {
    const column = formula.variables[at] ?? "";
    const fixes = leaveOut(formula, [column]);
    if (variable.kind === "number")
      return Array.prototype.every.call(variable.values, Number.isFinite)
        ? []
        : [{ kind: "infinite", column, severity: "error", fixes }];
    if (variable.levels.length > 1) return [];
    return [{ kind: "one-level", column, level: variable.levels[0] ?? "", severity: "error", fixes }];
  });
  if (found.length > 0) return found;
  const columns = widthOf(formula, variables);
  if (columns === 0) return [{ kind: "nothing", severity: "error", fixes: [{ do: "formula", formula: "~ 1" }] }];
  const most = Math.min(mostColumns, Math.floor(mostCells / rowCount));
  if (columns <= most) return [];
  const widest = widestFactor(formula, variables);
  return [{ kind: "too-wide", columns, most, column: widest, severity: "error", fixes: leaveOut(formula, [widest]) }];
}

function widestFactor(formula: Formula, variables: readonly Variable[]): string {
  const width = (variable: Variable): number => (variable.kind === "factor" ? variable.levels.length : 1);
  const widest = variables.reduce((best, variable, at) => (width(variable) > width(variables[best] as Variable) ? at : best), 0);
  return formula.variables[widest] ?? "";
}

/** Below three nobody can say how samples differ by chance. */
const few = 3;

function leftOver(formula: Formula, variables: readonly Variable[], size: { samples: number; rank: number }): readonly Finding[] {
  const { samples, rank: coefficients } = size;
  const n = samples - coefficients;
  if (n >= few) return [];
  const last = formula.terms.length - 1;
  const isCrossed = (formula.terms[last]?.variables.length ?? 0) > 1;
  const fixes = isCrossed
    ? [{ do: "leave-out", what: formula.terms[last]?.label ?? "", formula: withoutTerm(formula, last) } as const]
    : leaveOut(formula, [widestFactor(formula, variables)]);
  return n <= 0
    ? [{ kind: "no-residual", samples, coefficients, severity: "error", fixes }]
    : [{ kind: "few-residual", samples, coefficients, n, severity: "warning", fixes }];
}

/** Groups of one sample, and combinations of one where an interaction asks for them. */
function aloneIn(formula: Formula, variables: readonly Variable[], rowCount: number): readonly Finding[] {
  const used = [...new Set(formula.terms.flatMap((term) => term.variables))];
  const singles = new Set<number>();
  const groups = used.flatMap((place): Finding[] => {
    const variable = variables[place];
    if (variable?.kind !== "factor") return [];
    const counts = countsOf(divisionOf(variable));
    const levels = variable.levels.filter((_, at) => counts[at] === 1);
    if (levels.length === 0) return [];
    singles.add(place);
    const column = formula.variables[place] ?? "";
    // Of a column that names each sample the missing rest says enough.
    if (levels.length === variable.levels.length) return [];
    return [{ kind: "one-sample", column, levels: levels.slice(0, mostListed), severity: "warning", fixes: [] }];
  });
  const crossed = formula.terms.flatMap((term, at): Finding[] => {
    if (term.variables.length < 2 || term.variables.some((place) => singles.has(place))) return [];
    const alone = cellsOf(
      term.variables.map((place) => variables[place] as Variable),
      rowCount,
    ).filter(({ count }) => count === 1);
    if (alone.length === 0) return [];
    const fixes = [{ do: "leave-out", what: term.label, formula: withoutTerm(formula, at) } as const];
    const cells = alone.slice(0, mostListed).map(({ name }) => name);
    return [{ kind: "one-cell", term: term.label, cells, n: alone.length, severity: "warning", fixes }];
  });
  return [...groups, ...crossed];
}

/** Whole numbers of few values, each of several samples, are names of groups as often as amounts. */
function looksGrouped(formula: Formula, variables: readonly Variable[]): readonly Finding[] {
  return variables.flatMap((variable, at): Finding[] => {
    if (variable.kind !== "number") return [];
    const division = divisionOf(variable);
    const { names } = division;
    const isFew = names.length >= 2 && names.length <= 6 && names.every((name) => /^\d{1,3}$/.test(name));
    if (!isFew || countsOf(division).some((count) => count < 2)) return [];
    const column = formula.variables[at] ?? "";
    const values = [...names].sort((a, b) => Number(a) - Number(b));
    return [{ kind: "looks-grouped", column, values, severity: "warning", fixes: [{ do: "as", column, as: "factor" }] }];
  });
}

/** Samples of one block are alike (a donor, a litter): what a block must have for that to be told from the effects. */
function ofBlock(formula: Formula, variables: readonly Variable[], { name: block, variable }: Block): readonly Finding[] {
  const fixes = [{ do: "no-block" } as const];
  const blocks = divisionOf(variable);
  const counts = countsOf(blocks).filter((count) => count > 0);
  if (counts.length === 1) {
    const level = blocks.names[blocks.codes[0] as number] ?? "";
    return [{ kind: "block-one", block, level, severity: "error", fixes }];
  }
  if (formula.variables.includes(block))
    return [{ kind: "block-in-formula", block, severity: "error", fixes: [...fixes, ...leaveOut(formula, [block])] }];
  if (counts.every((count) => count === 1)) return [{ kind: "block-single", block, severity: "warning", fixes }];
  return variables.flatMap((each, at): Finding[] => {
    if (each.kind !== "factor") return [];
    const factor: Division = divisionOf(each);
    const blocksOf = beside(factor, blocks);
    const levelsIn = beside(blocks, factor);
    const alone = factor.names.filter((_, code) => {
      const [only, more] = [...(blocksOf[code] ?? [])];
      return only !== undefined && more === undefined && levelsIn[only]?.size === 1;
    });
    if (alone.length === 0) return [];
    const severity = alone.length === factor.names.length ? "error" : "warning";
    const column = formula.variables[at] ?? "";
    return [{ kind: "block-confounded", block, column, levels: alone.slice(0, mostListed), severity, fixes }];
  });
}
