// How far a materialisation of features has moved from a snapshot: per column the population stability index, Kolmogorov and Smirnov's
// distance where both tables are there, the share that is missing, and new and lost categories. What passes a threshold is a finding,
// the worst first.
//
// The index is the sum over bins of (q - p) ln(q / p), p and q being the shares of the bin in the snapshot and now; a share below
// `psiFloor` counts as that, so that an empty bin is finite. Bins of numbers are the snapshot's deciles (a bin holds its right
// edge; a value that a tenth of the rows have is one of its own), of texts its most frequent values and all others together. Missing values are in no bin. Where nothing moved the index is about
// (1/n + 1/m) χ² with as many degrees of freedom as bins less one: below what chance makes of so few rows (`psiChance`) nothing is found.

import type { Table } from "../artifacts/artifact.ts";
import { columnOf } from "../artifacts/table.ts";
import type { Sentence } from "../messages/sentence.ts";
import { chiSquared } from "../stats/distributions/chi-squared.ts";
import { type KolmogorovSmirnov, kolmogorovSmirnov } from "../stats/kolmogorov-smirnov.ts";
import {
  type ColumnFeatures,
  type FeatureSummary,
  featureSummary,
  type LevelCount,
  presentNumbers,
  type TextsSummary,
} from "./feature-summary.ts";
import { words } from "./words.ts";

export const psiFloor = 1e-4;

export interface DriftSettings {
  readonly psiWarn: number;
  readonly psiAlert: number;
  /** An index that chance exceeds more often than this is none. */
  readonly psiChance: number;
  /** Both: rarer than `ksP` by chance, and at least so far apart, since of very many rows any distance is rare. */
  readonly ksP: number;
  readonly ksLeast: number;
  /** More of the rows without a value, as a share of them. */
  readonly missingWarn: number;
  readonly missingAlert: number;
  /** Share of values that are of new categories. */
  readonly newWarn: number;
  readonly newAlert: number;
  /** Share of the entities by which they have become fewer. */
  readonly fewerWarn: number;
  readonly fewerAlert: number;
}
export const usualDrift: DriftSettings = {
  psiWarn: 0.1,
  psiAlert: 0.25,
  psiChance: 0.001,
  ksP: 0.001,
  ksLeast: 0.1,
  missingWarn: 0.05,
  missingAlert: 0.2,
  newWarn: 0.01,
  newAlert: 0.1,
  fewerWarn: 0.1,
  fewerAlert: 0.5,
};

export interface ColumnDrift {
  readonly name: string;
  /** Null: it cannot be told (another sort of values, none, names of individuals, or mostly values that few rows share). */
  readonly psi: number | null;
  /** How often chance exceeds it where nothing moved. */
  readonly psiP: number | null;
  /** Where both tables were given. */
  readonly ks: KolmogorovSmirnov | null;
  /** Shares of the rows. */
  readonly missingBefore: number;
  readonly missingNow: number;
  /** Categories that only one of the two has, the most frequent first. Values: for whoever may see rows. */
  readonly newLevels: readonly LevelCount[];
  readonly lostLevels: readonly LevelCount[];
}

/** The worst first. */
export const severities = ["alert", "warn", "note"] as const;
export type Severity = (typeof severities)[number];
export interface DriftFinding {
  readonly severity: Severity;
  readonly rule:
    | "column-gone"
    | "column-new"
    | "type"
    | "unit"
    | "psi"
    | "ks"
    | "missing"
    | "new-levels"
    | "lost-levels"
    | "fewer";
  /** Null: it is about the whole. */
  readonly column: string | null;
  /** Names columns and shares, no value. */
  readonly said: Sentence;
}
export interface Drift {
  readonly rowsBefore: number;
  readonly rowsNow: number;
  /** Of columns that both have. */
  readonly columns: readonly ColumnDrift[];
  readonly findings: readonly DriftFinding[];
}

/** `snapshot`: its table as well, where it is there, for the distance of Kolmogorov and Smirnov. */
export function driftOfTable(
  before: FeatureSummary,
  now: Table,
  settings: DriftSettings = usualDrift,
  snapshot: Table | null = null,
): Drift {
  const summary = featureSummary(now, { entity: before.entity, against: before });
  return driftOf(before, summary, settings, snapshot ? (name) => ksOf(snapshot, now, name) : () => null);
}

