// A feature within groups, side by side: from the 5th to the 95th percentile a line, the middle half a box, the median a dot. Below it
// the same as a table.

import { formatNumber } from "@genomecraft/cells/messages/translate.ts";
import { useScreen } from "../app/screen.tsx";

/** One group: quantiles at .05, .25, .5, .75 and .95, or the most frequent values. */
export interface BoxGroup {
  readonly name: string;
  readonly rows: number;
  readonly missing: number;
  readonly quantiles: readonly number[] | null;
  readonly levels: readonly { readonly value: string; readonly n: number }[] | null;
  readonly rest?: number;
}

const height = 180;
const left = 72;
const bottom = 22;

export function GroupBoxes({ title, groups }: { readonly title: string; readonly groups: readonly BoxGroup[] }) {
  return (
    <div className="stack">
      <Boxes title={title} groups={groups} />
      <GroupTable title={title} groups={groups} />
    </div>
  );
}

function Boxes({ title, groups }: { readonly title: string; readonly groups: readonly BoxGroup[] }) {
  const { locale } = useScreen();
  const shown = groups.filter(({ quantiles }) => quantiles !== null);
  if (shown.length === 0) return null;
  const all = shown.flatMap(({ quantiles }) => quantiles ?? []);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const step = Math.max(44, 16 + 7 * Math.max(...shown.map(({ name }) => shortName(name).length)));
  const width = left + Math.max(shown.length, 3) * step + 8;
  const y = (value: number): number =>
    most === least ? (height - bottom) / 2 : 8 + (1 - (value - least) / (most - least)) * (height - bottom - 16);
  return (
    <div className="scroll-x">
      <svg width={width} height={height} role="img" aria-label={title} style={{ display: "block" }}>
        {[least, ...(most === least ? [] : [most, (least + most) / 2])].map((value) => (
          <g key={value}>
            <line x1={left} x2={width} y1={y(value)} y2={y(value)} stroke="var(--gc-line)" />
            <text x={left - 6} y={y(value) + 4} textAnchor="end" fontSize={12} fill="var(--gc-muted)">
              {formatNumber(Number(value.toPrecision(3)), locale)}
            </text>
          </g>
        ))}
        {shown.map(({ name, quantiles }, at) => {
          const [low, first, middle, third, high] = (quantiles ?? []).map(y) as [number, number, number, number, number];
          const x = left + at * step + step / 2;
          return (
            <g key={name}>
              <line x1={x} x2={x} y1={low} y2={high} stroke="var(--gc-control)" />
              <rect
                x={x - 10}
                width={20}
                y={third}
                height={Math.max(1, first - third)}
                fill="var(--gc-accent-wash)"
                stroke="var(--gc-accent)"
              />
              <circle cx={x} cy={middle} r={3} fill="var(--gc-accent)" />
              <text x={x} y={height - 4} textAnchor="middle" fontSize={12} fill="var(--gc-muted)">
                {shortName(name)}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** As much as there is room for; the table below has the whole. */
const shortName = (name: string): string => {
  const text = name.replace(/^\d{4}-(?=\d{2}-\d{2}$)/, "").replace(/^(\d{2})(\d{2}) (Q\d)$/, "’$2 $3");
  return text.length > 9 ? `${text.slice(0, 8)}…` : text;
};

function GroupTable({ title, groups }: { readonly title: string; readonly groups: readonly BoxGroup[] }) {
  const { t, locale } = useScreen();
  const number = (value: number | undefined): string =>
    value === undefined ? "–" : formatNumber(Number(value.toPrecision(4)), locale);
  const isText = groups.some(({ levels }) => levels !== null);
  return (
    <div className="scroll-x" style={{ maxHeight: 320, overflowY: "auto" }}>
      <table className="grid-table" aria-label={title}>
        <thead>
          <tr>
            <th>{t("group-name")}</th>
            <th className="right">{t("group-rows")}</th>
            <th className="right">{t("col-missing")}</th>
            {isText ? (
              <th>{t("group-levels")}</th>
            ) : (
              <>
                <th className="right">{t("group-median")}</th>
                <th className="right">{t("group-middle")}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ name, rows, missing, quantiles, levels, rest }) => (
            <tr key={name}>
              <td style={{ minWidth: 88 }}>{name}</td>
              <td className="right">{formatNumber(rows, locale)}</td>
              <td className="right">{`${formatNumber(Math.round((1000 * missing) / Math.max(1, rows)) / 10, locale)} %`}</td>
              {isText ? (
                <td>
                  {(levels ?? []).map(({ value, n }) => `${value} (${formatNumber(n, locale)})`).join(", ")}
                  {(rest ?? 0) > 0 ? ` … (${formatNumber(rest ?? 0, locale)})` : ""}
                </td>
              ) : (
                <>
                  <td className="right">{number(quantiles?.[2])}</td>
                  <td className="right" style={{ whiteSpace: "nowrap" }}>
                    {quantiles ? `${number(quantiles[1])} … ${number(quantiles[3])}` : "–"}
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
