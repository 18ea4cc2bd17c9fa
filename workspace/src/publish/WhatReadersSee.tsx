// Which cells readers see, and how their page will look.

import { Suspense, useState } from "react";
import { part } from "../base/part.ts";
import { hasComponents } from "@genomecraft/cells/contract/menu-entry.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import type { Cell, DashboardTile } from "@genomecraft/cells/notebook/notebook.ts";
import { useScreen } from "../app/screen.tsx";
import { mainPortOf } from "../live/outputs.ts";
import { kindTitle, wordsOf } from "../kinds/kind-words.ts";
import { noteTitle } from "../desk/note-title.ts";
import { useNotebook } from "../desk/notebook-context.tsx";
import { placeTile, withoutBars } from "./publish-layout.ts";
import { ReadersView } from "./ReadersView.tsx";

const LayoutEditor = part(() => import("./LayoutEditor.tsx").then((module) => module.LayoutEditor));

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
  const choose = (cells: readonly Cell[]): void => {
    // A parameter takes no place in the grid: it never pushes a chart aside.
    const isParameter = (id: string): boolean => Boolean(cardOf(live.find((one) => one.id === id)?.kind ?? "")?.control);
    let next = tiles;
    for (const cell of cells) {
      const beside = isParameter(cell.id) ? next : next.filter((tile) => !isParameter(tile.cell));
      next = withoutBars([...next, placeTile(beside, cell.id, cell.kind)], isParameter);
    }
    const same = (tile: DashboardTile): boolean =>
      tiles.some((old) => old.cell === tile.cell && old.x === tile.x && old.y === tile.y && old.w === tile.w && old.h === tile.h);
    acts.write(next.filter((tile) => !same(tile)).map((tile) => ({ type: "set-tile", tile })));
  };
  const toggle = (cell: Cell): void => {
    if (tiles.some((tile) => tile.cell === cell.id)) acts.write([{ type: "remove-tile", cell: cell.id }]);
    else choose([cell]);
  };
  /** What dashboards are made of, as far as there is something to see: rows are chosen one by one. */
  const shown = live.filter((cell) => {
    if (cardOf(cell.kind)?.control) return true;
    const summary = derived.get().results.of(cell.id)?.[mainPortOf(cell.kind)]?.summary;
    if (summary?.type === "table") return hasComponents({ numberColumns: (summary.columns ?? []).map(({ name }) => name) });
    return summary !== undefined && ["figure", "report", "model"].includes(summary.type);
  });
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
      {tiles.length === 0 && shown.length > 0 ? (
        <button type="button" className="btn line" style={{ alignSelf: "start" }} onClick={() => choose(shown)}>
          {t("choose-shown")}
        </button>
      ) : null}
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
