// What an area drawn in a figure is in its data, and back: a figure says what stands on its axes (`artifacts/figure-selects.ts`). A
// selection is held in the data, so that a cell that reads it needs no figure. Pure.

import type { Figure } from "../../artifacts/artifact.ts";
import { type FigureSelects, panelsOf, selectsOf } from "../../artifacts/figure-selects.ts";
import {
  type Area,
  type Box,
  type End,
  type Lasso,
  mostCorners,
  type PickedNames,
  type Place,
} from "../../artifacts/selection.ts";
import { barsIn } from "./drawn-marks.ts";

/** By its coordinates on the axes of one panel, counted from 0. */
export interface OnAxes<Of = Exclude<Area, PickedNames>> {
  readonly panel: number;
  readonly area: Of;
}
type Groups = Extract<FigureSelects, { readonly way: "groups" }>;
type Genome = Extract<FigureSelects, { readonly way: "genome" }>;
type Ends = readonly [number, number];

/** None where it lies on nothing that can be told in the data. */
export function areasInData(figure: Figure, { panel, area }: OnAxes<Box | Lasso>): readonly Area[] {
  const selects = selectsOf(figure);
  const panels = panelsOf(figure);
  const inPanel = panels ? { part: panels[panel] ?? null } : {};
  switch (selects.way) {
    case "points":
      return [{ ...area, ...inPanel }];
    case "bins": {
      const ends = alongX(area);
      return ends ? [{ x: binEnds(ends, figure, selects.isLog), ...inPanel }] : [];
    }
    case "groups":
      return overGroups(selects, area, inPanel);
    case "genome":
      return onChromosomes(selects, area);
  }
}

const sorted = (a: number, b: number): Ends => (a <= b ? [a, b] : [b, a]);

/** From where to where it goes across. */
function alongX(area: Box | Lasso): Ends | null {
  if ("lasso" in area) {
    const xs = area.lasso.map(([x]) => x);
    return [Math.min(...xs), Math.max(...xs)];
  }
  const [from, to] = area.x ?? [];
  return typeof from === "number" && typeof to === "number" ? sorted(from, to) : null;
}

/** The ends that a hand drew, to a thousandth of the picture, and not those of bins: these are of the values themselves. */
function binEnds([from, to]: Ends, figure: Figure, isLog: boolean): Ends {
  if (isLog) return [Number((10 ** from).toPrecision(4)), Number((10 ** to).toPrecision(4))];
  const all = barsIn(figure).flatMap(({ bars }) => bars);
  const low = all.reduce((least, bar) => Math.min(least, bar.from), Number.POSITIVE_INFINITY);
  const high = all.reduce((most, bar) => Math.max(most, bar.to), Number.NEGATIVE_INFINITY);
  const digits = high > low ? 3 - Math.floor(Math.log10(high - low)) : 6;
  const fine = (end: number): number =>
    digits > 100 ? end : digits >= 0 ? Number(end.toFixed(digits)) : Math.round(end * 10 ** digits) / 10 ** digits;
  return [fine(from), fine(to)];
}

/** Finer than a hand draws, however far from 0 they are, and upon a logarithmic axis. */
function fineEnds(pair: readonly [End, End]): readonly [End, End] {
  const [from, to] = pair.map(Number) as [number, number];
  const far = Math.max(Math.abs(from), Math.abs(to)) / Math.abs(to - from);
  const digits = Number.isFinite(far) ? Math.min(17, 5 + Math.max(0, Math.ceil(Math.log10(far)))) : 17;
  return [Number(from.toPrecision(digits)), Number(to.toPrecision(digits))];
}

/** Half of what a group takes of its place. */
const half = 0.4;

function overGroups(
  { names, hasBounds, rest }: Groups,
  area: Box | Lasso,
  inPanel: { readonly part?: string | null },
): readonly Area[] {
  const bounds = "lasso" in area || !area.y ? {} : { y: fineEnds(area.y) };
  if (hasBounds && names.length === 0) return "y" in bounds ? [{ ...bounds, ...inPanel }] : [];
  const ends = alongX(area);
  const touched = names.flatMap((name, at): (string | null)[] =>
    ends !== null && at !== rest && at + half >= ends[0] && at - half <= ends[1] ? [name] : [],
  );
  if (hasBounds) return touched.map((part) => ({ ...bounds, part }));
  const named = touched.filter((name) => name !== null);
  return named.length > 0 ? [{ names: named, ...inPanel }] : [];
}

