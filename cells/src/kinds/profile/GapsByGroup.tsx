// How often each column lacks a value in each group.

import type { Locale } from "../../messages/locale.ts";
import type { ProfileOfTable } from "../../reports/profile/report.ts";
import { Card } from "../../ui/field-styles.ts";
import { formatValue, MetricTable } from "../../ui/MetricTable.tsx";
import { words } from "./words.ts";

interface Props {
  readonly found: NonNullable<ProfileOfTable["byGroup"]>;
  readonly locale: Locale;
}

export function GapsByGroup({ found: { column, groups, missing }, locale }: Props) {
  const share = (n: number, rows: number): string =>
    `${formatValue(Math.round((1000 * n) / Math.max(1, rows)) / 10, locale)} % (${formatValue(n, locale)})`;
  return (
    <Card style={{ marginTop: 8 }}>
      <MetricTable
        caption={words.say("gaps-by", { column }, locale)}
        columns={[
          { title: words.say("pair-one", {}, locale) },
          ...groups.map(({ name, rows }) => ({
            title: words.say("group-of", { name, rows }, locale),
            number: true,
          })),
        ]}
        rows={missing.map(({ column: name, counts }) => [name, ...counts.map((n, at) => share(n, groups[at]?.rows ?? 0))])}
      />
    </Card>
  );
}
