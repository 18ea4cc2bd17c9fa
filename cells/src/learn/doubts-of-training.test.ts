// What makes a validation look better or worse than a model is, is told in words; plain data get none of it.

import { expect, test } from "vitest";
import type { Column } from "../artifacts/artifact.ts";
import { booleanColumn, integerColumn, numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import { sentenceIn } from "../messages/catalogue.ts";
import { seededRandom } from "../stats/seeded-random.ts";
import { doubtsOfTraining } from "./doubts-of-training.ts";
import { learningData } from "./data-of-artifact.ts";
import { doubtsOfData } from "./doubts-of-data.ts";
import { foldsByColumn, stratifiedFolds } from "./folds.ts";

const rows = 60;
const random = seededRandom(3);
const noise = Array.from({ length: rows * 4 }, () => random());
const classes = Int32Array.from({ length: rows }, (_, row) => (row * 7) % 2);

interface Case {
  readonly features?: { readonly [name: string]: (row: number) => number };
  readonly annotation?: readonly Column[];
  readonly classes?: Int32Array;
  readonly classNames?: readonly string[];
  readonly leftOut?: { readonly name: string; readonly values: readonly string[] };
  readonly copies?: boolean;
}
function said({ features = {}, annotation = [], leftOut, copies, ...more }: Case): readonly string[] {
  const names = ["a", "b", "c", "d", ...Object.keys(features)];
  const valueAt = (row: number, f: number): number =>
    f < 4 ? (noise[(copies ? row % (rows - 5) : row) * 4 + f] as number) : (features[names[f] as string]?.(row) ?? 0);
  const values = Float64Array.from({ length: rows * names.length }, (_, at) =>
    valueAt(Math.floor(at / names.length), at % names.length),
  );
  const of = more.classes ?? classes;
  const classNames = more.classNames ?? ["no", "yes"];
  return doubtsOfTraining({
    target: "relapse",
    matrix: { rows, features: names, values },
    classes: of,
    classNames,
    folds: leftOut ? foldsByColumn(leftOut.values) : stratifiedFolds(of, classNames.length, 10, 1),
    leftOut: leftOut?.name ?? null,
    labs: null,
    annotation: [...annotation, ...(leftOut ? [textColumn(leftOut.name, leftOut.values)] : [])],
    kept: Int32Array.from({ length: rows }, (_, row) => row),
  }).map((sentence) => sentenceIn(sentence, "en"));
}
const each = (name: string, of: (row: number) => string): Column =>
  textColumn(
    name,
    Array.from({ length: rows }, (_, row) => of(row)),
  );

test("nothing is said of plain data", () => {
  expect(said({})).toEqual([]);
  expect(said({ features: { age: (row) => 40 + (row % 30), grade: (row) => row % 3 } })).toEqual([]);
});
test("identifiers and row numbers among the features", () => {
  expect(said({ features: { patient_id: (row) => 1000 + row * 13 } })).toEqual([
    expect.stringMatching(/^patient_id looks like an identifier or a row number/),
  ]);
  expect(said({ features: { x: (row) => row + 1, MRN: (row) => 7 + row ** 2 } })).toEqual([
    expect.stringMatching(/^x looks like an identifier/),
  ]);
  expect(said({ features: { "Unnamed: 0": (row) => row, sampleNr: (row) => 3 * row } })).toEqual([
    expect.stringMatching(/^Unnamed: 0, sampleNr look like identifiers/),
  ]);
});
test("the target again under another name", () => {
  expect(said({ features: { outcome: (row) => ((row * 7) % 2) * 5 - 1 } })).toEqual([
    expect.stringMatching(/^outcome has one value for each class of relapse/),
  ]);
});
test("rows that stand twice", () => {
  expect(said({ copies: true })).toEqual([
    expect.stringMatching(/^5 of 60 rows repeat another row in all features, and \d+ rows have the like in another fold/),
  ]);
});
test("a class that is smaller than the folds", () => {
  const rare = Int32Array.from({ length: rows }, (_, row) => (row < 3 ? 1 : 0));
  expect(said({ classes: rare })).toEqual([
    expect.stringMatching(/^yes has 3 rows, and there are 10 folds: 7 of them have none of it.*Take 3 folds/),
  ]);
  expect(said({ classes: Int32Array.from({ length: rows }, (_, row) => (row < 1 ? 1 : 0)) })).toEqual([
    expect.stringMatching(/^yes has a single row/),
  ]);
});
test("several classes that are smaller than the folds are told at once, a measurement that is to be predicted as one", () => {
  const five = Int32Array.from({ length: rows }, (_, row) => (row < 3 ? 1 : row < 7 ? 2 : 0));
  expect(said({ classes: five, classNames: ["none", "low", "high"] })).toEqual([
    "2 classes have fewer rows than there are folds (10): low (3), high (4). Where a fold has none of a class, its sensitivity and AUC are not defined. Take no more folds than the smallest class has rows (3), or leave these classes out.",
  ]);
  const levels = Array.from({ length: 20 }, (_, at) => at / 8 - 1);
  const measured = Int32Array.from({ length: rows }, (_, row) => row % 20);
  expect(
    said({
      classes: measured,
      classNames: levels.map(String),
      annotation: [
        numberColumn(
          "relapse",
          Array.from(measured, (at) => levels[at] as number),
        ),
      ],
    }),
  ).toEqual([expect.stringMatching(/^relapse holds numbers, 20 different ones, and each is taken for a class of its own/)]);
});
test("rows that stand twice are told of with two features, too, where they are measurements and no grades", () => {
  const twice = (from: (row: number, f: number) => number, width: number): readonly string[] => {
    const features = Array.from({ length: width }, (_, f) => `f${f}`);
    const values = Float64Array.from({ length: rows * width }, (_, at) => from(Math.floor(at / width) % 20, at % width));
    return doubtsOfTraining({
      target: "relapse",
      matrix: { rows, features, values },
      classes,
      classNames: ["no", "yes"],
      folds: stratifiedFolds(classes, 2, 10, 1),
      leftOut: null,
      labs: null,
      annotation: [],
      kept: Int32Array.from({ length: rows }, (_, row) => row),
    }).map((sentence) => sentenceIn(sentence, "en"));
  };
  for (const width of [2, 3, 4, 5])
    expect(twice((row, f) => noise[row * 4 + (f % 4)] as number, width)).toEqual([
      expect.stringMatching(/^40 of 60 rows repeat another row in all features/),
    ]);
  expect(twice((row, f) => (row + f) % 4, 3)).toEqual([]);
});
test("labs that tell the class, left out or not, and labs in several folds", () => {
  const lab = (row: number): string => (row === 2 ? "Weber" : classes[row] === 1 ? "Kovalenko" : "Weber");
  const expected = /^lab nearly tells relapse: by lab alone \d\d of 60 rows are right, by the commonest class 30/;
  const split = /^Rows of one lab stand in several folds \(2 of 2\)/;
  expect(said({ annotation: [each("lab", lab)] })).toEqual([expect.stringMatching(expected), expect.stringMatching(split)]);
  const values = Array.from({ length: rows }, (_, row) => lab(row));
  expect(said({ leftOut: { name: "lab", values } })).toEqual([expect.stringMatching(expected)]);
  const mixed = Array.from({ length: rows }, (_, row) => (row % 3 ? "Weber" : "Kovalenko"));
  expect(said({ annotation: [textColumn("lab", mixed)] })).toEqual([expect.stringMatching(split)]);
  expect(said({ leftOut: { name: "lab", values: mixed } })).toEqual([]);
});
test("rows of one patient in several folds", () => {
  const patient = each("patient", (row) => `p${row % 20}`);
  expect(said({ annotation: [patient] })).toEqual([
    expect.stringMatching(/^Rows of one patient stand in several folds \(\d+ of 20\).*leaving patient out in turn/),
  ]);
  expect(
    said({
      annotation: [
        integerColumn(
          "donor id",
          Array.from({ length: rows }, (_, row) => row),
        ),
      ],
    }),
  ).toEqual([]);
});

const small = (perClass: readonly number[], folds: number): readonly string[] => {
  const of = Int32Array.from(perClass.flatMap((n, at) => Array.from({ length: n }, () => at)));
  const width = 4;
  return doubtsOfTraining({
    target: "relapse",
    matrix: {
      rows: of.length,
      features: ["a", "b", "c", "d"],
      values: Float64Array.from({ length: of.length * width }, (_, at) => noise[at] as number),
    },
    classes: of,
    classNames: perClass.map((_, at) => `class ${at}`),
    folds: stratifiedFolds(of, perClass.length, folds, 1),
    leftOut: null,
    labs: null,
    annotation: [],
    kept: Int32Array.from(of.keys()),
  }).map((sentence) => sentenceIn(sentence, "en"));
};
test("10 folds of 22 samples leave two or three to try a model on, which is said, with how many folds leave enough", () => {
  expect(small([11, 11], 10)).toEqual([
    expect.stringMatching(/^22 rows in 10 folds: a model is tried on 2 rows at least and 3 at most, .* Take 4 folds/),
  ]);
  expect(small([11, 11], 4), "22 in 4").toEqual([]);
  expect(small([5, 4], 2), "two folds are the fewest").toEqual([]);
});
test("a class with one or two rows in each fold is said", () => {
  expect(small([40, 12], 10)).toEqual([expect.stringMatching(/^class 1 has 12 rows in 10 folds: one or two of them in each/)]);
  expect(small([40, 20], 10)).toEqual([]);
});

test("where no features are named, columns that are not taken are named, first those that a few words make text", () => {
  const table = tableOf(
    textColumn("sample", ["s1", "s2", "s3", "s4"]),
    textColumn("ct value", ["21.5", "n.d.", "22.1", "23.4"]),
    numberColumn("age", [1, 2, 3, 4]),
    booleanColumn("smokes", [true, false, true, false]),
    textColumn("relapse", ["no", "yes", "no", "yes"]),
  );
  const doubts = (features: readonly string[] | null): readonly string[] => {
    const data = learningData(table, { features, except: ["relapse"], needs: [], selects: 0 });
    if (!data.ok) return expect.fail(data.error.reason);
    return doubtsOfData(data.value).map((sentence) => sentenceIn(sentence, "en"));
  };
  expect(doubts(null)).toEqual([
    "ct value is not among the features, although most of its values are numbers: a few words make it text. Name these words among those for missing cells where the file is loaded.",
    "No features are named: all columns of numbers are taken (1). Not taken, because they hold no numbers or are identifiers: sample, smokes.",
  ]);
  expect(doubts(["age"])).toEqual([]);
});
