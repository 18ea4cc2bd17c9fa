// A table of any length: rows 28 high, a head of 60 that summarises each column, the first column pinned. What is in
// view is drawn on a sheet that stays put while an empty sizer scrolls under it, so that ten million rows scroll like a
// hundred.

import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from "react";
import type { ArtifactReader, ColumnSummary, OutputHandle } from "../contract/kind-view.ts";
import { ColumnFilter, type ColumnFilterCondition } from "./ColumnFilter.tsx";
import { headLine } from "./ColumnHead.tsx";
import { useTold } from "./columns/told-columns.ts";
import { Caption } from "./field-styles.ts";
import {
  columnsInView,
  geometryOf,
  headHeight,
  lastWholeRow,
  leftsOf,
  rowHeight,
  scrollTo,
  type Viewport,
  widthOf,
} from "./grid/geometry.ts";
import { Scroller, Sheet } from "./grid/grid-styles.ts";
import { usePageWheel } from "./grid/use-page-wheel.ts";
import { ClosedRows } from "./grid/ClosedRows.tsx";
import { GridFoot } from "./grid/GridFoot.tsx";
import { GridHead } from "./grid/GridHead.tsx";
import { GridRows } from "./grid/GridRows.tsx";
import { afterKey, oneCell } from "./grid/selection.ts";
import { useSelection } from "./grid/use-selection.ts";
import { useLocale, useT } from "./locale-context.tsx";
import { isNumberType } from "./number-type.ts";
import { useSameHandle } from "./use-artifact.ts";
import { type Part, type Sort, usePages } from "./use-pages.ts";
import { words as viewsWords } from "../messages/views/words.ts";

export interface DataGridProps {
  readonly label: string;
  readonly handle: OutputHandle;
  readonly reader: ArtifactReader;
  readonly part?: Part;
  /** Rows in view before it scrolls. */
  readonly rows?: number;
  /** Its numbers are alternative alleles. */
  readonly isDosage?: boolean | undefined;
  /** What a text of a column is called for people; null: as it stands. Whoever copies or filters gets what stands there. */
  readonly called?: ((column: string, text: string) => string | null) | undefined;
  /** Left in the foot: tabs of a matrix. */
  readonly tabs?: ReactNode;
  readonly download?: boolean;
  /** Makes a filter cell out of the value that is picked, or of what is asked in the head of a column. */
  readonly onFilter?: ((condition: ColumnFilterCondition) => void) | undefined;
}

