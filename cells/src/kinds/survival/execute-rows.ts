// The rows that are followed: times and events as the methods take them. What is left out is counted and said; what no method could
// mean (negative times, words in the time) is refused.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { cellString, columnOf, isMissing, takeRows } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { type FollowUp, withTiesJoined } from "../../stats/survival/survival-data.ts";
import { guessOccurred } from "./event-values.ts";
import { guessEvent, guessTime } from "./guess-columns.ts";
import type { SurvivalSpec } from "./spec.ts";
import { words } from "./words.ts";

export interface Doubt extends Sentence {
  /** Numbers of rows that it tells of. */
  readonly rows?: readonly number[];
}
export interface Followed {
  readonly sheet: Table;
  readonly follow: FollowUp;
  readonly time: Column;
  readonly event: Column;
  readonly occurred: readonly string[];
  /** What was guessed, for R's calls. */
  readonly doubts: readonly Doubt[];
}

export function followedRows(table: Table, spec: SurvivalSpec): Result<Followed, Failure> {
  const doubts: Doubt[] = [];
  const time = columnFor("time", spec.time || guessTime(table.columns), table, doubts, spec);
  if (!time.ok) return time;
  if (time.value.type === "text" || time.value.type === "boolean")
    return err(words.failure("time-not-numbers", { column: time.value.name }, { at: ["time"] }));
  const event = columnFor("event", spec.event || guessEvent(table.columns), table, doubts, spec);
  if (!event.ok) return event;
  const occurred = occurredOf(event.value, spec, doubts);
  if (!occurred.ok) return occurred;
  const happened = new Set(occurred.value);
  const oneSided = timeOfOneSide(time.value, event.value, happened, table);
  if (oneSided) return err(oneSided);
  const kept = keptRows(time.value, event.value, spec, doubts);
  if (!kept.ok) return kept;
  const { rows } = kept;
  const { values } = time.value;
  return ok({
    sheet: takeRows(table, rows),
    follow: {
      time: withTiesJoined(Float64Array.from(rows, (row) => values[row] as number)),
      event: Uint8Array.from(rows, (row) => Number(happened.has(cellString(event.value, row)))),
    },
    time: time.value,
    event: event.value,
    occurred: occurred.value,
    doubts,
  });
}

function columnFor(
  field: "time" | "event",
  name: string | null,
  table: Table,
  doubts: Doubt[],
  spec: SurvivalSpec,
): Result<Column, Failure> {
  const available = table.columns.map((column) => column.name);
  if (name === null) return err(words.failure(`no-${field}`, { available: available.slice(0, 12) }, { at: [field], asks: true }));
  const found = columnOf(table, name);
  if (!found) return err(noColumn(name, available, [field]));
  if (spec[field] === "") doubts.push(words.sentence(`guessed-${field}`, { column: name }));
  return ok(found);
}

export function noColumn(column: string, available: readonly string[], at: readonly string[]): Failure {
  const [near] = nearestNames(column, available);
  if (near === undefined) return words.failure("no-column", { column, available: available.slice(0, 12) }, { at: [...at] });
  return words.failure("column-near", { column, near }, { at: [...at], fix: { path: [...at], value: near } });
}

/** Values that mean the event; guessed where the spec says none, and then said. */
function occurredOf(column: Column, spec: SurvivalSpec, doubts: Doubt[]): Result<readonly string[], Failure> {
  const values = new Set<string>();
  const rows = column.type === "text" ? column.codes.length : column.values.length;
  for (let row = 0; row < rows && values.size <= mostValues; row++) if (isThere(column, row)) values.add(cellString(column, row));
  if (values.size > mostValues) return err(words.failure("event-many", { column: column.name }, { at: ["event"] }));
  const { name } = column;
  if (spec.occurred.length > 0) {
    const absent = spec.occurred.filter((value) => !values.has(value));
    if (absent.length === spec.occurred.length)
      return err(words.failure("occurred-absent", { column: name, absent, values: [...values] }, { at: ["occurred"] }));
    return ok(spec.occurred);
  }
  const read = guessOccurred([...values]);
  if (!read.ok)
    return err(
      words.failure("event-unknown", { column: name, unknown: read.unknown, values: [...values] }, { at: ["occurred"] }),
    );
  const { occurred, others } = read;
  doubts.push(
    occurred.length === 0
      ? words.sentence("guessed-none", { column: name, others: [...others] })
      : others.length === 0
        ? words.sentence("guessed-all", { column: name, occurred: [...occurred] })
        : words.sentence("guessed-occurred", { column: name, occurred: [...occurred], others: [...others] }),
  );
  return ok(occurred);
}
const mostValues = 12;

