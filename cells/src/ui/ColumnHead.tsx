// The head of a column, 60 high: its name (a click sorts), what is in it in one line, and a small picture of it: a
// histogram of numbers, shares of the commonest values of text.

import { toDigits, type Way } from "./to-digits.ts";
import { styled } from "@mui/material/styles";
import type { ColumnSummary, TableWindow } from "../contract/kind-view.ts";
import { categoryOf } from "../artifacts/semantics.ts";
import { meaningTitle, titleOfColumn } from "./columns/WhatColumn.tsx";
import type { ToldColumn } from "./columns/told-columns.ts";
import { words as columnWords } from "../messages/columns/words.ts";
import { focusRing } from "./field-styles.ts";
import { formatValue } from "./MetricTable.tsx";
import { useLocale, useT, type Translate } from "./locale-context.tsx";
import type { Sort } from "./use-pages.ts";
import { words as viewsWords } from "../messages/views/words.ts";
import type { KeyOf } from "../messages/define-words.ts";

const Head = styled("div")({
  height: "100%",
  padding: "2px 12px 0",
  boxSizing: "border-box",
  position: "relative",
  overflow: "hidden",
  display: "flex",
  flexDirection: "column",
  "&[data-number=true]": { textAlign: "right", alignItems: "flex-end" },
  "& button": {
    font: "inherit",
    fontWeight: 600,
    fontSize: 13,
    lineHeight: "18px",
    color: "var(--gc-text)",
    background: "none",
    border: 0,
    padding: 0,
    margin: 0,
    maxWidth: "100%",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    cursor: "pointer",
    textAlign: "inherit",
  },
  "& .line": { display: "flex", alignItems: "center", gap: 4, maxWidth: "100%" },
  "&[data-number=true] .line": { flexDirection: "row-reverse" },
  "& .filter": {
    position: "relative",
    flex: "none",
    display: "grid",
    placeItems: "center",
    width: 18,
    height: 18,
    borderRadius: 4,
    color: "var(--gc-muted)",
    opacity: 0,
    overflow: "visible",
    "&:hover": { color: "var(--gc-text)", background: "var(--gc-sunken)" },
    "&:focus-visible": focusRing,
    // A finger needs more room than the eye.
    "&::after": { content: '""', position: "absolute", inset: -4 },
  },
  "&:hover .filter, & .filter:focus-visible, & .filter[aria-expanded=true]": { opacity: 1 },
  "@media (hover: none)": { "& .filter": { opacity: 1 }, "& .filter::after": { inset: -13 } },
  "& small": {
    fontSize: 12,
    lineHeight: "16px",
    color: "var(--gc-muted)",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    maxWidth: "100%",
  },
  // A thin line in the colour of its category; its name is in the title, and a pattern is no colour's alone.
  "&::before": { content: '""', position: "absolute", left: 0, right: 0, top: 0, height: 2 },
  "&[data-category=identifier]::before": { background: "var(--gc-line)" },
  "&[data-category=design]::before": { background: "var(--gc-chart-1)" },
  "&[data-category=measurement]::before": { background: "var(--gc-chart-3)" },
  "&[data-category=outcome]::before": { background: "var(--gc-chart-2)" },
  "&[data-category=sensitive]::before": {
    background: "repeating-linear-gradient(90deg, var(--gc-failed) 0 6px, transparent 6px 9px)",
  },
  "& svg": { display: "block", flex: "none", marginTop: 2 },
});

/** What the line below the name says anyway. */
const plain: ReadonlySet<string> = new Set(["number", "text", "category"]);

export function ColumnHead(props: {
  readonly column: TableWindow["columns"][number] | undefined;
  readonly summary: ColumnSummary | undefined;
  readonly sort: Sort | null;
  readonly onSort: (() => void) | null;
  readonly width: number;
  /** Opens the filter of this column, and what may be said of it. */
  readonly onFilter?: ((anchor: HTMLElement) => void) | undefined;
  /** Whether its rows may be filtered. */
  readonly filters: boolean;
  /** What is told of it where it was loaded. */
  readonly told?: ToldColumn | null;
}) {
  const { column, summary, sort, width, onFilter, filters, told = null } = props;
  const locale = useLocale();
  const t = useT(viewsWords);
  const name = column?.name ?? summary?.name ?? "…";
  const isNumber = column ? column.type === "float64" || column.type === "int32" : summary?.histogram !== undefined;
  const arrow = sort && column && sort.column === column.name ? (sort.descending ? " ↓" : " ↑") : "";
  const opens = filters
    ? t(told ? "filter-or-meaning" : "filter-by", { column: name })
    : columnWords.say("what-is", { name }, locale);
  const title = summary ? titleOfColumn(name, summary, told, locale) : name;
  return (
    <Head data-number={isNumber} data-category={summary?.semantic ? categoryOf(summary) : undefined}>
      <span className="line">
        <button type="button" tabIndex={-1} title={title} onClick={() => props.onSort?.()} disabled={props.onSort === null}>
          {name}
          {arrow}
        </button>
        {onFilter ? (
          <button
            type="button"
            tabIndex={-1}
            className="filter"
            aria-label={opens}
            title={told ? title : opens}
            onClick={(event) => onFilter(event.currentTarget)}
          >
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <path
                d="M1 2h10L7 6.5V10.5L5 9.5V6.5Z"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.25"
                strokeLinejoin="round"
              />
            </svg>
          </button>
        ) : null}
      </span>
      <small title={title}>{summary ? headLine(summary, told, t, locale) : (column?.unit ?? "\u00a0")}</small>
      {summary?.histogram ? <MiniHistogram counts={summary.histogram.counts} width={Math.min(88, width - 24)} /> : null}
      {!summary?.histogram && summary?.top && summary.top.length > 0 && (summary.distinct ?? 99) <= 12 ? (
        <MiniShares top={summary.top} width={Math.min(88, width - 24)} />
      ) : null}
    </Head>
  );
}

