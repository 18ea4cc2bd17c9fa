// The rows of a grid that are in view: cells are picked by pressing and drawing over them.

import type { Json } from "../../base/json.ts";
import { useLocale } from "../locale-context.tsx";
import { formatValue } from "../MetricTable.tsx";
import { isNumberType } from "../number-type.ts";
import type { Pages } from "../use-pages.ts";
import { type Geometry, headHeight, placeOf, rowHeight } from "./geometry.ts";
import { GridCell } from "./grid-styles.ts";
import { isPicked, oneCell } from "./selection.ts";
import type { Selection } from "./use-selection.ts";

export function GridRows({
  id,
  geometry,
  x,
  columns,
  pages,
  selection: { picked, pick },
}: {
  readonly id: string;
  readonly geometry: Geometry;
  readonly x: number;
  readonly columns: readonly number[];
  readonly pages: Pages;
  readonly selection: Selection;
}) {
  const locale = useLocale();
  const { firstRow, lastRow, top } = geometry;
  return Array.from({ length: Math.max(0, lastRow - firstRow) }, (_, index) => firstRow + index).map((row) => (
    <div
      key={row}
      role="row"
      aria-rowindex={row + 2}
      style={{ position: "absolute", left: 0, right: 0, height: rowHeight, top: headHeight + row * rowHeight - top }}
    >
      {columns.map((column) => {
        const value = pages.cell(row, column);
        const isNumber = isNumberType(pages.column(column)?.type);
        return (
          <GridCell
            key={column}
            id={`${id}-${row}-${column}`}
            role="gridcell"
            aria-colindex={column + 1}
            aria-selected={isPicked(picked, row, column)}
            data-number={isNumber}
            data-pinned={column === 0}
            data-id={column === 0 && !isNumber}
            data-picked={isPicked(picked, row, column)}
            data-active={picked?.toRow === row && picked.toColumn === column}
            data-missing={value === null}
            title={value === undefined || value === null ? undefined : String(value)}
            style={placeOf(geometry, x, column)}
            onMouseDown={(event) => {
              if (event.button !== 0) return;
              pick(event.shiftKey && picked ? { ...picked, toRow: row, toColumn: column } : oneCell(row, column));
            }}
            onMouseEnter={(event) => {
              if (event.buttons === 1 && picked) pick({ ...picked, toRow: row, toColumn: column });
            }}
          >
            {value === undefined ? "" : value === null ? "–" : textOfCell(value, isNumber, locale)}
          </GridCell>
        );
      })}
    </div>
  ));
}

function textOfCell(value: Json, isNumber: boolean, locale: "en" | "ru"): string {
  if (typeof value === "number") return formatValue(value, locale);
  if (isNumber && typeof value === "string") return value === "Infinity" ? "∞" : value === "-Infinity" ? "−∞" : value;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