/** An empty text is missing, as in every sheet. */
const isThere = (column: Column, row: number): boolean =>
  !isMissing(column, row) && !(column.type === "text" && cellString(column, row) === "");

/** Fewer rows without a time may miss it by chance. */
const leastWithout = 3;

/**
 * Clinical tables (GDC, TCGA) hold days to death of the dead and days to the last contact of the living: by one of both columns all of
 * the others would be left out, and everybody who is left had the event, or nobody.
 */
function timeOfOneSide(time: Column, event: Column, happened: ReadonlySet<string>, table: Table): Failure | null {
  const [without, within] = [new Set<boolean>(), new Set<boolean>()];
  const rows: number[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    if (!isThere(event, row)) continue;
    const hasHappened = happened.has(cellString(event, row));
    if (!isMissing(time, row)) within.add(hasHappened);
    else {
      without.add(hasHappened);
      rows.push(row);
    }
  }
  if (rows.length < leastWithout || without.size !== 1 || within.size !== 1 || [...without][0] === [...within][0]) return null;
  const other = table.columns.find(
    (column) =>
      column !== time &&
      column !== event &&
      (column.type === "float64" || column.type === "int32") &&
      /day|month|year|time|follow|surv/i.test(column.name) &&
      rows.every((row) => !isMissing(column, row)),
  );
  const params = { column: time.name, event: event.name, n: rows.length };
  const [did] = [...within];
  const told = other ? { ...params, other: other.name } : params;
  return words.failure(
    other ? (did ? "time-of-events-other" : "time-of-others-other") : did ? "time-of-events" : "time-of-others",
    told,
    {
      at: ["time"],
    },
  );
}

interface KeptRows {
  readonly ok: true;
  readonly rows: Int32Array;
}

function keptRows(
  time: Extract<Column, { type: "float64" | "int32" }>,
  event: Column,
  spec: SurvivalSpec,
  doubts: Doubt[],
): KeptRows | { readonly ok: false; readonly error: Failure } {
  const rows: number[] = [];
  const without = { time: 0, event: 0, infinite: 0, negative: 0, zero: 0 };
  for (let row = 0; row < time.values.length; row++) {
    const value = time.values[row] as number;
    if (isMissing(time, row) || Number.isNaN(value)) without.time++;
    else if (!isThere(event, row)) without.event++;
    else if (!Number.isFinite(value)) without.infinite++;
    else if (value < 0) without.negative++;
    else if (value === 0 && spec.zero === "leave-out") without.zero++;
    else rows.push(row);
  }
  const column = time.name;
  if (without.negative > 0) return err(words.failure("negative", { column, n: without.negative }, { at: ["time"] }));
  const say = (key: "left-missing" | "left-infinite" | "left-zero", of: string, n: number): void => {
    if (n > 0) doubts.push({ ...words.sentence(key, { columns: [of], n }), rows: [n] });
  };
  say("left-missing", column, without.time);
  say("left-missing", event.name, without.event);
  say("left-infinite", column, without.infinite);
  say("left-zero", column, without.zero);
  if (rows.length === 0) return err(words.failure("no-rows", { column }, { at: ["time"] }));
  return { ok: true, rows: Int32Array.from(rows) };
}
