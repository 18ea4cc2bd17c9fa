// What the studies say together: sentences and the forest plot first, then all estimates, and R's call.

import { styled } from "@mui/material/styles";
import { useMemo, useState } from "react";
import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import type { Json } from "../../base/json.ts";
import type { OutputProps } from "../../contract/kind-view.ts";
import { bodyOf } from "../../contract/report.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { sentencesIn } from "../../messages/sentence.ts";
import { metaAnalysisReport } from "../../reports/meta-analysis/report.ts";
import { Doubts } from "../../ui/Doubts.tsx";
import { Caption, mono } from "../../ui/field-styles.ts";
import { FigureOutput } from "../../ui/FigureOutput.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import type { MetaAnalysisSpec } from "./spec.ts";
import { words } from "./words.ts";

type Tab = "forest" | "out" | "r";

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

export function Output({ name, locale, outputs, reader, compact, keepRows }: OutputProps<MetaAnalysisSpec>) {
  const t = translator(words, locale);
  const [tab, setTab] = useState<Tab>("forest");
  const report = useArtifact(outputs["report"], reader);
  const body = useMemo(() => (report.state === "here" ? bodyOf(metaAnalysisReport, report.value) : null), [report]);
  const { out, forest } = outputs;
  const there: readonly Tab[] = [
    ...(forest ? (["forest"] as const) : []),
    ...(out ? (["out"] as const) : []),
    ...(body ? (["r"] as const) : []),
  ];
  const now = there.includes(tab) ? tab : (there[0] ?? "out");
  return (
    <View locale={locale}>
      {body ? (
        <>
          <Said>
            {sentencesIn(body.says as Json).map((sentence) => (
              <li key={sentence.key}>{sentenceIn(sentence, locale)}</li>
            ))}
          </Said>
          {body.says.length === 0 ? <Caption>{t("few-hidden")}</Caption> : null}
          <Doubts said={body.doubts as Json} />
        </>
      ) : null}
      <Tabs
        label={t("result")}
        value={now}
        onChange={setTab}
        options={there.map((value) => ({ value, label: t(`tab-${value}`) }))}
      />
      {now === "forest" && forest ? (
        <FigureOutput handle={forest} reader={reader} compact={compact} name={`${name}_forest`} />
      ) : null}
      {now === "out" && out ? (
        <ArtifactView handle={out} reader={reader} compact={compact} {...(keepRows ? { keepRows } : {})} />
      ) : null}
      {now === "r" && body ? <Code tabIndex={0}>{body.inR.join("\n")}</Code> : null}
    </View>
  );
}
