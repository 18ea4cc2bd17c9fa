// The nearest rows of each row by looking at all pairs, each once.

import { NeighbourLists } from "./neighbour-lists.ts";
import { type Rows, squaredLength } from "./squared-length.ts";

/** So many differences are taken between two pauses: about a millisecond. */
const piece = 1e6;

/** `pause`: with the share that is done. */
export async function exactNeighbours(
  { values, rows, width }: Rows,
  count: number,
  pause: (share: number) => Promise<void> | void,
): Promise<NeighbourLists> {
  const lists = new NeighbourLists(rows, count);
  const pairs = (rows * (rows - 1)) / 2;
  let done = 0;
  let work = 0;
  for (let row = 0; row < rows; row++) {
    for (let other = row + 1; other < rows; other++) {
      const most = Math.max(lists.farthest(row), lists.farthest(other));
      const away = squaredLength(values, width, row, other, most);
      if (away > most) continue;
      lists.keep(row, other, away);
      lists.keep(other, row, away);
    }
    done += rows - row - 1;
    work += (rows - row - 1) * width;
    if (work > piece) {
      await pause(done / pairs);
      work = 0;
    }
  }
  return lists;
}
