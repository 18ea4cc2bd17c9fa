// Survival of the rows of a table: curves of groups, tests between them, a Cox model, and what all of it says in words.

import { numberColumn, integerColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { Table } from "../../artifacts/artifact.ts";
import { err, ok } from "../../base/result.ts";
import type { Execute, Outputs } from "../../contract/execute.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { SurvivalBody } from "../../reports/survival/report.ts";
import { kaplanMeier, medianOf, type SurvivalCurve } from "../../stats/survival/kaplan-meier.ts";
import { logRank, logRankOfPairs } from "../../stats/survival/log-rank.ts";
import type { FollowUp } from "../../stats/survival/survival-data.ts";
import { words as cardWords } from "./card-words.ts";
import { curvesFigure } from "./execute-figure.ts";
import { forestFigure } from "./forest-figure.ts";
import { type Grouped, groupedRows, type Strata, strataOf } from "./execute-groups.ts";
import { asJson, modelOf, testIn, there } from "./execute-model.ts";
import { type Doubt, type Followed, followedRows } from "./execute-rows.ts";
import { inR } from "./execute-in-r.ts";
import { whatItSays } from "./execute-says.ts";
import { knownLater } from "./known-later.ts";
import type { SurvivalSpec } from "./spec.ts";
import { words } from "./words.ts";

export const execute: Execute<SurvivalSpec> = async (spec, context) => {
  if (!spec.from) return err(cardWords.failure("needs-from", {}, { at: ["from"] }));
  const table = context.input(spec.from) as Table;
  const followed = followedRows(table, spec);
  if (!followed.ok) return followed;
  const { follow, sheet: rows, time, event } = followed.value;
  const doubts: Doubt[] = [...followed.value.doubts];
  const grouped = groupedRows(rows, spec, spec.without);
  if (!grouped.ok) return grouped;
  const groups = grouped.value;
  const sheet = groups?.sheet ?? rows;
  const strata = strataOf(sheet, spec, doubts);
  if (!strata.ok) return strata;
  context.signal.throwIfAborted();
  const names = groups?.levels ?? [words.say("everyone", {}, "en")];
  const codes = inStrata(groups?.codes ?? new Int32Array(sheet.rowCount), strata.value);
  const curves = names.map((_, group) =>
    kaplanMeier(follow, { rows: rowsIn(codes, group), interval: spec.interval, level: spec.level }),
  );
  const model = modelOf({ sheet, follow, strata: strata.value, spec, doubts });
  if (!model.ok) return model;
  if (groups && groups.missing > 0) doubts.push(...otherAnswers({ rows, follow, groups, strata: strata.value, spec }));
  const tested = groups ? logRankIn(follow, codes, { names, strata: strata.value }) : null;
  const counts = names.map((name, group) => countsOf(name, curves[group] as SurvivalCurve));
  if (follow.event.every((value) => value === 0)) doubts.push(words.sentence("nobody", { column: event.name }));
  else if (groups)
    for (const { name, n, events } of counts)
      if (events === 0) doubts.push({ ...words.sentence("group-without-events", { name, n }), rows: [n] });
  const later = knownLater(groups ? [spec.group] : []);
  if (later.length > 0) doubts.push(words.sentence("known-later", { columns: later, n: later.length }));
  const alone = groups ? counts.filter(({ n }) => n === 1).map(({ name }) => name) : [];
  if (alone.length > 0) doubts.push({ ...words.sentence("group-of-one", { names: alone, n: alone.length }), rows: [1] });
  const body: SurvivalBody = {
    time: { column: time.name, unit: time.unit ?? "" },
    event: event.name,
    by: groups ? spec.group : null,
    level: spec.level,
    interval: spec.interval,
    n: counts.reduce((sum, { n }) => sum + n, 0),
    events: counts.reduce((sum, { events }) => sum + events, 0),
    groups: counts,
    logRank: tested,
    model: model.value?.body ?? null,
    says: [],
    inR: inR(followed.value, spec, { model: model.value, groups: groups !== null }),
    doubts: doubts.map(({ key, params, rows: n }) => ({ key, params: { ...params }, ...(n ? { rows: [...n] } : {}) })),
  };
  const said = whatItSays(body);
  for (const sentence of [...said, ...doubts]) context.log(sentenceIn(sentence, "en"));
  return ok(
    outputsOf({ ...body, says: said.map(({ key, params }) => ({ key, params: { ...params } })) }, curves, doubts, followed.value),
  );
};

const inStrata = (codes: Int32Array, strata: Strata): Int32Array =>
  codes.map((code, row) => ((strata.codes[row] as number) < 0 ? -1 : code));
const rowsIn = (codes: Int32Array, group: number): Int32Array =>
  Int32Array.from([...codes.keys()].filter((row) => codes[row] === group));

function countsOf(name: string, curve: SurvivalCurve): SurvivalBody["groups"][number] {
  const { at, lower, upper } = medianOf(curve);
  return {
    name,
    n: curve.atRisk[0] ?? 0,
    events: curve.events.reduce((sum, value) => sum + value, 0),
    median: there(at),
    lower: there(lower),
    upper: there(upper),
  };
}

function logRankIn(
  follow: FollowUp,
  codes: Int32Array,
  { names, strata }: { readonly names: readonly string[]; readonly strata: Strata },
): SurvivalBody["logRank"] {
  if (names.length < 2) return null;
  const asked = { groups: codes, groupCount: names.length, strata: strata.codes, strataCount: strata.count };
  const { trend, ...all } = logRank(follow, asked);
  return {
    ...testIn(all),
    stratified: strata.count > 1,
    trend,
    pairs:
      names.length < 3
        ? []
        : logRankOfPairs(follow, asked).map(({ one, other, p, adjusted }) => ({
            one: names[one] ?? "",
            other: names[other] ?? "",
            p: there(p),
            adjusted: there(adjusted),
          })),
  };
}

interface Unplaced {
  readonly rows: Table;
  readonly follow: FollowUp;
  readonly groups: Grouped;
  readonly strata: Strata;
  readonly spec: SurvivalSpec;
}

/** Rows without a group: what the answer is where they are left out, and where they count in each. */
function otherAnswers({ rows, follow, groups, strata, spec }: Unplaced): readonly Doubt[] {
  const { missing } = groups;
  const answer = (without: string): { p: number | null; ratio: number | null } => {
    const other = groupedRows(rows, spec, without);
    if (!other.ok || !other.value) return { p: null, ratio: null };
    const codes = inStrata(other.value.codes, strata);
    const p = logRankIn(follow, codes, { names: other.value.levels, strata })?.p ?? null;
    const asked = { ...spec, model: { ...spec.model, formula: "" } };
    const model = modelOf({ sheet: other.value.sheet, follow, strata, spec: asked, doubts: [] });
    const hazards = model.ok ? (model.value?.body.hazards ?? []) : [];
    return { p, ratio: hazards.length === 1 ? (hazards[0]?.ratio ?? null) : null };
  };
  const params = { column: spec.group, n: missing };
  const toldWith = (key: "without-out" | "without-in", without: string): Doubt => {
    const { p, ratio } = answer(without);
    return ratio === null
      ? { ...words.sentence(key, { ...params, without, p }), rows: [missing] }
      : { ...words.sentence(`${key}-ratio`, { ...params, without, p, ratio }), rows: [missing] };
  };
  const first = {
    ...words.sentence(spec.without === "" ? "left-group" : "put-group", { ...params, without: spec.without }),
    rows: [missing],
  };
  const others = groups.levels.filter((level) => level !== spec.without).slice(0, 2);
  return [
    first,
    ...(spec.without === "" ? [] : [toldWith("without-out", "")]),
    ...(spec.without === "" ? others.map((level) => toldWith("without-in", level)) : []),
  ];
}

function outputsOf(body: SurvivalBody, curves: readonly SurvivalCurve[], doubts: readonly Doubt[], followed: Followed): Outputs {
  const forest = body.model ? forestFigure(body.model, body.level) : null;
  const leftOut = doubts.filter(({ rows }) => rows !== undefined);
  return {
    out: curvesFigure({ body, curves, notes: leftOut }),
    ...(forest ? { forest } : {}),
    ...(body.model ? { hazards: hazardsTable(body.model) } : {}),
    groups: groupsTable(body),
    curves: curvesTable(body, curves, followed),
    report: { type: "report", report: "survival", body: asJson(body) },
  };
}

function hazardsTable({ hazards, terms, n, events }: NonNullable<SurvivalBody["model"]>): Table {
  const numbers = (name: string, of: (hazard: (typeof hazards)[number]) => number | null) =>
    numberColumn(name, hazards.map(of), { semantic: "number" });
  return tableOf(
    textColumn(
      "coefficient",
      hazards.map(({ name }) => name),
      { semantic: "category" },
    ),
    numbers("hazard_ratio", ({ ratio }) => ratio),
    numbers("lower", ({ lower }) => lower),
    numbers("upper", ({ upper }) => upper),
    numbers("log_hazard_ratio", ({ ratio, coefficient }) => (ratio === null ? null : coefficient)),
    numbers("error", ({ ratio, error }) => (ratio === null ? null : error)),
    numbers("pvalue", ({ p }) => p),
    numbers("proportional_hazards_p", ({ term }) => terms[term]?.proportional?.p ?? null),
    integerColumn(
      "n",
      hazards.map(() => n),
    ),
    integerColumn(
      "events",
      hazards.map(() => events),
    ),
  );
}

function groupsTable({ groups, by, time }: SurvivalBody): Table {
  const unit = time.unit === "" ? {} : { unit: time.unit };
  return tableOf(
    textColumn(
      by ?? "group",
      groups.map(({ name }) => name),
      { semantic: "category" },
    ),
    integerColumn(
      "n",
      groups.map(({ n }) => n),
    ),
    integerColumn(
      "events",
      groups.map(({ events }) => events),
    ),
    numberColumn(
      "median",
      groups.map(({ median }) => median),
      unit,
    ),
    numberColumn(
      "lower",
      groups.map(({ lower }) => lower),
      unit,
    ),
    numberColumn(
      "upper",
      groups.map(({ upper }) => upper),
      unit,
    ),
  );
}

function curvesTable({ groups, by }: SurvivalBody, curves: readonly SurvivalCurve[], { time }: Followed): Table {
  const all = <T>(of: (curve: SurvivalCurve) => ArrayLike<T>): T[] => curves.flatMap((curve) => Array.from(of(curve)));
  const present = (values: number[]): (number | null)[] => values.map(there);
  return tableOf(
    ...(by === null
      ? []
      : [
          textColumn(
            by,
            curves.flatMap((curve, at) => Array.from(curve.time, () => groups[at]?.name ?? "")),
            { semantic: "category" },
          ),
        ]),
    numberColumn(
      "time",
      all((curve) => curve.time),
      time.unit === undefined ? {} : { unit: time.unit },
    ),
    integerColumn(
      "at_risk",
      all((curve) => curve.atRisk),
    ),
    integerColumn(
      "n_events",
      all((curve) => curve.events),
    ),
    integerColumn(
      "n_censored",
      all((curve) => curve.censored),
    ),
    numberColumn(
      "survival",
      all((curve) => curve.survival),
    ),
    numberColumn("lower", present(all((curve) => curve.lower))),
    numberColumn("upper", present(all((curve) => curve.upper))),
  );
}
