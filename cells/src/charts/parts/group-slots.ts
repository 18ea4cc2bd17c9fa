// Places for a distribution of each group: groups of x along the axis, those of the colour beside each other at each.
// Where both are one field, or there is one of them, each group has its place alone.

import type { JsonObject } from "../../base/json.ts";
import type { NumberSeries, Prepared } from "../../contract/chart-drawing.ts";
import type { ChartOptions } from "../../contract/chart-fields.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { type Group, type Groups, groupRows, rowsByGroup } from "./chart-groups.ts";
import { axisNames, groupMeta, groupName, labelOf, textColumn } from "./drawing.ts";

export interface GroupSlot {
  /** Middle and half the width, in groups of the axis. */
  readonly x: number;
  readonly half: number;
  readonly group: Group | null;
  /** Whose colour it has. */
  readonly sub: Group | null;
  readonly rows: Int32Array;
  /** One a row, none missing. */
  readonly values: Float64Array;
}

export interface GroupSlots {
  /** Groups and colours that have values, along the axis. */
  readonly slots: readonly GroupSlot[];
  readonly groups: Groups | null;
  /** Null too where the colour is the field of x. */
  readonly colours: Groups | null;
  readonly sameField: boolean;
  /** Names of the groups along the axis. */
  readonly labels: readonly string[];
  /** Colours in the order of their first slot: a trace each. */
  readonly traces: readonly (Group | null)[];
  /** What says the colour of a trace, and its name in the legend. */
  metaOf(sub: Group | null): JsonObject;
  nameOf(sub: Group | null): string;
}

/** `use[i]` = 0 leaves a row out; the others have a value of `y`. */
export function groupSlots(prepared: Prepared<ChartOptions>, y: NumberSeries, use: Uint8Array): GroupSlots {
  const { spec } = prepared;
  const median = (rows: Int32Array): number => (rows.length === 0 ? 0 : medianOf(valuesAt(y.values, rows)));
  const groups = prepared.x ? groupRows(prepared.x, use, { order: spec.order, most: spec.groups, rank: median }) : null;
  const sameField = prepared.color !== null && prepared.color.name === prepared.x?.name;
  const colours =
    prepared.color && !sameField ? groupRows(prepared.color, use, { order: "name", most: Math.min(spec.groups, 12) }) : null;
  const slots = layOut({ groups, colours, sameField, use, y });
  const field = (sameField ? prepared.x?.name : prepared.color?.name) ?? "";
  // Without colours the rest of the groups along the axis is a trace of its own.
  const restBehind = (sub: Group | null): number => (sub && colours?.list.includes(sub) ? colours.rest : (groups?.rest ?? 0));
  return {
    slots,
    groups,
    colours,
    sameField,
    labels: groups ? axisNames(groups) : [""],
    traces: [...new Set(slots.map((slot) => slot.sub))],
    metaOf: (sub) => groupMeta(sub, field, restBehind(sub)),
    nameOf: (sub) => (sub ? groupName(sub, restBehind(sub)) : ""),
  };
}

/** One slot per group and colour that has values. */
function layOut(of: {
  readonly groups: Groups | null;
  readonly colours: Groups | null;
  readonly sameField: boolean;
  readonly use: Uint8Array;
  readonly y: NumberSeries;
}): GroupSlot[] {
  const { groups, colours, sameField, use, y } = of;
  const slots: GroupSlot[] = [];
  const one = new Int32Array(use.length);
  for (let row = 0; row < one.length; row++) one[row] = use[row] ? 0 : -1;
  const sub = colours?.list.length ?? 1;
  const width = Math.min(0.8, 0.45 * sub);
  const list = groups?.list ?? [null];
  const byGroup = rowsByGroup(groups?.of ?? one, list.length);
  list.forEach((group, index) => {
    const inGroup = byGroup[index] ?? new Int32Array();
    (colours?.list ?? [null]).forEach((colour, place) => {
      const rows = colours ? inGroup.filter((row) => colours.of[row] === place) : inGroup;
      if (rows.length === 0) return;
      slots.push({
        x: index + (sub > 1 ? (place + 0.5) * (width / sub) - width / 2 : 0),
        half: (width / sub / 2) * (sub > 1 ? 0.86 : 1),
        group,
        sub: colours ? colour : sameField || (group && group.role !== "group") ? group : null,
        rows,
        values: valuesAt(y.values, rows),
      });
    });
  });
  return slots;
}

function valuesAt(values: Float64Array, rows: Int32Array): Float64Array {
  const out = new Float64Array(rows.length);
  for (let i = 0; i < out.length; i++) out[i] = values[rows[i] as number] as number;
  return out;
}

/** "f treated": the group and the colour of a slot, in the text alternative. */
export const slotName = ({ group, sub }: GroupSlot, { sameField }: GroupSlots): string =>
  [group?.label, sameField || sub === group ? undefined : sub?.label].filter(Boolean).join(" ");

/** n under each slot; "n = " where there is room. */
export const countsBelow = (slots: readonly GroupSlot[]): readonly JsonObject[] =>
  slots.map(({ x, rows }) => ({
    x,
    xref: "x",
    y: 0,
    yref: "paper",
    yanchor: "top",
    yshift: -3,
    showarrow: false,
    text: slots.length <= mostSpelt ? `n = ${rows.length}` : String(rows.length),
    meta: "n",
  }));
/** Of more slots the number stands alone, and a note says what it is. */
export const mostSpelt = 12;

/** Which group and which colour, as the first columns of a table about slots; null of missing where `told` says so. */
export const slotColumns = (
  of: readonly GroupSlot[],
  { groups, colours }: GroupSlots,
  told: (group: Group | null) => string | null = labelOf,
) => [
  ...(groups
    ? [
        textColumn(
          groups.name,
          of.map((slot) => told(slot.group)),
        ),
      ]
    : []),
  ...(colours
    ? [
        textColumn(
          colours.name,
          of.map((slot) => told(slot.sub)),
        ),
      ]
    : []),
];
