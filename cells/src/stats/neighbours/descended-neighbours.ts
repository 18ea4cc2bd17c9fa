// The nearest rows of each row, nearly all of them, of tables too long to look at all pairs: a forest finds rows that lie together,
// then neighbours of neighbours are looked at until hardly any list changes (nearest-neighbour descent: Dong, Moses and Li,
// WWW 2011). One seed and one order of rows give one answer.

import { seededRandom } from "../seeded-random.ts";
import { neighbourTree } from "./neighbour-forest.ts";
import { NeighbourLists } from "./neighbour-lists.ts";
import { type Rows, squaredLength } from "./squared-length.ts";

/** As PyNNDescent: trees by the number of rows, leaves by that of neighbours. */
const treesFor = (rows: number): number => Math.min(32, 5 + Math.round(Math.sqrt(rows) / 20));
const leafFor = (count: number): number => Math.max(60, Math.min(256, 5 * count));
const mostCandidates = 60;
const mostRounds = 20;
/** It ends when less than this share of all places in lists changed in a round. */
const leastChanged = 0.001;
const piece = 1e6;

export async function descendedNeighbours(
  given: Rows,
  count: number,
  seed: number,
  pause: (share: number) => Promise<void> | void,
): Promise<NeighbourLists> {
  const { values, rows, width } = given;
  const random = seededRandom(seed);
  const lists = new NeighbourLists(rows, count);
  let work = 0;
  const look = (a: number, b: number): number => {
    const most = Math.max(lists.farthest(a), lists.farthest(b));
    const away = squaredLength(values, width, a, b, most);
    work += width;
    if (away > most) return 0;
    return (lists.keep(a, b, away) ? 1 : 0) + (lists.keep(b, a, away) ? 1 : 0);
  };
  const trees = treesFor(rows);
  for (let tree = 0; tree < trees; tree++) {
    const { order, starts } = neighbourTree(given, leafFor(count), random);
    for (let leaf = 0; leaf < starts.length; leaf++) {
      const end = starts[leaf + 1] ?? rows;
      for (let i = starts[leaf] as number; i < end; i++)
        for (let j = i + 1; j < end; j++) look(order[i] as number, order[j] as number);
      if (work > piece) {
        await pause((0.5 * (tree + leaf / starts.length)) / trees);
        work = 0;
      }
    }
  }
  const most = Math.min(mostCandidates, Math.max(count, 10));
  for (let round = 0; round < mostRounds; round++) {
    const { fresh, known } = candidatesOf(lists, rows, most, random);
    let changed = 0;
    for (let row = 0; row < rows; row++) {
      const news = fresh.of(row);
      const olds = known.of(row);
      for (let i = 0; i < news.length; i++) {
        const a = news[i] as number;
        for (let j = i + 1; j < news.length; j++) if (news[j] !== a) changed += look(a, news[j] as number);
        for (let j = 0; j < olds.length; j++) if (olds[j] !== a) changed += look(a, olds[j] as number);
      }
      if (work > piece) {
        await pause(0.5 + (0.5 * Math.min(round + row / rows, 5)) / 6);
        work = 0;
      }
    }
    if (changed <= leastChanged * rows * count) break;
  }
  return lists;
}

/** Of each row some rows, drawn evenly from all that were offered to it. */
class Drawn {
  readonly #held: Int32Array;
  readonly #offered: Int32Array;
  readonly #most: number;

  constructor(rows: number, most: number) {
    this.#held = new Int32Array(rows * most);
    this.#offered = new Int32Array(rows);
    this.#most = most;
  }

  offer(row: number, other: number, random: () => number): void {
    const before = this.#offered[row] as number;
    this.#offered[row] = before + 1;
    const place = before < this.#most ? before : Math.floor(random() * (before + 1));
    if (place < this.#most) this.#held[row * this.#most + place] = other;
  }

  of(row: number): Int32Array {
    const start = row * this.#most;
    return this.#held.subarray(start, start + Math.min(this.#most, this.#offered[row] as number));
  }
}

/** Neighbours of each row and rows whose neighbour it is, apart by whether the pair was used before. */
function candidatesOf(lists: NeighbourLists, rows: number, most: number, random: () => number) {
  const fresh = new Drawn(rows, most);
  const known = new Drawn(rows, most);
  for (let row = 0, at = 0; row < rows; row++)
    for (let place = 0; place < lists.count; place++, at++) {
      const other = lists.indices[at] as number;
      if (other < 0) continue;
      const into = lists.isFresh[at] ? fresh : known;
      into.offer(row, other, random);
      into.offer(other, row, random);
    }
  // What was drawn is used in this round; what was not stays fresh for the next.
  for (let row = 0, at = 0; row < rows; row++) {
    const drawn = fresh.of(row);
    for (let place = 0; place < lists.count; place++, at++)
      if (lists.isFresh[at] && drawn.includes(lists.indices[at] as number)) lists.isFresh[at] = 0;
  }
  return { fresh, known };
}
