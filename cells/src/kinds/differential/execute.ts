// Fits the design to the matrix by the method that is chosen, and keeps what contrasts are asked of.

import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { featureIds, sampleIds } from "../../artifacts/assay.ts";
import { takeSamples } from "../../artifacts/take-samples.ts";
import { cellJson, columnOf, numberColumn, rowsOfColumn, textsOf } from "../../artifacts/table.ts";
import { textOfDoubles } from "../../base/doubles-as-text.ts";
import { failure, type Failure } from "../../base/failure.ts";
import { invariant } from "../../base/invariant.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { DifferentialMethod, FittedFeatures } from "../../contract/differential-method.ts";
import type { Execute } from "../../contract/execute.ts";
import { sharing } from "../../contract/sharing.ts";
import { ownClusters, refuseOwnClusters } from "../../design/own-clusters.ts";
import { seeDesign } from "../../design/see-design.ts";
import { type DesignSpec, takenOf } from "../../design/spec.ts";
import { perhapsRepeated, repeatedDonors } from "../../design/repeated-individuals.ts";
import { variableOf } from "../../design/variables-of-sheet.ts";
import { loadWork, methodOf } from "../../differential-methods.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { FittedDesignBody } from "../../reports/fitted-design/report.ts";
import type { FittedFeaturesBody } from "../../reports/fitted-features/report.ts";
import { takeVariableRows, type ModelMatrix, type Variable } from "../../stats/design/model-matrix.ts";
import { meanOf } from "../../stats/sums.ts";
import type { DifferentialSpec } from "./spec.ts";
import { dispersionsFigure } from "./dispersions-figure.ts";
import { trendFigure } from "./trend-figure.ts";
import { words } from "./words.ts";

export const execute: Execute<DifferentialSpec> = async (spec, context) => {
  if (!spec.from) return err(words.failure("no-data", {}, { at: ["from"] }));
  const source = context.input(spec.from) as Assay;
  if (source.withoutEffectsOf) {
    const columns = [...source.withoutEffectsOf];
    return err(words.failure("batch-removed", { columns }, { at: ["from"] }));
  }
  const made = designOf(source.samples, spec.design);
  if (!made.ok) return made;
  const { matrix, rows, variables, blocks, formula, said } = made.value;
  const method = methodOf(spec.method);
  if (blocks && !method.takesBlocks) {
    const params = { method: { key: method.words.key("title"), params: {} }, block: spec.design.block ?? "" };
    return err(words.failure("blocks-not-taken", params, { at: ["design", "block"] }));
  }
  const taken = [...variables.map(({ name }) => name), spec.design.block ?? ""];
  const repeated = repeatedDonors(source.samples.columns.slice(1), rows, taken);
  if (repeated) return err(words.failure("repeated-donors", { ...repeated }, { at: ["design"] }));
  const clusters = ownClusters(
    source.samples.columns,
    variables.map(({ name }) => name),
  );
  if (clusters !== null) return err(refuseOwnClusters(clusters, ["design", "formula"]));
  const doubts: Sentence[] = [
    ...said,
    ...namedTwice("features-twice", featureIds(source)),
    ...namedTwice("samples-twice", sampleIds(source)),
  ];
  const perhaps = perhapsRepeated(source.samples.columns.slice(1), rows, taken);
  if (perhaps) doubts.push(words.sentence("perhaps-repeated", { ...perhaps }));
  const assay = rows.length === source.sampleCount ? source : takeSamples(source, rows);
  const work = await loadWork(spec.method);
  const give = sharing(context);
  const fitted = await work.fit({
    options: spec.method,
    assay,
    columns: matrix.columns.map(({ values }) => values),
    blocks,
    say: (sentence) => doubts.push(sentence),
    pause: async (share) => give(share),
  });
  if (!fitted.ok) return fitted;
  for (const doubt of doubts) context.log(sentenceIn(doubt, "en"));
  const names = matrix.columns.map(({ name }) => name);
  const leftOut =
    rows.length === source.sampleCount
      ? []
      : [...variables.map(({ name }) => name), ...(blocks ? [spec.design.block ?? ""] : [])];
  const design = bodyOfDesign(fitted.value, { spec, assay, formula, variables, matrix, doubts, leftOut });
  const dispersions = dispersionsFigure(fitted.value, featureIds(assay), assay.sampleCount);
  const trend = trendFigure(fitted.value, featureIds(assay), assay.sampleCount);
  return ok({
    out: tableOfFit(assay, names, fitted.value, method.shown),
    fit: { type: "report", report: "fitted-features", body: bodyOfFit(fitted.value, design, assay) as JsonObject },
    design: { type: "report", report: "fitted-design", body: design as JsonObject },
    ...(dispersions ? { dispersions } : {}),
    ...(trend ? { trend } : {}),
  });
};

