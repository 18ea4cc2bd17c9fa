// What one tile shows, drawn by the same views as in the notebook, over the bytes that came with the dashboard alone.

import { type ComponentType, type RefObject, Suspense, useLayoutEffect, useMemo, useRef, useState } from "react";
import { artifactCards } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import type { ArtifactSummary } from "@genomecraft/cells/artifacts/artifact.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import { isJsonObject } from "@genomecraft/cells/base/json.ts";
import type { ArtifactReader, OutputProps } from "@genomecraft/cells/contract/kind-view.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import type { TileContent } from "@genomecraft/collab-server/contract/publications.ts";
import { formatNumber } from "@genomecraft/cells/messages/translate.ts";
import { artifactFromJson } from "@genomecraft/cells/artifacts/artifact-json.ts";
import { View } from "@genomecraft/cells/ui/locale-context.tsx";
import { PlotlyFigure } from "@genomecraft/cells/ui/PlotlyFigure.tsx";
import { Boundary } from "../app/Boundary.tsx";
import { useScreen } from "../app/screen.tsx";
import { usePhone } from "../app/use-phone.ts";
import { useStore } from "../base/store.ts";
import { kindNow, kindsHere } from "../kinds/kinds-here.ts";
import { outputOf } from "../kinds/lazy-views.ts";

type Shown = TileContent & { readonly id: string; readonly kind: string; readonly title: string; readonly h: number };

const refuse = (): Promise<never> => Promise.reject(new Error("a dashboard holds what is published and no more"));
/** A dashboard asks for nothing more than it has. */
const closedReader: ArtifactReader = { json: refuse, window: refuse, summary: refuse, search: refuse, downloadUrl: () => "" };

export function TileView({ tile, large = false }: { readonly tile: Shown; readonly large?: boolean }) {
  const Tile = filling[tile.type] ?? tileViews[artifactCards[tile.type].showable];
  return <Tile tile={tile} large={large} />;
}

interface TileProps {
  readonly tile: Shown;
  readonly large: boolean;
}

/** As its kind shows it in the notebook. */
function TileOfKind({ tile, large }: TileProps) {
  const { t, locale } = useScreen();
  if (!outputOf(tile.kind) || tile.artifact === undefined) return null;
  return (
    <Boundary sentence={t("view-broke")} again={t("try-again")}>
      <Suspense fallback={<div style={{ minHeight: 120 }} />}>
        <Hosted tile={tile} large={large} locale={locale} />
      </Suspense>
    </Boundary>
  );
}

function Hosted({ tile, large, locale }: { readonly tile: Shown; readonly large: boolean; readonly locale: "en" | "ru" }) {
  const View = outputOf(tile.kind);
  const empty = useStore(kindsHere, () => kindNow(tile.kind)?.empty);
  const props = useMemo((): OutputProps => {
    const cell = tile.id as CellId;
    const card = cardOf(tile.kind);
    const summary: ArtifactSummary = { type: tile.type, shape: [] };
    const ports =
      card?.outputs.filter((port) => (typeof port.type === "string" ? [port.type] : port.type).includes(tile.type)) ?? [];
    const port = ports[0]?.name ?? "out";
    const handle = { ref: { ref: cell, port }, digest: tile.digest, summary, inline: tile.artifact as Json };
    const value = isJsonObject(tile.artifact as Json) ? ((tile.artifact as { value?: Json }).value ?? null) : null;
    const text = card?.frame === "prose" ? card.textFields[0] : undefined;
    const spec = text === undefined ? { ...empty, title: tile.title } : { [text]: typeof value === "string" ? value : "" };
    return { cell, name: tile.title, spec, locale, outputs: { [port]: handle }, reader: closedReader, compact: !large };
  }, [tile, large, locale, empty]);
  return View ? <View {...props} /> : null;
}

function TileTable({ tile: { table } }: TileProps) {
  const { t, locale } = useScreen();
  if (!table) return null;
  const show = (value: Json): string =>
    value === null ? "" : typeof value === "number" ? formatNumber(value, locale) : String(value);
  return (
    <>
      <div className="scroll-x tile-table">
        <table className="grid-table">
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column.name} scope="col" className={column.type === "text" ? "" : "right"}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <tr key={index}>
                {row.map((value, place) => (
                  <td
                    key={table.columns[place]?.name}
                    className={typeof value === "number" ? "right" : ""}
                    title={typeof value === "number" ? String(value) : undefined}
                  >
                    {show(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.rows.length < table.total ? (
        <p className="caption muted">{t("of-rows", { shown: table.rows.length, total: table.total })}</p>
      ) : null}
    </>
  );
}

/** A figure fills its tile. At first as if it had no notes: rows of 40 with 16 between, less the head of the tile and the row of tools. */
function TileFigure({ tile, large }: TileProps) {
  const { locale } = useScreen();
  const figure = useMemo(() => {
    const found = tile.artifact === undefined ? null : artifactFromJson(tile.artifact as Json);
    if (found?.type !== "figure") return null;
    // The tile has its title in its head: not twice.
    const { title, ...layout } = found.layout;
    const text = isJsonObject(title) ? title["text"] : title;
    return text === tile.title ? { ...found, layout } : found;
  }, [tile.artifact, tile.title]);
  const phone = usePhone();
  const around = useRef<HTMLDivElement>(null);
  const room = useRoom(around, !large && !phone, Math.max(lowest, tile.h * 56 - 16 - 98));
  if (!figure) return null;
  const height = large ? Math.max(280, Math.round(innerHeight * 0.7)) : phone ? undefined : room;
  return (
    <View locale={locale}>
      <div ref={around}>
        <PlotlyFigure figure={figure} name={tile.title} {...(height === undefined ? {} : { height })} plain />
      </div>
    </View>
  );
}

const lowest = 200;
/** What of the height of a tile its notes and tools leave to the drawing: nothing of them is cut off. */
function useRoom(around: RefObject<HTMLDivElement | null>, isBounded: boolean, first: number): number {
  const [room, setRoom] = useState(first);
  const drawn = useRef(first);
  drawn.current = room;
  useLayoutEffect(() => {
    const inside = around.current;
    const tile = inside?.parentElement;
    if (!isBounded || !inside || !tile) return undefined;
    const fit = (): void => {
      const { paddingTop, paddingBottom } = getComputedStyle(tile);
      const free = tile.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
      const next = Math.max(lowest, Math.floor(drawn.current + free - inside.offsetHeight));
      if (Math.abs(next - drawn.current) > 1) setRoom(next);
    };
    const observer = new ResizeObserver(fit);
    observer.observe(inside);
    observer.observe(tile);
    return () => observer.disconnect();
  }, [around, isBounded]);
  return room;
}

/** As cards of types say that a dashboard shows them. */
const tileViews: { readonly [S in "whole" | "first-rows"]: ComponentType<TileProps> } = {
  whole: TileOfKind,
  "first-rows": TileTable,
};
/** What fills its tile. */
const filling: { readonly [T in TileContent["type"]]?: ComponentType<TileProps> } = { figure: TileFigure };
