// Matrix, barcodes and features as one assay; those of several samples as one, with the sample of each cell.

import type { Column } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { scaleOfValues } from "../../artifacts/scale-of-values.ts";
import type { FileParts, Issue, Read, ReadSettings, ReadTask } from "../../contract/format.ts";
import { cellsOfSamples, uniqueFeatures } from "../parts/cell-samples/cells-of-samples.ts";
import { joinSamples } from "../parts/cell-samples/join-samples.ts";
import { words as sampleWords } from "../parts/cell-samples/words.ts";
import { doubt } from "../parts/doubts/of-matrices.ts";
import { describedColumns, featureColumns, isOfGenes, libraryColumn, typesOf } from "../parts/matrices/feature-columns.ts";
import type { NamesRead } from "../parts/matrices/read-names.ts";
import { contentOf, idColumn, shareOf, tableWithId } from "../parts/matrices/whole-assay.ts";
import { readTrio, type TrioRead } from "./read-trio.ts";
import { type Trio, triosOf } from "./roles.ts";
import { words } from "./words.ts";

export const read: Read = async (task) => {
  const { parts, settings } = task;
  const trios = parts && triosOf(parts.names);
  if (!parts || !trios) return words.fail("no-parts");
  const read: TrioRead[] = [];
  for (const trio of trios) read.push(await readTrio(parts, trio, sheetOf(trio, trios, task), task));
  const [one, ...more] = read;
  if (!one) return words.fail("no-parts");
  const featuresOf = (at: number): string => trios[at]?.features ?? "";
  const barcodesOf = (at: number): string => trios[at]?.barcodes ?? "";
  const joined = more.length === 0 ? { ...one, issues: [] } : joinSamples(read, await uniqueFeatures(read, featuresOf, settings));
  const { values, features } = joined;
  const [ids = [], ...described] = features.columns;
  const types = typesOf(described, features.header);
  const isGenes = isOfGenes(types);
  const id = idColumn(
    "id",
    ids,
    { noun: isGenes ? "gene" : "feature", semantic: isGenes ? "gene" : "identifier", placeOf: placed(features) },
    settings,
  );
  const samples = more.length === 0 ? cellsOf(one, settings) : await cellsOfSamples(read, barcodesOf, settings);
  const assay = assayOf({
    values,
    features: tableWithId(id, columnsOfFeatures(described, features.header, types)),
    samples,
    scale: read.some(({ isPattern }) => isPattern) ? "unknown" : scaleOfValues(values),
    featureNoun: isGenes ? "gene" : "feature",
  });
  const kinds = [...new Set(types ?? [])];
  const others = othersIn(parts, trios);
  const counts = { cells: samples.rowCount, features: ids.length, entries: values.data.length };
  const share = shareOf(values, ids.length, samples.rowCount);
  return contentOf(
    assay,
    [
      ...once(read.flatMap(({ issues }) => issues)),
      ...joined.issues,
      ...(kinds.length > 1 ? [note(doubt(words.sentence("types-several", { types: kinds.slice(0, 20) })))] : []),
      ...trios
        .filter(({ isBorrowing }) => isBorrowing)
        .map(({ sample, features: file }) => doubt(words.sentence("features-borrowed", { sample, file }))),
      ...(others.length > 0 ? [note(doubt(words.sentence("left-alone", { files: others })))] : []),
    ],
    [
      ...(more.length === 0 ? [] : [sampleWords.sentence("log-samples", { samples: read.map(({ sample }) => sample) })]),
      words.sentence("log-read", { ...counts, share }),
    ],
  );
};

const placed = (of: NamesRead) => (at: number) => at + 1 + of.skipped;

const ofCells = (barcodes: NamesRead) => ({ noun: "sample", semantic: "sample", placeOf: placed(barcodes) }) as const;

function cellsOf({ barcodes }: TrioRead, settings: ReadSettings) {
  const [ids = [], ...described] = barcodes.columns;
  const barcode = idColumn("barcode", ids, ofCells(barcodes), settings);
  return tableWithId(barcode, [...libraryColumn(ids), ...describedColumns(described, barcodes.header, 2)]);
}

/** The folder of one, or what its files are called, by which it is read alone; null: it has no such name. */
function sheetOf(trio: Trio, trios: readonly Trio[], { at }: ReadTask): string | null {
  const folder = trio.matrix.slice(0, trio.matrix.lastIndexOf("/") + 1);
  const isAlone = trios.filter(({ matrix }) => matrix.startsWith(folder)).length === 1;
  const name = isAlone ? folder : trio.matrix.startsWith(`${folder}${trio.sample}`) ? `${folder}${trio.sample}` : "";
  return name === "" ? null : `${at ?? ""}${name}`;
}

/** As Cell Ranger has them; otherwise by the names above them, the first being the symbol where nothing names it. */
function columnsOfFeatures(
  described: readonly (readonly string[])[],
  header: readonly string[] | null,
  types: readonly string[] | null,
): readonly Column[] {
  if (header) return describedColumns(described, header, 2);
  if (types !== null || described.length < 2) return featureColumns(described);
  return [...featureColumns(described.slice(0, 1)), ...describedColumns(described.slice(1), null, 3)];
}

const note = (issue: Issue): Issue => ({ ...issue, severity: "note" });

/** What is found in each of several samples is said once. */
const once = (issues: readonly Issue[]): readonly Issue[] => [
  ...new Map(issues.map((issue) => [JSON.stringify(issue.message), issue] as const)).values(),
];

function othersIn({ names }: FileParts, trios: readonly Trio[]): readonly string[] {
  const taken = trios.flatMap(({ matrix, barcodes, features }) => [matrix, barcodes, features]);
  return names.filter((name) => !taken.includes(name)).slice(0, 20);
}
