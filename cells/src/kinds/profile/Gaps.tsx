// Which columns lack values together: a row for each pattern of gaps, with a mark under each column that lacks one, and how many rows.

import { styled } from "@mui/material/styles";
import type { Locale } from "../../messages/locale.ts";
import { words as viewsWords } from "../../messages/views/words.ts";
import type { ProfileOfTable } from "../../reports/profile/report.ts";
import { Caption, Card } from "../../ui/field-styles.ts";
import { formatValue } from "../../ui/MetricTable.tsx";
import { words } from "./words.ts";

type Found = NonNullable<ProfileOfTable["gaps"]>;

const Scroll = styled("div")({
  padding: "4px 12px 8px",
  overflowX: "auto",
  fontSize: 12,
  lineHeight: "16px",
  "& table": { borderCollapse: "collapse" },
  "& caption": { textAlign: "left", fontWeight: 600, padding: "4px 0", color: "var(--gc-muted)" },
  "& th, & td": { padding: "1px 4px", textAlign: "left", whiteSpace: "nowrap", fontWeight: "normal" },
  "& td[data-number]": { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  "& i": { display: "inline-block", width: 12, height: 12, borderRadius: 2, background: "var(--gc-line)" },
  "& i[data-gone]": { background: "var(--gc-accent)" },
  "& b": { display: "inline-block", height: 8, background: "var(--gc-muted)" },
});
const widest = 80;
/** Columns that have marks of their own; what else is missing is told in words. */
const mostColumns = 16;

export function Gaps({
  found,
  rows,
  locale,
  compact,
}: {
  readonly found: Found;
  readonly rows: number;
  readonly locale: Locale;
  readonly compact: boolean;
}) {
  const most = compact ? 4 : 10;
  const shown = found.patterns.slice(0, most);
  const counts = new Map<string, number>();
  for (const pattern of found.patterns)
    for (const name of pattern.columns) counts.set(name, (counts.get(name) ?? 0) + pattern.rows);
  const names = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const marked = names.slice(0, mostColumns);
  const more = found.patterns.length - shown.length + found.more;
  return (
    <Card style={{ marginTop: 8 }}>
      <Scroll>
        <table>
          <caption>{words.say("gaps", {}, locale)}</caption>
          <thead>
            <tr>
              {marked.map((name) => (
                <th key={name} scope="col" title={name}>
                  {name.length > 10 ? `${name.slice(0, 9)}…` : name}
                </th>
              ))}
              {names.length > marked.length ? <th scope="col">{words.say("gaps-others", {}, locale)}</th> : null}
              <th scope="col">{words.say("pair-rows", {}, locale)}</th>
              <th scope="col" aria-hidden />
            </tr>
          </thead>
          <tbody>
            {shown.map((pattern) => {
              const others = pattern.columns.filter((name) => !marked.includes(name)).length;
              return (
                <tr key={pattern.columns.join("\n")} title={pattern.columns.join(", ")}>
                  {marked.map((name) => {
                    const isGone = pattern.columns.includes(name);
                    return (
                      <td key={name}>
                        <i
                          role="img"
                          aria-label={words.say(isGone ? "gone" : "there", {}, locale)}
                          {...(isGone ? { "data-gone": true } : {})}
                        />
                      </td>
                    );
                  })}
                  {names.length > marked.length ? <td data-number>{others > 0 ? `+${others}` : ""}</td> : null}
                  <td data-number>{formatValue(pattern.rows, locale)}</td>
                  <td>
                    <b style={{ width: Math.max(1, Math.round((widest * pattern.rows) / Math.max(1, rows))) }} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      {more > 0 ? <Caption>{viewsWords.say("and-more", { n: more }, locale)}</Caption> : null}
    </Card>
  );
}
