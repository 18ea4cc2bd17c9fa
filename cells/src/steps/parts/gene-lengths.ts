// Lengths of genes: bases that the exons of a GTF cover together, or a column of the features. Ids are found as they are written,
// then without their versions; what a GTF tells is kept. Features without a length are refused, or dropped and counted.

import { z } from "zod";
import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { featureIds } from "../../artifacts/assay.ts";
import { placeAt, placeColumns } from "../../artifacts/places.ts";
import { cellString, columnOf, isMissing } from "../../artifacts/table.ts";
import type { CellRef } from "../../base/refs.ts";
import type { StepScope } from "../../contract/step.ts";
import { words as shared } from "../words.ts";
import { withoutVersion } from "./id-versions.ts";
import { words } from "./gene-lengths/words.ts";
import { featureWords, named } from "./listed-names.ts";
import { numbersOf } from "./numbers-of-columns.ts";
import { needColumn, refuse } from "./step-scope.ts";
import { takeFeatures } from "./take-features.ts";

const names = z.array(z.string());

interface Options {
  readonly with: CellRef | null;
  readonly key: string;
  readonly length: string;
  readonly lost: "refuse" | "drop";
}

export interface WithLengths {
  /** Of features that have one. */
  readonly assay: Assay;
  readonly lengths: Float64Array;
}

/** Of each id of a GTF its length, and those that lie on several chromosomes; null where a column of the features says the lengths. */
export const keptLengths = z.strictObject({
  exons: z.strictObject({ lengths: z.array(z.tuple([z.string(), z.number().positive()])), spread: names }).nullable(),
});
type KeptLengths = z.output<typeof keptLengths>;

/** All that the GTF tells: data of later may have other genes. */
export function lengthsToKeep({ with: ref, key }: Options, scope: StepScope): KeptLengths {
  if (!ref) return { exons: null };
  const table = scope.input(ref);
  if (table.type !== "table") return refuse(scope, shared, "not-a-table", {}, ["with"]);
  const { lengths, spread } = exonLengths(table, needColumn(scope, table, key, ["key"]), scope);
  return { exons: { lengths: [...lengths], spread: [...spread] } };
}

export function withLengths(step: Options, assay: Assay, { exons }: KeptLengths, scope: StepScope): WithLengths {
  const lengths = exons ? ofExons(exons, step.key, assay, scope) : ofColumn(step.length, assay, scope);
  const known = Int32Array.from(lengths.keys()).filter((at) => (lengths[at] as number) > 0);
  if (known.length === lengths.length) return { assay, lengths };
  const ids = featureIds(assay);
  const lost = ids.filter((_, at) => !((lengths[at] as number) > 0));
  const params = { n: lost.length, all: ids.length, noun: featureWords(assay.featureNoun), ...named(lost) };
  if (step.lost === "refuse") {
    const fix = { path: ["steps", scope.index, "lost"], value: "drop" };
    return refuse(scope, words, "no-length", params, ["lost"], { fix });
  }
  scope.say(words.sentence("dropped", { step: scope.index + 1, ...params }));
  return { assay: takeFeatures(assay, known), lengths: Float64Array.from(known, (at) => lengths[at] as number) };
}

function ofColumn(name: string, { features }: Assay, scope: StepScope): Float64Array {
  if (name === "") return refuse(scope, shared, "nothing-chosen", { field: "length" }, ["length"]);
  const values = numbersOf(needColumn(scope, features, name, ["length"]), scope, ["length"], words.key("lengths"));
  // No gene is longer than a chromosome, and no effective length shorter than a hundredth of a base.
  return values.map((value) => (value >= 0.01 && value <= 1e10 ? value : Number.NaN));
}

function ofExons(
  { lengths: kept, spread }: NonNullable<KeptLengths["exons"]>,
  key: string,
  assay: Assay,
  scope: StepScope,
): Float64Array {
  const step = scope.index + 1;
  const lengths = new Map(kept);
  if (spread.length > 0) scope.say(words.sentence("spread", { step, n: spread.length, ...named(spread) }));
  const bare = new Map<string, number>();
  for (const [id, length] of lengths) bare.set(withoutVersion(id), Math.max(length, bare.get(withoutVersion(id)) ?? 0));
  let stripped = 0;
  const ids = featureIds(assay);
  const found = Float64Array.from(ids, (id) => {
    const exact = lengths.get(id);
    if (exact !== undefined) return exact;
    const alike = bare.get(withoutVersion(id));
    if (alike !== undefined) stripped++;
    return alike ?? Number.NaN;
  });
  if (ids.length > 0 && found.every((length) => Number.isNaN(length)))
    refuse(scope, words, "none-found", { n: ids.length, key, here: ids[0] ?? "", there: [...lengths.keys()][0] ?? "" }, ["key"]);
  if (stripped > 0) scope.say(words.sentence("stripped", { step, n: stripped }));
  return found;
}

/** Bases of the union of the exons of each id. Copies on several chromosomes (X and Y) are one gene: the longest counts. */
function exonLengths(
  table: Table,
  key: Column,
  scope: StepScope,
): { readonly lengths: ReadonlyMap<string, number>; readonly spread: readonly string[] } {
  const places = placeColumns(table);
  const feature = columnOf(table, "feature") ?? columnOf(table, "type");
  if (!places || !feature) return refuse(scope, words, "no-gtf", {}, ["with"]);
  const exons = new Map<string, Map<string, (readonly [number, number])[]>>();
  for (let row = 0; row < table.rowCount; row++) {
    if (cellString(feature, row) !== "exon" || isMissing(key, row)) continue;
    const place = placeAt(places, row);
    if (!place || place.end <= place.start) continue;
    const id = cellString(key, row);
    const ofId = exons.get(id) ?? new Map<string, (readonly [number, number])[]>();
    const there = ofId.get(place.chromosome) ?? [];
    there.push([place.start, place.end]);
    ofId.set(place.chromosome, there);
    exons.set(id, ofId);
  }
  if (exons.size === 0) return refuse(scope, words, "no-exons", { column: key.name }, ["with"]);
  const lengths = new Map([...exons].map(([id, ofId]) => [id, Math.max(...[...ofId.values()].map(covered))] as const));
  return { lengths, spread: [...exons].flatMap(([id, ofId]) => (ofId.size > 1 ? [id] : [])) };
}

/** Bases that places cover together. */
function covered(places: readonly (readonly [number, number])[]): number {
  let length = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const [start, end] of [...places].sort((a, b) => a[0] - b[0])) {
    if (end <= reached) continue;
    length += end - Math.max(start, reached);
    reached = end;
  }
  return length;
}
