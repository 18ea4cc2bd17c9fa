// What was fitted: the comparisons that the design offers, the dispersions, and the numbers of each feature.

import { styled } from "@mui/material/styles";
import { useMemo, useState } from "react";
import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import { featuresCalled, nounNamed } from "../../artifacts/rows-called.ts";
import type { JsonObject } from "../../base/json.ts";
import type { OutputHandle, OutputProps } from "../../contract/kind-view.ts";
import { bodyOf } from "../../contract/report.ts";
import { nameOfContrast } from "../../contrasts/name-of-contrast.ts";
import { fittedDesignReport } from "../../reports/fitted-design/report.ts";
import { Doubts } from "../../ui/Doubts.tsx";
import { Caption, LineButton, Quiet } from "../../ui/field-styles.ts";
import { FigureOutput } from "../../ui/FigureOutput.tsx";
import { FieldGroup } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { reportBody } from "../../ui/report-body.ts";
import { Tabs } from "../../ui/Tabs.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import { comparisonsOf } from "./comparisons.ts";
import type { DifferentialSpec } from "./spec.ts";
import { words } from "./words.ts";

type Tab = "contrasts" | "dispersions" | "trend" | "features";

export function Output({ name, locale, outputs, reader, compact, keepRows, askAfter }: OutputProps<DifferentialSpec>) {
  const t = translator(words, locale);
  const [tab, setTab] = useState<Tab>("contrasts");
  const { out, design, dispersions, trend } = outputs;
  const there: readonly Tab[] = [
    ...(design && askAfter ? (["contrasts"] as const) : []),
    ...(dispersions ? (["dispersions"] as const) : []),
    ...(trend ? (["trend"] as const) : []),
    ...(out ? (["features"] as const) : []),
  ];
  const now = there.includes(tab) ? tab : (there[0] ?? "features");
  return (
    <View locale={locale}>
      <Tabs label={t("result")} value={now} onChange={setTab} options={there.map((value) => ({ value, label: t(value) }))} />
      {now === "contrasts" && design && askAfter ? (
        <Compare handle={design} reader={reader} locale={locale} askAfter={askAfter} />
      ) : null}
      {now === "dispersions" && dispersions ? (
        <>
          <FigureOutput handle={dispersions} reader={reader} compact={compact} name={`${name}_dispersions`} />
          <Caption>{t("says-dispersions")}</Caption>
        </>
      ) : null}
      {now === "trend" && trend ? (
        <>
          <FigureOutput handle={trend} reader={reader} compact={compact} name={`${name}_trend`} />
          <Caption>{t("says-trend")}</Caption>
        </>
      ) : null}
      {now === "features" && out ? (
        <ArtifactView handle={out} reader={reader} compact={compact} {...(keepRows ? { keepRows } : {})} />
      ) : null}
    </View>
  );
}

interface Shown {
  readonly handle: OutputHandle;
  readonly reader: OutputProps["reader"];
  readonly locale: OutputProps["locale"];
}

const Offer = styled("div")({ margin: "8px 0", fontSize: 13, lineHeight: "18px" });
const Buttons = styled("span")({ display: "inline-flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px" });
/** Names of groups may be long. */
const Ask = styled(LineButton)({ height: "auto", minHeight: 28, maxWidth: "100%", whiteSpace: "normal", textAlign: "left" });

function Compare({ handle, reader, locale, askAfter }: Shown & { readonly askAfter: NonNullable<OutputProps["askAfter"]> }) {
  const t = translator(words, locale);
  const loaded = useArtifact(handle, reader);
  const body = useMemo(() => (loaded.state === "here" ? bodyOf(fittedDesignReport, loaded.value) : null), [loaded]);
  const offered = useMemo(() => (body ? comparisonsOf(body) : []), [body]);
  if (loaded.state === "failed") return <Caption>{t("closed-design")}</Caption>;
  if (loaded.state !== "here" || !body) return <Waiting loaded={loaded} locale={locale} />;
  const ask = (asks: readonly JsonObject[]): void => askAfter("fit", asks);
  return (
    <Offer>
      <Doubts said={reportBody(loaded.value)["doubts"]} />
      {offered.length === 0 ? <Caption>{t("compare-none")}</Caption> : null}
      {offered.map(({ of, asks }) => (
        <div key={of} style={{ marginBottom: 8 }}>
          <FieldGroup label={t("compare-of", { column: of })}>
            <Buttons>
              {asks.map((each) => {
                const called = nameOfContrast({ name: "", asks: each }, locale);
                return (
                  <Ask key={called} type="button" onClick={() => ask([each])}>
                    {called}
                  </Ask>
                );
              })}
              {asks.length > 1 ? (
                <Quiet type="button" onClick={() => ask(asks)}>
                  {t("compare-all")}
                </Quiet>
              ) : null}
            </Buttons>
          </FieldGroup>
        </div>
      ))}
      <Caption>{t("compare-says", { features: featuresCalled(nounNamed(body.noun), "of", locale) })}</Caption>
    </Offer>
  );
}
