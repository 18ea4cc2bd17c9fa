// Rows of a map in a tree of cubes (of squares, where all lie flat), so that what pushes from afar is taken together: Barnes and Hut,
// Nature 324:446, 1986; in t-SNE: van der Maaten, JMLR 15:3221, 2014, section 4.2. Flat arrays: a node's eight children, or four, stand
// one after the other.

import type { Places } from "../places.ts";

export interface PlaceTree {
  /** Adds to `force` what pushes the row, and answers its part of the sum of all likenesses. `theta`: width over distance. */
  push(row: number, theta: number, force: Float64Array): number;
}

/** As deep as doubles can tell places apart; below, rows are one. */
const deepest = 48;

interface Nodes {
  /** -1: a leaf. */
  first: Int32Array;
  /** How many rows are in it, and the only one of a leaf of one; -1: none, or several. */
  mass: Int32Array;
  only: Int32Array;
  width: Float64Array;
  /** The middle of the cube, and that of its rows, three numbers a node. */
  centre: Float64Array;
  middle: Float64Array;
}

const roomFor = (nodes: number): Nodes => ({
  first: new Int32Array(nodes).fill(-1),
  mass: new Int32Array(nodes),
  only: new Int32Array(nodes).fill(-1),
  width: new Float64Array(nodes),
  centre: new Float64Array(3 * nodes),
  middle: new Float64Array(3 * nodes),
});

export function treeOfPlaces(places: Places): PlaceTree {
  const { x, y, z } = places;
  const isFlat = z.every((value) => value === 0);
  const fan = isFlat ? 4 : 8;
  let room = Math.max(64, 3 * x.length);
  let nodes = roomFor(room);
  let end = 1;
  [x, y, z].forEach((axis, k) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const value of axis) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    nodes.centre[k] = (low + high) / 2;
    nodes.width[0] = Math.max(nodes.width[0] as number, (high - low) * 1.0001, 1e-12);
  });
  const childOf = (node: number, row: number): number =>
    (nodes.first[node] as number) +
    ((x[row] as number) > (nodes.centre[3 * node] as number) ? 1 : 0) +
    ((y[row] as number) > (nodes.centre[3 * node + 1] as number) ? 2 : 0) +
    (!isFlat && (z[row] as number) > (nodes.centre[3 * node + 2] as number) ? 4 : 0);
  const split = (node: number): void => {
    if (end + fan > room) {
      room *= 2;
      const larger = roomFor(room);
      for (const part of ["first", "mass", "only", "width", "centre", "middle"] as const) larger[part].set(nodes[part]);
      nodes = larger;
    }
    nodes.first[node] = end;
    const half = (nodes.width[node] as number) / 2;
    for (let at = 0; at < fan; at++) {
      nodes.width[end + at] = half;
      for (let k = 0; k < 3; k++)
        nodes.centre[3 * (end + at) + k] = (nodes.centre[3 * node + k] as number) + (at & (1 << k) ? half / 2 : -half / 2);
    }
    end += fan;
  };
  const add = (node: number, row: number): void => {
    const n = (nodes.mass[node] as number) + 1;
    nodes.mass[node] = n;
    const { middle } = nodes;
    const at = 3 * node;
    middle[at] = (middle[at] as number) + ((x[row] as number) - (middle[at] as number)) / n;
    middle[at + 1] = (middle[at + 1] as number) + ((y[row] as number) - (middle[at + 1] as number)) / n;
    middle[at + 2] = (middle[at + 2] as number) + ((z[row] as number) - (middle[at + 2] as number)) / n;
  };
  for (let row = 0; row < x.length; row++) {
    let node = 0;
    for (let depth = 0; ; depth++) {
      const isFirst = nodes.mass[node] === 0;
      const there = nodes.only[node] as number;
      add(node, row);
      if (isFirst) {
        nodes.only[node] = row;
        break;
      }
      if ((nodes.first[node] as number) < 0) {
        if (depth >= deepest) {
          nodes.only[node] = -1;
          break;
        }
        split(node);
        if (there >= 0) {
          const child = childOf(node, there);
          add(child, there);
          nodes.only[child] = there;
          nodes.only[node] = -1;
        }
      }
      node = childOf(node, row);
    }
  }
  return { push: pushIn(nodes, places, fan) };
}

function pushIn({ first, mass, only, width, middle }: Nodes, { x, y, z }: Places, fan: number): PlaceTree["push"] {
  const waiting = new Int32Array(fan * (deepest + 2));
  return (row, theta, force) => {
    const px = x[row] as number;
    const py = y[row] as number;
    const pz = z[row] as number;
    const square = theta * theta;
    let sum = 0;
    let fx = 0;
    let fy = 0;
    let fz = 0;
    let end = 0;
    waiting[end++] = 0;
    while (end > 0) {
      const node = waiting[--end] as number;
      const n = mass[node] as number;
      if (n === 0 || only[node] === row) continue;
      const dx = px - (middle[3 * node] as number);
      const dy = py - (middle[3 * node + 1] as number);
      const dz = pz - (middle[3 * node + 2] as number);
      const apart = dx * dx + dy * dy + dz * dz;
      const child = first[node] as number;
      const wide = width[node] as number;
      if (child < 0 || wide * wide < square * apart) {
        const near = 1 / (1 + apart);
        const part = n * near;
        sum += part;
        fx += part * near * dx;
        fy += part * near * dy;
        fz += part * near * dz;
      } else for (let at = 0; at < fan; at++) waiting[end++] = child + at;
    }
    force[0] = fx;
    force[1] = fy;
    force[2] = fz;
    return sum;
  };
}
