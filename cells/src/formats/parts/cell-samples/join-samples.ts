// Samples of one run, each with a matrix of its own, as one matrix: cells of one behind those of the other, features joined by
// their names. What is not in all of them is left out and said, as anndata.concat leaves it out: no number of it is known.

import type { MatrixValues } from "../../../artifacts/artifact.ts";
import { FailureError } from "../../../base/failure.ts";
import type { Fix, Issue } from "../../../contract/format.ts";
import { doubt } from "../doubts/of-matrices.ts";
import { sparseOfEntries } from "../matrices/sparse-of-entries.ts";
import type { NamesRead } from "../matrices/read-names.ts";
import { words } from "./words.ts";

/** Names with what the line above them calls the columns behind the first. */
export interface Titled extends NamesRead {
  readonly header: readonly string[] | null;
}

export interface SampleOfCells {
  /** What it is called; "" where there is no other. */
  readonly sample: string;
  /** By which it is read alone (setting sheet); null: it has no such name. */
  readonly sheet: string | null;
  /** Features x cells. */
  readonly values: MatrixValues;
  readonly features: Titled;
  readonly barcodes: Titled;
}

export interface JoinedSamples {
  readonly values: MatrixValues;
  readonly features: Titled;
  readonly issues: readonly Issue[];
}

/** `ids`: the names of each one's features, once each. */
export function joinSamples(samples: readonly SampleOfCells[], ids: readonly (readonly string[])[]): JoinedSamples {
  const widest = Math.max(...samples.map(({ features }) => features.columns.length));
  const baseAt = samples.findIndex(({ features }) => features.columns.length === widest);
  const base = samples[baseAt] as SampleOfCells;
  const baseIds = ids[baseAt] as readonly string[];
  const rows = ids.map((own) => new Map(own.map((id, row) => [id, row] as const)));
  const kept = baseIds.flatMap((id, row) => (rows.every((has) => has.has(id)) ? [row] : []));
  const shared = kept.map((row) => baseIds[row] as string);
  const issues = [
    ...issuesOfShared(samples, ids, shared),
    ...issuesOfDescribed(samples, rows, shared),
    ...issuesOfCells(samples),
  ];
  const columns = base.features.columns.map((column, at) =>
    kept.map((row) => (at === 0 ? (baseIds[row] as string) : (column[row] ?? ""))),
  );
  const features = { ...base.features, count: shared.length, columns };
  return { values: joinedValues(samples, ids, shared), features, issues };
}

function issuesOfShared(
  samples: readonly SampleOfCells[],
  ids: readonly (readonly string[])[],
  shared: readonly string[],
): readonly Issue[] {
  const fewest = Math.min(...ids.map((own) => own.length));
  const most = Math.max(...ids.map((own) => own.length));
  if (shared.length === most) return [];
  const has = new Set(shared);
  const at = ids.findIndex((own) => own.some((id) => !has.has(id)));
  const [odd, own] = [samples[at] as SampleOfCells, ids[at] as readonly string[]];
  const { sheet } = odd;
  const fix: Fix | null = sheet === null ? null : { path: ["sheet"], value: sheet };
  const left = own.filter((id) => !has.has(id));
  const params = {
    samples: samples.length,
    shared: shared.length,
    most,
    sample: odd.sample,
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
  samples: readonly SampleOfCells[],
  rows: readonly ReadonlyMap<string, number>[],
  shared: readonly string[],
): readonly Issue[] {
  const described = (nth: number, id: string): string => samples[nth]?.features.columns[1]?.[rows[nth]?.get(id) ?? -1] ?? "";
  const unlike = shared.filter((id) => {
    const said = new Set(samples.flatMap((_, nth) => described(nth, id) || []));
    return said.size > 1;
  });
  if (unlike.length === 0) return [];
  const params = { count: unlike.length, first: unlike.slice(0, 3), sample: samples[0]?.sample ?? "" };
  return [{ ...doubt(words.sentence("described-differ", params)), severity: "note" }];
}

/** What stands behind the barcodes, where it is not the same in each file. */
function issuesOfCells(samples: readonly SampleOfCells[]): readonly Issue[] {
  return hasSameCells(samples) ? [] : [{ ...doubt(words.sentence("cells-differ")), severity: "note" }];
}

/** Each file of barcodes has as many columns, and they are called alike. */
export function hasSameCells(samples: readonly SampleOfCells[]): boolean {
  const shapes = samples.map(({ barcodes }) => `${barcodes.columns.length} ${barcodes.header?.join("\t") ?? ""}`);
  return new Set(shapes).size === 1;
}

function joinedValues(
  samples: readonly SampleOfCells[],
  ids: readonly (readonly string[])[],
  shared: readonly string[],
): MatrixValues {
  const places = new Map(shared.map((id, row) => [id, row] as const));
  const cells = samples.reduce((sum, { barcodes }) => sum + barcodes.count, 0);
  const size = samples.reduce((sum, { values }) => sum + values.data.length, 0);
  const feature = new Int32Array(size);
  const sample = new Int32Array(size);
  const data = new Float32Array(size);
  let count = 0;
  let before = 0;
  samples.forEach(({ values, barcodes }, nth) => {
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
