// One matrix with the names of its cells and of its features: which side is which, and whether they fit each other.

import type { FileParts, Issue, ReadTask } from "../../contract/format.ts";
import type { SampleOfCells, Titled } from "../parts/cell-samples/join-samples.ts";
import { doubt } from "../parts/doubts/of-matrices.ts";
import type { Header } from "../parts/matrix-market/header.ts";
import { matrixOf, readMatrixMarket } from "../parts/matrix-market/read-matrix-market.ts";
import { words as marketWords } from "../parts/matrix-market/words.ts";
import { type NamesRead, readNames } from "../parts/matrices/read-names.ts";
import { issuesOfRounded } from "../parts/matrices/whole-assay.ts";
import { namingPart } from "../parts/naming-part.ts";
import type { Trio } from "./roles.ts";
import { words } from "./words.ts";

export interface TrioRead extends SampleOfCells {
  /** Places are told, and no numbers. */
  readonly isPattern: boolean;
  readonly issues: readonly Issue[];
}

/** `sheet`: by which it is read alone. */
export async function readTrio(parts: FileParts, trio: Trio, sheet: string | null, task: ReadTask): Promise<TrioRead> {
  const barcodes = await readNames(parts.open(trio.barcodes), trio.barcodes, task.signal);
  const features = await readNames(parts.open(trio.features), trio.features, task.signal);
  const market = await namingPart(trio.matrix, () =>
    readMatrixMarket(parts.open(trio.matrix), () => task.signal?.throwIfAborted()),
  );
  const { names, samplesIn, issues } = sidesOf(market.header, { barcodes, features }, trio, task);
  const { values, added } = matrixOf(market, samplesIn);
  return {
    sample: trio.sample,
    sheet,
    ...names,
    values,
    isPattern: market.header.field === "pattern",
    issues: [
      ...issues,
      ...(added > 0 ? [doubt(marketWords.sentence("added", { count: added, name: trio.matrix }))] : []),
      ...issuesOfRounded(market.entries.rounded),
    ],
  };
}

export interface Names<T extends NamesRead = NamesRead> {
  readonly barcodes: T;
  readonly features: T;
}

/** Which side of the matrix is which, by how many names there are; a line above the names is one when there is one too many. */
function sidesOf(
  { rows, columns }: Header,
  names: Names,
  roles: Trio,
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
      ...(samplesIn === "rows" && wanted === "auto" ? [{ ...doubt(words.sentence("turned")), severity: "note" as const }] : []),
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
