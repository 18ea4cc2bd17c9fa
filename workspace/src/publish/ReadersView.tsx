// What readers will see, small: the parameters in their bar, the tiles as the reader's page places them, figures as they
// stand now.

import { use, useMemo } from "react";
import { artifactFromJson } from "@genomecraft/cells/artifacts/artifact-json.ts";
import { withGroupColours } from "@genomecraft/cells/artifacts/group-colours.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import { figureThumbnail, type ThumbnailMark, thumbnailSize } from "@genomecraft/cells/artifacts/figure-thumbnail.ts";
import type { Cell, DashboardTile } from "@genomecraft/cells/notebook/notebook.ts";
import { ColourContext } from "@genomecraft/cells/ui/plot-context.ts";
import { ThumbnailMarks } from "../app/ThumbnailMarks.tsx";
import { useStore } from "../base/store.ts";
import { sameOutputs } from "../live/outputs.ts";
import { useNotebook } from "../desk/notebook-context.tsx";
import { withoutParameters } from "../reader/reader-layout.ts";

export function ReadersView({
  tiles,
  cells,
  labelOf,
}: {
  readonly tiles: readonly DashboardTile[];
  readonly cells: readonly Cell[];
  labelOf(cell: Cell): string;
}) {
  const parameters = cells.filter((cell) => cardOf(cell.kind)?.control);
  const places = withoutParameters(
    tiles.map((tile) => ({ ...tile, id: tile.cell as string })),
    new Set(parameters.map((cell) => cell.id as string)),
  );
  const height = Math.max(4, ...places.map((tile) => tile.y + tile.h));
  return (
    <div className="readers-view" aria-hidden="true">
      {parameters.length > 0 ? (
        <div className="readers-bar">
          {parameters.map((cell) => (
            <span key={cell.id}>{labelOf(cell)} ▾</span>
          ))}
        </div>
      ) : null}
      <div className="readers-grid" style={{ aspectRatio: `12 / ${height * 0.5}` }}>
        {places.map((tile) => {
          const cell = cells.find((found) => found.id === tile.cell);
          return cell ? (
            <div
              key={tile.id}
              className={cardOf(cell.kind)?.frame === "prose" ? "readers-tile note" : "readers-tile"}
              style={{
                left: `${(tile.x / 12) * 100}%`,
                top: `${(tile.y / height) * 100}%`,
                width: `${(tile.w / 12) * 100}%`,
                height: `${(tile.h / height) * 100}%`,
              }}
            >
              <div>
                <span className="clip">{labelOf(cell)}</span>
                {cardOf(cell.kind)?.frame === "prose" ? null : <TilePicture cell={cell} />}
              </div>
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}

/** The figure of a cell where it came with the feed; for tables and reports a few lines. */
function TilePicture({ cell }: { readonly cell: Cell }) {
  const { derived } = useNotebook();
  const outputs = useStore(derived, (now) => now.results.of(cell.id), sameOutputs);
  const colourOf = use(ColourContext);
  const marks = useMemo((): readonly ThumbnailMark[] => {
    const output = Object.values(outputs ?? {}).find((found) => found.summary.type === "figure");
    const figure = output?.inline === undefined ? null : artifactFromJson(output.inline);
    if (figure?.type !== "figure") return [];
    return figureThumbnail(colourOf ? withGroupColours(figure, colourOf) : figure);
  }, [outputs, colourOf]);
  return (
    <svg viewBox={`0 0 ${thumbnailSize.width} ${thumbnailSize.height}`} preserveAspectRatio="xMidYMid meet">
      {marks.length > 0 ? (
        <ThumbnailMarks marks={marks} />
      ) : (
        <path d="M16 20H144M16 36H144M16 52H144M16 68H144" stroke="var(--gc-line)" strokeWidth={3} />
      )}
    </svg>
  );
}
