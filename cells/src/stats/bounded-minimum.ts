// The minimum of a smooth function of few variables in a box, by L-BFGS-B (Byrd, Lu, Nocedal & Zhu, SIAM J. Sci. Comput. 16:1190,
// 1995) as R's optim() goes it: slopes by differences, five pairs kept, stopped where a step wins next to nothing. Where it stops is
// part of methods that report it (DESeq2 of genes whose coefficients run away), so a better minimum would be another answer. Few
// variables: the matrix that the pairs stand for is written out, which gives the same steps.

import { LineSearch } from "./line-search.ts";
import { choleskyOf, solveByRoot } from "./small-matrix.ts";

export interface BoundedTask {
  readonly value: (at: Float64Array) => number;
  readonly from: Float64Array;
  /** Of every variable. */
  readonly low: number;
  readonly high: number;
}

export interface BoundedMinimum {
  readonly at: Float64Array;
  /** It stopped where a step wins nothing, not where it could go no further or went too long. */
  readonly settled: boolean;
}

const difference = 1e-3;
const mostPairs = 5;
const mostRounds = 100;
const mostTries = 20;
const tolerance = 1e7 * Number.EPSILON;

export function boundedMinimum(task: BoundedTask): BoundedMinimum {
  const { value, low, high } = task;
  let at: Float64Array = task.from.map((each) => Math.min(Math.max(each, low), high));
  let now = value(at);
  let slope: Float64Array = slopeOf(task, at);
  const model = new Pairs(at.length);
  let round = 0;
  if (projected(task, at, slope) <= 0) return { at, settled: true };
  for (;;) {
    const goal = goalOf(task, { at, slope, model });
    const step = goal && searched(task, { at, now, slope, goal, isFirst: round === 0 });
    if (!step) {
      if (model.isEmpty) return { at, settled: false };
      model.clear();
      continue;
    }
    round++;
    if (round > mostRounds) return { at: step.at, settled: false };
    const { rise } = step;
    const change = step.slope.map((each, place) => each - (slope[place] as number));
    const moved = step.by;
    const won = now - step.now;
    const scale = Math.max(Math.abs(now), Math.abs(step.now), 1);
    [at, now, slope] = [step.at, step.now, step.slope];
    if (projected(task, at, slope) <= 0 || won <= tolerance * scale) return { at, settled: true };
    if (rise.after > Number.EPSILON * rise.before) model.add(moved, change, rise.after);
  }
}

/** By central differences, one-sided where the box ends. */
function slopeOf({ value, low, high }: BoundedTask, at: Float64Array): Float64Array {
  const place = Float64Array.from(at);
  return at.map((each, variable) => {
    const [above, below] = [Math.min(each + difference, high), Math.max(each - difference, low)];
    place[variable] = above;
    const over = value(place);
    place[variable] = below;
    const under = value(place);
    place[variable] = each;
    const widths = (above < each + difference ? high - each : difference) + (below > each - difference ? each - low : difference);
    return (over - under) / widths;
  });
}

/** The largest part of the slope that does not lead out of the box. */
function projected({ low, high }: BoundedTask, at: Float64Array, slope: Float64Array): number {
  return slope.reduce((most, each, place) => {
    const [below, above] = [(at[place] as number) - low, (at[place] as number) - high];
    return Math.max(most, Math.abs(each < 0 ? Math.max(each, above) : Math.min(each, below)));
  }, 0);
}

/** The second derivatives as the last steps tell them: θ of the identity, changed by each pair of a step and of how the slope changed. */
class Pairs {
  readonly #pairs: { readonly step: Float64Array; readonly change: Float64Array; readonly product: number }[] = [];
  readonly #width: number;
  /** Row after row. */
  matrix: Float64Array;

  constructor(width: number) {
    this.#width = width;
    this.matrix = this.#scaled(1);
  }

  get isEmpty(): boolean {
    return this.#pairs.length === 0;
  }

  clear(): void {
    this.#pairs.length = 0;
    this.matrix = this.#scaled(1);
  }

