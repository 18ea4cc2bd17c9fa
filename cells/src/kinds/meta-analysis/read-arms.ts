// Tables of events and totals as tables of estimates with their errors: two columns are added, and what cannot be counted has none.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { cellJson, columnOf, isMissing, isNumeric, numberColumn } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { type Arms, effectOfArms, hasEmptyCell, isSilent } from "../../stats/meta/effect-of-arms.ts";
import type { MetaAnalysisSpec } from "./spec.ts";
import { words } from "./words.ts";

type Counts = NonNullable<MetaAnalysisSpec["counts"]>;
type Field = Exclude<keyof Counts, "measure">;
const fields: readonly Field[] = ["events", "total", "controlEvents", "controlTotal"];

/** What metafor, meta, RevMan and people call them; small letters. */
const guesses: { readonly [field in Field]: readonly string[] } = {
  events: ["ai", "tpos", "event.e", "events", "events_treated", "events_treatment", "cases_exposed"],
  total: ["n1i", "n.e", "total", "n_treated", "n_treatment", "total_treated", "total_treatment"],
  controlEvents: ["ci", "cpos", "event.c", "control_events", "events_control", "cases_unexposed"],
  controlTotal: ["n2i", "n.c", "control_total", "n_control", "total_control"],
};

/** What the added columns are called: where nothing else names what is estimated, it is called so. */
export const effectColumns: { readonly [measure in Counts["measure"]]: string } = {
  "odds-ratio": "log_odds_ratio",
  "risk-ratio": "log_risk_ratio",
  "risk-difference": "risk_difference",
};
export const errorColumn = "error_of_counts";

interface ReadArms {
  readonly tables: readonly { readonly name: string; readonly table: Table }[];
  /** Of each table, by its rows; null: no counts. */
  readonly arms: readonly (readonly (Arms | null)[])[];
  readonly columns: Counts;
  readonly said: readonly Sentence[];
}

export function readArms(
  tables: readonly { readonly name: string; readonly table: Table }[],
  counts: Counts,
): Result<ReadArms, Failure> {
  const said: Sentence[] = [];
  const made: { readonly name: string; readonly table: Table }[] = [];
  const all: (readonly (Arms | null)[])[] = [];
  let [bad, empty, silent] = [0, 0, 0];
  let columns: Counts | null = null;
  const effect = effectColumns[counts.measure];
  for (const { name, table } of tables) {
    const found = columnsOf(table, name, counts);
    if (!found.ok) return found;
    columns ??= { measure: counts.measure, ...mapped(found.value, (column) => column.name) };
    const arms = Array.from({ length: table.rowCount }, (_, row) =>
      armsAt(mapped(found.value, (column) => countAt(column, row))),
    );
    all.push(arms);
    const effects = arms.map((of) => of && effectOfArms(of, counts.measure));
    bad += arms.filter((of) => of === null).length;
    empty += arms.filter((of) => of !== null && hasEmptyCell(of)).length;
    silent += arms.filter((of) => of !== null && isSilent(of)).length;
    const added = [
      numberColumn(
        effect,
        effects.map((of) => of?.value ?? null),
      ),
      numberColumn(
        errorColumn,
        effects.map((of) => of?.error ?? null),
      ),
    ];
    const rest = table.columns.filter((column) => column.name !== effect && column.name !== errorColumn);
    made.push({ name, table: { ...table, columns: [...rest, ...added] } });
  }
  const named: Counts = columns ?? counts;
  if (fields.some((field) => counts[field] === "")) said.push(words.sentence("guessed-counts", { ...named }));
  if (bad > 0) said.push(words.sentence("bad-counts", { n: bad }));
  if (empty > 0) said.push(words.sentence("empty-cells", { n: empty }));
  if (silent > 0) said.push(words.sentence("silent", { n: silent }));
  return ok({ tables: made, arms: all, columns: named, said });
}

const mapped = <From, To>(
  of: { readonly [field in Field]: From },
  to: (value: From) => To,
): { readonly [field in Field]: To } => ({
  events: to(of.events),
  total: to(of.total),
  controlEvents: to(of.controlEvents),
  controlTotal: to(of.controlTotal),
});

function columnsOf(table: Table, study: string, counts: Counts): Result<{ readonly [field in Field]: Column }, Failure> {
  const names = table.columns.map(({ name }) => name);
  const found: { [field in Field]?: Column } = {};
  for (const field of fields) {
    const at = ["counts", field];
    const guessed = table.columns.find(({ name }) => guesses[field].includes(name.toLowerCase()));
    const column = counts[field] === "" ? guessed : columnOf(table, counts[field]);
    if (!column && counts[field] !== "")
      return err(words.failure("no-column", { study, name: counts[field], columns: names }, { at }));
    if (!column) return err(words.failure(`no-guess-${field}`, { study, columns: names }, { at }));
    if (!isNumeric(column)) return err(words.failure("no-numbers", { column: column.name, study }, { at }));
    found[field] = column;
  }
  return ok(found as { readonly [field in Field]: Column });
}

const countAt = (column: Column, row: number): number => (isMissing(column, row) ? Number.NaN : Number(cellJson(column, row)));

/** Null: missing, no whole numbers, nobody in an arm, or more events than people. */
function armsAt(arms: Arms): Arms | null {
  const { events, total, controlEvents, controlTotal } = arms;
  const isArm = (some: number, all: number): boolean =>
    Number.isSafeInteger(some) && Number.isSafeInteger(all) && some >= 0 && all > 0 && some <= all;
  return isArm(events, total) && isArm(controlEvents, controlTotal) ? arms : null;
}
