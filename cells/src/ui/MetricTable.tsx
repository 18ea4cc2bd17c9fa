// A small table of results: metrics, folds, variances. Numbers right, 3-4 figures on the screen, all of them on hover.

import { styled } from "@mui/material/styles";
import type { ReactNode } from "react";
import { formatNumber, powerOfTen, smallestPlain } from "../messages/translate.ts";
import type { Locale } from "../messages/locale.ts";

const Table = styled("table")({
  borderCollapse: "collapse",
  width: "100%",
  fontSize: 13,
  lineHeight: "18px",
  fontFeatureSettings: '"tnum"',
  "& caption": {
    textAlign: "left",
    padding: "8px 12px 4px",
    fontSize: 12,
    lineHeight: "16px",
    fontWeight: 600,
    color: "var(--gc-muted)",
  },
  "& th": {
    fontWeight: 600,
    textAlign: "left",
    padding: "6px 12px 4px",
    borderBottom: "1px solid var(--gc-line)",
    whiteSpace: "nowrap",
  },
  "& td": { padding: "4px 12px", borderBottom: "1px solid var(--gc-line)", whiteSpace: "nowrap" },
  "& tbody tr:last-child td, & tbody tr:last-child th": { borderBottom: 0 },
  "@media (max-width: 719px)": { "& th, & td": { paddingLeft: 8, paddingRight: 8 } },
  "& .n": { textAlign: "right" },
  "& tbody th": { fontWeight: 400 },
  "& small": { color: "var(--gc-muted)", fontSize: 12 },
});
const Wrap = styled("div")({
  overflowX: "auto",
  "&:focus-visible": { outline: "2px solid var(--gc-accent)", outlineOffset: -2 },
});

export interface MetricColumn {
  readonly title: string;
  readonly number?: boolean;
}

/** The first cell of each row names it. */
export function MetricTable(props: {
  readonly caption: string;
  readonly columns: readonly MetricColumn[];
  readonly rows: readonly (readonly ReactNode[])[];
}) {
  return (
    <Wrap tabIndex={0} role="region" aria-label={props.caption}>
      <Table>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.title} scope="col" className={column.number ? "n" : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a finished report never move
            <tr key={index}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={props.columns[at]?.title ?? at} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={props.columns[at]?.title ?? at} className={props.columns[at]?.number ? "n" : undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </Wrap>
  );
}

export const formatFixed = (value: number, digits: number, locale: Locale): string => {
  if (!Number.isFinite(value)) return formatNumber(value, locale);
  const text = value.toFixed(digits);
  return locale === "ru" ? text.replace(".", ",") : text;
};

/** p-values as 2.1 × 10⁻⁴; other numbers with 4 significant figures and thin spaces. */
export function formatValue(value: number, locale: Locale): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  if (size !== 0 && (size < smallestPlain || size >= 1e9)) return powerOfTen(value, locale);
  if (Number.isInteger(value)) return formatNumber(value, locale).replace("-", "−");
  if (size >= 1000) return formatNumber(Math.round(value), locale).replace("-", "−");
  return formatNumber(value, locale).replace("-", "−");
}