  /** `product`: of step and change. */
  add(step: Float64Array, change: Float64Array, product: number): void {
    this.#pairs.push({ step, change, product });
    if (this.#pairs.length > mostPairs) this.#pairs.shift();
    this.matrix = this.#scaled(inner(change, change) / product);
    for (const pair of this.#pairs) this.#change(pair);
  }

  #scaled(by: number): Float64Array {
    const made = new Float64Array(this.#width ** 2);
    for (let at = 0; at < this.#width; at++) made[at * this.#width + at] = by;
    return made;
  }

  #change({
    step,
    change,
    product,
  }: {
    readonly step: Float64Array;
    readonly change: Float64Array;
    readonly product: number;
  }): void {
    const width = this.#width;
    const along = times(this.matrix, step);
    const length = inner(step, along);
    for (let row = 0; row < width; row++)
      for (let column = 0; column < width; column++) {
        const at = row * width + column;
        const less = ((along[row] as number) * (along[column] as number)) / length;
        const more = ((change[row] as number) * (change[column] as number)) / product;
        this.matrix[at] = (this.matrix[at] as number) - less + more;
      }
  }
}

interface Here {
  readonly at: Float64Array;
  readonly slope: Float64Array;
  readonly model: Pairs;
}

/** Where the model has its minimum in the box, but for variables that lie at a bound; null: the model is none. */
function goalOf(task: BoundedTask, here: Here): Float64Array | null {
  const { at, isFree } = firstMinimum(task, here);
  const free = [...isFree.keys()].filter((variable) => isFree[variable]);
  if (here.model.isEmpty || free.length === 0) return at;
  const width = at.length;
  const { matrix } = here.model;
  const offset = at.map((each, variable) => each - (here.at[variable] as number));
  const bent = times(matrix, offset);
  const root = Float64Array.from(
    { length: free.length ** 2 },
    (_, place) =>
      matrix[(free[Math.floor(place / free.length)] as number) * width + (free[place % free.length] as number)] as number,
  );
  const by = Float64Array.from(free, (variable) => -(here.slope[variable] as number) - (bent[variable] as number));
  if (!choleskyOf(root, free.length)) return null;
  solveByRoot(root, free.length, by);
  let share = 1;
  let stopped = -1;
  free.forEach((variable, place) => {
    const step = by[place] as number;
    const room = (step < 0 ? task.low : task.high) - (at[variable] as number);
    if (step === 0 || Math.abs(step * share) <= Math.abs(room)) return;
    share = room / step;
    stopped = place;
  });
  return at.map((each, variable) => {
    const place = free.indexOf(variable);
    if (place < 0) return each;
    const step = by[place] as number;
    if (place === stopped) return step < 0 ? task.low : task.high;
    return each + share * step;
  });
}

/** The first minimum of the model along the path of steepest descent, which bends where it meets a bound (generalised Cauchy point). */
function firstMinimum(
  { low, high }: BoundedTask,
  { at, slope, model }: Here,
): { readonly at: Float64Array; readonly isFree: readonly boolean[] } {
  const place = Float64Array.from(at);
  const isAtBound = slope.map((each, variable) =>
    Number(((at[variable] as number) <= low && each >= 0) || ((at[variable] as number) >= high && each <= 0)),
  );
  const way = slope.map((each, variable) => (isAtBound[variable] ? 0 : -each));
  const ends = [...way.keys()]
    .filter((variable) => way[variable] !== 0)
    .map((variable) => {
      const each = way[variable] as number;
      return { variable, time: ((each < 0 ? low : high) - (at[variable] as number)) / each };
    })
    .sort((a, b) => a.time - b.time);
  const isFree = Array.from(isAtBound, (each) => each === 0);
  let passed = 0;
  const steepest = model.isEmpty ? inner(way, way) : inner(way, times(model.matrix, way));
  for (const { variable, time } of ends) {
    const bent = times(model.matrix, way);
    const offset = place.map((each, one) => each - (at[one] as number));
    const first = inner(slope, way) + inner(offset, bent);
    const second = Math.max(inner(way, bent), Number.EPSILON * steepest);
    const best = -first / second;
    if (best < time - passed) {
      const by = Math.max(best, 0);
      return { at: place.map((each, one) => each + by * (way[one] as number)), isFree };
    }
    way.forEach((each, one) => (place[one] = (place[one] as number) + (time - passed) * each));
    place[variable] = (way[variable] as number) < 0 ? low : high;
    way[variable] = 0;
    isFree[variable] = false;
    passed = time;
  }
  return { at: place, isFree };
}

interface Searched {
  readonly at: Float64Array;
  readonly now: number;
  readonly slope: Float64Array;
  readonly by: Float64Array;
  /** How the slope along the step rose, and how steep it was. */
  readonly rise: { readonly after: number; readonly before: number };
}

/** Towards the goal; null: it leads up, or nothing better is found. */
function searched(
  task: BoundedTask,
  {
    at,
    now,
    slope,
    goal,
    isFirst,
  }: {
    readonly at: Float64Array;
    readonly now: number;
    readonly slope: Float64Array;
    readonly goal: Float64Array;
    readonly isFirst: boolean;
  },
): Searched | null {
  const way = goal.map((each, place) => each - (at[place] as number));
  const before = inner(slope, way);
  if (!(before < 0)) return null;
  const search = new LineSearch({ value: now, slope: before }, 1, isFirst ? 1 : longest(task, at, way));
  let step = 1;
  for (let tried = 0; tried < mostTries; tried++) {
    const place = step === 1 ? goal : at.map((each, variable) => step * (way[variable] as number) + each);
    const value = task.value(place);
    const there = slopeOf(task, place);
    const after = inner(there, way);
    const next = search.next({ step, value, slope: after });
    if (next === null)
      return {
        at: place,
        now: value,
        slope: there,
        by: way.map((each) => step * each),
        rise: { after: (after - before) * step, before: -before * step },
      };
    step = next;
  }
  return null;
}

/** How far the box allows. */
function longest({ low, high }: BoundedTask, at: Float64Array, way: Float64Array): number {
  return way.reduce((most, each, place) => {
    if (each === 0) return most;
    const room = (each < 0 ? low : high) - (at[place] as number);
    if (room === 0) return 0;
    return Math.abs(each * most) > Math.abs(room) ? room / each : most;
  }, 1e10);
}

const inner = (a: Float64Array, b: Float64Array): number => a.reduce((sum, each, at) => sum + each * (b[at] as number), 0);
const times = (matrix: Float64Array, by: Float64Array): Float64Array =>
  by.map((_, row) => by.reduce((sum, each, column) => sum + (matrix[row * by.length + column] as number) * each, 0));
