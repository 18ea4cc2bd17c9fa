// Reads that are left of a sample when so many were read less.

import { seededRandom } from "../stats/seeded-random.ts";

/** So many of the reads are left, each by chance (the normal approximation of the binomial where there are many). */
export function thinned(counts: Float32Array, share: number, random = seededRandom(7)): Float32Array {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return counts.map((n) => {
    if (n > 60) return Math.max(0, Math.min(n, Math.round(n * share + Math.sqrt(n * share * (1 - share)) * normal())));
    let left = 0;
    for (let read = 0; read < n; read++) if (random() < share) left++;
    return left;
  });
}
