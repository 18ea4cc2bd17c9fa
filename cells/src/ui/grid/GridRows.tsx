// The rows of a grid that are in view: cells are picked by pressing and drawing over them.

import type { Json } from "../../base/json.ts";
import { useLocale, useT } from "../locale-context.tsx";
import { words as viewsWords } from "../../messages/views/words.ts";
import { formatValue } from "../MetricTable.tsx";
import { isNumberType } from "../number-type.ts";
import type { Pages } from "../use-pages.ts";
import { type Geometry, headHeight, placeOf, rowHeight } from "./geometry.ts";
import { GridCell } from "./grid-styles.ts";
import { SequenceText } from "./SequenceText.tsx";
import { outlierCells } from "./outlier-cells.ts";
import { isPicked, oneCell } from "./selection.ts";
import type { Selection } from "./use-selection.ts";

/** Of a long sequence the title shows the beginning; copying takes all of it. */
const longestTitle = 2_000;

export function GridRows({
  id,
  geometry,
  x,
  columns,
  pages,
  selection: { picked, pick },
  isDosage = false,
  called,
}: {
  readonly id: string;
  readonly geometry: Geometry;
  readonly x: number;
  readonly columns: readonly number[];
  readonly pages: Pages;
  readonly selection: Selection;
  /** Its numbers are alternative alleles: 0, 1, 2 are seen without being read. */
  readonly isDosage?: boolean | undefined;
  /** What a text of a column is called for people. */
  readonly called?: ((column: string, text: string) => string | null) | undefined;
}) {
  const locale = useLocale();
  const t = useT(viewsWords);
  const isOutlier = outlierCells(pages);
  const wordsOf = (column: number, value: Json): string | null =>
    called && typeof value === "string" ? called(pages.column(column)?.name ?? "", value) : null;
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
        const isMarked = isOutlier?.(row, column) === true;
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
            data-dosage={isDosage && column > 0 && typeof value === "number" ? Math.min(2, Math.round(value)) : undefined}
            data-outlier={isMarked || undefined}
            aria-description={isMarked ? t("outlier") : undefined}
            title={
              value === undefined || value === null
                ? undefined
                : `${(wordsOf(column, value) ?? String(value)).slice(0, longestTitle)}${isMarked ? ` · ${t("outlier")}` : ""}`
            }
            style={placeOf(geometry, x, column)}
            onMouseDown={(event) => {
              if (event.button !== 0) return;
              pick(event.shiftKey && picked ? { ...picked, toRow: row, toColumn: column } : oneCell(row, column));
            }}
            onMouseEnter={(event) => {
              if (event.buttons === 1 && picked) pick({ ...picked, toRow: row, toColumn: column });
            }}
          >
            {value === undefined ? (
              ""
            ) : value === null ? (
              "–"
            ) : typeof value === "string" && pages.column(column)?.semantic === "sequence" ? (
              <SequenceText text={value} />
            ) : (
              (wordsOf(column, value) ?? textOfCell(value, isNumber, locale))
            )}
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
