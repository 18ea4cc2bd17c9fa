// Which cells readers see, and how their page will look.

import { lazy, Suspense, useState } from "react";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import type { Cell, DashboardTile } from "@genomecraft/cells/notebook/notebook.ts";
import { useScreen } from "../app/screen.tsx";
import { kindTitle, wordsOf } from "../kinds/kind-words.ts";
import { noteTitle } from "../desk/note-title.ts";
import { useNotebook } from "../desk/notebook-context.tsx";
import { placeTile, withoutBars } from "./publish-layout.ts";
import { ReadersView } from "./ReadersView.tsx";

const LayoutEditor = lazy(() => import("./LayoutEditor.tsx").then((module) => ({ default: module.LayoutEditor })));

export function WhatReadersSee({
  live,
  tiles,
  chosen,
  labelOf,
}: {
  /** Cells that may be chosen. */
  readonly live: readonly Cell[];
  readonly tiles: readonly DashboardTile[];
  readonly chosen: readonly Cell[];
  labelOf(cell: Cell): string;
}) {
  const { t, locale } = useScreen();
  const { acts, derived } = useNotebook();
  const [editing, setEditing] = useState(false);
  const toggle = (cell: Cell): void => {
    if (tiles.some((tile) => tile.cell === cell.id)) acts.write([{ type: "remove-tile", cell: cell.id }]);
    else {
      // A parameter takes no place in the grid: it never pushes a chart aside.
      const isParameter = (id: string): boolean => Boolean(cardOf(live.find((one) => one.id === id)?.kind ?? "")?.control);
      const beside = isParameter(cell.id) ? tiles : tiles.filter((tile) => !isParameter(tile.cell));
      const next = withoutBars([...tiles, placeTile(beside, cell.id, cell.kind)], isParameter);
      const same = (tile: DashboardTile): boolean =>
        tiles.some(
          (old) => old.cell === tile.cell && old.x === tile.x && old.y === tile.y && old.w === tile.w && old.h === tile.h,
        );
      acts.write(next.filter((tile) => !same(tile)).map((tile) => ({ type: "set-tile", tile })));
    }
  };
  return (
    <section className="stack">
      <div className="row">
        <h3 className="grow">{t("what-readers-see")}</h3>
        <button
          type="button"
          className="btn line dense"
          onClick={() => setEditing(!editing)}
          disabled={tiles.length === 0}
          aria-expanded={editing}
        >
          {editing ? t("done") : t("arrange")}
        </button>
      </div>
      {editing ? (
        <Suspense fallback={<div style={{ height: 200 }} />}>
          <LayoutEditor />
        </Suspense>
      ) : (
        tiles.length > 0 && <ReadersView tiles={tiles} cells={chosen} labelOf={labelOf} />
      )}
      <ul className="list">
        {live.map((cell) => {
          const name =
            cell.name || noteTitle(cell, derived.get().results) || wordsOf(cell, acts.wordsContext()) || kindTitle(cell, locale);
          return (
            <li key={cell.id}>
              <label className="row grow">
                <input type="checkbox" checked={tiles.some((tile) => tile.cell === cell.id)} onChange={() => toggle(cell)} />
                <span className={cell.name ? "mono clip" : "clip"}>{name}</span>
                <span className="muted" style={{ flex: "none" }}>
                  {kindTitle(cell, locale)}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
