// What pushes each row of a map of t-SNE away from all others, and the sum of all likenesses on the map: each by itself, or what is far
// taken together.

import type { Places } from "../places.ts";
import { treeOfPlaces } from "./tree-of-places.ts";

/** `theta`: width over distance, beyond which rows are taken together; 0: none are. `away` is written anew. */
export function pushes(places: Places, theta: number, away: Places): number {
  return theta > 0 ? pushesByTree(places, theta, away) : pushesOfEach(places, away);
}

function pushesByTree(places: Places, theta: number, away: Places): number {
  const tree = treeOfPlaces(places);
  const force = new Float64Array(3);
  let total = 0;
  for (let row = 0; row < places.x.length; row++) {
    force.fill(0);
    total += tree.push(row, theta, force);
    away.x[row] = force[0] as number;
    away.y[row] = force[1] as number;
    away.z[row] = force[2] as number;
  }
  return total;
}

function pushesOfEach({ x, y, z }: Places, away: Places): number {
  for (const axis of [away.x, away.y, away.z]) axis.fill(0);
  let total = 0;
  for (let i = 0; i < x.length; i++) {
    const px = x[i] as number;
    const py = y[i] as number;
    const pz = z[i] as number;
    let ax = 0;
    let ay = 0;
    let az = 0;
    for (let j = 0; j < i; j++) {
      const dx = px - (x[j] as number);
      const dy = py - (y[j] as number);
      const dz = pz - (z[j] as number);
      const near = 1 / (1 + dx * dx + dy * dy + dz * dz);
      total += near;
      const push = near * near;
      ax += push * dx;
      ay += push * dy;
      az += push * dz;
      away.x[j] = (away.x[j] as number) - push * dx;
      away.y[j] = (away.y[j] as number) - push * dy;
      away.z[j] = (away.z[j] as number) - push * dz;
    }
    away.x[i] = (away.x[i] as number) + ax;
    away.y[i] = (away.y[i] as number) + ay;
    away.z[i] = (away.z[i] as number) + az;
  }
  return 2 * total;
}
