// What makes a validation look better, or worse, than the model is: each is told with what to do. Nothing here changes an
// answer. Columns and classes are named, rows are counted.

import type { Column } from "../artifacts/artifact.ts";
import { cellString, isMissing } from "../artifacts/table.ts";
import { labColumnPattern } from "../artifacts/lab-column.ts";
import { unitPattern } from "../artifacts/unit-column.ts";
import type { DesignMatrix } from "../contract/design-matrix.ts";
import { type Doubt, doubtOf } from "../contract/doubt.ts";
import type { Folds } from "./folds.ts";
import { words } from "./words.ts";

export interface Training {
  readonly target: string;
  readonly matrix: DesignMatrix;
  readonly classes: Int32Array;
  readonly classNames: readonly string[];
  readonly folds: Folds;
  /** The column that is left out in turn; null: folds by chance. */
  readonly leftOut: string | null;
  /** A column of labs by which metrics are told; null: none. */
  readonly labs: string | null;
  /** What is known of the rows, and the row of each that is learned from. */
  readonly annotation: readonly Column[];
  readonly kept: Int32Array;
}

/** What names of identifiers and row numbers usually are. */
const idPattern =
  /((^|[ _.-])(id|ids|nr|no|number|index|idx|row|rownum|rowid|accession|barcode|mrn|serial|unnamed:? ?0|x\.?1)|[a-z](Id|ID|Nr|No|Index))$/;

export function doubtsOfTraining(training: Training): readonly Doubt[] {
  return [
    ...identifiers(training),
    ...targetAgain(training),
    ...copies(training),
    ...numbers(training),
    ...smallClasses(training),
    ...smallParts(training),
    ...confounded(training),
    ...groupsSplit(training),
  ];
}

