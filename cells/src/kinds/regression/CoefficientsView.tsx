// Coefficients with their forest, and by which errors and intervals they are told.

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
  readonly locale: Locale;
  readonly name: string;
  readonly reader: OutputProps["reader"];
  readonly forest: OutputHandle | undefined;
  readonly compact: boolean;
}

export function CoefficientsView({ body, locale, name, reader, forest, compact }: Props) {
  const t = translator(words, locale);
  const loaded = useArtifact(forest, reader);
  const figure = useMemo(() => {
    const artifact = loaded.state === "here" && loaded.value !== null ? artifactFromJson(loaded.value) : null;
    return artifact?.type === "figure" ? artifact : null;
  }, [loaded]);
  const told = (value: number | null): string => (value === null ? "–" : formatValue(value, locale));
  const { ratio, coefficients, level, formula, outcome, n, errors, intervals, freedom, block, groups } = body;
  const isRatio = ratio !== "none";
  const scaled = (value: number | null): string => told(value === null || !isRatio ? value : Math.exp(value));
  const title =
    ratio === "odds" ? "ratio-odds" : ratio === "rates" ? "ratio-rates" : ratio === "means" ? "ratio-means" : "estimate";
  const percent = Number((100 * level).toPrecision(4));
  const hasDf = coefficients.some(({ df }) => df !== null);
  // What an intercept's odds are, nobody asks.
  const rows = coefficients.filter(({ term }) => term >= 0 || !isRatio);
  return (
    <>
      {figure ? <PlotlyFigure figure={figure} name={`${name}_forest`} height={Math.min(560, 110 + 30 * figure.marks)} /> : null}
      {compact ? null : (
        <Card>
          <MetricTable
            caption={t("caption-coefficients", { outcome, formula, n })}
            columns={[
              { title: t("coefficient") },
              { title: t(title), number: true },
              { title: t("interval", { percent }), number: true },
              ...(isRatio ? [] : [{ title: t("error"), number: true }]),
              ...(hasDf ? [{ title: t("df"), number: true }] : []),
              { title: t("p"), number: true },
            ]}
            rows={rows.map(({ label, estimate, low, high, error, df, p }) => [
              label,
              scaled(estimate),
              `${scaled(low)} – ${scaled(high)}`,
              ...(isRatio ? [] : [told(error)]),
              ...(hasDf ? [told(df)] : []),
              told(p),
            ])}
          />
        </Card>
      )}
      <Caption>
        {[
          errors === "cluster"
            ? t("errors-cluster", { n: groups ?? 0, block: block ?? "" })
            : t(errors === "hc3" ? "errors-hc3" : "errors-classical"),
          t(intervals === "profile" ? "intervals-profile" : "intervals-wald"),
          t(freedomKeys[freedom] ?? "freedom-residual"),
        ].join(" ")}
      </Caption>
    </>
  );
}

const freedomKeys = {
  residual: "freedom-residual",
  clusters: "freedom-clusters",
  normal: "freedom-normal",
  satterthwaite: "freedom-satterthwaite",
  "kenward-roger": "freedom-kenward-roger",
} as {
  readonly [freedom: string]:
    | "freedom-residual"
    | "freedom-clusters"
    | "freedom-normal"
    | "freedom-satterthwaite"
    | "freedom-kenward-roger";
};
