// Steps that are fitted anew in each fold: on the rows that a fold learns of, and done as they were fitted there with those that it
// is tried on, of which they see everything but what is predicted. So nothing of these is in what a model learns.

import type { Artifact, Assay, Column, Table } from "../../artifacts/artifact.ts";
import { madeColumn } from "../../artifacts/parts-of-rows.ts";
import { takeSamples } from "../../artifacts/take-samples.ts";
import { cellString, columnOf, isMissing, takeRows, textColumn } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import { doubtsOf, scopeAlone } from "../../chains/chain-alone.ts";
import { rowsOf } from "../../chains/places.ts";
import { laterRows, refitChain, type Refitted } from "../../chains/refit-chain.ts";
import type { DesignMatrix } from "../../contract/design-matrix.ts";
import { type Doubt, doubtOf } from "../../contract/doubt.ts";
import { type FittedChain, fittedChainOf } from "../../contract/fitted-chain.ts";
import { classesAt, type FoldDataOf } from "../../learn/cross-validate.ts";
import { annotationOf, learningData, rowNamesOf } from "../../learn/data-of-artifact.ts";
import { selectRows } from "../../learn/design-matrix.ts";
import { sharesBefore } from "../../learn/shares-before.ts";
import { words } from "../../learn/words.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { TrainSpec } from "./spec.ts";

export interface Learned {
  readonly matrix: DesignMatrix;
  readonly classes: Int32Array;
  readonly shares?: Float64Array;
  /** As it was fitted on these rows. */
  readonly chain: FittedChain;
}

export interface InFolds {
  /** The data behind the steps: features, and which rows are whole. */
  readonly shown: Table | Assay;
  /** What rows of `shown` are called. */
  readonly names: readonly string[];
  /** Row of the data behind each of `shown`: the others are left out by the steps, and are answered nowhere. */
  readonly places: Int32Array;
  readonly foldDataOf: (rows: RowsInFolds) => FoldDataOf;
  /** Of all rows that are learned from. */
  readonly learnedOf: (rows: RowsOfData) => Promise<Learned>;
  /** What the steps said when they were fitted on all rows. */
  readonly doubts: readonly Doubt[];
}
interface RowsOfData {
  /** Row of `shown` behind each that is learned from. */
  readonly kept: Int32Array;
  readonly classes: Int32Array;
  readonly classNames: readonly string[];
}
interface RowsInFolds extends RowsOfData {
  /** What the folds are called. */
  readonly folds: readonly string[];
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
  const { chain: whole, thinned } = await prepared(() => refitChain(chain, source, scopeAlone(signal, said)));
  const { data: shown, places } = await prepared(() => laterRows(whole, source, scopeAlone(signal)));
  refuseTargetChanged(spec.target, takenOf(source, places), shown);
  const rowCount = rowsOf(source);
  if (places.length < rowCount) await prepared(() => refuseLeftByTarget(spec.target, whole, source, places, signal));
  const answered = new Set(places);
  // What the steps leave out they see before, of a fold that learns of it.
  const aside = Array.from({ length: rowCount }, (_, row) => row).filter((row) => !answered.has(row));
  const inData = (kept: Int32Array): Int32Array => kept.map((row) => places[row] as number);
  const allNames = rowNamesOf(source);
  const options = { features: spec.features, except: leftOut(spec), selects: spec.features === null ? spec.topFeatures : 0 };

  const learn = async (given: Table | Assay, classNames: readonly string[]): Promise<Learned> => {
    const { data, chain: fitted, balanced } = await refitChain(chain, given, scopeAlone(signal));
    const target = columnOf(annotationOf(data), spec.target);
    if (!target) return words.fail("prepare-target", { target: spec.target }, { at: ["prepare"] });
    const learned = learningData(data, { ...options, needs: [target] });
    if (!learned.ok) throw new FailureError(learned.error);
    const at = new Map(classNames.map((name, place) => [name, place]));
    const own = Int32Array.from(learned.value.kept, (row) => at.get(cellString(target, row)) ?? -1);
    const { matrix, classes } = ofKnownClass(learned.value.matrix, own);
    return { matrix, classes, chain: fitted, ...sharesGivenBack(balanced, spec.target, at) };
  };