/** Of two summaries. `now` is one that was made against `before`: where edges differ, or values were not counted, the index is null. */
export function driftOf(
  before: FeatureSummary,
  now: FeatureSummary,
  settings: DriftSettings = usualDrift,
  ks: (column: string) => KolmogorovSmirnov | null = () => null,
): Drift {
  const then = new Map(before.columns.map((column) => [column.name, column]));
  const here = new Set(now.columns.map(({ name }) => name));
  const columns: ColumnDrift[] = [];
  const found: { readonly finding: DriftFinding; readonly size: number }[] = [];
  const find = (finding: DriftFinding, size: number): void => void found.push({ finding, size });
  const say = (
    severity: Severity,
    rule: DriftFinding["rule"],
    column: string | null,
    params: Sentence["params"],
    size = 0,
  ): void =>
    find(
      { severity, rule, column, said: words.sentence(`drift-${rule}`, column === null ? params : { column, ...params }) },
      size,
    );
  for (const { name } of before.columns)
    if (!here.has(name) && now.leftOut === 0) say("alert", "column-gone", name, {}, Number.POSITIVE_INFINITY);
  sayFewer(before, now, settings, say);
  for (const column of now.columns) {
    const old = then.get(column.name);
    if (!old) {
      if (before.leftOut === 0) say("note", "column-new", column.name, {});
      continue;
    }
    if (old.values.sort !== column.values.sort) say("alert", "type", column.name, {}, Number.POSITIVE_INFINITY);
    if ((old.unit ?? "") !== (column.unit ?? ""))
      say("alert", "unit", column.name, { before: old.unit ?? "–", now: column.unit ?? "–" }, Number.POSITIVE_INFINITY);
    const drift = columnDrift([old, before.rows], [column, now.rows], ks(column.name));
    columns.push(drift);
    sayColumn(drift, column, settings, say);
  }
  found.sort(
    (a, b) =>
      severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity) ||
      (b.size > a.size ? 1 : b.size < a.size ? -1 : 0),
  );
  return { rowsBefore: before.rows, rowsNow: now.rows, columns, findings: found.map(({ finding }) => finding) };
}

type Say = (
  severity: Severity,
  rule: DriftFinding["rule"],
  column: string | null,
  params: Sentence["params"],
  size?: number,
) => void;

/** Of entities where they are known, else of rows. */
function sayFewer(before: FeatureSummary, now: FeatureSummary, { fewerWarn, fewerAlert }: DriftSettings, say: Say): void {
  const areEntities = before.entities !== null && now.entities !== null;
  const [then, here] = areEntities ? [before.entities ?? 0, now.entities ?? 0] : [before.rows, now.rows];
  const share = then === 0 ? 0 : (then - here) / then;
  if (share > fewerWarn) say(share > fewerAlert ? "alert" : "warn", "fewer", null, { before: then, now: here }, share);
}

function sayColumn(drift: ColumnDrift, column: ColumnFeatures, settings: DriftSettings, say: Say): void {
  const { name, psi, psiP, ks, missingBefore, missingNow, newLevels, lostLevels } = drift;
  const isChance = (psiP ?? 0) > settings.psiChance;
  if (psi !== null && psi > settings.psiWarn && !isChance)
    say(psi > settings.psiAlert ? "alert" : "warn", "psi", name, { psi: rounded(psi) }, psi);
  if (ks && ks.p < settings.ksP && ks.d >= settings.ksLeast) say("warn", "ks", name, { d: rounded(ks.d), p: ks.p }, ks.d);
  const more = missingNow - missingBefore;
  if (more > settings.missingWarn)
    say(
      more > settings.missingAlert ? "alert" : "warn",
      "missing",
      name,
      { before: percent(missingBefore), now: percent(missingNow) },
      more,
    );
  const values = column.values.sort === "texts" ? column.values.n : 0;
  const ofNew = newLevels.reduce((sum, { n }) => sum + n, 0) / Math.max(1, values);
  if (newLevels.length > 0) {
    const severity = ofNew > settings.newAlert ? "alert" : ofNew > settings.newWarn ? "warn" : "note";
    say(severity, "new-levels", name, { n: newLevels.length, share: percent(ofNew) }, ofNew);
  }
  if (lostLevels.length > 0) say("note", "lost-levels", name, { n: lostLevels.length });
}

