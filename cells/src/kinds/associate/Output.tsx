// What an association found: sentences and the Manhattan plot first, then QQ, the locus, independent hits, frequencies, the table, calls.

import { styled } from "@mui/material/styles";
import { useMemo, useState } from "react";
import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import type { Json } from "../../base/json.ts";
import { type Selection, stepOfSelected } from "../../artifacts/selection.ts";
import type { KeptSelection, OutputHandle, OutputProps } from "../../contract/kind-view.ts";
import { bodyOf } from "../../contract/report.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { sentencesIn } from "../../messages/sentence.ts";
import { associationReport } from "../../reports/association/report.ts";
import { Doubts } from "../../ui/Doubts.tsx";
import { Caption, mono } from "../../ui/field-styles.ts";
import { FigureOutput } from "../../ui/FigureOutput.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { ManhattanView } from "./ManhattanView.tsx";
import type { AssociateSpec } from "./spec.ts";
import { words } from "./words.ts";

const figures = ["manhattan", "qq", "locus", "spectrum"] as const;
type Tab = (typeof figures)[number] | "hits" | "variants" | "calls";
const order: readonly Tab[] = ["manhattan", "qq", "locus", "hits", "spectrum", "variants", "calls"];

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

/** Variants by their places, also those that a picture of very many does not draw. */
const keptOf = (selection: Selection | null, variants: OutputHandle | null, drawn: OutputHandle): KeptSelection => ({
  from: drawn.ref,
  by: "area",
  value: selection as Json,
  ...(variants
    ? { rows: { of: variants.ref, step: stepOfSelected({ x: "position", y: "minus_log10_p", parts: "chromosome" }) } }
    : {}),
});

export function Output({ name, locale, outputs, reader, compact, keepRows, mend, keepSelection }: OutputProps<AssociateSpec>) {
  const t = translator(words, locale);
  const [tab, setTab] = useState<Tab>("manhattan");
  const report = useArtifact(outputs["report"], reader);
  const body = useMemo(() => (report.state === "here" ? bodyOf(associationReport, report.value) : null), [report]);
  const { out, clumps } = outputs;
  const there = order.filter((each) =>
    each === "hits" ? clumps : each === "variants" ? out : each === "calls" ? body : outputs[each] !== undefined,
  );
  const now = there.includes(tab) ? tab : (there[0] ?? "variants");
  const look = (variant: string): void => {
    mend?.(["locus"], variant);
    setTab("locus");
  };
  const picture = figures.find((each) => each === now);
  const handle = picture && outputs[picture];
  return (
    <View locale={locale}>
      {body ? (
        <>
          <Said>
            {sentencesIn(body.says as Json).map((sentence) => (
              <li key={sentence.key}>{sentenceIn(sentence, locale)}</li>
            ))}
          </Said>
          <Doubts said={body.doubts as Json} />
        </>
      ) : null}
      <Tabs
        label={t("result")}
        value={now}
        onChange={setTab}
        options={there.map((value) => ({ value, label: t(`tab-${value}`) }))}
      />
      {handle && now === "manhattan" ? (
        <ManhattanView
          handle={handle}
          variants={out}
          reader={reader}
          name={`${name}_manhattan`}
          compact={compact}
          look={mend && look}
          keep={
            keepSelection && out && ((selection, withRows) => keepSelection(keptOf(selection, withRows ? out : null, handle)))
          }
        />
      ) : handle ? (
        <FigureOutput handle={handle} reader={reader} compact={compact} name={`${name}_${now}`} />
      ) : null}
      {now === "locus" ? <Caption>{t("locus-says")}</Caption> : null}
      {now === "hits" && clumps ? (
        <>
          <ArtifactView handle={clumps} reader={reader} compact={compact} />
          <Caption>{t("clumps-say")}</Caption>
        </>
      ) : null}
      {now === "variants" && out ? (
        <ArtifactView handle={out} reader={reader} compact={compact} {...(keepRows ? { keepRows } : {})} />
      ) : null}
      {now === "calls" && body ? <Code tabIndex={0}>{body.calls.join("\n")}</Code> : null}
    </View>
  );
}