/** Another whole number in every row: named as an identifier, or one after the other. */
function identifiers({ matrix }: Training): readonly Doubt[] {
  const { rows } = matrix;
  if (rows < 5) return [];
  const names = matrix.features.filter((name, f) => {
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    const seen = new Set<number>();
    for (let row = 0; row < rows; row += 1) {
      const value = valueAt(matrix, row, f);
      if (!Number.isInteger(value)) return false;
      seen.add(value);
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    // Of a patient with several rows the number comes again.
    if (idPattern.test(name) || unitPattern.test(name)) return seen.size > rows / 4 && seen.size > 10;
    return seen.size === rows && most - least === rows - 1;
  });
  return names.length === 0 ? [] : [words.sentence("doubt-identifiers", { n: names.length, names: names.slice(0, 10) })];
}

/** One value for each class and one class for each value. */
function targetAgain({ matrix, classes, classNames, target }: Training): readonly Doubt[] {
  const names = matrix.features.filter((_, f) => {
    const valueOf = new Map<number, number>();
    const classOf = new Map<number, number>();
    for (let row = 0; row < matrix.rows; row += 1) {
      const value = valueAt(matrix, row, f);
      const its = classes[row] as number;
      if ((valueOf.get(its) ?? value) !== value || (classOf.get(value) ?? its) !== its) return false;
      valueOf.set(its, value);
      classOf.set(value, its);
    }
    return classOf.size === classNames.length;
  });
  return names.length === 0 ? [] : [words.sentence("doubt-target-again", { n: names.length, names: names.slice(0, 10), target })];
}

/** Rows that repeat another one in all features, and how many rows have their like in another fold. */
function copies({ matrix, folds }: Training): readonly Doubt[] {
  const width = matrix.features.length;
  if (width < 4 && !isSpread(matrix)) return [];
  const alike = new Map<string, { readonly fold: number; rows: number; isSplit: boolean }>();
  for (let row = 0; row < matrix.rows; row += 1) {
    const key = matrix.values.subarray(row * width, (row + 1) * width).join(" ");
    const fold = folds.of[row] as number;
    const known = alike.get(key);
    if (!known) {
      alike.set(key, { fold, rows: 1, isSplit: false });
      continue;
    }
    known.rows += 1;
    known.isSplit ||= fold !== known.fold;
  }
  const n = matrix.rows - alike.size;
  let split = 0;
  for (const each of alike.values()) if (each.isSplit) split += each.rows;
  return n === 0 ? [] : [doubtOf(words.sentence("doubt-copies", { n, rows: matrix.rows, split }), [n, split])];
}

/** A few flags or grades repeat by their nature: many more values would have to be possible than there are rows. */
function isSpread(matrix: DesignMatrix): boolean {
  let possible = 1;
  for (let f = 0; f < matrix.features.length; f++) {
    const seen = new Set<number>();
    for (let row = 0; row < matrix.rows; row++) seen.add(valueAt(matrix, row, f));
    possible *= seen.size;
  }
  return possible > 4 * matrix.rows;
}

/** So many different numbers are hardly names of classes. */
const mostNumbered = 10;

/** Of a measurement each value would be a class: said once, and nothing of each of them. */
function numbers({ target, classNames, annotation }: Training): readonly Doubt[] {
  const column = annotation.find(({ name }) => name === target);
  const isNumber = column?.type === "float64" || column?.type === "int32";
  return isNumber && classNames.length > mostNumbered ? [words.sentence("doubt-numbers", { target, n: classNames.length })] : [];
}

function smallClasses(training: Training): readonly Doubt[] {
  const { classes, classNames, folds, leftOut } = training;
  if (leftOut !== null || numbers(training).length > 0) return [];
  const sizes = tally(classes, classNames.length);
  const small = [...classNames.keys()].filter((at) => (sizes[at] as number) < folds.names.length);
  const [at] = small;
  if (at === undefined) return [];
  if (small.length > 1) {
    const told = small.slice(0, 10).map((one) => `${classNames[one]} (${sizes[one]})`);
    const least = Math.min(...small.map((one) => sizes[one] as number));
    const params = { n: small.length, folds: folds.names.length, classes: told, more: small.length > 10 ? ", …" : "", least };
    return [
      doubtOf(
        words.sentence("doubt-small-classes", params),
        small.map((one) => sizes[one] as number),
      ),
    ];
  }
  const n = sizes[at] as number;
  const params = { class: classNames[at] as string, n, folds: folds.names.length, without: folds.names.length - n };
  return [doubtOf(words.sentence(n < 2 ? "doubt-single-row" : "doubt-small-class", params), [n])];
}

/** Fewer rows than this in a test part, and one of them more or less right changes its accuracy by more than 20 %. */
const fewInPart = 5;

/** Folds by chance that leave few rows, or one or two of a class, to try a model on. Groups that are left out are as large as they are. */
function smallParts({ classes, classNames, folds, leftOut }: Training): readonly Doubt[] {
  if (leftOut !== null) return [];
  const [rows, count] = [classes.length, folds.names.length];
  const parts = tally(folds.of, count);
  const [least, most] = [Math.min(...parts), Math.max(...parts)];
  const params = { rows, folds: count, least, most, fewer: Math.max(2, Math.floor(rows / fewInPart)) };
  if (least < fewInPart && params.fewer < count) return [doubtOf(words.sentence("doubt-small-parts", params), [least, most])];
  return tally(classes, classNames.length).flatMap((n, at) =>
    n >= count && n < 2 * count && count > 2
      ? [
          doubtOf(
            words.sentence("doubt-small-class-parts", {
              class: classNames[at] as string,
              n,
              folds: count,
              fewer: Math.max(2, Math.floor(n / 2)),
            }),
            [n],
          ),
        ]
      : [],
  );
}

/** A column of labs by which alone most rows are told right, where the commonest class does not. */
function confounded({ target, classes, classNames, leftOut, labs, annotation, kept }: Training): readonly Doubt[] {
  const rows = classes.length;
  const commonest = Math.max(...tally(classes, classNames.length));
  return annotation.flatMap((column) => {
    const isLab =
      column.name === leftOut || column.name === labs || column.semantic === "lab" || labColumnPattern.test(column.name);
    if (!isLab || column.name === target) return [];
    const { of, count } = groupsOf(column, kept);
    // Groups of a row or two tell everything by chance.
    if (count < 2 || count > rows / 3) return [];
    let hits = 0;
    for (let group = 0; group < count; group += 1)
      hits += Math.max(
        ...tally(
          classes.filter((_, row) => of[row] === group),
          classNames.length,
        ),
      );
    // More than half of what the commonest class leaves open.
    if (hits - commonest <= (rows - commonest) / 2) return [];
    return [
      doubtOf(words.sentence("doubt-confounded", { column: column.name, target, hits, rows, commonest }), [hits, rows - hits]),
    ];
  });
}

/** Rows of one patient, donor, animal or lab in several folds. */
function groupsSplit({ target, folds, leftOut, annotation, kept, matrix }: Training): readonly Doubt[] {
  if (leftOut !== null) return [];
  return annotation.flatMap((column) => {
    const isGroup = unitPattern.test(column.name) || column.semantic === "lab" || labColumnPattern.test(column.name);
    if (column.name === target || !isGroup || column.type === "float64") return [];
    const { of, count } = groupsOf(column, kept);
    if (count < 2 || count === matrix.rows) return [];
    const foldOf = new Map<number, number>();
    const split = new Set<number>();
    of.forEach((group, row) => {
      const fold = folds.of[row] as number;
      if ((foldOf.get(group) ?? fold) !== fold) split.add(group);
      foldOf.set(group, fold);
    });
    return split.size === 0
      ? []
      : [doubtOf(words.sentence("doubt-groups", { column: column.name, n: split.size, groups: count }), [split.size])];
  });
}

const valueAt = ({ values, features }: DesignMatrix, row: number, f: number): number =>
  values[row * features.length + f] as number;

function tally(classes: Int32Array, classCount: number): number[] {
  const out = new Array<number>(classCount).fill(0);
  for (const value of classes) out[value] = (out[value] as number) + 1;
  return out;
}

/** A number for each value of a column, in order of appearance; what is missing is a value, too. */
function groupsOf(column: Column, kept: Int32Array): { readonly of: Int32Array; readonly count: number } {
  const known = new Map<string, number>();
  const of = Int32Array.from(kept, (row) => {
    const key = isMissing(column, row) ? "" : `=${cellString(column, row)}`;
    const group = known.get(key) ?? known.size;
    known.set(key, group);
    return group;
  });
  return { of, count: known.size };
}
