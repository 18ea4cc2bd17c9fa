// How columns hang together: a square of all pairs, darker where they do more, and the strongest ones as a table.

import { styled } from "@mui/material/styles";
import type { Locale } from "../../messages/locale.ts";
import { words as viewsWords } from "../../messages/views/words.ts";
import type { ProfileOfTable } from "../../reports/profile/report.ts";
import { Caption, Card } from "../../ui/field-styles.ts";
import { formatValue, MetricTable } from "../../ui/MetricTable.tsx";
import { words } from "./words.ts";

type Found = NonNullable<ProfileOfTable["pairs"]>;
type Pair = Found["pairs"][number];

/** More are no picture. */
const mostColumns = 20;
const cell = 18;

const Picture = styled("div")({
  display: "flex",
  overflowX: "auto",
  padding: "8px 12px 0",
  "& svg": { flex: "none" },
  "& text": { fontSize: 11, fill: "var(--gc-text)" },
});

export function Pairs({ found, locale, compact }: { readonly found: Found; readonly locale: Locale; readonly compact: boolean }) {
  if (found.pairs.length === 0) return null;
  const names = [...new Set(found.pairs.flatMap(({ a, b }) => [a, b]))].slice(0, mostColumns);
  const most = compact ? 5 : 12;
  const more = found.told - Math.min(most, found.pairs.length);
  const caption =
    more > 0
      ? `${words.say("pairs", {}, locale)}; ${viewsWords.say("and-more", { n: more }, locale)}`
      : words.say("pairs", {}, locale);
  return (
    <Card style={{ marginTop: 8 }}>
      {compact || names.length < 3 ? null : <Square names={names} pairs={found.pairs} locale={locale} />}
      <div style={{ maxHeight: 340, overflow: "auto" }}>
        <MetricTable
          caption={caption}
          columns={[
            { title: words.say("pair-one", {}, locale) },
            { title: words.say("pair-other", {}, locale) },
            { title: words.say("pair-by", {}, locale) },
            { title: words.say("pair-value", {}, locale), number: true },
            { title: words.say("pair-rows", {}, locale), number: true },
          ]}
          rows={found.pairs
            .slice(0, most)
            .map((pair) => [
              pair.a,
              pair.b,
              measureOf(pair, locale),
              formatValue(pair.value, locale),
              formatValue(pair.n, locale),
            ])}
        />
      </div>
      {found.left > 0 ? <Caption>{words.say("pairs-left", { n: found.left }, locale)}</Caption> : null}
    </Card>
  );
}

/** By what it is measured, with what the other measure of it says. */
function measureOf({ value, pearson, spearman, v, eta }: Pair, locale: Locale): string {
  if (eta !== undefined) return words.say("by-eta", {}, locale);
  if (v !== undefined) return words.say("by-v", { v: formatValue(v, locale) }, locale);
  const other = value === pearson ? spearman : pearson;
  const shown = other === undefined ? "" : formatValue(other, locale);
  return words.say(value === pearson ? "by-pearson" : "by-spearman", { other: shown }, locale);
}

function Square({
  names,
  pairs,
  locale,
}: {
  readonly names: readonly string[];
  readonly pairs: readonly Pair[];
  readonly locale: Locale;
}) {
  const placeOf = new Map(names.map((name, at) => [name, at]));
  const size = names.length * cell;
  const left = 8 + 6.5 * Math.min(18, Math.max(...names.map((name) => name.length)));
  return (
    <Picture>
      <svg
        width={left + size + 1}
        height={size + 1}
        role="img"
        aria-label={words.say("pairs-picture", { n: names.length, columns: names.slice(0, 8) }, locale)}
      >
        {names.map((name, at) => (
          <text key={name} x={left - 6} y={at * cell + 13} textAnchor="end">
            {name.length > 18 ? `${name.slice(0, 17)}…` : name}
          </text>
        ))}
        {names.map((name, at) => (
          <rect key={name} x={left + at * cell} y={at * cell} width={cell - 1} height={cell - 1} fill="var(--gc-line)" />
        ))}
        {pairs.flatMap((pair) => {
          const [x, y] = [placeOf.get(pair.a), placeOf.get(pair.b)];
          if (x === undefined || y === undefined) return [];
          const title = `${pair.a}, ${pair.b}: ${measureOf(pair, locale)} ${formatValue(pair.value, locale)}`;
          return (
            [
              [x, y],
              [y, x],
            ] as const
          ).map(([column, row]) => (
            <rect
              key={`${column} ${row}`}
              x={left + column * cell}
              y={row * cell}
              width={cell - 1}
              height={cell - 1}
              fill={pair.value < 0 ? "var(--gc-failed)" : "var(--gc-accent)"}
              fillOpacity={0.04 + 0.96 * Math.abs(pair.value)}
            >
              <title>{title}</title>
            </rect>
          ));
        })}
      </svg>
    </Picture>
  );
}
