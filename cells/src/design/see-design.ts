// A design on a sample sheet: what the formula says, the model matrix, and everything that is wrong or doubtful, in words with what
// mends it. For the form, while it is typed, and for whoever computes with the design.

import type { Table } from "../artifacts/artifact.ts";
import { columnOf } from "../artifacts/table.ts";
import { nearestNames } from "../base/nearest-name.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { DesignFix, Finding, Severity } from "../stats/design/finding.ts";
import { readFormula, type Formula, type FormulaProblem, type Span } from "../stats/design/formula.ts";
import { lookAtDesign, type LookedAt } from "../stats/design/look-at-design.ts";
import type { Variable } from "../stats/design/model-matrix.ts";
import { quoted } from "../stats/design/terms.ts";
import { fixInWords, sentenceOfFinding, withoutValues } from "./say-finding.ts";
import { type DesignSpec, takenOf, withTaken } from "./spec.ts";
import { variableOf, type VariableProblem } from "./variables-of-sheet.ts";
import { words } from "./words.ts";

export interface DesignSaid {
  readonly severity: Severity;
  readonly sentence: Sentence;
  /** The same without values of the sheet. */
  readonly bare: Sentence;
  /** Of the spec's formula, where it is of a place in it. */
  readonly span: Span | null;
  /** Nothing is wrong: the formula is not written yet. */
  readonly asks: boolean;
  readonly fixes: readonly DesignMended[];
}
/** One click: the design as it is then. */
export interface DesignMended {
  readonly title: Sentence;
  readonly design: DesignSpec;
}

export interface SeenDesign {
  /** Null where it cannot be read. */
  readonly formula: Formula | null;
  /** Null where there is no formula or a column of it cannot be taken. */
  readonly looked: LookedAt | null;
  readonly said: readonly DesignSaid[];
}

export function seeDesign(sheet: Table, spec: DesignSpec): SeenDesign {
  const read = readFormula(spec.formula);
  if (!read.ok) return { formula: null, looked: null, said: [saidOfFormula(read.error, spec, sheet)] };
  const formula = read.value;
  const taken = new Taken(sheet, spec);
  const variables = formula.variables.map((name, at) => taken.variable(name, formula.spans[at] ?? null));
  const block = spec.block === null ? null : taken.block(spec.block);
  if (taken.said.length > 0) return { formula, looked: null, said: taken.said };
  const looked = lookAtDesign({
    formula,
    variables: variables.flatMap((variable) => variable ?? []),
    block: block && spec.block !== null ? { name: spec.block, variable: block } : null,
    missing: spec.missing,
    rowCount: sheet.rowCount,
  });
  const said = looked.findings.map((finding): DesignSaid => {
    const fixes = [...finding.fixes, ...asNumbers(finding, sheet, spec)];
    return {
      severity: finding.severity,
      sentence: sentenceOfFinding(finding),
      bare: withoutValues(finding),
      span: null,
      asks: false,
      fixes: fixes.map((fix) => ({ title: fixInWords(fix), design: mended(spec, fix) })),
    };
  });
  return { formula, looked, said };
}

/** Numbers that were taken as groups, of which there are too many then. */
function asNumbers(finding: Finding, sheet: Table, spec: DesignSpec): DesignFix[] {
  if (finding.kind !== "no-residual" && finding.kind !== "few-residual" && finding.kind !== "too-wide") return [];
  return spec.columns.flatMap(({ column, as }) => {
    const found = columnOf(sheet, column);
    return as === "factor" && found && found.type !== "text" ? [{ do: "as", column, as: "number" } as const] : [];
  });
}

export function mended(spec: DesignSpec, fix: DesignFix): DesignSpec {
  switch (fix.do) {
    case "leave-out":
    case "formula":
      return { ...spec, formula: fix.formula };
    case "as":
      return withTaken(spec, fix.column, { as: fix.as, ...(fix.as === "number" ? { reference: undefined } : {}) });
    case "drop-missing":
      return { ...spec, missing: "drop" };
    case "no-block":
      return { ...spec, block: null };
  }
}