/** A piece on each chromosome that it reaches, in bases of it; across all of them no chromosome is asked. */
function onChromosomes(genome: Genome, area: Box | Lasso): readonly Area[] {
  const { names, starts, ends } = genome;
  const across = alongX(area);
  const places = [...names.keys()].filter((at) => (ends[at] ?? 0) > (starts[at] ?? 0));
  const reached = places.filter((at) => across === null || ((ends[at] ?? 0) >= across[0] && (starts[at] ?? 0) <= across[1]));
  const startOf = (at: number): number => starts[at] ?? 0;
  if ("lasso" in area) {
    const every = Math.max(1, Math.ceil((area.lasso.length * reached.length) / mostCorners));
    const corners = area.lasso.filter((_, at) => at % every === 0);
    return reached.map(
      (at): Lasso => ({
        lasso: corners.map(([x, y]) => [Math.round(x - startOf(at)), upIn(genome, y)]),
        ...(genome.isOfP ? { log: ["y"] } : {}),
        part: names[at] ?? "",
      }),
    );
  }
  const y = area.y ? { y: endsUp(genome, area.y) } : {};
  const isWhole = places.length > 1 && reached.length === places.length;
  const isAll = isWhole && across !== null && places.every((at) => across[0] <= startOf(at) && across[1] >= (ends[at] ?? 0));
  if (isAll && "y" in y) return [y];
  return reached.map((at): Box => {
    const length = (ends[at] ?? 0) - startOf(at);
    const from = Math.max(0, Math.ceil((across?.[0] ?? 0) - startOf(at)));
    const to = Math.min(length, Math.floor((across?.[1] ?? Number.POSITIVE_INFINITY) - startOf(at)));
    return { ...(from > 0 || to < length ? { x: [from, Math.max(from, to)] } : {}), ...y, part: names[at] ?? "" };
  });
}

/** A height as the data have it. */
const upIn = ({ isOfP }: Pick<Genome, "isOfP">, y: number): number =>
  isOfP ? Math.max(Number.MIN_VALUE, Number((10 ** -y).toPrecision(6))) : Number(y.toFixed(4));
/** Back on the axis; a p value of 0 stands above all others. */
const upOn = ({ isOfP }: Pick<Genome, "isOfP">, value: number): number => (isOfP ? 0 - Math.log10(value) : value);

function endsUp({ isOfP }: Pick<Genome, "isOfP">, pair: readonly [End, End]): readonly [End, End] {
  const [low, high] = sorted(Number(pair[0]), Number(pair[1]));
  if (!isOfP) return [upIn({ isOfP }, low), upIn({ isOfP }, high)];
  const least = Number((10 ** -high).toPrecision(6));
  return [least > 0 ? least : null, upIn({ isOfP }, low)];
}

/** A marker that is clicked: where it stands, as exactly as a figure holds heights. */
export function markerAt(figure: Figure, x: number, y: number): Box | null {
  const selects = selectsOf(figure);
  if (selects.way !== "genome") return null;
  const at = selects.names.findIndex((_, place) => x >= (selects.starts[place] ?? 0) && x <= (selects.ends[place] ?? -1));
  if (at < 0) return null;
  const position = Math.round(x - (selects.starts[at] ?? 0));
  const near = Math.max(1e-4, Math.abs(y) * 1e-5);
  return { x: [position, position], y: endsUp(selects, [y - near, y + near]), part: selects.names[at] ?? "" };
}

/** Where an area of the data lies in the figure: in each panel of its part; names are those of groups along an axis. */
export function areasOnAxes(figure: Figure, area: Area): readonly OnAxes[] {
  const selects = selectsOf(figure);
  const panels = panelsOf(figure);
  const wanted = panels === null ? [0] : [...panels.keys()].filter((at) => area.part === undefined || panels[at] === area.part);
  const inPanels = (of: Exclude<Area, PickedNames>): readonly OnAxes[] => wanted.map((panel) => ({ panel, area: of }));
  if (selects.way === "groups") {
    const isWanted = (name: string | null, at: number): boolean =>
      at !== selects.rest &&
      ("names" in area ? name !== null && area.names.includes(name) : panels !== null || name === area.part);
    const bounds = "y" in area && area.y ? { y: area.y } : {};
    if (selects.names.length === 0) return inPanels(bounds);
    return selects.names.flatMap((name, at) => (isWanted(name, at) ? inPanels({ x: [at - 0.45, at + 0.45], ...bounds }) : []));
  }
  if ("names" in area) return [];
  if (selects.way === "genome") return onGenome(selects, area);
  if (selects.way === "bins" && selects.isLog && "x" in area && area.x) {
    const [from, to] = area.x.map((end) => (end === null ? null : Math.log10(Number(end)))) as [End, End];
    return inPanels({ x: [from, to] });
  }
  return inPanels(area);
}

function onGenome(genome: Genome, area: Exclude<Area, PickedNames>): readonly OnAxes[] {
  const at = area.part === undefined ? -1 : genome.names.indexOf(area.part ?? "");
  if (area.part !== undefined && at < 0) return [];
  const start = at < 0 ? 0 : (genome.starts[at] ?? 0);
  const up = (end: End): End => (end === null ? null : upOn(genome, Number(end)));
  const placed = ([x, y]: Place): Place => [x + start, upOn(genome, y)];
  if ("lasso" in area) return [{ panel: 0, area: { lasso: area.lasso.map(placed) } }];
  if ("points" in area) return [{ panel: 0, area: { points: area.points.map(placed) } }];
  const far = at < 0 ? Math.max(...genome.ends) : (genome.ends[at] ?? 0);
  const x: readonly [End, End] = area.x
    ? [Number(area.x[0] ?? 0) + start, area.x[1] === null ? far : Number(area.x[1]) + start]
    : [start, far];
  if (!area.y) return [{ panel: 0, area: { x } }];
  const y: readonly [End, End] = genome.isOfP ? [up(area.y[1]), up(area.y[0])] : [up(area.y[0]), up(area.y[1])];
  return [{ panel: 0, area: { x, y } }];
}
