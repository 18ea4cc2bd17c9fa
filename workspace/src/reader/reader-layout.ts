// Where tiles stand when the parameters, which have their own bar, are taken out of the grid: neighbours take their
// columns, rows that become empty close. Pure.

interface Place {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const shareRows = (a: Place, b: Place): boolean => a.y < b.y + b.h && b.y < a.y + a.h;

export function withoutParameters<T extends Place>(tiles: readonly T[], parameters: ReadonlySet<string>): readonly T[] {
  let rest: readonly T[] = tiles.filter((tile) => !parameters.has(tile.id));
  for (const gap of tiles) {
    if (!parameters.has(gap.id)) continue;
    const right = rest.filter((tile) => tile.x === gap.x + gap.w && shareRows(tile, gap));
    const left = rest.filter((tile) => tile.x + tile.w === gap.x && shareRows(tile, gap));
    const free = (tile: T, x: number, w: number): boolean =>
      !rest.some((other) => other.id !== tile.id && shareRows(other, tile) && other.x < x + w && x < other.x + other.w);
    if (right.length > 0 && right.every((tile) => free(tile, gap.x, tile.w + gap.w)))
      rest = rest.map((tile) => (right.includes(tile) ? { ...tile, x: gap.x, w: tile.w + gap.w } : tile));
    else if (left.length > 0 && left.every((tile) => free(tile, tile.x, tile.w + gap.w)))
      rest = rest.map((tile) => (left.includes(tile) ? { ...tile, w: tile.w + gap.w } : tile));
  }
  const last = Math.max(0, ...rest.map((tile) => tile.y + tile.h));
  const used = Array.from({ length: last }, (_, row) => rest.some((tile) => tile.y <= row && row < tile.y + tile.h));
  // In the order of reading: that of a telephone and of a screen reader.
  return rest
    .map((tile) => ({ ...tile, y: tile.y - used.slice(0, tile.y).filter((row) => !row).length }))
    .sort((a, b) => a.y - b.y || a.x - b.x);
}
