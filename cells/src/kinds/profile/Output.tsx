// What is in the data, column by column: type, missing values, distinct ones, range and distribution.

import { isJsonObject, type Json, type JsonObject } from "../../base/json.ts";
import type { ColumnSummary, OutputProps } from "../../contract/kind-view.ts";
import { Caption, Card } from "../../ui/field-styles.ts";
import { lineOf, MiniHistogram } from "../../ui/ColumnHead.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { MetricTable } from "../../ui/MetricTable.tsx";
import { formatValue } from "../../ui/MetricTable.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import { reportBody } from "../../ui/report-body.ts";

export function Output({ locale, outputs, reader, compact }: OutputProps) {
  const t = translator("views", locale);
  const loaded = useArtifact(outputs["out"], reader);
  if (loaded.state !== "here") return <Waiting loaded={loaded} locale={locale} />;
  const body = reportBody(loaded.value);
  const columns = columnsIn(body["columns"]);
  const samples = columnsIn(body["samples"]);
  const features = columnsIn(body["features"]);
  const more = Number(body["more"] ?? 0);
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
            { title: t("column-distinct"), number: true },
            { title: t("column-range") },
            { title: t("column-median"), number: true },
            { title: t("column-shape") },
          ]}
          rows={list.slice(0, most).map((column) => [
            column.name,
            `${t(`type-${column.type}`)}${column.semantic ? `, ${column.semantic}` : ""}`,
            formatValue(column.missing, locale),
            column.distinct === null ? t("many-values") : formatValue(column.distinct, locale),
            column.histogram ? `${formatValue(column.histogram.min, locale)} – ${formatValue(column.histogram.max, locale)}` : "",
            column.histogram ? formatValue(column.histogram.median, locale) : "",
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
      {body["type"] === "assay" ? (
        <Caption style={{ padding: "4px 0" }}>
          {t("profile-values", { missing: body["missing"] ?? 0, zeros: body["zeros"] ?? 0, negative: body["negative"] ?? 0 })}
        </Caption>
      ) : null}
      {samples.length > 0 ? <div style={{ marginTop: 8 }}>{table(t("samples"), samples)}</div> : null}
      {features.length > 1 ? <div style={{ marginTop: 8 }}>{table(t("features"), features)}</div> : null}
    </View>
  );
}

function captionOf(body: JsonObject, t: ReturnType<typeof translator>): string {
  const shape = Array.isArray(body["shape"]) ? (body["shape"] as readonly Json[]) : [];
  const [first, second] = shape.map(Number);
  return body["type"] === "assay"
    ? t("matrix-of", { features: first ?? 0, samples: second ?? 0 })
    : t("table-of", { rows: first ?? 0, columns: second ?? 0 });
}

const columnsIn = (value: Json | undefined): ColumnSummary[] =>
  Array.isArray(value)
    ? (value as readonly Json[])
        .filter((item): item is JsonObject => isJsonObject(item) && typeof item["name"] === "string")
        .map((item) => item as unknown as ColumnSummary)
    : [];
