// Steps that are fitted anew in each fold: on the rows that a fold learns of, and done as they were fitted there with those that it
// is tried on, of which they see everything but what is predicted. So nothing of these is in what a model learns.

import type { Artifact, Assay, Column, Table } from "../../artifacts/artifact.ts";
import { madeColumn } from "../../artifacts/parts-of-rows.ts";
import { takeSamples } from "../../artifacts/take-samples.ts";
import { cellString, columnOf, isMissing, takeRows, textColumn } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import { doubtsOf, scopeAlone } from "../../chains/chain-alone.ts";
import { laterRows, refitChain } from "../../chains/refit-chain.ts";
import type { DesignMatrix } from "../../contract/design-matrix.ts";
import type { Doubt } from "../../contract/doubt.ts";
import { type FittedChain, fittedChainOf } from "../../contract/fitted-chain.ts";
import { classesAt, type FoldDataOf } from "../../learn/cross-validate.ts";
import { annotationOf, learningData } from "../../learn/data-of-artifact.ts";
import { sharesBefore } from "../../learn/shares-before.ts";
import { words } from "../../learn/words.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { stepOf } from "../../steps.ts";
import type { TrainSpec } from "./spec.ts";

export interface Learned {
  readonly matrix: DesignMatrix;
  readonly classes: Int32Array;
  readonly shares?: Float64Array;
  /** As it was fitted on these rows. */
  readonly chain: FittedChain;
}

export interface InFolds {
  /** The data behind the steps, each row in its place: features, and which rows are whole. */
  readonly shown: Table | Assay;
  readonly foldDataOf: (rows: RowsOfData) => FoldDataOf;
  /** Of all rows that are learned from. */
  readonly learnedOf: (rows: RowsOfData) => Promise<Learned>;
  /** What the steps said when they were fitted on all rows. */
  readonly doubts: readonly Doubt[];
}
interface RowsOfData {
  /** Row of the data behind each that is learned from. */
  readonly kept: Int32Array;
  readonly classes: Int32Array;
  readonly classNames: readonly string[];
}

/** Where rows were made of others before the folds, none of those may be tried. */
export function refuseMade(source: Table | Assay): void {
  const column = madeColumn(annotationOf(source));
  if (column) words.fail("prepare-made", { column: column.name }, { at: ["from"] });
}

export function chainOf(spec: TrainSpec, found: Artifact, source: Table | Assay): FittedChain {
  const chain = fittedChainOf(found);
  if (!chain) {
    const fix = { path: ["prepare"], value: { ...spec.prepare, port: "fitted" } };
    return words.fail("no-chain", {}, { at: ["prepare"], ...(found.type === "table" || found.type === "assay" ? { fix } : {}) });
  }
  if (spec.prepare && spec.from?.ref === spec.prepare.ref) words.fail("same-cell", {}, { at: ["from"] });
  if (chain.takes.type !== source.type)
    words.fail("prepare-form", { there: called(chain.takes.type), here: called(source.type) }, { at: ["prepare"] });
  return chain;
}
const called = (type: "table" | "assay") => ({ key: words.key(type === "table" ? "a-table" : "a-matrix"), params: {} });

