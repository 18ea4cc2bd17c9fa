// The grid of a dashboard: 12 columns, rows of 40. Pure: where a new tile goes, moving and sizing by one step.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { usualTile } from "@genomecraft/cells/contract/kind-card.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import type { DashboardTile } from "@genomecraft/cells/notebook/notebook.ts";
import { withoutParameters } from "../reader/reader-layout.ts";

export const gridColumns = 12;

const overlaps = (a: DashboardTile, b: DashboardTile): boolean =>
  a.cell !== b.cell && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** A size that suits what a cell shows. */
export function tileSize(kind: string): { readonly w: number; readonly h: number } {
  const card = cardOf(kind);
  return card?.tile ?? usualTile[card?.frame ?? "block"];
}

/** The first free place for a tile, row by row. */
export function placeTile(tiles: readonly DashboardTile[], cell: CellId, kind: string): DashboardTile {
  const { w, h } = tileSize(kind);
  for (let y = 0; ; y++) {
    for (let x = 0; x + w <= gridColumns; x++) {
      const tile = { cell, x, y, w, h };
      if (!tiles.some((other) => overlaps(tile, other))) return tile;
    }
  }
}

/**
 * Tiles as readers see them: parameters have a bar of their own and take no place in the grid, so they stand below
 * everything else, and what stood beside them closes up.
 */
export function withoutBars(tiles: readonly DashboardTile[], isParameter: (cell: CellId) => boolean): readonly DashboardTile[] {
  const bars = tiles.filter((tile) => isParameter(tile.cell));
  const seen = withoutParameters(
    tiles.map((tile) => ({ ...tile, id: tile.cell as string })),
    new Set(bars.map((tile) => tile.cell as string)),
  );
  let below = Math.max(0, ...seen.map((tile) => tile.y + tile.h));
  return [
    ...seen.map(({ id: _id, ...tile }) => tile),
    ...bars.map((tile) => {
      const placed = { ...tile, x: 0, y: below };
      below += tile.h;
      return placed;
    }),
  ];
}

export type TileStep = "left" | "right" | "up" | "down" | "wider" | "narrower" | "taller" | "lower";

/** A tile moved or sized by one, within the grid; the others give way downwards. */
export function stepTile(tiles: readonly DashboardTile[], cell: CellId, step: TileStep): readonly DashboardTile[] {
  const moved = tiles.map((tile): DashboardTile => {
    if (tile.cell !== cell) return tile;
    switch (step) {
      case "left":
        return { ...tile, x: Math.max(0, tile.x - 1) };
      case "right":
        return { ...tile, x: Math.min(gridColumns - tile.w, tile.x + 1) };
      case "up":
        return { ...tile, y: Math.max(0, tile.y - 1) };
      case "down":
        return { ...tile, y: tile.y + 1 };
      case "wider":
        return { ...tile, w: Math.min(gridColumns - tile.x, tile.w + 1) };
      case "narrower":
        return { ...tile, w: Math.max(2, tile.w - 1) };
      case "taller":
        return { ...tile, h: tile.h + 1 };
      case "lower":
        return { ...tile, h: Math.max(2, tile.h - 1) };
    }
  });
  return settle(moved, cell);
}

/** No two tiles lie on each other: the one that was touched stays, what it covers moves down. */
export function settle(tiles: readonly DashboardTile[], first: CellId | null): readonly DashboardTile[] {
  const order = [...tiles].sort((a, b) => Number(b.cell === first) - Number(a.cell === first) || a.y - b.y || a.x - b.x);
  const placed: DashboardTile[] = [];
  for (const tile of order) {
    let at = tile;
    while (placed.some((other) => overlaps(at, other))) at = { ...at, y: at.y + 1 };
    placed.push(at);
  }
  return placed.sort((a, b) => a.y - b.y || a.x - b.x);
}
