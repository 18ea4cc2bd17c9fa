// What one tile shows, drawn by the same views as in the notebook, over the bytes that came with the dashboard alone.

import { type ComponentType, Suspense, useMemo } from "react";
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
import { narrowHeight } from "@genomecraft/cells/ui/theme-figure.ts";
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
      <div className="scroll-x">
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

/** A figure fills its tile: rows of 40 with 16 between, less the head of the tile and the row of tools. */
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
  if (!figure) return null;
  const height = large
    ? Math.max(280, Math.round(innerHeight * 0.7))
    : phone
      ? narrowHeight(figure)
      : Math.max(220, tile.h * 56 - 16 - 98);
  return (
    <View locale={locale}>
      <PlotlyFigure figure={figure} name={tile.title} height={height} plain />
    </View>
  );
}

/** As cards of types say that a dashboard shows them. */
const tileViews: { readonly [S in "whole" | "first-rows"]: ComponentType<TileProps> } = {
  whole: TileOfKind,
  "first-rows": TileTable,
};
/** What fills its tile. */
const filling: { readonly [T in TileContent["type"]]?: ComponentType<TileProps> } = { figure: TileFigure };
