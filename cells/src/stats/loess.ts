// Local regression of one variable: Cleveland & Devlin, JASA 83:596-610, 1988; where values are interpolated, the k-d tree, the fits
// with slopes at its vertices and the cubic blending between them are those of Cleveland & Grosse, Statistics and Computing 1:47-62,
// 1991, with the choices of R's loess(): a cell of at most span * cell of the points, a box wider than the points by a
// 200th on each side.

import { pseudoInverseFit } from "./pseudo-inverse-fit.ts";

export interface Loess {
  /** Share of the points that count at each place; above 1 all do, and those far away count for more. */
  readonly span: number;
  readonly degree: 1 | 2;
  /** interpolate: fitted at some places, blended between them; direct: fitted at each. */
  readonly surface: "interpolate" | "direct";
  /** Cells are cut until each holds at most this part of the span. */
  readonly cell: number;
}

export type LoessAnswer =
  /** NaN outside the points where values are interpolated, as R's predict() has NA. */
  | { readonly ok: true; readonly fitted: Float64Array; at(x: number): number }
  /** narrow: the span reaches no point, or only points at one place. */
  | { readonly ok: false; readonly problem: "narrow" };

/** Finite points. R's are span .75 and degree 2. */
export function loess(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { span = 0.75, degree = 2, surface = "interpolate", cell = 0.2 }: Partial<Loess> = {},
): LoessAnswer {
  const order = Int32Array.from({ length: x.length }, (_, at) => at).sort((a, b) => (x[a] as number) - (x[b] as number) || a - b);
  const points: Points = {
    x: Float64Array.from(order, (at) => x[at] as number),
    y: Float64Array.from(order, (at) => y[at] as number),
  };
  const count = Math.min(x.length, Math.floor(x.length * span + 1e-5));
  const narrow = { ok: false, problem: "narrow" } as const;
  if (count < 1) return narrow;
  const fit = (place: number): Local | null => fitAt(points, place, { count, wide: Math.max(1, span), degree });
  const at = surface === "direct" ? direct(fit) : interpolated(points, fit, Math.floor(x.length * span * cell));
  if (!at) return narrow;
  const fitted = Float64Array.from({ length: x.length }, (_, place) => at(x[place] as number));
  return fitted.some((value) => Number.isNaN(value)) ? narrow : { ok: true, fitted, at };
}

interface Points {
  /** Ascending. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}
interface Local {
  readonly value: number;
  readonly slope: number;
}
interface Rules {
  readonly count: number;
  readonly wide: number;
  readonly degree: 1 | 2;
}

const direct =
  (fit: (place: number) => Local | null) =>
  (place: number): number =>
    fit(place)?.value ?? Number.NaN;

/** The polynomial of the nearest points, each weighted by the tricube of its distance. Null: all of those that count lie here. */
function fitAt({ x, y }: Points, place: number, { count, wide, degree }: Rules): Local | null {
  const n = x.length;
  let left = 0;
  let right = count - 1;
  // The window of `count` nearest points moves right as long as the next one is nearer than the first.
  const first = lowerBound(x, place);
  left = Math.max(0, Math.min(n - count, first - count));
  right = left + count - 1;
  while (right < n - 1 && (x[right + 1] as number) - place < place - (x[left] as number)) {
    left++;
    right++;
  }
  const reach = Math.max(place - (x[left] as number), (x[right] as number) - place) ** 2 * wide;
  if (!(reach > 0)) return null;
  const rows = right - left + 1;
  const columns = Array.from({ length: degree + 1 }, () => new Float64Array(rows));
  const target = new Float64Array(rows);
  for (let at = 0; at < rows; at++) {
    const away = (x[left + at] as number) - place;
    const part = (away * away) / reach;
    const weight = part < 1 ? Math.sqrt((1 - Math.sqrt(part) ** 3) ** 3) : 0;
    target[at] = weight * (y[left + at] as number);
    let power = weight;
    for (const column of columns) {
      column[at] = power;
      power *= away;
    }
  }
  const [value, slope] = pseudoInverseFit(columns, target);
  return { value: value ?? Number.NaN, slope: slope ?? Number.NaN };
}

/** How many are less. */
function lowerBound(x: Float64Array, place: number): number {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((x[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function interpolated(points: Points, fit: (place: number) => Local | null, most: number): ((place: number) => number) | null {
  const { x } = points;
  const least = x[0] as number;
  const largest = x[x.length - 1] as number;
  const margin = 0.005 * Math.max(largest - least, Math.max(Math.abs(least), Math.abs(largest)) * 1e-10 + 1e-30);
  const box = { low: least - margin, high: largest + margin };
  const places = Float64Array.from([box.low, ...cuts(x, most, box), box.high]);
  const vertices: Local[] = [];
  for (const place of places) {
    const found = fit(place);
    if (!found) return null;
    vertices.push(found);
  }
  return (place) => {
    if (!(place >= least && place <= largest)) return Number.NaN;
    const next = Math.max(1, lowerBound(places, place));
    const [from, to] = [places[next - 1] as number, places[next] as number];
    const [one, two] = [vertices[next - 1] as Local, vertices[next] as Local];
    const width = to - from;
    const h = (place - from) / width;
    return (
      (1 - h) ** 2 * (1 + 2 * h) * one.value +
      h ** 2 * (3 - 2 * h) * two.value +
      (h * (1 - h) ** 2 * one.slope - h ** 2 * (1 - h) * two.slope) * width
    );
  };
}

/** Where the tree cuts, ascending: behind the middle point of a cell, or the nearest to it that is not equal to the next. */
function cuts(x: Float64Array, most: number, box: { readonly low: number; readonly high: number }): number[] {
  const found: number[] = [];
  const cells = [{ first: 0, last: x.length - 1, ...box }];
  for (let cell = cells.pop(); cell; cell = cells.pop()) {
    const { first, last, low, high } = cell;
    if (last - first + 1 <= most) continue;
    const middle = middleOf(x, first, last);
    const place = x[middle] as number;
    if (place === low || place === high) continue;
    found.push(place);
    cells.push({ first, last: middle, low, high: place }, { first: middle + 1, last, low: place, high });
  }
  return found.sort((a, b) => a - b);
}

/** The place before the cut. Counted from 1, as the tree's own places are, so that halves fall as they do there. */
function middleOf(x: Float64Array, first: number, last: number): number {
  const middle = Math.floor((first + last + 2) / 2) - 1;
  for (let offset = 0; middle + offset < last && middle + offset >= first; offset = offset > 0 ? -offset : 1 - offset)
    if (x[middle + offset] !== x[middle + offset + 1]) return middle + offset;
  return middle;
}