/** The formula with names that need backticks between them, where it can be read then; null: it has no such name. */
function withNamesQuoted(formula: string, sheet: Table): { readonly name: string; readonly formula: string } | null {
  const bare = sheet.columns
    .map(({ name }) => name)
    .filter((name) => quoted(name) !== name && formula.includes(name))
    .sort((a, b) => b.length - a.length);
  let parts = formula.split(/(`[^`]*`)/u);
  for (const name of bare)
    parts = parts.flatMap((part) => (part.startsWith("`") ? [part] : part.replaceAll(name, quoted(name)).split(/(`[^`]*`)/u)));
  const made = parts.join("");
  const [name] = bare;
  return name !== undefined && made !== formula && readFormula(made).ok ? { name, formula: made } : null;
}

function saidOfFormula(problem: FormulaProblem, spec: DesignSpec, sheet: Table): DesignSaid {
  const { problem: what, start, end, found, meant, asFactor } = problem;
  const named = meant === undefined ? withNamesQuoted(spec.formula, sheet) : null;
  const fixed = meant !== undefined ? { ...spec, formula: meant } : named ? { ...spec, formula: named.formula } : null;
  const sentence = named
    ? words.sentence("formula-name-bare", { name: named.name, quoted: quoted(named.name) })
    : words.sentence(`formula-${what}`, { found, at: start + 1 });
  const design = fixed && asFactor !== undefined ? withTaken(fixed, asFactor, { as: "factor" }) : fixed;
  return {
    severity: "error",
    sentence,
    bare: sentence,
    span: { start, end },
    asks: what === "empty",
    fixes: design ? [{ title: words.sentence("fix-write", { formula: design.formula }), design }] : [],
  };
}

/** The columns of a design in the sheet; what cannot be taken is said. */
class Taken {
  readonly said: DesignSaid[] = [];
  readonly #sheet: Table;
  readonly #spec: DesignSpec;

  constructor(sheet: Table, spec: DesignSpec) {
    this.#sheet = sheet;
    this.#spec = spec;
  }

  variable(name: string, span: Span | null): Variable | null {
    const { formula } = this.#spec;
    return this.#taken(name, span, takenOf(this.#spec, name), (near) =>
      span ? { ...this.#spec, formula: formula.slice(0, span.start) + quoted(near) + formula.slice(span.end) } : null,
    );
  }
  /** A block is a name, whatever it looks like. */
  block(name: string): Variable | null {
    return this.#taken(name, null, { column: name, as: "factor" }, (near) => ({ ...this.#spec, block: near }));
  }

  #taken(
    name: string,
    span: Span | null,
    taken: DesignSpec["columns"][number] | null,
    instead: (near: string) => DesignSpec | null,
  ): Variable | null {
    const column = columnOf(this.#sheet, name);
    if (!column) {
      this.#missing(name, span, instead);
      return null;
    }
    const made = variableOf(column, taken);
    if (made.ok) return made.value;
    this.#say(sentenceOfProblem(made.error), span, mendedProblem(made.error, this.#spec));
    return null;
  }

  #missing(name: string, span: Span | null, instead: (near: string) => DesignSpec | null): void {
    const available = this.#sheet.columns.map((column) => column.name);
    const near = nearestNames(name, available);
    const fixes = near.flatMap((one): DesignMended[] => {
      const design = instead(one);
      return design ? [{ title: words.sentence("fix-column", { column: one }), design }] : [];
    });
    const sentence =
      near.length > 0
        ? words.sentence("column-near", { column: name, near })
        : words.sentence("column-missing", { column: name, available: available.slice(0, 12) });
    this.#say(sentence, span, fixes);
  }
  #say(sentence: Sentence, span: Span | null, fixes: readonly DesignMended[]): void {
    this.said.push({ severity: "error", sentence, bare: sentence, span, asks: false, fixes });
  }
}

const sentenceOfProblem = (problem: VariableProblem): Sentence =>
  problem.problem === "not-numbers"
    ? words.sentence("not-numbers", { column: problem.column })
    : words.sentence("no-level", { column: problem.column, level: problem.level });

function mendedProblem(problem: VariableProblem, spec: DesignSpec): readonly DesignMended[] {
  const { column } = problem;
  if (problem.problem === "not-numbers")
    return [{ title: fixInWords({ do: "as", column, as: "factor" }), design: withTaken(spec, column, { as: undefined }) }];
  return [
    ...problem.near.map((level) => ({
      title: words.sentence("fix-reference", { column, level }),
      design: withTaken(spec, column, { reference: level }),
    })),
    { title: words.sentence("fix-first", { column }), design: withTaken(spec, column, { reference: undefined }) },
  ];
}
