// What gene sets say: sentences first, then the picture of sets, the running sum of a chosen one, the table, and R's calls.

import { styled } from "@mui/material/styles";
import { useMemo, useState } from "react";
import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import type { OutputProps } from "../../contract/kind-view.ts";
import { bodyOf } from "../../contract/report.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { sentencesIn } from "../../messages/sentence.ts";
import { type EnrichmentBody, enrichmentReport } from "../../reports/enrichment/report.ts";
import { DoubtList } from "../../ui/Doubts.tsx";
import { Caption, mono } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { FigureOutput } from "../../ui/FigureOutput.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { PlotlyFigure } from "../../ui/PlotlyFigure.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import { runningFigure } from "./running-figure.ts";
import type { EnrichSpec } from "./spec.ts";
import { words } from "./words.ts";

const Said = styled("div")({
  margin: "0 0 8px",
  fontSize: 14,
  lineHeight: "20px",
  overflowWrap: "anywhere",
  "& p": { margin: "0 0 4px", maxWidth: 860 },
});
const Code = styled("pre")({
  margin: "8px 0 0",
  padding: 12,
  fontFamily: mono,
  fontSize: 12,
  lineHeight: "18px",
  background: "var(--gc-sunken)",
  borderRadius: 4,
  overflowX: "auto",
});

type Tab = "dots" | "running" | "table" | "in-r";

export function Output({ name, spec, locale, outputs, reader, compact, keepRows }: OutputProps<EnrichSpec>) {
  const t = translator(words, locale);
  const [tab, setTab] = useState<Tab>("dots");
  const loaded = useArtifact(outputs["report"], reader);
  if (loaded.state !== "here") return <Waiting loaded={loaded} locale={locale} />;
  const body = bodyOf(enrichmentReport, loaded.value);
  if (!body) return null;
  const { out, dots } = outputs;
  const there: readonly Tab[] = [
    ...(dots ? (["dots"] as const) : []),
    ...(body.ranking && body.ranking.sets.length > 0 ? (["running"] as const) : []),
    ...(out ? (["table"] as const) : []),
    "in-r",
  ];
  const now = there.includes(tab) ? tab : (there[0] ?? "in-r");
  return (
    <View locale={locale}>
      <Said>
        {sentencesIn(body.said as never).map((sentence) => (
          <p key={JSON.stringify(sentence)}>{sentenceIn(sentence, locale)}</p>
        ))}
      </Said>
      <DoubtList said={sentencesIn(body.doubts as never).map((sentence) => ({ sentence }))} most={3} />
      <Tabs label={t("result")} value={now} onChange={setTab} options={there.map((value) => ({ value, label: t(value) }))} />
      {now === "dots" && dots ? (
        <>
          <FigureOutput handle={dots} reader={reader} name={`${name}_dots`} compact={compact} />
          <Caption>{t("note-dots")}</Caption>
        </>
      ) : null}
      {now === "running" && body.ranking ? (
        <Running ranking={body.ranking} shown={spec.shown} name={name} locale={locale} />
      ) : null}
      {now === "table" && out ? (
        <ArtifactView handle={out} reader={reader} compact={compact} {...(keepRows ? { keepRows } : {})} />
      ) : null}
      {now === "in-r" ? (
        <>
          <Caption>{t("in-r-says")}</Caption>
          <Code tabIndex={0}>{body.inR.join("\n")}</Code>
        </>
      ) : null}
    </View>
  );
}

function Running(props: {
  readonly ranking: NonNullable<EnrichmentBody["ranking"]>;
  readonly shown: string;
  readonly name: string;
  readonly locale: OutputProps["locale"];
}) {
  const { ranking, shown, name, locale } = props;
  const t = translator(words, locale);
  const [chosen, setChosen] = useState(shown);
  const set = ranking.sets.find((each) => each.name === chosen) ?? ranking.sets[0];
  const figure = useMemo(() => (set ? runningFigure(ranking, set) : null), [ranking, set]);
  if (!set || !figure) return null;
  return (
    <>
      <FieldRow>
        <SelectField
          label={t("shown")}
          value={set.name}
          options={ranking.sets.map((each) => ({ value: each.name, label: each.name }))}
          onChange={setChosen}
        />
      </FieldRow>
      <PlotlyFigure figure={figure} name={`${name}_running`} />
      <Caption>{t("note-running", { set: set.name, nes: set.nes, p: set.adjusted })}</Caption>
    </>
  );
}