export function DataGrid({
  label,
  handle: given,
  reader,
  part,
  rows = 10,
  isDosage,
  called,
  tabs,
  download = true,
  onFilter,
}: DataGridProps) {
  const handle = useSameHandle(given);
  const t = useT(viewsWords);
  const locale = useLocale();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { view, measure } = useViewport(scroller);
  usePageWheel(scroller);
  const [sort, setSort] = useState<Sort | null>(null);
  /** A column by which the rows were sorted until it went. */
  const [gone, setGone] = useState<string | null>(null);
  const onSortGone = useCallback(() => {
    setGone(sort?.column ?? null);
    setSort(null);
  }, [sort]);
  const [filtering, setFiltering] = useState<{ readonly column: number; readonly anchor: HTMLElement } | null>(null);

  const shape = handle.summary.shape;
  const known = part === undefined ? (shape[1] ?? null) : part === "values" ? (shape[1] ?? 0) + 1 : null;
  const pages = usePages({
    reader,
    handle,
    part: part ?? null,
    sort,
    columns: known,
    onSortGone,
  });
  const total = pages.total ?? (part === "samples" ? (shape[1] ?? 0) : (shape[0] ?? 0));
  const summaries = useSummaries(reader, handle, part);
  const told = useTold(part);
  // The head of a column that was told of opens even where no cell may be added.
  const opens = onFilter !== undefined || told !== null;
  const summaryOf = useMemo(() => new Map(summaries.map((summary) => [summary.name, summary])), [summaries]);
  const selection = useSelection(pages);
  const { picked, pick } = selection;

  const count = pages.columnCount;
  const widths = useMemo(
    () =>
      Array.from({ length: count }, (_, index) => {
        const summary = summaries[index];
        return widthOf(
          summary && inWords(summary, called),
          summary?.name ?? handle.summary.columns?.[index]?.name,
          summary === undefined ? "" : headLine(summary, told?.of(summary.name) ?? null, t, locale),
        );
      }),
    [count, summaries, handle.summary.columns, told, called, t, locale],
  );
  const lefts = useMemo(() => leftsOf(widths), [widths]);
  const geometry = geometryOf(view, widths, lefts, total);
  const { firstRow, lastRow, firstColumn, lastColumn } = geometry;

  useEffect(() => {
    if (count === 0) {
      pages.want([0, 1], [0, 1]);
      return undefined;
    }
    const wait = setTimeout(
      () => pages.want([firstRow, Math.max(firstRow + 1, lastRow)], [firstColumn, Math.max(firstColumn + 1, lastColumn)]),
      30,
    );
    return () => clearTimeout(wait);
  });

  const sortable = total > 1;
  const sortBy = (index: number): void => {
    const name = pages.column(index)?.name;
    if (name === undefined) return;
    setGone(null);
    setSort(
      sort?.column !== name ? { column: name, descending: false } : sort.descending ? null : { column: name, descending: true },
    );
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const ctrl = event.ctrlKey || event.metaKey;
    if (ctrl && event.code === "KeyC") {
      event.preventDefault();
      void selection.copy();
      return;
    }
    if (ctrl && event.code === "KeyA") {
      event.preventDefault();
      pick({ row: 0, column: 0, toRow: total - 1, toColumn: count - 1 });
      return;
    }
    if (event.key === "Escape") {
      pick(null);
      return;
    }
    if (event.key === "Enter" && sortable && picked) {
      sortBy(picked.toColumn);
      return;
    }
    if (event.altKey && event.key === "ArrowDown" && opens) {
      event.preventDefault();
      event.stopPropagation();
      // Beside the column's own button; the grid takes the focus back.
      const column = picked?.toColumn ?? 0;
      const anchor = scroller.current?.querySelector<HTMLElement>(`[role=columnheader][aria-colindex="${column + 1}"]`);
      if (anchor) setFiltering({ column, anchor });
      return;
    }
    const page = Math.floor(geometry.bodyHeight / rowHeight);
    const next = afterKey({ key: event.key, ctrl, shift: event.shiftKey }, picked, { total, count, page });
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    pick(next);
    const element = scroller.current;
    if (!element) return;
    const { x, y } = scrollTo(
      geometry,
      { x: element.scrollLeft, y: element.scrollTop, width: view.width },
      next.toRow,
      next.toColumn,
    );
    if (y !== element.scrollTop) element.scrollTop = y;
    if (x !== element.scrollLeft) element.scrollLeft = x;
  };

  const inView = columnsInView(geometry);
  const height = Math.min(rows, Math.max(1, total)) * rowHeight + headHeight + Math.max(2, view.bar);
  if (pages.closed)
    return (
      <div>
        {tabs}
        <ClosedRows why={pages.why} columns={handle.summary.columns ?? []} />
      </div>
    );
  const filtered = filtering ? pages.column(filtering.column) : undefined;
  return (
    <div>
      {gone === null ? null : <Caption role="status">{t("sort-gone", { column: gone })}</Caption>}
      <Scroller
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={count}
        aria-multiselectable="true"
        aria-activedescendant={picked ? `${id}-${picked.toRow}-${picked.toColumn}` : undefined}
        tabIndex={0}
        style={{ height }}
        onScroll={measure}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" style={{ width: Math.max(geometry.wide, 1), height: headHeight + geometry.scroll }}>
          <Sheet role="presentation" style={{ width: view.width, height: view.height }}>
            <GridHead
              geometry={geometry}
              x={view.x}
              columns={inView}
              pages={pages}
              summaryAt={(column) => summaryOf.get(pages.column(column)?.name ?? "") ?? summaries[column]}
              widths={widths}
              sort={sort}
              onSort={sortable ? sortBy : null}
              filters={onFilter !== undefined}
              onFilter={opens ? (column, anchor) => setFiltering({ column, anchor }) : null}
              toldAt={(column) => told?.of(pages.column(column)?.name ?? "") ?? null}
            />
            <GridRows
              id={id}
              geometry={geometry}
              x={view.x}
              columns={inView}
              pages={pages}
              selection={selection}
              isDosage={isDosage}
              called={called}
            />
          </Sheet>
        </div>
      </Scroller>
      <GridFoot
        tabs={tabs}
        pages={pages}
        handle={handle}
        reader={reader}
        summaries={summaries}
        selection={selection}
        rows={{ from: firstRow + 1, to: lastWholeRow(geometry, total), n: total }}
        download={download}
        onColumn={(column) => {
          if (!scroller.current) return;
          scroller.current.scrollLeft = (lefts[column] ?? 0) - geometry.pinned;
          pick(oneCell(firstRow, column));
        }}
        onFilter={onFilter}
      />
      {filtering && opens ? (
        <ColumnFilter
          anchor={filtering.anchor}
          name={filtered?.name ?? ""}
          isNumber={isNumberType(filtered?.type)}
          isBoolean={filtered?.type === "boolean"}
          summary={summaryOf.get(filtered?.name ?? "")}
          onFilter={onFilter}
          called={called}
          what={told ? { told: told.told, column: told.of(filtered?.name ?? "") } : null}
          onClose={() => setFiltering(null)}
        />
      ) : null}
      {pages.failed ? <Caption role="alert">{pages.why || t("read-failed-next")}</Caption> : null}
    </div>
  );
}

/** With its commonest values as they are read: a column is as wide as they need. */
const inWords = (summary: ColumnSummary, called: DataGridProps["called"]): ColumnSummary =>
  called && summary.top
    ? { ...summary, top: summary.top.map(({ value, count }) => ({ value: called(summary.name, value) ?? value, count })) }
    : summary;

/** Where the element is scrolled to and how large it is; `measure` looks again. */
function useViewport(scroller: RefObject<HTMLDivElement | null>): { readonly view: Viewport; measure(): void } {
  const [view, setView] = useState<Viewport>({ x: 0, y: 0, width: 0, height: 0, bar: 0 });
  const measure = useCallback(() => {
    const element = scroller.current;
    if (element)
      setView({
        x: element.scrollLeft,
        y: element.scrollTop,
        width: element.clientWidth,
        height: element.clientHeight,
        bar: element.offsetHeight - element.clientHeight,
      });
  }, [scroller]);
  useLayoutEffect(() => {
    measure();
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, measure]);
  return { view, measure };
}

/** What is known of each column, as soon as it is there. */
function useSummaries(reader: ArtifactReader, handle: OutputHandle, part: Part | undefined): readonly ColumnSummary[] {
  const [summaries, setSummaries] = useState<readonly ColumnSummary[]>([]);
  useEffect(() => {
    let here = true;
    setSummaries([]);
    reader.summary(handle, part ? { part } : {}).then(
      (found) => here && setSummaries(found),
      () => {},
    );
    return () => {
      here = false;
    };
  }, [reader, handle, part]);
  return summaries;
}
