// What is expected of each group when all else is alike, and which of them differ.

import { useMemo } from "react";
import { artifactFromJson } from "../../artifacts/artifact-json.ts";
import type { OutputHandle, OutputProps } from "../../contract/kind-view.ts";
import type { Locale } from "../../messages/locale.ts";
import type { RegressionBody } from "../../reports/regression/report.ts";
import { Caption, Card } from "../../ui/field-styles.ts";
import { translator } from "../../ui/locale-context.tsx";
import { formatValue, MetricTable } from "../../ui/MetricTable.tsx";
import { PlotlyFigure } from "../../ui/PlotlyFigure.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { words } from "./words.ts";

interface Props {
  readonly body: RegressionBody;
  readonly means: NonNullable<RegressionBody["means"]>;
  readonly locale: Locale;
  readonly name: string;
  readonly reader: OutputProps["reader"];
  readonly drawn: OutputHandle | undefined;
}

export function GroupsView({ body, means, locale, name, reader, drawn }: Props) {
  const t = translator(words, locale);
  const loaded = useArtifact(drawn, reader);
  const figure = useMemo(() => {
    const artifact = loaded.state === "here" && loaded.value !== null ? artifactFromJson(loaded.value) : null;
    return artifact?.type === "figure" ? artifact : null;
  }, [loaded]);
  const told = (value: number | null): string => (value === null ? "–" : formatValue(value, locale));
  const { ratio, level } = body;
  const isRatio = ratio !== "none";
  const scaled = (value: number | null): string => told(value === null || !isRatio ? value : Math.exp(value));
  const percent = Number((100 * level).toPrecision(4));
  const of = (within: string, group: string): string => (within === "" ? group : `${within}: ${group}`);
  const title =
    ratio === "odds" ? "ratio-odds" : ratio === "rates" ? "ratio-rates" : ratio === "means" ? "ratio-means" : "difference";
  return (
    <>
      {figure ? <PlotlyFigure figure={figure} name={`${name}_means`} height={Math.min(560, 110 + 30 * figure.marks)} /> : null}
      <Card>
        <MetricTable
          caption={t("caption-means", { by: means.by })}
          columns={[
            { title: t("group") },
            { title: t("n"), number: true },
            { title: t(ratio === "odds" ? "probability" : ratio === "rates" ? "rate" : "mean"), number: true },
            { title: t("interval", { percent }), number: true },
          ]}
          rows={means.rows.map(({ level: group, within, n, response, responseLow, responseHigh }) => [
            of(within, group),
            told(n),
            told(response),
            `${told(responseLow)} – ${told(responseHigh)}`,
          ])}
        />
        <MetricTable
          caption={t("caption-pairs", { by: means.by })}
          columns={[
            { title: t("pair") },
            { title: t(title), number: true },
            { title: t("interval", { percent }), number: true },
            { title: t("p"), number: true },
            ...(means.pairs.length > 1 ? [{ title: t("adjusted"), number: true }] : []),
          ]}
          rows={means.pairs.map(({ one, other, within, estimate, low, high, p, adjusted }) => [
            of(within, `${one} – ${other}`),
            scaled(estimate),
            `${scaled(low)} – ${scaled(high)}`,
            told(p),
            ...(means.pairs.length > 1 ? [told(adjusted)] : []),
          ])}
        />
      </Card>
      <Caption>{[t("averaged"), ...(means.pairs.length > 1 ? [t(adjustedBy(means.adjust))] : [])].join(" ")}</Caption>
    </>
  );
}

function adjustedBy(adjust: string) {
  if (adjust === "tukey" || adjust === "dunnett" || adjust === "holm") return `adjust-is-${adjust}` as const;
  return "adjust-is-none";
}
