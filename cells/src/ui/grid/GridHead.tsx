// The heads of the columns in view: what each holds, its order, its filter.

import type { ColumnSummary } from "../../contract/kind-view.ts";
import { ColumnHead } from "../ColumnHead.tsx";
import type { ToldColumn } from "../columns/told-columns.ts";
import type { Pages, Sort } from "../use-pages.ts";
import { type Geometry, headHeight, placeOf } from "./geometry.ts";
import { GridCell } from "./grid-styles.ts";

export interface GridHeadProps {
  readonly geometry: Geometry;
  readonly x: number;
  readonly columns: readonly number[];
  readonly pages: Pages;
  readonly summaryAt: (column: number) => ColumnSummary | undefined;
  readonly widths: readonly number[];
  readonly sort: Sort | null;
  readonly onSort: ((column: number) => void) | null;
  readonly onFilter: ((column: number, anchor: HTMLElement) => void) | null;
  /** Whether rows may be filtered by a column. */
  readonly filters: boolean;
  /** What is told of a column where it was loaded. */
  readonly toldAt: (column: number) => ToldColumn | null;
}

export function GridHead(props: GridHeadProps) {
  const { geometry, x, columns, pages, summaryAt, widths, sort, onSort, onFilter, filters, toldAt } = props;
  const orderOf = (column: number): "ascending" | "descending" | "none" =>
    sort && pages.column(column)?.name === sort.column ? (sort.descending ? "descending" : "ascending") : "none";
  return (
    <div role="row" aria-rowindex={1} style={{ position: "absolute", top: 0, left: 0, right: 0, height: headHeight, zIndex: 2 }}>
      {columns.map((column) => (
        <GridCell
          key={column}
          role="columnheader"
          aria-colindex={column + 1}
          aria-sort={orderOf(column)}
          data-pinned={column === 0}
          style={{ ...placeOf(geometry, x, column), padding: 0 }}
        >
          <ColumnHead
            column={pages.column(column)}
            summary={summaryAt(column)}
            sort={sort}
            onSort={onSort ? () => onSort(column) : null}
            told={toldAt(column)}
            width={widths[column] ?? 96}
            filters={filters}
            onFilter={onFilter && pages.column(column) ? (anchor) => onFilter(column, anchor) : undefined}
          />
        </GridCell>
      ))}
    </div>
  );
}
