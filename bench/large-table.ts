// A CSV of 100,000 x 12, about 8 MB: id, group and ten numbers a row, from a seed.

import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";

const rows = 100_000;

export function largeTable(seed: number): Uint8Array {
  const random = seededRandom(seed);
  const lines = [["id", "group", ...Array.from({ length: 10 }, (_, i) => `x${i}`)].join(",")];
  for (let row = 0; row < rows; row += 1) {
    lines.push(
      [`r${row}`, `g${Math.floor(random() * 6)}`, ...Array.from({ length: 10 }, () => (random() * 10).toFixed(4))].join(","),
    );
  }
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}
