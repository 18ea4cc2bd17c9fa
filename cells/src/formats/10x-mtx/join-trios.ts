// Samples of one run, each with a matrix of its own, as one matrix: cells of one behind those of the other, features joined by
// their names. What is not in all of them is left out and said, as anndata.concat leaves it out: no number of it is known.

import type { MatrixValues } from "../../artifacts/artifact.ts";
import { FailureError } from "../../base/failure.ts";
import type { Fix, Issue } from "../../contract/format.ts";
import { doubt } from "../parts/doubts/of-matrices.ts";
import { sparseOfEntries } from "../parts/matrices/sparse-of-entries.ts";
import type { Titled, TrioRead } from "./read-trio.ts";
import { words } from "./words.ts";

export interface JoinedTrios {
  readonly values: MatrixValues;
  readonly features: Titled;
  readonly issues: readonly Issue[];
}

/** `idsOf`: the names of each one's features, once each. `sheetOf`: by what one of them is read by itself. */
export function joinTrios(
  trios: readonly TrioRead[],
  ids: readonly (readonly string[])[],
  sheetOf: (trio: TrioRead) => string | null,
): JoinedTrios {
  const widest = Math.max(...trios.map(({ features }) => features.columns.length));
  const baseAt = trios.findIndex(({ features }) => features.columns.length === widest);
  const base = trios[baseAt] as TrioRead;
  const baseIds = ids[baseAt] as readonly string[];
  const rows = ids.map((own) => new Map(own.map((id, row) => [id, row] as const)));
  const kept = baseIds.flatMap((id, row) => (rows.every((has) => has.has(id)) ? [row] : []));
  const shared = kept.map((row) => baseIds[row] as string);
  const issues = [
    ...issuesOfShared(trios, ids, shared, sheetOf),
    ...issuesOfDescribed(trios, rows, shared),
    ...issuesOfCells(trios),
  ];
  const columns = base.features.columns.map((column, at) =>
    kept.map((row) => (at === 0 ? (baseIds[row] as string) : (column[row] ?? ""))),
  );
  const features = { ...base.features, count: shared.length, columns };
  return { values: joinedValues(trios, ids, shared), features, issues };
}

function issuesOfShared(
  trios: readonly TrioRead[],
  ids: readonly (readonly string[])[],
  shared: readonly string[],
  sheetOf: (trio: TrioRead) => string | null,
): readonly Issue[] {
  const fewest = Math.min(...ids.map((own) => own.length));
  const most = Math.max(...ids.map((own) => own.length));
  if (shared.length === most) return [];
  const has = new Set(shared);
  const at = ids.findIndex((own) => own.some((id) => !has.has(id)));
  const [odd, own] = [trios[at] as TrioRead, ids[at] as readonly string[]];
  const sheet = sheetOf(odd);
  const fix: Fix | null = sheet === null ? null : { path: ["sheet"], value: sheet };
  const left = own.filter((id) => !has.has(id));
  const params = {
    samples: trios.length,
    shared: shared.length,
    most,
    sample: odd.trio.sample,
    count: left.length,
    first: left.slice(0, 3),
  };
  // Of two genomes, or of names beside numbers, next to nothing is shared.
  if (shared.length * 2 < fewest)
    throw new FailureError(words.failure("features-unlike", params, { at: ["sheet"], ...(fix ? { fix } : {}) }));
  return [doubt(words.sentence("features-shared", params), ...(fix ? [fix] : []))];
}

/** One id that is described in two ways: names of genes change from one release of an annotation to the next. */
function issuesOfDescribed(
  trios: readonly TrioRead[],
  rows: readonly ReadonlyMap<string, number>[],
  shared: readonly string[],
): readonly Issue[] {
  const described = (nth: number, id: string): string => trios[nth]?.features.columns[1]?.[rows[nth]?.get(id) ?? -1] ?? "";
  const unlike = shared.filter((id) => {
    const said = new Set(trios.flatMap((_, nth) => described(nth, id) || []));
    return said.size > 1;
  });
  if (unlike.length === 0) return [];
  const params = { count: unlike.length, first: unlike.slice(0, 3), sample: trios[0]?.trio.sample ?? "" };
  return [{ ...doubt(words.sentence("described-differ", params)), severity: "note" }];
}

/** What stands behind the barcodes, where it is not the same in each file. */
function issuesOfCells(trios: readonly TrioRead[]): readonly Issue[] {
  return hasSameCells(trios) ? [] : [{ ...doubt(words.sentence("cells-differ")), severity: "note" }];
}

/** Each file of barcodes has as many columns, and they are called alike. */
export function hasSameCells(trios: readonly TrioRead[]): boolean {
  const shapes = trios.map(({ barcodes }) => `${barcodes.columns.length} ${barcodes.header?.join("\t") ?? ""}`);
  return new Set(shapes).size === 1;
}

function joinedValues(trios: readonly TrioRead[], ids: readonly (readonly string[])[], shared: readonly string[]): MatrixValues {
  const places = new Map(shared.map((id, row) => [id, row] as const));
  const cells = trios.reduce((sum, { barcodes }) => sum + barcodes.count, 0);
  const size = trios.reduce((sum, { values }) => sum + values.data.length, 0);
  const feature = new Int32Array(size);
  const sample = new Int32Array(size);
  const data = new Float32Array(size);
  let count = 0;
  let before = 0;
  trios.forEach(({ values, barcodes }, nth) => {
    const row = Int32Array.from(ids[nth] ?? [], (id) => places.get(id) ?? -1);
    const take = (from: number, cell: number, value: number): void => {
      const to = row[from] as number;
      if (to < 0 || value === 0) return;
      feature[count] = to;
      sample[count] = before + cell;
      data[count++] = value;
    };
    for (let cell = 0; cell < barcodes.count; cell++)
      if (values.layout === "sparse") {
        const end = values.offsets[cell + 1] as number;
        for (let at = values.offsets[cell] as number; at < end; at++)
          take(values.featureIndex[at] as number, cell, values.data[at] as number);
      } else for (let at = 0; at < row.length; at++) take(at, cell, values.data[at * barcodes.count + cell] as number);
    before += barcodes.count;
  });
  return sparseOfEntries({ featureCount: shared.length, sampleCount: cells, feature, sample, data, count }).values;
}
