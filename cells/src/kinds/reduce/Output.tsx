// Principal components: how much each explains, the scores of the samples as points, and the tables of both.

import { useMemo, useState } from "react";
import type { Figure } from "../../artifacts/artifact.ts";
import type { Locale } from "../../messages/locale.ts";
import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { PlotlyFigure } from "../../ui/PlotlyFigure.tsx";
import { bodyOf } from "../../contract/report.ts";
import { componentsReport } from "../../reports/components/report.ts";
import { Caption } from "../../ui/field-styles.ts";
import { Doubts } from "../../ui/Doubts.tsx";
import { reportBody } from "../../ui/report-body.ts";
import { Tabs } from "../../ui/Tabs.tsx";
import { associationsFigure } from "./associations-figure.ts";
import { Drivers } from "./Drivers.tsx";
import { InR, MapTold } from "./MapTold.tsx";
import { ScorePlot } from "./ScorePlot.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import type { OutputProps } from "../../contract/kind-view.ts";
import { numberTold } from "../../messages/translate.ts";
import { words as viewsWords } from "../../messages/views/words.ts";
import { words } from "./words.ts";

type Tab = "plot" | "scores" | "variance" | "associations" | "drivers" | "loadings";

export function Output({ name, locale, outputs, reader, compact, stepBefore, keepSelection }: OutputProps) {
  const t = translator(viewsWords, locale);
  const own = translator(words, locale);
  const [tab, setTab] = useState<Tab>("plot");
  const report = useArtifact(outputs["report"], reader);
  const body = useMemo(() => (report.state === "here" ? bodyOf(componentsReport, report.value) : null), [report]);
  const shares = useMemo(() => body?.share ?? [], [body]);
  const associations = body?.associations ?? null;
  const figure = useMemo(() => scree(shares, locale), [shares, locale]);
  const out = outputs["out"];
  const loadings = outputs["loadings"];
  return (
    <View locale={locale}>
      <Tabs
        label={t("result")}
        value={tab}
        onChange={setTab}
        options={[
          ...(out ? [{ value: "plot" as const, label: t("plot") }] : []),
          { value: "scores", label: t("scores") },
          ...(shares.length > 0 ? [{ value: "variance" as const, label: t("variance") }] : []),
          ...(associations ? [{ value: "associations" as const, label: words.say("tab", {}, locale) }] : []),
          ...(loadings ? [{ value: "drivers" as const, label: own("drivers") }] : []),
          ...(loadings ? [{ value: "loadings" as const, label: t("loadings") }] : []),
        ]}
      />
      {report.state === "here" ? (
        <Doubts said={reportBody(report.value)["doubts"]} stepBefore={stepBefore && ((step) => stepBefore("from", step))} />
      ) : null}
      {tab === "plot" && body?.map && !compact ? <MapTold map={body.map} locale={locale} /> : null}
      {tab === "plot" && out ? (
        <ScorePlot handle={out} reader={reader} name={name} locale={locale} keepSelection={keepSelection} />
      ) : null}
      {tab === "scores" && out ? <ArtifactView handle={out} reader={reader} compact={compact} /> : null}
      {tab === "variance" ? (
        <>
          <PlotlyFigure figure={figure} name={`${name}_variance`} height={280} />
          {body?.inR && !compact ? <InR calls={body.inR.join("\n")} locale={locale} /> : null}
        </>
      ) : null}
      {tab === "associations" && associations ? (
        associations.length === 0 ? (
          <Caption>{words.say("none", {}, locale)}</Caption>
        ) : (
          <>
            <PlotlyFigure
              figure={associationsFigure(associations, shares, locale)}
              name={`${name}_associations`}
              height={Math.max(200, 110 + 28 * associations.length)}
            />
            <Caption>{words.say("says-associations", {}, locale)}</Caption>
          </>
        )
      ) : null}
      {tab === "drivers" && loadings ? <Drivers handle={loadings} reader={reader} name={name} locale={locale} /> : null}
      {tab === "loadings" && loadings ? <ArtifactView handle={loadings} reader={reader} compact={compact} /> : null}
    </View>
  );
}

function scree(shares: readonly number[], locale: Locale): Figure {
  const parts = shares.slice(0, 8).map((share, index) => `PC${index + 1} ${numberTold(share * 100, locale)} %`);
  const t = translator(viewsWords, locale);
  return {
    type: "figure",
    data: [
      {
        type: "bar",
        name: "",
        x: shares.map((_, index) => `PC${index + 1}`),
        y: shares.map((share) => share * 100),
        hovertemplate: "%{x}: %{y:.2f} %<extra></extra>",
        showlegend: false,
        meta: { role: "plain" },
      },
    ],
    layout: {
      xaxis: { title: { text: t("component") }, showgrid: false, type: "category" },
      yaxis: { title: { text: `${t("share-of-variance")}, %` }, rangemode: "tozero" },
      showlegend: false,
    },
    alt: t("scree-alt", { parts }),
    marks: shares.length,
  };
}
