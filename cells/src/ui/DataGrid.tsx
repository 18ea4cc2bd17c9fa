// A table of any length: rows 28 high, a head of 60 that summarises each column, the first column pinned. What is in
// view is drawn on a sheet that stays put while an empty sizer scrolls under it, so that ten million rows scroll like a
// hundred (browsers cap an element at 33.5 million pixels: beyond, one pixel of scroll is several of rows).

import { styled } from "@mui/material/styles";
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
} from "react";
import type { Json } from "../base/json.ts";
import type { ArtifactReader, ColumnSummary, OutputHandle } from "../contract/kind-view.ts";
import { ColumnFilter, type ColumnFilterCondition } from "./ColumnFilter.tsx";
import { ColumnHead } from "./ColumnHead.tsx";
import { Combo } from "./ComboField.tsx";
import { Caption, mono, Quiet } from "./field-styles.ts";
import { formatValue } from "./MetricTable.tsx";
import { useLocale, useT } from "./locale-context.tsx";
import { useSameHandle } from "./use-artifact.ts";
import { type Part, type Sort, usePages } from "./use-pages.ts";

const rowHeight = 28;
const headHeight = 60;
const tallest = 30_000_000;
const mostCopied = 200_000;

const Scroller = styled("div")({
  overflow: "auto",
  position: "relative",
  background: "var(--gc-surface)",
  border: "1px solid var(--gc-line)",
  borderRadius: 6,
  "&:focus-visible": { outline: "2px solid var(--gc-accent)", outlineOffset: 2 },
  overscrollBehaviorX: "contain",
});
const Sheet = styled("div")({
  position: "sticky",
  top: 0,
  left: 0,
  overflow: "hidden",
  fontSize: 13,
  lineHeight: "18px",
  fontFeatureSettings: '"tnum"',
});
const Cell = styled("div")({
  position: "absolute",
  top: 0,
  height: "100%",
  boxSizing: "border-box",
  padding: "5px 12px",
  overflow: "hidden",
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
  borderBottom: "1px solid var(--gc-line)",
  background: "var(--gc-surface)",
  color: "var(--gc-text)",
  "&[data-number=true]": { textAlign: "right" },
  "&[data-id=true]": { fontFamily: mono },
  "&[data-pinned=true]": { zIndex: 1, boxShadow: "1px 0 var(--gc-line)" },
  "&[data-picked=true]": { background: "var(--gc-accent-wash)" },
  "&[data-active=true]": { boxShadow: "inset 0 0 0 2px var(--gc-accent)" },
  "&[data-missing=true]": { color: "var(--gc-muted)" },
});
const Foot = styled("div")({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: "0 16px",
  minHeight: 28,
  fontSize: 12,
  lineHeight: "16px",
  color: "var(--gc-muted)",
  "& .end": { marginLeft: "auto" },
  "& a": { color: "var(--gc-muted)" },
  "@media (max-width: 719px)": { "& a": { display: "inline-block", padding: "14px 8px" } },
});

interface Range {
  readonly row: number;
  readonly column: number;
  readonly toRow: number;
  readonly toColumn: number;
}

export interface DataGridProps {
  readonly label: string;
  readonly handle: OutputHandle;
  readonly reader: ArtifactReader;
  readonly part?: Part;
  /** Rows in view before it scrolls. */
  readonly rows?: number;
  /** Left in the foot: tabs of a matrix. */
  readonly tabs?: ReactNode;
  readonly download?: boolean;
  /** Makes a filter cell out of the value that is picked, or of what is asked in the head of a column. */
  readonly onFilter?: ((condition: ColumnFilterCondition) => void) | undefined;
}