/** Rows or samples that nobody can tell apart by their names. */
function namedTwice(key: "features-twice" | "samples-twice", names: readonly string[]): Sentence[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names) (seen.has(name) ? twice : seen).add(name);
  return twice.size === 0 ? [] : [words.sentence(key, { n: twice.size, names: [...twice].slice(0, 5) })];
}

interface Named {
  readonly name: string;
  readonly variable: Variable;
}
interface MadeDesign {
  readonly matrix: ModelMatrix;
  readonly rows: Int32Array;
  readonly variables: readonly Named[];
  readonly blocks: Int32Array | null;
  readonly formula: string;
  readonly said: readonly Sentence[];
}

/** What cannot be told apart is refused here: no number could be given to it. */
function designOf(sheet: Table, spec: DesignSpec): Result<MadeDesign, Failure> {
  const { formula, looked, said } = seeDesign(sheet, spec);
  const hindering = said.find(({ severity }) => severity === "error");
  if (hindering) {
    const [fix] = hindering.fixes;
    const { key, params } = hindering.sentence;
    return err(
      failure(key, params, {
        at: ["design"],
        ...(hindering.asks ? { asks: true } : {}),
        ...(fix ? { fix: { path: ["design"], value: fix.design as Json } } : {}),
      }),
    );
  }
  const matrix = looked?.matrix;
  invariant(formula && looked && matrix, "a design without an error is made");
  if (looked.aliased.length > 0)
    return err(words.failure("aliased", { names: [...looked.aliased], n: looked.aliased.length }, { at: ["design"] }));
  const { rows } = looked;
  const variables = formula.variables.map((name): Named => {
    const made = variableIn(sheet, name, spec);
    return { name, variable: withoutLost(takeVariableRows(made, rows)) };
  });
  const block =
    spec.block === null ? null : variableIn(sheet, spec.block, { ...spec, columns: [{ column: spec.block, as: "factor" }] });
  const blocks = block?.kind === "factor" ? Int32Array.from(rows, (row) => block.codes[row] as number) : null;
  const bare = said.filter(({ severity }) => severity !== "note").map((each) => each.bare);
  return ok({ matrix, rows, variables, blocks, formula: formula.text.trim(), said: bare });
}

function variableIn(sheet: Table, name: string, spec: DesignSpec): Variable {
  const column = columnOf(sheet, name);
  invariant(column, "a design without an error has its columns");
  const made = variableOf(column, takenOf(spec, name));
  invariant(made.ok, "a design without an error takes its columns");
  return made.value;
}

/** Groups that no sample is in any more are none of the model. */
function withoutLost(variable: Variable): Variable {
  if (variable.kind === "number") return variable;
  const used = [...variable.levels.keys()].filter((level) => Array.prototype.includes.call(variable.codes, level));
  const codes = Int32Array.from(variable.codes, (code) => used.indexOf(code));
  return { kind: "factor", levels: used.map((level) => variable.levels[level] as string), codes };
}

interface Kept {
  readonly spec: DifferentialSpec;
  readonly assay: Assay;
  readonly formula: string;
  readonly variables: readonly Named[];
  readonly matrix: ModelMatrix;
  readonly doubts: readonly Sentence[];
  /** Columns without whose values samples were left out. */
  readonly leftOut: readonly string[];
}

