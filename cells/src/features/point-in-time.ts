// What was known of an entity at a moment: of each (entity, time) of a list the newest row of a view that is not later, so that nothing
// of the future stands among the features of a training. As pandas' merge_asof(by, direction="backward", tolerance) answers.

/** Rows that name an entity and, where they have one, a time. Numbers of entities are those of one dictionary for all sides. */
export interface Moments {
  /** -1: it names none. */
  readonly entities: Int32Array;
  /** In one unit on all sides (read-time.ts); NaN: it has none. Null: no row has one. */
  readonly times: Float64Array | null;
}

export interface PointInTimeOptions {
  /** Earlier than the moment, never at it. */
  readonly strictly?: boolean;
  /** Oldest that a row may be, in the unit of the times; null: any. */
  readonly tolerance?: number | null;
}

export interface PointInTime {
  /** Of each row of the list the row of the view; -1: nothing was known. */
  readonly rows: Int32Array;
  /** Rows of the list for which there is a row of the entity, whatever its time. */
  readonly known: number;
  /** For which something was found. */
  readonly found: number;
  /** For which there were only later rows, and for which what there was is older than the tolerance. */
  readonly later: number;
  readonly tooOld: number;
  /** For which a row of the very moment was taken. */
  readonly atMoment: number;
  /** For which several rows of the same entity and time were the newest: the last of the file was taken. */
  readonly ties: number;
  /** Rows of the list that have no entity, or no time where one is needed. */
  readonly unasked: number;
  /** Rows of the view that can never be found: without an entity or, where the view has times, without one. */
  readonly unused: number;
}

/**
 * A view without times has one row an entity (`entitiesTwice` tells of others: here the last is taken). A list without times asks
 * for the newest row of all. O((n + m) log m).
 */
export function pointInTime(
  list: Moments,
  view: Moments,
  { strictly = false, tolerance = null }: PointInTimeOptions = {},
): PointInTime {
  const { order, from } = byEntity(view);
  const { times } = view;
  const rows = new Int32Array(list.entities.length).fill(-1);
  const told = { known: 0, found: 0, later: 0, tooOld: 0, atMoment: 0, ties: 0, unasked: 0 };
  for (let at = 0; at < rows.length; at++) {
    const entity = list.entities[at] as number;
    const moment = times && list.times ? (list.times[at] as number) : Number.POSITIVE_INFINITY;
    if (entity < 0 || moment !== moment) {
      told.unasked++;
      continue;
    }
    const [first, end] = [from[entity] ?? 0, from[entity + 1] ?? 0];
    if (first >= end) continue;
    told.known++;
    const place = times ? lastNotAfter(order, times, [first, end], moment, strictly && list.times !== null) : end - 1;
    if (place < first) {
      told.later++;
      continue;
    }
    const row = order[place] as number;
    const time = times ? (times[row] as number) : 0;
    if (times && list.times && tolerance !== null && moment - time > tolerance) {
      told.tooOld++;
      continue;
    }
    rows[at] = row;
    told.found++;
    if (times && time === moment) told.atMoment++;
    if (times && place > first && times[order[place - 1] as number] === time) told.ties++;
  }
  return { rows, ...told, unused: view.entities.length - order.length };
}

/** Rows of each entity by time, those of one time as they stand; rows that can never be found are left out. */
function byEntity({ entities, times }: Moments): { readonly order: Int32Array; readonly from: Int32Array } {
  const isUsed = (row: number): boolean => (entities[row] as number) >= 0 && (!times || times[row] === times[row]);
  let size = 0;
  for (const entity of entities) size = Math.max(size, entity + 1);
  const from = new Int32Array(size + 1);
  for (let row = 0; row < entities.length; row++) {
    const next = (entities[row] as number) + 1;
    if (isUsed(row)) from[next] = (from[next] as number) + 1;
  }
  for (let entity = 0; entity < size; entity++) from[entity + 1] = (from[entity + 1] as number) + (from[entity] as number);
  const order = new Int32Array(from[size] as number);
  const next = from.slice();
  for (let row = 0; row < entities.length; row++) {
    if (!isUsed(row)) continue;
    const entity = entities[row] as number;
    const place = next[entity] as number;
    order[place] = row;
    next[entity] = place + 1;
  }
  if (times)
    for (let entity = 0; entity < size; entity++) {
      const part = order.subarray(from[entity], from[entity + 1]);
      if (isAscending(part, times)) continue;
      part.sort((a, b) => (times[a] as number) - (times[b] as number) || a - b);
    }
  return { order, from };
}

function isAscending(rows: Int32Array, times: Float64Array): boolean {
  for (let at = 1; at < rows.length; at++)
    if ((times[rows[at] as number] as number) < (times[rows[at - 1] as number] as number)) return false;
  return true;
}

/** Place of the last row that is not later than the moment (of several at one time the last of them); before `first` where all are. */
function lastNotAfter(
  order: Int32Array,
  times: Float64Array,
  [first, end]: readonly [number, number],
  moment: number,
  strictly: boolean,
): number {
  let [low, high] = [first, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    const time = times[order[middle] as number] as number;
    if (strictly ? time < moment : time <= moment) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** How many entities have several rows, and the number of the first of them; null: each has one. */
export function entitiesTwice({ entities }: Moments): { readonly n: number; readonly first: number } | null {
  let size = 0;
  for (const entity of entities) size = Math.max(size, entity + 1);
  const counts = new Uint32Array(size);
  for (const entity of entities) if (entity >= 0) counts[entity] = (counts[entity] as number) + 1;
  const first = counts.findIndex((n) => n > 1);
  return first < 0 ? null : { n: counts.reduce((sum, n) => sum + (n > 1 ? 1 : 0), 0), first };
}
