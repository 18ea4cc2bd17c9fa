// In which order the samples of a matrix stand in a heatmap, which of them share a column, and where groups of them end.

import type { Prepared } from "../../contract/chart-drawing.ts";
import { type Groups, groupRows } from "../parts/chart-groups.ts";
import { groupName, labelOf } from "../parts/drawing.ts";
import { shortText } from "../parts/plot-array.ts";
import type { HeatmapOptions } from "./chart.ts";

export const mostColumns = 500;

export function columnOrder(
  prepared: Prepared<HeatmapOptions>,
  samples: number,
  likeness: readonly number[] | null,
): { readonly samples: readonly number[]; readonly groups: Groups | null } {
  const all = likeness ? [...likeness] : Array.from({ length: samples }, (_, i) => i);
  // What is put beside its like is told apart by its bar; else the samples of a colour stand together.
  const by = prepared.x ?? (likeness ? null : prepared.color);
  if (!by) return { samples: all, groups: null };
  const groups = groupRows(by, new Uint8Array(samples).fill(1), {
    order: prepared.spec.order === "value" || prepared.spec.order === "value-down" ? "name" : prepared.spec.order,
    most: prepared.spec.groups,
  });
  const inner =
    prepared.x && prepared.color
      ? groupRows(prepared.color, new Uint8Array(samples).fill(1), { order: "name", most: 100 })
      : null;
  const place = (sample: number): number => (groups.of[sample] as number) * 1000 + (inner ? (inner.of[sample] as number) : 0);
  const rank = new Int32Array(samples);
  all.forEach((sample, at) => {
    rank[sample] = at;
  });
  return { samples: all.sort((a, b) => place(a) - place(b) || (rank[a] as number) - (rank[b] as number)), groups };
}

/** At most 500 columns: neighbours of one group are drawn together as their mean. */
export function binned(samples: readonly number[], groups: Groups | null): number[][] {
  if (samples.length <= mostColumns) return samples.map((sample) => [sample]);
  const size = Math.ceil(samples.length / (mostColumns - (groups?.list.length ?? 0)));
  const out: number[][] = [];
  for (const sample of samples) {
    const last = out[out.length - 1];
    if (last && last.length < size && (!groups || groups.of[last[0] as number] === groups.of[sample])) last.push(sample);
    else out.push([sample]);
  }
  return out;
}

export const groupOf = (groups: Groups, sample: number): string | null => labelOf(groups.list[groups.of[sample] as number]);

export function groupSpans(
  columns: readonly (readonly number[])[],
  groups: Groups,
): { from: number; to: number; n: number; label: string }[] {
  const spans: { group: number; from: number; to: number; n: number; label: string }[] = [];
  columns.forEach((samples, index) => {
    const group = groups.of[samples[0] as number] as number;
    const last = spans[spans.length - 1];
    if (last && last.group === group) {
      last.to = index;
      last.n += samples.length;
      return;
    }
    const found = groups.list[group];
    spans.push({
      group,
      from: index,
      to: index,
      n: samples.length,
      label: found ? (found.role === "group" ? shortText(found.label, 18) : groupName(found, groups.rest)) : "",
    });
  });
  return spans;
}