function bodyOfDesign(
  { facts }: FittedFeatures,
  { spec, assay, formula, variables, matrix, doubts, leftOut }: Kept,
): FittedDesignBody {
  return {
    method: spec.method,
    noun: assay.featureNoun,
    samples: assay.sampleCount,
    formula,
    block: spec.design.block,
    ...(leftOut.length > 0 ? { leftOut: [...leftOut] } : {}),
    variables: variables.map(({ name, variable }) =>
      variable.kind === "number"
        ? { kind: "number" as const, name, mean: meanOf(variable.values) }
        : { kind: "factor" as const, name, levels: [...variable.levels] },
    ),
    coefficients: matrix.columns.map(({ name }) => name),
    cells: cellsOf(matrix, variables),
    facts: facts as FittedDesignBody["facts"],
    doubts: doubts.map(({ key, params }) => ({ key, params: { ...params } })),
  };
}

const bodyOfFit = ({ arrays, observed }: FittedFeatures, design: FittedDesignBody, assay: Assay): FittedFeaturesBody => ({
  ...design,
  features: assay.features.columns.map((column) => ({
    name: column.name,
    ...(column.semantic === undefined ? {} : { semantic: column.semantic }),
    values: jsonOf(column),
  })),
  arrays: {
    ...Object.fromEntries(Object.entries(arrays).map(([name, values]) => [name, textOfDoubles(values)])),
    beta: textOfDoubles(arrays.beta),
  },
  ...(observed
    ? {
        observed: {
          columns: observed.columns.map(textOfDoubles),
          counts: textOfDoubles(observed.counts),
          factors: textOfDoubles(observed.factors),
          replaced: [...observed.replaced].map(([feature, counts]) => ({ feature, counts: textOfDoubles(counts) })),
        },
      }
    : {}),
});

const jsonOf = (column: Column): (string | number | boolean | null)[] =>
  column.type === "text" && column.valid === null
    ? textsOf(column)
    : Array.from({ length: rowsOfColumn(column) }, (_, row) => cellJson(column, row) as string | number | boolean | null);

/** In the order in which samples of equal rows come first: as methods number them. */
function cellsOf({ columns, rowCount }: ModelMatrix, variables: readonly Named[]): FittedFeaturesBody["cells"] {
  const cells = new Map<string, { row: number[]; levels: (number | null)[]; n: number }>();
  for (let sample = 0; sample < rowCount; sample++) {
    const row = columns.map(({ values }) => values[sample] as number);
    const key = row.join(" ");
    const found = cells.get(key);
    if (found) found.n++;
    else
      cells.set(key, {
        row,
        levels: variables.map(({ variable }) => (variable.kind === "factor" ? (variable.codes[sample] as number) : null)),
        n: 1,
      });
  }
  return [...cells.values()];
}

/** Features with what was fitted of each: numbers that a method keeps one of, and the coefficients. */
function tableOfFit(
  assay: Assay,
  coefficients: readonly string[],
  { arrays }: FittedFeatures,
  shown: DifferentialMethod["shown"],
): Table {
  const taken = new Set(assay.features.columns.map(({ name }) => name));
  const { beta } = arrays;
  const width = coefficients.length;
  const numbers = (name: string, at: (feature: number) => number, unit?: string): Column => {
    let free = name;
    while (taken.has(free)) free = `${free}_fit`;
    taken.add(free);
    const values = Float64Array.from({ length: assay.featureCount }, (_, feature) => at(feature));
    return numberColumn(
      free,
      Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
      { semantic: "number", ...(unit === undefined ? {} : { unit }) },
    );
  };
  const single = Object.entries(arrays).filter(
    ([name, values]) => shown[name] !== undefined && values.length === assay.featureCount,
  );
  return {
    type: "table",
    rowCount: assay.featureCount,
    columns: [
      ...assay.features.columns,
      ...single.map(([name, values]) => numbers(shown[name] as string, (feature) => values[feature] as number)),
      ...coefficients.map((name, at) => numbers(name, (feature) => beta[feature * width + at] as number, "log2")),
    ],
  };
}
