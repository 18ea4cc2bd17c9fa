// The tiles of a dashboard on their grid: dragged and sized by mouse, moved and sized by buttons and arrow keys.

import GridLayout, { useContainerWidth } from "react-grid-layout";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import type { DashboardTile } from "@genomecraft/cells/notebook/notebook.ts";
import { announce, useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { useNotebook } from "../desk/notebook-context.tsx";
import { gridColumns, stepTile, type TileStep, withoutBars } from "./publish-layout.ts";

const byArrow: { readonly [key: string]: TileStep } = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
const bySized: { readonly [key: string]: TileStep } = {
  ArrowLeft: "narrower",
  ArrowRight: "wider",
  ArrowUp: "lower",
  ArrowDown: "taller",
};

export function LayoutEditor() {
  const { t } = useScreen();
  const { open, acts } = useNotebook();
  const kept = useStore(open.notebook, (notebook) => notebook.layout.tiles);
  const cells = useStore(open.notebook, (notebook) => notebook.cells);
  const isParameter = (id: string): boolean => Boolean(cardOf(cells.find((cell) => cell.id === id)?.kind ?? "")?.control);
  const places = withoutBars(kept, isParameter);
  const tiles = places.filter((tile) => !isParameter(tile.cell));
  const bars = places.filter((tile) => isParameter(tile.cell));
  const { width, containerRef, mounted } = useContainerWidth();
  const nameOf = (id: string): string => cells.find((cell) => cell.id === id)?.name || t("a-note");

  const write = (next: readonly DashboardTile[]): void => {
    const below = withoutBars([...next, ...bars], isParameter);
    const changed = below.filter((tile) => {
      const old = kept.find((found) => found.cell === tile.cell);
      return !old || old.x !== tile.x || old.y !== tile.y || old.w !== tile.w || old.h !== tile.h;
    });
    if (changed.length > 0) acts.write(changed.map((tile) => ({ type: "set-tile", tile })));
  };
  const step = (cell: CellId, what: TileStep): void => {
    const next = stepTile(tiles, cell, what);
    write(next);
    const tile = next.find((found) => found.cell === cell);
    if (tile) announce(t("tile-at", { name: nameOf(cell), x: tile.x + 1, y: tile.y + 1, w: tile.w, h: tile.h }));
  };
  return (
    <div ref={containerRef} className="layout-editor">
      <p className="caption muted">{t("arrange-words")}</p>
      {bars.length > 0 ? (
        <div className="readers-bar">
          {bars.map((tile) => (
            <span key={tile.cell}>{nameOf(tile.cell)} ▾</span>
          ))}
        </div>
      ) : null}
      {mounted ? (
        <GridLayout
          width={width}
          gridConfig={{ cols: gridColumns, rowHeight: 16, margin: [6, 6] }}
          layout={tiles.map(({ cell, x, y, w, h }) => ({ i: cell, x, y, w, h, minW: 2, minH: 2 }))}
          onDragStop={(layout) =>
            write(layout.map((item) => ({ cell: item.i as CellId, x: item.x, y: item.y, w: item.w, h: item.h })))
          }
          onResizeStop={(layout) =>
            write(layout.map((item) => ({ cell: item.i as CellId, x: item.x, y: item.y, w: item.w, h: item.h })))
          }
          dragConfig={{ cancel: "button" }}
        >
          {tiles.map((tile) => (
            <div key={tile.cell} className="tile-box">
              <button
                type="button"
                className="tile-handle mono"
                aria-label={t("tile-handle", { name: nameOf(tile.cell) })}
                onKeyDown={(event) => {
                  const what = event.shiftKey ? bySized[event.key] : byArrow[event.key];
                  if (!what) return;
                  event.preventDefault();
                  event.stopPropagation();
                  step(tile.cell, what);
                }}
              >
                {nameOf(tile.cell)}
              </button>
              <span className="tile-steps">
                {(
                  [
                    ["left", "←"],
                    ["right", "→"],
                    ["up", "↑"],
                    ["down", "↓"],
                    ["wider", "+↔"],
                    ["narrower", "−↔"],
                    ["taller", "+↕"],
                    ["lower", "−↕"],
                  ] as const
                ).map(([what, sign]) => (
                  <button
                    key={what}
                    type="button"
                    aria-label={t(`tile-${what}`, { name: nameOf(tile.cell) })}
                    onClick={() => step(tile.cell, what)}
                  >
                    {sign}
                  </button>
                ))}
              </span>
            </div>
          ))}
        </GridLayout>
      ) : null}
    </div>
  );
}
