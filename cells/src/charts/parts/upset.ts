// Sets and the parts in which they overlap: bars of how many are in each part, and below each bar points for the sets that it
// belongs to (UpSet: Lex et al. 2014, IEEE TVCG 20:1983). Every member is in one part alone. Drawn by lists and by patterns of
// missing values.

import { plainText } from "../../artifacts/figure-text.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { axis } from "./drawing.ts";
import { f8, shortText } from "./plot-array.ts";

export interface UpsetSet {
  readonly name: string;
  readonly size: number;
}
export interface UpsetPart {
  /** Bit k: whether it belongs to set k. */
  readonly mask: number;
  readonly n: number;
  /** Names of members, the first ones; null: they are not told. */
  readonly names: readonly string[] | null;
}

/** So many sets have a bit. */
export const mostSets = 24;
/** Names that are told on hover. */
export const mostNamed = 12;

/** Largest part first; of equal ones that of fewer sets. */
export function partsOf(masks: Int32Array, nameOf: ((at: number) => string) | null): readonly UpsetPart[] {
  const found = new Map<number, { n: number; names: string[] }>();
  masks.forEach((mask, at) => {
    if (mask < 0) return;
    const part = found.get(mask) ?? { n: 0, names: [] };
    found.set(mask, part);
    part.n++;
    if (nameOf && part.names.length < mostNamed) part.names.push(nameOf(at));
  });
  return [...found]
    .map(([mask, { n, names }]): UpsetPart => ({ mask, n, names: nameOf ? names : null }))
    .sort((a, b) => b.n - a.n || bitsOf(a.mask) - bitsOf(b.mask) || a.mask - b.mask);
}

const bitsOf = (mask: number): number => mask.toString(2).replace(/0/g, "").length;
export const isIn = (mask: number, set: number): boolean => (mask & (1 << set)) !== 0;
export const setsOf = (mask: number, sets: readonly UpsetSet[]): readonly UpsetSet[] => sets.filter((_, at) => isIn(mask, at));

/** "A, B: 12", and the names of members. */
export function hoverOfPart({ mask, n, names }: UpsetPart, sets: readonly UpsetSet[], none = ""): string {
  const head = setsOf(mask, sets).map(({ name }) => plainText(name));
  const told = names === null ? "" : `<br>${names.map(plainText).join("<br>")}${n > names.length ? "<br>…" : ""}`;
  return `${head.length > 0 ? head.join("<br>") : none}<br>n = ${n}${told}`;
}

/** Share of the height that points take. */
const shareOfPoints = (sets: number): number => Math.min(0.6, 0.12 + 0.06 * sets);

export function drawUpset(
  sets: readonly UpsetSet[],
  parts: readonly UpsetPart[],
  title: Sentence,
  /** What members of no set are called. */
  none = "",
): { readonly traces: readonly JsonObject[]; readonly layout: JsonObject } {
  const [present, absent]: [number[][], number[][]] = [
    [[], []],
    [[], []],
  ];
  const lines: [number[], number[]] = [[], []];
  parts.forEach(({ mask }, at) => {
    const inside = sets.flatMap((_, set) => (isIn(mask, set) ? [set] : []));
    sets.forEach((_, set) => {
      const to = isIn(mask, set) ? present : absent;
      to[0]?.push(at);
      to[1]?.push(set);
    });
    if (inside.length < 2) return;
    lines[0].push(at, at, Number.NaN);
    lines[1].push(inside[0] as number, inside.at(-1) as number, Number.NaN);
  });
  const share = shareOfPoints(sets.length);
  const points = (places: number[][], role: string, part: string): JsonObject => ({
    type: "scatter",
    mode: "markers",
    name: "",
    x: f8(places[0] ?? []),
    y: f8(places[1] ?? []),
    yaxis: "y2",
    marker: { size: role === "ink" ? 9 : 6, opacity: role === "ink" ? 1 : 0.35 },
    hoverinfo: "skip",
    showlegend: false,
    meta: { role, part },
  });
  return {
    traces: [
      {
        type: "bar",
        name: "",
        x: f8(parts.map((_, at) => at)),
        y: f8(parts.map(({ n }) => n)),
        width: 0.65,
        texttemplate: "%{y}",
        textposition: "outside",
        cliponaxis: false,
        ...(parts.some(({ names }) => names !== null)
          ? { hovertext: parts.map((part) => hoverOfPart(part, sets, none)), hovertemplate: "%{hovertext}<extra></extra>" }
          : {
              customdata: parts.map((part) => hoverOfPart(part, sets, none)),
              hovertemplate: "%{customdata}<extra></extra>",
            }),
        showlegend: false,
        // Pointing at a bar says names in full, which are cut below it.
        meta: { role: "plain", names: sets.map(({ name }) => name) },
      },
      points(absent, "others", "absent"),
      {
        type: "scatter",
        mode: "lines",
        name: "",
        x: f8(lines[0]),
        y: f8(lines[1]),
        yaxis: "y2",
        line: { width: 2 },
        hoverinfo: "skip",
        showlegend: false,
        meta: { role: "ink", part: "joined" },
      },
      points(present, "ink", "present"),
    ],
    layout: {
      xaxis: {
        title: { text: "" },
        range: [-0.6, parts.length - 0.4],
        showticklabels: false,
        showgrid: false,
        zeroline: false,
        anchor: "y2",
      },
      yaxis: axis(title, { domain: [share + 0.04, 1], rangemode: "tozero", zeroline: false }),
      yaxis2: {
        title: { text: "" },
        domain: [0, share],
        range: [sets.length - 0.5, -0.5],
        tickmode: "array",
        tickvals: sets.map((_, at) => at),
        ticktext: sets.map(({ name, size }) => `${shortText(name, 22)} (${size})`),
        zeroline: false,
        anchor: "x",
      },
      showlegend: false,
    },
  };
}
