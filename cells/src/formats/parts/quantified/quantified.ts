// What programs that count or estimate write for one sample, and several of them as one matrix: features are joined by their
// names, samples are named after files or folders.

import type { Assay, Column, Layer, MatrixValues } from "../../../artifacts/artifact.ts";
import { assayOf } from "../../../artifacts/assay.ts";
import { takeColumnRows, textsOf } from "../../../artifacts/table.ts";
import { FailureError } from "../../../base/failure.ts";
import type { Issue, ReadSettings } from "../../../contract/format.ts";
import { doubt } from "../doubts/of-matrices.ts";
import { withoutGencodeParts } from "./gencode-names.ts";
import { losesDigits } from "../float32-digits.ts";
import { scaleOfValues } from "../../../artifacts/scale-of-values.ts";
import { idColumn, issuesOfRounded, tableWithId } from "../matrices/whole-assay.ts";
import { words } from "./words.ts";

/** One column of numbers, with what it is. */
export interface Measure {
  readonly name: string;
  readonly values: Float64Array;
}

export interface Quantified {
  /** Samples of the file: one, or several columns of it. */
  readonly samples: readonly string[];
  readonly ids: readonly string[];
  /** What is said of features and is the same in each file of a program (symbol, length of a transcript). */
  readonly features: readonly Column[];
  /** Of each sample the same measures, the one that is the values first. */
  readonly measures: readonly (readonly Measure[])[];
}

export interface JoinOptions extends Pick<ReadSettings, "duplicates" | "layer"> {
  readonly idName: string;
  readonly noun: "gene" | "transcript" | "feature";
  /** The first measure is counts, by what the program says. */
  readonly isCounts: boolean;
  /** So is each of the others (the strands of STAR). */
  readonly isAlwaysCounts?: true;
  /** Line of the first file, from 1, where its features begin. */
  readonly firstLine: number;
}

export interface Joined {
  readonly assay: Assay;
  readonly issues: readonly Issue[];
}

/** Fails with "duplicate-names", "no-layer". */
export function joinQuantified(given: readonly Quantified[], options: JoinOptions): Joined {
  const { files: read, issues: ofNames } = withoutGencodeParts(given);
  const isSame = read.every(
    ({ ids }) => ids === read[0]?.ids || (ids.length === read[0]?.ids.length && ids.every((id, at) => id === read[0]?.ids[at])),
  );
  const placed = (at: number): number => at + options.firstLine;
  const semantic = options.noun === "gene" ? "gene" : "identifier";
  const unique = (ids: readonly string[]) =>
    idColumn(options.idName, ids, { noun: options.noun, semantic, placeOf: placed }, options);
  // What stands twice in one of them would be one of all.
  const files = isSame ? read : read.map((file) => withUniqueIds(file, unique));
  const [first] = files;
  if (!first) return words.fail("no-files");
  const measures = (first.measures[0] ?? []).map(({ name }) => name);
  const chosen = options.layer ?? measures[0] ?? "";
  if (!measures.includes(chosen))
    return words.fail(
      "no-layer",
      { layer: chosen, available: measures },
      { at: ["layer"], fix: { path: ["layer"], value: null } },
    );
  const ids = isSame ? first.ids : unionOf(files);
  const id = unique(ids);
  const places = isSame ? null : placesOf(files, ids);
  const samples = files.flatMap((file) => file.samples);
  const sample = idColumn("sample", samples, { noun: "sample", semantic: "sample" }, options);
  let rounded = 0;
  const matrixOf = (name: string): MatrixValues => {
    const data = new Float32Array(ids.length * samples.length);
    if (!isSame) data.fill(Number.NaN);
    let column = 0;
    files.forEach((file, fileAt) => {
      const rows = places?.[fileAt];
      for (const own of file.measures) {
        const values = own.find((measure) => measure.name === name)?.values;
        for (let at = 0; at < file.ids.length; at++) {
          const value = values?.[at] ?? Number.NaN;
          if (name === chosen && losesDigits(value)) rounded++;
          data[(rows ? (rows[at] as number) : at) * samples.length + column] = value;
        }
        column++;
      }
    });
    return { layout: "dense", data };
  };
  const values = matrixOf(chosen);
  const layers: Layer[] = measures.filter((name) => name !== chosen).map((name) => ({ name, values: matrixOf(name) }));
  const assay = assayOf({
    values,
    ...(layers.length > 0 ? { layers } : {}),
    features: tableWithId(id, isSame ? first.features : featuresOfUnion(files, ids)),
    samples: tableWithId(sample, []),
    scale:
      options.isCounts && (chosen === measures[0] || options.isAlwaysCounts === true)
        ? "counts"
        : layers.length > 0
          ? "unknown"
          : scaleOfValues(values),
    featureNoun: options.noun,
  });
  const differing = isSame ? [] : [featuresDiffer(files, ids)];
  return { assay, issues: [...differing, ...ofNames, ...issuesOfRounded(rounded)] };
}