type OfRows = readonly [column: ColumnFeatures, rows: number];

function columnDrift([before, rowsBefore]: OfRows, [now, rowsNow]: OfRows, ks: KolmogorovSmirnov | null): ColumnDrift {
  const bins = binsOf(before, now);
  const psi = bins ? populationStability(bins.before, bins.now) : null;
  const levels = before.values.sort === "texts" && now.values.sort === "texts" ? levelsApart(before.values, now.values) : null;
  return {
    name: now.name,
    psi,
    psiP: bins && psi !== null ? chanceOf(psi, bins) : null,
    ks,
    missingBefore: rowsBefore === 0 ? 0 : before.missing / rowsBefore,
    missingNow: rowsNow === 0 ? 0 : now.missing / rowsNow,
    newLevels: levels?.here ?? [],
    lostLevels: levels?.gone ?? [],
  };
}

interface Bins {
  readonly before: readonly number[];
  readonly now: readonly number[];
}

/** Null where they cannot be compared. */
function binsOf({ values: before }: ColumnFeatures, { values: now }: ColumnFeatures): Bins | null {
  if (before.sort === "numbers" && now.sort === "numbers") {
    const edges = now.deciles.edges;
    const areSame = edges.length === before.deciles.edges.length && edges.every((edge, at) => edge === before.deciles.edges[at]);
    return areSame ? { before: before.deciles.counts, now: now.deciles.counts } : null;
  }
  if (before.sort !== "texts" || now.sort !== "texts" || before.levels === null || now.levels === null) return null;
  // Where most rows hold a value of their own there is no distribution.
  if (before.rest > before.n / 2) return null;
  const counted = new Map(now.levels.map(({ value, n }) => [value, n]));
  const then = before.levels.filter(({ n }) => n > 0);
  const here = then.map(({ value }) => counted.get(value) ?? (now.rest === 0 ? 0 : null));
  if (here.includes(null)) return null;
  const told = here.map((n) => n ?? 0);
  const rest = now.n - told.reduce((sum, n) => sum + n, 0);
  return { before: [...then.map(({ n }) => n), before.rest], now: [...told, rest] };
}

/** Null where one of the two has no values. */
export function populationStability(before: readonly number[], now: readonly number[]): number | null {
  const [n, m] = [sumOf(before), sumOf(now)];
  if (n === 0 || m === 0) return null;
  let sum = 0;
  for (const [at, count] of before.entries()) {
    const p = Math.max(count / n, psiFloor);
    const q = Math.max((now[at] ?? 0) / m, psiFloor);
    sum += (q - p) * Math.log(q / p);
  }
  return sum;
}

function chanceOf(psi: number, { before, now }: Bins): number {
  const used = before.filter((n, at) => n > 0 || (now[at] ?? 0) > 0).length;
  return used < 2 ? 1 : chiSquared.upper(psi / (1 / sumOf(before) + 1 / sumOf(now)), used - 1);
}

/** Categories of which both were counted whole: beyond the most frequent ones nobody knows. */
function levelsApart(
  before: TextsSummary,
  now: TextsSummary,
): { readonly here: readonly LevelCount[]; readonly gone: readonly LevelCount[] } {
  const of = ({ levels }: TextsSummary): ReadonlyMap<string, number> =>
    new Map((levels ?? []).filter(({ n }) => n > 0).map(({ value, n }) => [value, n]));
  const [then, here] = [of(before), of(now)];
  const only = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): LevelCount[] =>
    [...a].filter(([value]) => !b.has(value)).map(([value, n]) => ({ value, n }));
  return { here: before.rest === 0 ? only(here, then) : [], gone: now.rest === 0 ? only(then, here) : [] };
}

function ksOf(snapshot: Table, now: Table, name: string): KolmogorovSmirnov | null {
  const [before, here] = [columnOf(snapshot, name), columnOf(now, name)];
  if (!before || !here || before.type === "text" || before.type === "boolean") return null;
  if (here.type === "text" || here.type === "boolean") return null;
  return kolmogorovSmirnov(presentNumbers(before, snapshot.rowCount).sort(), presentNumbers(here, now.rowCount).sort());
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, n) => sum + n, 0);
const rounded = (value: number): number => Number(value.toPrecision(3));
const percent = (share: number): number => Number((100 * share).toFixed(1));
