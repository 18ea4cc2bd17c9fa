// Rows that are far from a place in all columns together: from the centre of the bulk of the rows in its scatter, or along and off
// the principal components. The place, of each group its own, is that of the training. Rows with a gap are not judged.

import { z } from "zod";
import type { Table } from "../../artifacts/artifact.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { chiSquared } from "../../stats/distributions/chi-squared.ts";
import type { Rows } from "../../stats/local-outlier-factor.ts";
import { type MinimumCovariance, minimumCovariance, type NoScatter } from "../../stats/minimum-covariance.ts";
import { factorOf, squaredDistances } from "../../stats/scatter.ts";
import { needFinite, type Numbers } from "../parts/numbers-of-columns.ts";
import { refuse } from "../parts/step-scope.ts";
import { actedOnRows, type Measure, type Verdicts } from "./acted.ts";
import { componentsOf, distancesIn, inComponents, isOfWidth } from "../parts/in-components.ts";
import { groupsBy, rowsByGroup } from "../parts/row-groups.ts";
import type { outliers, PlacedRule } from "./step.ts";
import { listedNames, moreOfRows, pickedRows, wholeRows } from "./together.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof outliers>;

const numbers = z.array(z.number());
/** Of a group, or of all rows. */
export const places = z.array(
  z.strictObject({
    group: z.string(),
    place: z.discriminatedUnion("by", [
      z.strictObject({ by: z.literal("mcd"), centre: numbers, covariance: numbers }),
      z.strictObject({ by: z.literal("components"), ...inComponents }),
    ]),
  }),
);
type Places = z.output<typeof places>;
type Place = Places[number]["place"];

const widest = 200;

export function placesOf(step: Options, rule: PlacedRule, chosen: readonly Numbers[], table: Table, scope: StepScope): Places {
  for (const each of chosen) needFinite(each, scope);
  if (chosen.length > widest) refuse(scope, words, "wide", { n: chosen.length, limit: widest }, ["columns"]);
  const groups = groupsBy(step.group, table, scope);
  const found: Places = [];
  const without: (Exclude<NoScatter, never> & { readonly rows: number })[] = [];
  const whole = new Float64Array(table.rowCount);
  for (const { values } of chosen) for (const [row, value] of values.entries()) if (value !== value) whole[row] = value;
  let judged = 0;
  for (const [at, rows] of rowsByGroup(groups, whole).entries()) {
    if (rows.length === 0 && step.group !== "") continue;
    judged++;
    const picked = pickedRows(chosen, rows);
    const place = placeOf(rule, picked, scope);
    if ("centre" in place) found.push({ group: groups.texts[at] ?? "", place });
    else without.push({ ...place, rows: rows.length });
    if ("centre" in place && rule.by === "mcd" && rows.length < 5 * chosen.length)
      scope.say(words.sentence("scant-rows", { step: scope.index + 1 }));
  }
  if (step.group === "") {
    for (const why of without) refuseNoScatter(why, chosen, scope);
  } else sayNoScatter(without, judged, chosen, scope);
  return found;
}

function placeOf(rule: PlacedRule, rows: Rows, scope: StepScope): Place | NoScatter {
  const pause = (): void => scope.signal.throwIfAborted();
  if (rule.by === "components") return componentsOf({ components: rule.components, scale: true }, rows, scope);
  const found: MinimumCovariance | NoScatter = minimumCovariance(rows, rule.seed, pause);
  if (!("centre" in found)) return found;
  return { by: "mcd", centre: [...found.centre], covariance: [...found.covariance] };
}

const nameAt = (chosen: readonly Numbers[], at: number): string => chosen[at]?.column.name ?? "";

function refuseNoScatter(why: NoScatter & { readonly rows: number }, chosen: readonly Numbers[], scope: StepScope): never {
  if ("needs" in why)
    return refuse(scope, words, "few-rows", { rows: why.rows, columns: chosen.length, needs: why.needs }, ["columns"]);
  if ("flat" in why) return refuse(scope, words, "flat-rows", { column: nameAt(chosen, why.flat) }, ["columns"]);
  return refuse(scope, words, "follows-rows", { column: nameAt(chosen, why.follows) }, ["columns"]);
}

function sayNoScatter(without: readonly NoScatter[], of: number, chosen: readonly Numbers[], scope: StepScope): void {
  const few = without.filter((why) => "needs" in why).length;
  if (few > 0) scope.say(words.sentence("few-rows-groups", { step: scope.index + 1, n: few, of }));
  const [flat] = without.filter((why) => !("needs" in why));
  if (!flat) return;
  const column = nameAt(chosen, "flat" in flat ? flat.flat : "follows" in flat ? flat.follows : -1);
  scope.say(words.sentence("flat-rows-groups", { step: scope.index + 1, n: without.length - few, of, column }));
}

export function byPlaces(
  step: Options,
  rule: PlacedRule,
  chosen: readonly Numbers[],
  found: Places,
  table: Table,
  scope: StepScope,
): Table {
  for (const each of chosen) needFinite(each, scope);
  const whole = wholeRows(chosen, table, scope);
  const groups = groupsBy(step.group, table, scope);
  const byGroup = new Map(found.map(({ group, place }) => [group, place]));
  const measures = (rule.by === "mcd" ? 1 : 2) === 1 ? [empty(table)] : [empty(table), empty(table)];
  const limits = measures.map(() => empty(table));
  const verdict = new Uint8Array(table.rowCount).fill(2);
  let placeless = 0;
  for (const [at, rows] of rowsByGroup(groups, whole).entries()) {
    if (rows.length === 0) continue;
    const place = byGroup.get(groups.texts[at] ?? "");
    if (!place) {
      placeless += rows.length;
      continue;
    }
    if (!fits(place, chosen.length))
      return refuse(scope, shared, "frozen-state", { title: { key: words.key("title"), params: {} } });
    const told = distancesTo(place, rule.quantile, pickedRows(chosen, rows));
    for (const [nth, row] of rows.entries()) {
      verdict[row] = 0;
      for (const [which, { far, limit }] of told.entries()) {
        (measures[which] as Float64Array)[row] = far[nth] as number;
        (limits[which] as Float64Array)[row] = limit;
        if ((far[nth] as number) > limit) verdict[row] = 1;
      }
    }
  }
  if (placeless > 0 && step.group !== "")
    scope.say(words.sentence("placeless", { step: scope.index + 1, group: step.group, n: placeless }));
  const verdicts: Verdicts = {
    measures: measures.map((far, which): Measure => ({ far, beyond: (row) => limits[which]?.[row] as number })),
    verdict,
  };
  return actedOnRows(step, table, listedNames(chosen), verdicts, moreOfRows(chosen), scope);
}

const fits = (place: Place, width: number): boolean =>
  place.by === "components"
    ? isOfWidth(place, width)
    : place.centre.length === width && place.covariance.length === width * width;

const empty = ({ rowCount }: Table): Float64Array => new Float64Array(rowCount).fill(Number.NaN);

interface Told {
  readonly far: Float64Array;
  readonly limit: number;
}

function distancesTo(place: Place, quantile: number, rows: Rows): readonly Told[] {
  if (place.by === "components") return distancesIn(place, quantile, rows);
  const centre = Float64Array.from(place.centre);
  const found = factorOf({ centre, covariance: Float64Array.from(place.covariance) });
  if (!("factor" in found)) return [];
  const far = squaredDistances(rows, centre, found.factor).map(Math.sqrt);
  return [{ far, limit: Math.sqrt(chiSquared.quantile(quantile, rows.width)) }];
}
