// What is in the data, column by column: type, missing values, distinct ones, range and distribution; then
// what is missing together, and how columns hang together.

import { featuresTitle, nounNamed } from "../../artifacts/rows-called.ts";
import type { ColumnSummary, OutputProps } from "../../contract/kind-view.ts";
import { Caption, Card } from "../../ui/field-styles.ts";
import { lineOf, MiniHistogram } from "../../ui/ColumnHead.tsx";
import { translator, View, type Translate } from "../../ui/locale-context.tsx";
import { MetricTable } from "../../ui/MetricTable.tsx";
import { formatValue } from "../../ui/MetricTable.tsx";
import type { Locale } from "../../messages/locale.ts";
import { useArtifact } from "../../ui/use-artifact.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import { bodyOf } from "../../contract/report.ts";
import { type Profile, profileReport } from "../../reports/profile/report.ts";
import { Gaps } from "./Gaps.tsx";
import { GapsByGroup } from "./GapsByGroup.tsx";
import { Pairs } from "./Pairs.tsx";
import { words as viewsWords } from "../../messages/views/words.ts";
import type { KeyOf } from "../../messages/define-words.ts";

export function Output({ locale, outputs, reader, compact }: OutputProps) {
  const t = translator(viewsWords, locale);
  const loaded = useArtifact(outputs["out"], reader);
  if (loaded.state !== "here") return <Waiting loaded={loaded} locale={locale} />;
  const body = bodyOf(profileReport, loaded.value);
  if (!body) return null;
  const { columns, more } = body;
  const { samples, features } = body.type === "assay" ? body : { samples: [], features: [] };
  const most = compact ? 8 : 60;
  const table = (caption: string, list: readonly ColumnSummary[], beyond = 0) => (
    <Card>
      <div style={{ maxHeight: 340, overflow: "auto" }}>
        <MetricTable
          caption={list.length + beyond > most ? `${caption}. ${t("and-more", { n: list.length + beyond - most })}` : caption}
          columns={[
            { title: t("column-name") },
            { title: t("column-type") },
            { title: t("column-missing"), number: true },
            ...(list.some(({ infinite }) => infinite) ? [{ title: t("column-infinite"), number: true }] : []),
            { title: t("column-distinct"), number: true },
            { title: t("column-range") },
            { title: t("column-quartiles") },
            { title: t("column-shape") },
          ]}
          rows={list.slice(0, most).map((column) => [
            column.name,
            `${t(`type-${column.type}`)}${column.semantic && column.semantic !== "number" ? `, ${column.semantic}` : ""}`,
            formatValue(column.missing, locale),
            ...(list.some(({ infinite }) => infinite)
              ? [formatValue((column.infinite?.below ?? 0) + (column.infinite?.above ?? 0), locale)]
              : []),
            column.distinct === null ? t("many-values") : formatValue(column.distinct, locale),
            rangeOf(column, locale),
            quartilesOf(column, locale),
            column.histogram ? (
              <MiniHistogram key="h" counts={column.histogram.counts} width={88} />
            ) : column.top ? (
              <span key="t" title={lineOf(column, t, locale)}>
                {column.top
                  .slice(0, 4)
                  .map((item) => `${item.value} ${item.count}`)
                  .join(", ")}
              </span>
            ) : (
              ""
            ),
          ])}
        />
      </div>
    </Card>
  );
  return (
    <View locale={locale}>
      {columns.length > 0 ? table(captionOf(body, t), columns, more) : null}
      {body.type === "table" && body.gaps ? (
        <Gaps found={body.gaps} rows={body.shape[0]} locale={locale} compact={compact === true} />
      ) : null}
      {body.type === "table" && body.byGroup && !compact ? <GapsByGroup found={body.byGroup} locale={locale} /> : null}
      {body.type === "table" && body.pairs ? <Pairs found={body.pairs} locale={locale} compact={compact === true} /> : null}
      {body.type === "assay" ? (
        <Caption style={{ padding: "4px 0" }}>
          {t("profile-values", { missing: body.missing, zeros: body.zeros, negative: body.negative })}
        </Caption>
      ) : null}
      {samples.length > 0 ? <div style={{ marginTop: 8 }}>{table(t("samples"), samples)}</div> : null}
      {features.length > 1 ? (
        <div style={{ marginTop: 8 }}>
          {table(featuresTitle(body.type === "assay" ? nounNamed(body.featureNoun) : null, locale), features)}
        </div>
      ) : null}
    </View>
  );
}

/** From the least to the largest, infinite ones included. */
function rangeOf({ histogram, infinite }: ColumnSummary, locale: Locale): string {
  if (!histogram) return "";
  const least = infinite && infinite.below > 0 ? Number.NEGATIVE_INFINITY : histogram.min;
  const largest = infinite && infinite.above > 0 ? Number.POSITIVE_INFINITY : histogram.max;
  return `${formatValue(least, locale)} – ${formatValue(largest, locale)}`;
}

const quartilesOf = ({ histogram }: ColumnSummary, locale: Locale): string =>
  histogram ? [histogram.q1, histogram.median, histogram.q3].map((value) => formatValue(value, locale)).join(" · ") : "";

function captionOf({ type, shape: [first, second] }: Profile, t: Translate<KeyOf<typeof viewsWords>>): string {
  return type === "assay"
    ? t("matrix-of", { features: first, samples: second })
    : t("table-of", { rows: first, columns: second });
}