  return {
    shown,
    doubts: [
      ...doubtsOf(said, ({ key, params }) => words.sentence("prepare-said", { what: { key, params } })),
      ...(aside.length === 0
        ? []
        : [doubtOf(words.sentence("doubt-steps-leave", { n: aside.length, rows: rowCount }), [aside.length])]),
      ...thinned.map(({ title, rows }) =>
        doubtOf(words.sentence("doubt-steps-thin", { n: rows, rows: rowCount, what: title }), [rows]),
      ),
    ],
    names: Array.from(places, (row) => allNames[row] ?? ""),
    places,
    learnedOf: ({ kept, classNames }) =>
      prepared(() => learn(takenOf(source, Int32Array.from([...inData(kept), ...aside]).sort()), classNames)),
    foldDataOf: ({ kept: shownRows, classes: own, classNames, folds }) => {
      const kept = inData(shownRows);
      const foldOf = foldsOfAside(spec, source, aside, folds);
      return ({ train, test, classes, fold }) =>
        prepared(async () => {
          const given = classes === own ? source : withTarget(source, spec.target, { kept, classes, classNames });
          const at = (rows: readonly number[]) => Int32Array.from(rows, (row) => kept[row] as number);
          const beside = aside.filter((_, place) => foldOf[place] !== fold && foldOf[place] !== nowhere);
          const {
            chain: fitted,
            matrix,
            ...more
          } = await learn(takenOf(given, Int32Array.from([...at(train), ...beside]).sort()), classNames);
          const held = withTarget(takenOf(given, at(test)), spec.target, null);
          const { data: applied, places: stayed } = await laterRows(fitted, held, scopeAlone(signal));
          const testing = learningData(applied, { features: matrix.features, except: [], needs: [], selects: 0 });
          if (testing.ok)
            return {
              ...more,
              training: matrix,
              testing: testing.value.matrix,
              tested: Array.from(testing.value.kept, (row) => test[stayed[row] as number] as number),
            };
          const { reason } = testing.error;
          if (reason !== words.key("no-complete-rows") && reason !== words.key("no-rows")) throw new FailureError(testing.error);
          return {
            ...more,
            training: matrix,
            testing: { rows: 0, features: matrix.features, values: new Float64Array(0) },
            tested: [],
          };
        });
    },
  };
}

/** Of each row that the steps leave out the fold in which it is not seen; `nowhere`: it is in none, since nobody knows of which lab it is. */
function foldsOfAside(
  { validation }: TrainSpec,
  source: Table | Assay,
  aside: readonly number[],
  folds: readonly string[],
): readonly number[] {
  if (validation.type === "k-fold") return aside.map((_, at) => at % folds.length);
  const column = columnOf(annotationOf(source), validation.column);
  return aside.map((row) => (column && !isMissing(column, row) ? folds.indexOf(cellString(column, row)) : nowhere));
}
const nowhere = -2;

/** A row that other rows made is of their class; one whose class nobody predicts is not learned from. */
function ofKnownClass(matrix: DesignMatrix, classes: Int32Array): Pick<Learned, "matrix" | "classes"> {
  if (!classes.includes(-1)) return { matrix, classes };
  const rows = [...classes.keys()].filter((row) => classes[row] !== -1);
  return { matrix: selectRows(matrix, rows), classes: classesAt(classes, rows) };
}

/** By class: its share before classes were balanced over that after, of all steps that did. */
function sharesGivenBack(
  balanced: Refitted["balanced"],
  target: string,
  places: ReadonlyMap<string, number>,
): { readonly shares?: Float64Array } {
  if (balanced.length === 0) return {};
  const classesOf = (data: Table | Assay): Int32Array => {
    const table = annotationOf(data);
    const column = columnOf(table, target);
    if (!column) return new Int32Array(0);
    const rows = Array.from({ length: table.rowCount }, (_, row) => row).filter((row) => !isMissing(column, row));
    return Int32Array.from(
      rows.flatMap((row) => {
        const place = places.get(cellString(column, row));
        return place === undefined ? [] : [place];
      }),
    );
  };
  const factors = balanced.map(({ before, after }) => sharesBefore(classesOf(before), classesOf(after), places.size));
  return {
    shares: Float64Array.from({ length: places.size }, (_, at) => factors.reduce((all, each) => all * (each[at] ?? 1), 1)),
  };
}

/** Rows that go by their class would all go where it is not known. */
async function refuseLeftByTarget(
  target: string,
  chain: FittedChain,
  source: Table | Assay,
  places: Int32Array,
  signal: AbortSignal,
): Promise<void> {
  const { places: hidden } = await laterRows(chain, withTarget(source, target, null), scopeAlone(signal));
  if (hidden.length !== places.length || hidden.some((row, at) => row !== places[at]))
    words.fail("prepare-by-target", { target }, { at: ["prepare"] });
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