/** What it is and what is in it: "sex · 2 values"; with the share that looks so where that is not all. */
export function headLine(
  summary: ColumnSummary,
  told: ToldColumn | null,
  t: Translate<KeyOf<typeof viewsWords>>,
  locale: "en" | "ru",
): string {
  const meaning = plain.has(summary.semantic ?? "") ? null : meaningTitle(summary.semantic, locale);
  const fits = told !== null && told.share !== null && told.share < 1 ? ` ${shareOf(told.share, 1)} %` : "";
  return meaning === null ? lineOf(summary, t, locale) : `${meaning}${fits} · ${lineOf(summary, t, locale)}`;
}

/** "0 – 1.2 M, 2 % missing"; "2 values"; "41 786 unique". */
export function lineOf(summary: ColumnSummary, t: Translate<KeyOf<typeof viewsWords>>, locale: "en" | "ru"): string {
  const { histogram } = summary;
  const rows =
    (histogram
      ? histogram.counts.reduce((a, b) => a + b, (summary.infinite?.below ?? 0) + (summary.infinite?.above ?? 0))
      : (summary.top ?? []).reduce((sum, item) => sum + item.count, 0)) + summary.missing;
  const parts: string[] = [];
  if (histogram) parts.push(`${formatShort(histogram.min, locale, "down")} – ${formatShort(histogram.max, locale, "up")}`);
  else if (summary.distinct === null) parts.push(t("many-values"));
  else parts.push(t("distinct", { n: summary.distinct }));
  const { infinite } = summary;
  if (infinite) parts.push(t("infinite-n", { n: infinite.below + infinite.above }));
  if (summary.missing > 0)
    parts.push(
      rows > 0 && histogram
        ? t("missing-share", { share: shareOf(summary.missing, rows) })
        : t("missing-n", { n: summary.missing }),
    );
  return parts.join(", ");
}

const shareOf = (part: number, whole: number): string => {
  const percent = (100 * part) / whole;
  return percent >= 0.5 ? String(Math.round(percent)) : "< 1";
};

/** 1 234 567 -> 1.2 M. */
export function formatShort(value: number, locale: "en" | "ru", way: Way | "near" = "near"): string {
  const size = Math.abs(value);
  if (size >= 1e9) return formatValue(value, locale);
  if (size >= 1e6) return viewsWords.say("short-millions", { n: formatValue(toDigits(value / 1e6, 2, way), locale) }, locale);
  if (size >= 1e4) return viewsWords.say("short-thousands", { n: formatValue(toDigits(value / 1e3, 2, way), locale) }, locale);
  return formatValue(toDigits(value, 3, way), locale);
}

export function MiniHistogram({
  counts,
  width,
  height = 20,
}: {
  readonly counts: readonly number[];
  readonly width: number;
  readonly height?: number;
}) {
  const most = Math.max(...counts, 1);
  const step = width / Math.max(1, counts.length);
  return (
    <svg width={width} height={height} aria-hidden="true">
      <g fill="var(--gc-accent)" opacity=".55">
        {counts.map((count, bin) => {
          const high = count === 0 ? 0 : Math.max(1, (count / most) * (height - 1));
          // biome-ignore lint/suspicious/noArrayIndexKey: bins never move
          return (
            <rect key={bin} x={bin * step} y={height - high} width={Math.max(0.5, step - (step > 3 ? 1 : 0))} height={high} />
          );
        })}
      </g>
    </svg>
  );
}

function MiniShares({
  top,
  width,
}: {
  readonly top: readonly { readonly value: string; readonly count: number }[];
  readonly width: number;
}) {
  const all = top.reduce((sum, item) => sum + item.count, 0);
  let at = 0;
  return (
    <svg width={width} height={20} aria-hidden="true">
      {top.map((item, index) => {
        const part = (item.count / Math.max(1, all)) * width;
        const x = at;
        at += part;
        return (
          <rect
            key={item.value}
            x={x}
            y={6}
            width={Math.max(0.5, part - 1)}
            height={12}
            fill="var(--gc-accent)"
            opacity={Math.max(0.2, 0.7 - index * 0.14)}
          >
            <title>{`${item.value}: ${item.count}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}
