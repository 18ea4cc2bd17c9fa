// What follow-up told: sentences and curves first, then the ratios with their forest, the groups with their tests, and R's calls.

import { styled } from "@mui/material/styles";
import { useMemo, useState } from "react";
import { artifactFromJson } from "../../artifacts/artifact-json.ts";
import { notesOfFigure } from "../../artifacts/notes-of-figure.ts";
import { isJsonObject } from "../../base/json.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import type { OutputHandle, OutputProps } from "../../contract/kind-view.ts";
import { bodyOf } from "../../contract/report.ts";
import type { Locale } from "../../messages/locale.ts";
import { sentencesIn } from "../../messages/sentence.ts";
import type { Json } from "../../base/json.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { survivalReport, type SurvivalBody } from "../../reports/survival/report.ts";
import { Doubts } from "../../ui/Doubts.tsx";
import { Caption, Card, mono } from "../../ui/field-styles.ts";
import { translator, View } from "../../ui/locale-context.tsx";
import { formatValue, MetricTable } from "../../ui/MetricTable.tsx";
import { PlotlyFigure } from "../../ui/PlotlyFigure.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import type { SurvivalSpec } from "./spec.ts";
import { words } from "./words.ts";

type Tab = "curves" | "model" | "groups-tab" | "in-r";

const Said = styled("ul")({ margin: "4px 0 8px", paddingLeft: 20, fontSize: 14, lineHeight: "20px" });
const Code = styled("pre")({
  margin: 0,
  padding: 12,
  overflowX: "auto",
  fontFamily: mono,
  fontSize: 12,
  lineHeight: "18px",
  background: "var(--gc-sunken)",
});

export function Output({ name, locale, outputs, reader, compact }: OutputProps<SurvivalSpec>) {
  const t = translator(words, locale);
  const [tab, setTab] = useState<Tab>("curves");
  const out = outputs["out"];
  const curves = useArtifact(out, reader);
  const report = useArtifact(outputs["report"], reader);
  const body = useMemo(() => (report.state === "here" ? bodyOf(survivalReport, report.value) : null), [report]);
  const figure = useFigure(curves.state === "here" ? curves.value : null);
  if (!out) return null;
  return (
    <View locale={locale}>
      {body ? (
        <>
          <Doubts said={body.doubts as Json} />
          <Said>
            {sentencesIn(body.says as Json).map((sentence) => (
              <li key={JSON.stringify(sentence)}>{sentenceIn(sentence, locale)}</li>
            ))}
          </Said>
        </>
      ) : null}
      <Tabs
        label={t("result")}
        value={tab}
        onChange={setTab}
        options={[
          { value: "curves", label: t("curves") },
          ...(body?.model ? [{ value: "model" as const, label: t("model") }] : []),
          ...(body ? [{ value: "groups-tab" as const, label: t("groups-tab") }] : []),
          ...(body ? [{ value: "in-r" as const, label: t("in-r") }] : []),
        ]}
      />
      {tab === "curves" ? (
        figure ? (
          <PlotlyFigure figure={body ? withoutDoubts(figure) : figure} name={name} height={compact ? 320 : 440} />
        ) : (
          <Waiting loaded={curves} locale={locale} height={440} />
        )
      ) : null}
      {tab === "model" && body?.model ? (
        <ModelView model={body.model} level={body.level} locale={locale} forest={outputs["forest"]} reader={reader} name={name} />
      ) : null}
      {tab === "groups-tab" && body ? <GroupsView body={body} locale={locale} /> : null}
      {tab === "in-r" && body ? <Code tabIndex={0}>{body.inR.join("\n")}</Code> : null}
      {body?.by ? <Caption>{t("at-zero")}</Caption> : null}
    </View>
  );
}

function useFigure(value: Json): Figure | null {
  return useMemo(() => {
    const artifact = value === null ? null : artifactFromJson(value);
    return artifact?.type === "figure" ? artifact : null;
  }, [value]);
}

/** What stands above is not said a second time. */
function withoutDoubts(figure: Figure): Figure {
  const { meta } = figure.layout;
  if (!isJsonObject(meta)) return figure;
  const notes = notesOfFigure(figure)
    .slice(0, 1)
    .map((note) => ({ ...note }));
  return { ...figure, layout: { ...figure.layout, meta: { ...meta, notes } } };
}

const told = (value: number | null | undefined, locale: Locale): string =>
  value === null || value === undefined ? "–" : formatValue(value, locale);
const between = (lower: number | null, upper: number | null, locale: Locale): string =>
  `${told(lower, locale)} – ${told(upper, locale)}`;

function ModelView(props: {
  readonly model: NonNullable<SurvivalBody["model"]>;
  readonly level: number;
  readonly locale: Locale;
  readonly forest: OutputHandle | undefined;
  readonly reader: OutputProps["reader"];
  readonly name: string;
}) {
  const { model, level, locale, forest, reader, name } = props;
  const t = translator(words, locale);
  const loaded = useArtifact(forest, reader);
  const figure = useFigure(loaded.state === "here" ? loaded.value : null);
  const { formula, events, n, ties } = model;
  return (
    <>
      {figure ? (
        <PlotlyFigure figure={figure} name={`${name}_forest`} height={Math.min(640, 120 + 32 * model.hazards.length)} />
      ) : null}
      <Card>
        <MetricTable
          caption={t("caption-model", { formula, events, n, ties: ties === "efron" ? "Efron" : "Breslow" })}
          columns={[
            { title: t("coefficient") },
            { title: t("ratio"), number: true },
            { title: t("interval", { level: level * 100 }), number: true },
            { title: t("p"), number: true },
            { title: t("proportional-p"), number: true },
          ]}
          rows={model.hazards.map(({ label: coefficient, term, ratio, lower, upper, p }) => [
            coefficient,
            ratio === null ? t("no-end") : told(ratio, locale),
            between(lower, upper, locale),
            told(p, locale),
            told(model.terms[term]?.proportional?.p, locale),
          ])}
        />
      </Card>
      <Caption>
        {t("all-tests", {
          lr: told(model.likelihoodRatio.p, locale),
          wald: told(model.wald.p, locale),
          score: told(model.score.p, locale),
        })}{" "}
        {model.concordance === null ? null : t("concordance", { value: model.concordance, error: model.concordanceError })}
      </Caption>
    </>
  );
}

function GroupsView({ body, locale }: { readonly body: SurvivalBody; readonly locale: Locale }) {
  const t = translator(words, locale);
  const pairs = body.logRank?.pairs ?? [];
  const trend = body.logRank?.trend ?? null;
  return (
    <>
      <Card>
        <MetricTable
          caption={t("caption-groups", { by: body.by ?? "" })}
          columns={[
            { title: t("group") },
            { title: t("n"), number: true },
            { title: t("events"), number: true },
            { title: t("median"), number: true },
            { title: t("interval", { level: body.level * 100 }), number: true },
          ]}
          rows={body.groups.map(({ name, n, events, median, lower, upper }) => [
            body.by === null ? t("everyone") : name,
            told(n, locale),
            told(events, locale),
            told(median, locale),
            between(lower, upper, locale),
          ])}
        />
        {pairs.length > 0 ? (
          <MetricTable
            caption={t("caption-pairs")}
            columns={[{ title: t("pair") }, { title: t("p"), number: true }, { title: t("adjusted"), number: true }]}
            rows={pairs.map(({ one, other, p, adjusted }) => [`${one} – ${other}`, told(p, locale), told(adjusted, locale)])}
          />
        ) : null}
      </Card>
      {trend ? <Caption>{t("trend", { p: told(trend.p, locale) })}</Caption> : null}
    </>
  );
}