export function DataGrid({ label, handle: given, reader, part, rows = 10, tabs, download = true, onFilter }: DataGridProps) {
  const handle = useSameHandle(given);
  const t = useT("views");
  const locale = useLocale();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ x: 0, y: 0, width: 0, height: 0, bar: 0 });
  const [sort, setSort] = useState<Sort | null>(null);
  const [summaries, setSummaries] = useState<readonly ColumnSummary[]>([]);
  const [picked, setPicked] = useState<Range | null>(null);
  const [stats, setStats] = useState<string | null>(null);
  const [filtering, setFiltering] = useState<{ readonly column: number; readonly anchor: HTMLElement } | null>(null);

  const shape = handle.summary.shape;
  const known = part === undefined ? (shape[1] ?? null) : part === "values" ? (shape[1] ?? 0) + 1 : null;
  const pages = usePages({
    reader,
    handle,
    part: part ?? null,
    sort,
    columns: known,
  });
  const total = pages.total ?? (part === "samples" ? (shape[1] ?? 0) : (shape[0] ?? 0));

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
  const summaryOf = useMemo(() => new Map(summaries.map((summary) => [summary.name, summary])), [summaries]);

  const count = pages.columnCount;
  const widths = useMemo(
    () =>
      Array.from({ length: count }, (_, index) =>
        widthOf(summaries[index], summaries[index]?.name ?? handle.summary.columns?.[index]?.name),
      ),
    [count, summaries, handle.summary.columns],
  );
  const lefts = useMemo(() => {
    const out = [0];
    for (const width of widths) out.push((out[out.length - 1] as number) + width);
    return out;
  }, [widths]);
  const pinned = widths[0] ?? 0;
  const wide = lefts[count] ?? 0;
  const tall = total * rowHeight;
  const scroll = Math.min(tall, tallest);
  // Rows per pixel of scroll: 1/28 unless the sizer is capped.
  const bodyHeight = Math.max(0, view.height - headHeight);
  const factor = scroll > bodyHeight && tall > scroll ? (tall - bodyHeight) / (scroll - bodyHeight) : 1;
  const top = view.y * factor;
  const firstRow = Math.min(Math.max(0, total - 1), Math.floor(top / rowHeight));
  const lastRow = Math.min(total, Math.ceil((top + bodyHeight) / rowHeight) + 1);
  const firstColumn = Math.max(1, upperBound(lefts, view.x + pinned) - 1);
  const lastColumn = Math.min(count, upperBound(lefts, view.x + view.width));

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
  }, []);
  useLayoutEffect(() => {
    measure();
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [measure]);

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

  const pagesNow = useRef(pages);
  useEffect(() => {
    pagesNow.current = pages;
  });
  useEffect(() => {
    setStats(null);
    if (!picked) return undefined;
    const [fromRow, toRow] = ordered(picked.row, picked.toRow);
    const [fromColumn, toColumn] = ordered(picked.column, picked.toColumn);
    const cells = (toRow - fromRow + 1) * (toColumn - fromColumn + 1);
    if (cells < 2 || cells > mostCopied) return undefined;
    let here = true;
    void pagesNow.current.read([fromRow, toRow + 1], [fromColumn, toColumn + 1]).then((lines) => {
      if (!here) return;
      const numbers = lines.flat().filter((value): value is number => typeof value === "number");
      const sum = numbers.reduce((a, b) => a + b, 0);
      setStats(
        numbers.length > 0
          ? t("stats", { n: cells, sum: formatValue(sum, locale), mean: formatValue(sum / numbers.length, locale) })
          : t("stats-count", { n: cells }),
      );
    });
    return () => {
      here = false;
    };
  }, [picked, t, locale]);

  const show = (row: number, column: number): void => {
    const element = scroller.current;
    if (!element) return;
    const y = row * rowHeight;
    if (y < top) element.scrollTop = y / factor;
    else if (y + rowHeight > top + bodyHeight) element.scrollTop = (y + rowHeight - bodyHeight) / factor;
    if (column > 0) {
      const left = lefts[column] ?? 0;
      if (left - pinned < element.scrollLeft) element.scrollLeft = left - pinned;
      else if ((lefts[column + 1] ?? left) > element.scrollLeft + view.width)
        element.scrollLeft = (lefts[column + 1] ?? left) - view.width;
    }
  };

  const copy = async (): Promise<void> => {
    if (!picked) return;
    const [fromRow, toRow] = ordered(picked.row, picked.toRow);
    const [fromColumn, toColumn] = ordered(picked.column, picked.toColumn);
    if ((toRow - fromRow + 1) * (toColumn - fromColumn + 1) > mostCopied) {
      setStats(t("copy-too-many", { most: mostCopied }));
      return;
    }
    const lines = await pages.read([fromRow, toRow + 1], [fromColumn, toColumn + 1]);
    const text = lines
      .map((line) => line.map((value) => (value === null ? "" : String(value).replace(/[\t\r\n]+/g, " "))).join("\t"))
      .join("\n");
    await navigator.clipboard.writeText(text);
    setStats(t("copied", { n: lines.length }));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const ctrl = event.ctrlKey || event.metaKey;
    if (ctrl && event.code === "KeyC") {
      event.preventDefault();
      void copy();
      return;
    }
    if (ctrl && event.code === "KeyA") {
      event.preventDefault();
      setPicked({ row: 0, column: 0, toRow: total - 1, toColumn: count - 1 });
      return;
    }
    if (event.key === "Escape") {
      setPicked(null);
      return;
    }
    const at = picked ?? { row: 0, column: 0, toRow: 0, toColumn: 0 };
    const jump = Math.max(1, Math.floor(bodyHeight / rowHeight) - 1);
    const moves: { readonly [key: string]: readonly [number, number] } = {
      ArrowDown: [ctrl ? total : 1, 0],
      ArrowUp: [ctrl ? -total : -1, 0],
      ArrowRight: [0, ctrl ? count : 1],
      ArrowLeft: [0, ctrl ? -count : -1],
      PageDown: [jump, 0],
      PageUp: [-jump, 0],
      Home: ctrl ? [-total, -count] : [0, -count],
      End: ctrl ? [total, count] : [0, count],
    };
    const move = moves[event.key];
    if (event.key === "Enter" && sortable && picked) {
      sortBy(picked.toColumn);
      return;
    }
    if (event.altKey && event.key === "ArrowDown" && onFilter) {
      event.preventDefault();
      event.stopPropagation();
      // Beside the column's own button; the grid takes the focus back.
      const column = picked?.toColumn ?? 0;
      const anchor = scroller.current?.querySelector<HTMLElement>(`[role=columnheader][aria-colindex="${column + 1}"]`);
      if (anchor) setFiltering({ column, anchor });
      return;
    }
    if (!move || total === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const from = event.shiftKey ? { row: at.toRow, column: at.toColumn } : at;
    const row = picked ? clamp(from.row + move[0], 0, total - 1) : 0;
    const column = picked ? clamp(from.column + move[1], 0, count - 1) : 0;
    setPicked(event.shiftKey ? { ...at, toRow: row, toColumn: column } : { row, column, toRow: row, toColumn: column });
    show(row, column);
  };

  const sortable = total > 1;
  const sortBy = (index: number): void => {
    const name = pages.column(index)?.name;
    if (name === undefined) return;
    setSort(
      sort?.column !== name ? { column: name, descending: false } : sort.descending ? null : { column: name, descending: true },
    );
  };
  const isPicked = (row: number, column: number): boolean => {
    if (!picked) return false;
    const [fromRow, toRow] = ordered(picked.row, picked.toRow);
    const [fromColumn, toColumn] = ordered(picked.column, picked.toColumn);
    return row >= fromRow && row <= toRow && column >= fromColumn && column <= toColumn;
  };
  const inView = [0, ...Array.from({ length: Math.max(0, lastColumn - firstColumn) }, (_, i) => firstColumn + i)].filter(
    (c) => c < count,
  );
  const height = Math.min(rows, Math.max(1, total)) * rowHeight + headHeight + Math.max(2, view.bar);
  const place = (column: number): { readonly left: number; readonly width: number } => ({
    left: column === 0 ? 0 : (lefts[column] ?? 0) - view.x,
    width: widths[column] ?? 96,
  });

  const single = ((): { readonly name: string; readonly value: Json } | null => {
    if (!onFilter || !picked || picked.row !== picked.toRow || picked.column !== picked.toColumn) return null;
    const name = pages.column(picked.column)?.name;
    const value = pages.cell(picked.row, picked.column);
    const type = pages.column(picked.column)?.type;
    const isOdd = typeof value === "string" && (type === "float64" || type === "int32");
    return name === undefined || value === undefined || isOdd || (typeof value === "object" && value !== null)
      ? null
      : { name, value };
  })();

  return (
    <div>
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
        <div role="presentation" style={{ width: Math.max(wide, 1), height: headHeight + scroll }}>
          <Sheet role="presentation" style={{ width: view.width, height: view.height }}>
            <div
              role="row"
              aria-rowindex={1}
              style={{ position: "absolute", top: 0, left: 0, right: 0, height: headHeight, zIndex: 2 }}
            >
              {inView.map((column) => (
                <Cell
                  key={column}
                  role="columnheader"
                  aria-colindex={column + 1}
                  aria-sort={
                    sort && pages.column(column)?.name === sort.column ? (sort.descending ? "descending" : "ascending") : "none"
                  }
                  data-pinned={column === 0}
                  style={{ ...place(column), padding: 0 }}
                >
                  <ColumnHead
                    column={pages.column(column)}
                    summary={summaryOf.get(pages.column(column)?.name ?? "") ?? summaries[column]}
                    sort={sort}
                    onSort={sortable ? () => sortBy(column) : null}
                    width={widths[column] ?? 96}
                    onFilter={onFilter && pages.column(column) ? (anchor) => setFiltering({ column, anchor }) : undefined}
                  />
                </Cell>
              ))}
            </div>
            {Array.from({ length: Math.max(0, lastRow - firstRow) }, (_, i) => firstRow + i).map((row) => (
              <div
                key={row}
                role="row"
                aria-rowindex={row + 2}
                style={{ position: "absolute", left: 0, right: 0, height: rowHeight, top: headHeight + row * rowHeight - top }}
              >
                {inView.map((column) => {
                  const value = pages.cell(row, column);
                  const type = pages.column(column)?.type;
                  const isNumber = type === "float64" || type === "int32";
                  return (
                    <Cell
                      key={column}
                      id={`${id}-${row}-${column}`}
                      role="gridcell"
                      aria-colindex={column + 1}
                      aria-selected={isPicked(row, column)}
                      data-number={isNumber}
                      data-pinned={column === 0}
                      data-id={column === 0 && !isNumber}
                      data-picked={isPicked(row, column)}
                      data-active={picked?.toRow === row && picked.toColumn === column}
                      data-missing={value === null}
                      title={value === undefined || value === null ? undefined : String(value)}
                      style={place(column)}
                      onMouseDown={(event) => {
                        if (event.button !== 0) return;
                        setPicked(
                          event.shiftKey && picked
                            ? { ...picked, toRow: row, toColumn: column }
                            : { row, column, toRow: row, toColumn: column },
                        );
                      }}
                      onMouseEnter={(event) => {
                        if (event.buttons === 1 && picked) setPicked({ ...picked, toRow: row, toColumn: column });
                      }}
                    >
                      {value === undefined ? "" : value === null ? "–" : textOfCell(value, isNumber, locale)}
                    </Cell>
                  );
                })}
              </div>
            ))}
          </Sheet>
        </div>
      </Scroller>
      <Foot>
        {tabs}
        {count > 100 ? (
          <Combo
            label={t("go-to-column")}
            placeholder={t("go-to-column")}
            shown=""
            width={140}
            find={async (text) => findNames(summaries, handle, text)}
            onChoose={(name) => {
              const index = summaries.findIndex((summary) => summary.name === name);
              const column =
                index >= 0 ? index : (handle.summary.columns?.findIndex((candidate) => candidate.name === name) ?? -1);
              if (column > 0 && scroller.current) {
                scroller.current.scrollLeft = (lefts[column] ?? 0) - pinned;
                setPicked({ row: firstRow, column, toRow: firstRow, toColumn: column });
              }
            }}
          />
        ) : null}
        <span aria-live="polite">{pages.failed ? t("read-failed") : stats}</span>
        <span className="end">
          {total === 0
            ? t("no-rows")
            : t("rows-of", {
                from: firstRow + 1,
                to: Math.min(total, Math.max(firstRow + 1, Math.floor((top + bodyHeight + 1) / rowHeight))),
                n: total,
              })}
        </span>
        {single ? (
          <span>
            {comparisonsFor(single.value).map((is) => (
              <Quiet
                key={is}
                type="button"
                style={{ fontSize: 12 }}
                onClick={() => onFilter?.({ column: single.name, is, ...(is === "missing" ? {} : { value: single.value }) })}
              >
                {is === "missing"
                  ? t("keep-missing", { column: single.name })
                  : t("keep-where", { column: single.name, is: signs[is], value: single.value })}
              </Quiet>
            ))}
          </span>
        ) : null}
        {picked ? (
          <Quiet type="button" onClick={() => void copy()} style={{ fontSize: 12 }}>
            {t("copy")}
          </Quiet>
        ) : null}
        {download ? (
          <span>
            {t("download")}{" "}
            <a href={reader.downloadUrl(handle, "csv")} download>
              CSV
            </a>{" "}
            <a href={reader.downloadUrl(handle, "xlsx")} download>
              Excel
            </a>{" "}
            <a href={reader.downloadUrl(handle, "parquet")} download>
              Parquet
            </a>
          </span>
        ) : null}
      </Foot>
      {filtering && onFilter ? (
        <ColumnFilter
          anchor={filtering.anchor}
          name={pages.column(filtering.column)?.name ?? ""}
          isNumber={isNumberType(pages.column(filtering.column)?.type)}
          isBoolean={pages.column(filtering.column)?.type === "boolean"}
          summary={summaryOf.get(pages.column(filtering.column)?.name ?? "")}
          onFilter={onFilter}
          onClose={() => setFiltering(null)}
        />
      ) : null}
      {pages.failed ? <Caption role="alert">{pages.why || t("read-failed-next")}</Caption> : null}
    </div>
  );
}

async function findNames(
  summaries: readonly ColumnSummary[],
  handle: OutputHandle,
  text: string,
): Promise<{ value: string; label: string }[]> {
  const wanted = text.toLowerCase();
  const names =
    summaries.length > 0 ? summaries.map((summary) => summary.name) : (handle.summary.columns ?? []).map((column) => column.name);
  const first = names.filter((name) => name.toLowerCase().startsWith(wanted));
  const then = names.filter((name) => !name.toLowerCase().startsWith(wanted) && name.toLowerCase().includes(wanted));
  return [...first, ...then].slice(0, 8).map((name) => ({ value: name, label: name }));
}

const isNumberType = (type: string | undefined): boolean => type === "float64" || type === "int32";
const signs = { "=": "=", "<=": "≤", ">=": "≥" } as const;
const comparisonsFor = (value: Json): readonly ("=" | "<=" | ">=" | "missing")[] =>
  value === null ? ["missing"] : typeof value === "number" ? ["=", "<=", ">="] : ["="];

const ordered = (a: number, b: number): readonly [number, number] => (a <= b ? [a, b] : [b, a]);
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Index of the first element above `value`. */
function upperBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 72 to 240 px by name, type and commonest values. */
function widthOf(summary: ColumnSummary | undefined, name = ""): number {
  const values =
    summary?.top && summary.top.length > 0
      ? Math.max(...summary.top.slice(0, 5).map((item) => item.value.length))
      : summary?.histogram
        ? 0
        : 10;
  // Beside a name stands the sign of its filter.
  const longest = Math.max(name.length * 1.25 + 2.75, values, summary?.histogram ? 10 : 8);
  return Math.round(clamp(longest * 8 + 28, 72, 240));
}

function textOfCell(value: Json, isNumber: boolean, locale: "en" | "ru"): string {
  if (typeof value === "number") return formatValue(value, locale);
  if (isNumber && typeof value === "string") return value === "Infinity" ? "∞" : value === "-Infinity" ? "−∞" : value;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