export async function inFolds(spec: TrainSpec, chain: FittedChain, source: Table | Assay, signal: AbortSignal): Promise<InFolds> {
  const said: Sentence[] = [];
  const { chain: whole } = await prepared(() => refitChain(chain, source, scopeAlone(signal, said)));
  const shown = await prepared(() => laterRows(whole, source, scopeAlone(signal)));
  refuseTargetChanged(spec.target, source, shown);
  const balances = chain.steps.some(({ verb }) => stepOf(verb)?.step.balances === true);
  const options = { features: spec.features, except: leftOut(spec), selects: spec.features === null ? spec.topFeatures : 0 };

  const learn = async (given: Table | Assay, classes: Int32Array, classNames: readonly string[]): Promise<Learned> => {
    const { data, chain: fitted } = await refitChain(chain, given, scopeAlone(signal));
    const target = columnOf(annotationOf(data), spec.target);
    if (!target) return words.fail("prepare-target", { target: spec.target }, { at: ["prepare"] });
    const learned = learningData(data, { ...options, needs: [target] });
    if (!learned.ok) throw new FailureError(learned.error);
    const place = new Map(classNames.map((name, at) => [name, at]));
    const own = Int32Array.from(learned.value.kept, (row) => place.get(cellString(target, row)) ?? 0);
    const shares = balances ? { shares: sharesBefore(classes, own, classNames.length) } : {};
    return { matrix: learned.value.matrix, classes: own, chain: fitted, ...shares };
  };

  return {
    shown,
    doubts: doubtsOf(said, ({ key, params }) => words.sentence("prepare-said", { what: { key, params } })),
    learnedOf: ({ kept, classes, classNames }) => prepared(() => learn(takenOf(source, kept), classes, classNames)),
    foldDataOf:
      ({ kept, classes: own, classNames }) =>
      ({ train, test, classes }) =>
        prepared(async () => {
          const given = classes === own ? source : withTarget(source, spec.target, { kept, classes, classNames });
          const at = (rows: readonly number[]) => Int32Array.from(rows, (row) => kept[row] as number);
          const {
            chain: fitted,
            matrix,
            ...more
          } = await learn(takenOf(given, at(train)), classesAt(classes, train), classNames);
          const held = withTarget(takenOf(given, at(test)), spec.target, null);
          const applied = await laterRows(fitted, held, scopeAlone(signal));
          const testing = learningData(applied, { features: matrix.features, except: [], needs: [], selects: 0 });
          if (testing.ok)
            return {
              ...more,
              training: matrix,
              testing: testing.value.matrix,
              tested: Array.from(testing.value.kept, (row) => test[row] as number),
            };
          if (testing.error.reason !== words.key("no-complete-rows")) throw new FailureError(testing.error);
          return {
            ...more,
            training: matrix,
            testing: { rows: 0, features: matrix.features, values: new Float64Array(0) },
            tested: [],
          };
        }),
  };
}

/** Data of later, prepared for a model as its card says; what is predicted need not be among them. */
export function leftOut({ target, validation, labColumn, except }: TrainSpec): readonly string[] {
  return [target, validation.type === "leave-one-out" ? validation.column : "", labColumn, ...except];
}

/** A refusal of a step, as one of this cell. */
async function prepared<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.at?.[0] !== "steps") throw error;
    const { reason, params } = error.failure;
    return words.fail("prepare-failed", { what: { key: reason, params } }, { at: ["prepare"] });
  }
}

const takenOf = (data: Table | Assay, rows: Int32Array): Table | Assay =>
  data.type === "table" ? takeRows(data, rows) : takeSamples(data, rows);

/** Of each row its class; null: it is not known of any, as of rows of later. */
function withTarget(data: Table | Assay, target: string, rows: RowsOfData | null): Table | Assay {
  const table = annotationOf(data);
  const columns = table.columns.map((column): Column => {
    if (column.name !== target) return column;
    if (!rows) return nothingIn(column);
    const texts = Array.from({ length: table.rowCount }, (_, row) => (isMissing(column, row) ? null : cellString(column, row)));
    rows.kept.forEach((row, at) => (texts[row] = rows.classNames[rows.classes[at] as number] ?? null));
    return textColumn(target, texts, column.semantic ? { semantic: column.semantic } : {});
  });
  const made: Table = { ...table, columns };
  return data.type === "table" ? made : { ...data, samples: made };
}

function nothingIn(column: Column): Column {
  if (column.type === "text")
    return {
      ...column,
      valid: new Uint8Array(column.codes.length),
      codes: new Int32Array(column.codes.length),
      dictionary: [""],
    };
  const valid = new Uint8Array(column.values.length);
  if (column.type === "float64") return { ...column, valid, values: new Float64Array(valid.length) };
  return column.type === "int32"
    ? { ...column, valid, values: new Int32Array(valid.length) }
    : { ...column, valid, values: valid };
}

function refuseTargetChanged(name: string, before: Table | Assay, after: Table | Assay): void {
  const [one, other] = [columnOf(annotationOf(before), name), columnOf(annotationOf(after), name)];
  // That it is not there is said elsewhere.
  if (!one) return;
  const { rowCount } = annotationOf(before);
  const isSame =
    other !== null &&
    Array.from({ length: rowCount }, (_, row) => row).every((row) => cellString(one, row) === cellString(other, row));
  if (!isSame) words.fail("prepare-target", { target: name }, { at: ["prepare"] });
}
