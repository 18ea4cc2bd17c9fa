// Markers: in words, as a dot plot, as stacked violins, as a table, and the call of R that answers the same.

import { styled } from "@mui/material/styles";
import { useState } from "react";
import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import type { OutputProps } from "../../contract/kind-view.ts";
import { bodyOf } from "../../contract/report.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { sentencesIn } from "../../messages/sentence.ts";
import { markersReport } from "../../reports/markers/report.ts";
import { DoubtList } from "../../ui/Doubts.tsx";
import { Caption, mono } from "../../ui/field-styles.ts";
import { FigureOutput } from "../../ui/FigureOutput.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import { heightOfDots } from "./dots-figure.ts";
import type { MarkersSpec } from "./spec.ts";
import { heightOfViolins } from "./violins-figure.ts";
import { words } from "./words.ts";

const Said = styled("div")({ margin: "0 0 8px", maxWidth: 720, "& p": { margin: 0 } });
const Code = styled("pre")({ margin: "8px 0 0", fontFamily: mono, fontSize: 12, lineHeight: "18px", overflowX: "auto" });

type Tab = "dots" | "violins" | "table" | "in-r";

export function Output({ name, locale, outputs, reader, compact, keepRows }: OutputProps<MarkersSpec>) {
  const t = translator(words, locale);
  const [tab, setTab] = useState<Tab>("dots");
  const loaded = useArtifact(outputs["report"], reader);
  if (loaded.state !== "here") return <Waiting loaded={loaded} locale={locale} height={360} />;
  const body = bodyOf(markersReport, loaded.value);
  if (!body) return null;
  const { dots, violins, out } = outputs;
  const offered: readonly Tab[] = [
    ...(dots ? (["dots"] as const) : []),
    ...(violins ? (["violins"] as const) : []),
    ...(out ? (["table"] as const) : []),
    "in-r",
  ];
  const now = offered.includes(tab) ? tab : (offered[0] as Tab);
  const said = sentencesIn(body.said as never).map((each) => sentenceIn(each, locale));
  const drawn = now === "dots" ? dots : now === "violins" ? violins : undefined;
  return (
    <View locale={locale}>
      <Said>
        {(compact ? said.slice(0, 1) : [said[0], said.at(-1)]).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Said>
      <DoubtList said={sentencesIn(body.doubts as never).map((sentence) => ({ sentence }))} />
      <Tabs label={t("table")} value={now} onChange={setTab} options={offered.map((value) => ({ value, label: t(value) }))} />
      {drawn ? (
        <FigureOutput
          handle={drawn}
          reader={reader}
          name={`${name}_${now}`}
          height={now === "dots" ? heightOfDots(body.dots.length) : heightOfViolins(body.dots.length)}
        />
      ) : null}
      {now === "dots" ? <Caption>{t("says-dots")}</Caption> : null}
      {now === "violins" ? <Caption>{t("says-violins")}</Caption> : null}
      {now === "table" && out ? (
        <ArtifactView handle={out} reader={reader} compact={compact} {...(keepRows ? { keepRows } : {})} />
      ) : null}
      {now === "in-r" ? <Code tabIndex={0}>{body.inR.join("\n")}</Code> : null}
    </View>
  );
}