function withUniqueIds(file: Quantified, unique: (ids: readonly string[]) => Column): Quantified {
  try {
    return { ...file, ids: textsOf(unique(file.ids)) };
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const params = { ...error.failure.params, name: file.samples.join(", ") };
    throw new FailureError({ ...error.failure, params }, { cause: error });
  }
}

const unionOf = (files: readonly Quantified[]): readonly string[] => [...new Set(files.flatMap(({ ids }) => ids))];

/** Row of the union for each feature of each file. */
function placesOf(files: readonly Quantified[], ids: readonly string[]): readonly Int32Array[] {
  const at = new Map(ids.map((id, place) => [id, place] as const));
  return files.map((file) => Int32Array.from(file.ids, (id) => at.get(id) as number));
}

/** Of each feature what the first file that has it says. */
function featuresOfUnion(files: readonly Quantified[], ids: readonly string[]): readonly Column[] {
  const [first] = files;
  if (!first || first.features.length === 0) return [];
  const has = new Map(first.ids.map((id, at) => [id, at] as const));
  // What the first file does not have is said by none: missing.
  const rows = Int32Array.from(ids, (id) => has.get(id) ?? -1);
  return first.features.map((column) => {
    const taken = takeColumnRows(
      column,
      rows.map((row) => Math.max(0, row)),
    );
    const valid = Uint8Array.from(rows, (row, at) => (row < 0 || taken.valid?.[at] === 0 ? 0 : 1));
    return emptied(taken, valid);
  });
}

function emptied(column: Column, valid: Uint8Array): Column {
  if (!valid.includes(0)) return { ...column, valid: null };
  if (column.type === "text") {
    const dictionary = column.dictionary.includes("") ? column.dictionary : [...column.dictionary, ""];
    const nothing = dictionary.indexOf("");
    return { ...column, valid, dictionary, codes: column.codes.map((code, at) => (valid[at] === 0 ? nothing : code)) };
  }
  switch (column.type) {
    case "float64":
      return { ...column, valid, values: column.values.map((value, at) => (valid[at] === 0 ? 0 : value)) };
    case "int32":
      return { ...column, valid, values: column.values.map((value, at) => (valid[at] === 0 ? 0 : value)) };
    case "boolean":
      return { ...column, valid, values: column.values.map((value, at) => (valid[at] === 0 ? 0 : value)) };
  }
}

function featuresDiffer(files: readonly Quantified[], ids: readonly string[]): Issue {
  const shared = ids.length - ids.filter((id) => !files.every((file) => idsIn(file).has(id))).length;
  return doubt(words.sentence("features-differ", { all: ids.length, shared, files: files.length }));
}

const sets = new WeakMap<Quantified, ReadonlySet<string>>();
function idsIn(file: Quantified): ReadonlySet<string> {
  const found = sets.get(file) ?? new Set(file.ids);
  sets.set(file, found);
  return found;
}
