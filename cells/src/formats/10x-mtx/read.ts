// Matrix, barcodes and features as one assay.

import type { Column } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { FailureError } from "../../base/failure.ts";
import type { FileParts, Issue, Read, ReadTask } from "../../contract/format.ts";
import { doubt } from "../parts/doubts/of-matrices.ts";
import type { Header } from "../parts/matrix-market/header.ts";
import { matrixOf, readMatrixMarket } from "../parts/matrix-market/read-matrix-market.ts";
import { words as marketWords } from "../parts/matrix-market/words.ts";
import { describedColumns, featureColumns, isOfGenes, libraryColumn, typesOf } from "../parts/matrices/feature-columns.ts";
import { type NamesRead, readNames } from "../parts/matrices/read-names.ts";
import { scaleOfValues } from "../../artifacts/scale-of-values.ts";
import { contentOf, idColumn, issuesOfRounded, shareOf, tableWithId } from "../parts/matrices/whole-assay.ts";
import { rolesOf } from "./roles.ts";
import { words } from "./words.ts";

export const read: Read = async (task) => {
  const { parts } = task;
  const roles = parts && rolesOf(parts.names);
  if (!parts || !roles) return words.fail("no-parts");
  const barcodes = await readNames(parts.open(roles.barcodes), roles.barcodes, task.signal);
  const features = await readNames(parts.open(roles.features), roles.features, task.signal);
  const market = await inPart(roles.matrix, () =>
    readMatrixMarket(parts.open(roles.matrix), () => task.signal?.throwIfAborted()),
  );
  const { names, samplesIn, issues } = sidesOf(market.header, { barcodes, features }, roles, task);
  const { values, added } = matrixOf(market, samplesIn);
  const [ids = [], ...described] = names.features.columns;
  const [barcodeIds = [], ...ofBarcodes] = names.barcodes.columns;
  const types = typesOf(described, names.features.header);
  const isGenes = isOfGenes(types);
  const { settings } = task;
  const placed = (of: NamesRead) => (at: number) => at + 1 + of.skipped;
  const id = idColumn(
    "id",
    ids,
    { noun: isGenes ? "gene" : "feature", semantic: isGenes ? "gene" : "identifier", placeOf: placed(names.features) },
    settings,
  );
  const barcode = idColumn(
    "barcode",
    barcodeIds,
    { noun: "sample", semantic: "sample", placeOf: placed(names.barcodes) },
    settings,
  );
  const assay = assayOf({
    values,
    features: tableWithId(id, columnsOfFeatures(described, names.features.header, types)),
    samples: tableWithId(barcode, [...libraryColumn(barcodeIds), ...describedColumns(ofBarcodes, names.barcodes.header, 2)]),
    scale: market.header.field === "pattern" ? "unknown" : scaleOfValues(values),
    featureNoun: isGenes ? "gene" : "feature",
  });
  const kinds = [...new Set(types ?? [])];
  const others = othersIn(parts, Object.values(roles));
  const [cells, rows] = [barcodeIds.length, ids.length];
  return contentOf(
    assay,
    [
      ...issues,
      ...(kinds.length > 1 ? [note(doubt(words.sentence("types-several", { types: kinds.slice(0, 20) })))] : []),
      ...(added > 0 ? [doubt(marketWords.sentence("added", { count: added, name: roles.matrix }))] : []),
      ...issuesOfRounded(market.entries.rounded),
      ...(others.length > 0 ? [note(doubt(words.sentence("left-alone", { files: others })))] : []),
    ],
    [
      words.sentence("log-read", {
        cells,
        features: rows,
        entries: values.data.length,
        share: shareOf(values, rows, cells),
      }),
    ],
  );
};

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

const othersIn = ({ names }: FileParts, taken: readonly string[]): readonly string[] =>
  names.filter((name) => !taken.includes(name)).slice(0, 20);

/** Failures name the file of the three that is at fault. */
async function inPart<T>(name: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const { failure } = error;
    throw new FailureError({ ...failure, params: { ...failure.params, name } }, { cause: error });
  }
}

/** Names with what the line above them calls the columns behind the first. */
interface Titled extends NamesRead {
  readonly header: readonly string[] | null;
}

interface Names<T extends NamesRead = NamesRead> {
  readonly barcodes: T;
  readonly features: T;
}

/** Which side of the matrix is which, by how many names there are; a line above the names is one when there is one too many. */
function sidesOf(
  { rows, columns }: Header,
  names: Names,
  roles: { readonly barcodes: string; readonly features: string },
  { settings }: ReadTask,
): { readonly names: Names<Titled>; readonly samplesIn: "columns" | "rows"; readonly issues: readonly Issue[] } {
  const wanted = settings.samplesIn;
  const orders = (["columns", "rows"] as const).filter((side) => wanted === "auto" || wanted === side);
  for (const samplesIn of orders) {
    const [featureCount, barcodeCount] = samplesIn === "columns" ? [rows, columns] : [columns, rows];
    const features = fitting(names.features, featureCount);
    const barcodes = fitting(names.barcodes, barcodeCount);
    if (!features || !barcodes) continue;
    const isSquare = rows === columns && wanted === "auto";
    const issues = [
      ...(samplesIn === "rows" && wanted === "auto" ? [note(doubt(words.sentence("turned")))] : []),
      ...(isSquare ? [doubt(words.sentence("square"), { path: ["samplesIn"], value: "rows" })] : []),
      ...(features.skipped > 0 ? [doubt(words.sentence("header-line", { file: roles.features }))] : []),
      ...(barcodes.skipped > 0 ? [doubt(words.sentence("header-line", { file: roles.barcodes }))] : []),
    ];
    return { names: { barcodes, features }, samplesIn, issues };
  }
  return words.fail("lengths-differ", {
    features: roles.features,
    barcodes: roles.barcodes,
    featureNames: names.features.count,
    barcodeNames: names.barcodes.count,
    rows,
    columns,
  });
}

function fitting(names: NamesRead, count: number): Titled | null {
  if (names.count === count) return { ...names, header: null };
  if (names.count !== count + 1 || !isLineOfNames(names.columns)) return null;
  const header = names.columns.slice(1).map(([name = ""]) => name);
  return { count, skipped: 1, columns: names.columns.map((column) => column.slice(1)), header };
}

/** Words such as id or barcode; or a first line that is made unlike all others: ENSEMBL over ENSG00000223972, a hyphen over barcodes. */
function isLineOfNames(columns: readonly (readonly string[])[]): boolean {
  const [first = "", ...others] = columns[0] ?? [];
  if (/id|name|symbol|barcode|gene|cell|feature/i.test(first)) return true;
  const shape = /^ENS[A-Z]*\d{6,}|[ACGT]{8,}/;
  return others.length > 0 && !shape.test(first) && others.every((name) => shape.test(name));
}
