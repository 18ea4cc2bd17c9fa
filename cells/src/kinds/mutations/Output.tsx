// What was found among mutations: sentences, then the pictures, the tables, and R's calls; survival by a gene is one press away.

import { styled } from "@mui/material/styles";
import { useMemo, useState } from "react";
import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import { artifactFromJson } from "../../artifacts/artifact-json.ts";
import type { Json } from "../../base/json.ts";
import type { OutputHandle, OutputProps } from "../../contract/kind-view.ts";
import { bodyOf } from "../../contract/report.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { sentencesIn } from "../../messages/sentence.ts";
import { type MutationsBody, mutationsReport } from "../../reports/mutations/report.ts";
import { DoubtList } from "../../ui/Doubts.tsx";
import { Caption, LineButton, mono } from "../../ui/field-styles.ts";
import { FieldGroup } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { PlotlyFigure } from "../../ui/PlotlyFigure.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { useRoom } from "../../ui/use-room.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import { heightIn, panelsBelow } from "./panels-below.ts";
import type { MutationsSpec } from "./spec.ts";
import { wildWord } from "./status-words.ts";
import { calledInPairs } from "./called-in-pairs.ts";
import { words } from "./words.ts";

const Said = styled("ul")({ margin: "4px 0 8px", paddingLeft: 20, fontSize: 14, lineHeight: "20px", overflowWrap: "anywhere" });
const Code = styled("pre")({
  margin: 0,
  padding: 12,
  overflowX: "auto",
  fontFamily: mono,
  fontSize: 12,
  lineHeight: "18px",
  background: "var(--gc-sunken)",
});
const Buttons = styled("span")({ display: "inline-flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px" });

const tabs = ["oncoprint", "lollipop", "summary", "genes", "pairs", "out", "in-r"] as const;
type Tab = (typeof tabs)[number];
/** Doubts beyond these open. */
const mostDoubts = 3;
const mostAsked = 8;

export function Output({ name, locale, outputs, reader, compact, keepRows, askAfter }: OutputProps<MutationsSpec>) {
  const t = translator(words, locale);
  const [tab, setTab] = useState<Tab>("oncoprint");
  const report = useArtifact(outputs["report"], reader);
  const body = useMemo(() => (report.state === "here" ? bodyOf(mutationsReport, report.value) : null), [report]);
  const there = tabs.filter((each) => (each === "in-r" ? body !== null : outputs[each] !== undefined));
  const now = there.includes(tab) ? tab : (there[0] ?? "oncoprint");
  const handle = outputs[now];
  return (
    <View locale={locale}>
      {body ? (
        <>
          <Said>
            {sentencesIn(body.says as Json).map((sentence) => (
              <li key={JSON.stringify(sentence)}>{sentenceIn(sentence, locale)}</li>
            ))}
          </Said>
          <DoubtList said={sentencesIn(body.doubts as Json).map((sentence) => ({ sentence }))} most={mostDoubts} />
        </>
      ) : null}
      <Tabs label={t("result")} value={now} onChange={setTab} options={there.map((value) => ({ value, label: t(value) }))} />
      {handle && (now === "oncoprint" || now === "lollipop" || now === "summary") ? (
        <Picture key={now} handle={handle} reader={reader} name={`${name}_${now}`} locale={locale} compact={compact} />
      ) : null}
      {now === "pairs" && outputs["triangle"] ? (
        <Picture handle={outputs["triangle"]} reader={reader} name={`${name}_pairs`} locale={locale} compact={compact} />
      ) : null}
      {handle && (now === "genes" || now === "pairs" || now === "out") ? (
        <>
          {now === "pairs" ? <Caption>{t("pairs-says")}</Caption> : null}
          <ArtifactView
            handle={handle}
            reader={reader}
            compact={compact}
            called={(column, text) => (now === "pairs" ? calledInPairs(column, text, locale) : null)}
            {...(keepRows && now === "out" ? { keepRows } : {})}
          />
        </>
      ) : null}
      {now === "in-r" && body ? (
        <>
          <Caption>{t("in-r-says")}</Caption>
          <Code tabIndex={0}>{body.inR.join("\n")}</Code>
        </>
      ) : null}
      {body && askAfter && !compact ? <Ask body={body} locale={locale} askAfter={askAfter} /> : null}
    </View>
  );
}

function Ask(props: {
  readonly body: MutationsBody;
  readonly locale: OutputProps["locale"];
  readonly askAfter: NonNullable<OutputProps["askAfter"]>;
}) {
  const { body, locale, askAfter } = props;
  const t = translator(words, locale);
  return (
    <div style={{ margin: "8px 0" }}>
      <FieldGroup label={t("ask-survival")}>
        <Buttons>
          {body.genes.slice(0, mostAsked).map(({ name }) => (
            <LineButton
              key={name}
              type="button"
              onClick={() => askAfter("report", [{ group: name, model: { columns: [{ column: name, reference: wildWord }] } }])}
            >
              {name}
            </LineButton>
          ))}
        </Buttons>
      </FieldGroup>
      <Caption>{t("ask-says")}</Caption>
    </div>
  );
}

function Picture(props: {
  readonly handle: OutputHandle;
  readonly reader: OutputProps["reader"];
  readonly name: string;
  readonly locale: OutputProps["locale"];
  readonly compact: boolean | undefined;
}) {
  const { handle, reader, name, locale, compact } = props;
  const loaded = useArtifact(handle, reader);
  const { width } = useRoom();
  const isNarrow = width < 400;
  const figure = useMemo(() => {
    const artifact = loaded.state === "here" ? artifactFromJson(loaded.value) : null;
    return artifact?.type === "figure" ? (isNarrow ? panelsBelow(artifact) : artifact) : null;
  }, [loaded, isNarrow]);
  if (!figure) return <Waiting loaded={loaded} locale={locale} height={360} />;
  const height = heightIn(figure, isNarrow);
  return <PlotlyFigure figure={figure} name={name} height={compact ? Math.min(height, 420) : height} />;
}
