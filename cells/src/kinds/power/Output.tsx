// The answer in words, the curve with the answer on it, and the call of R.

import { styled } from "@mui/material/styles";
import type { Json } from "../../base/json.ts";
import type { OutputProps } from "../../contract/kind-view.ts";
import { bodyOf } from "../../contract/report.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { sentencesIn } from "../../messages/sentence.ts";
import { powerReport } from "../../reports/power/report.ts";
import { mono } from "../../ui/field-styles.ts";
import { FigureOutput } from "../../ui/FigureOutput.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import type { PowerSpec } from "./spec.ts";
import { words } from "./words.ts";

const Said = styled("p")({ margin: "0 0 8px", maxWidth: 720, "&::first-letter": { textTransform: "uppercase" } });
const More = styled("details")({
  margin: "8px 0 0",
  fontSize: 13,
  "& summary": { cursor: "pointer" },
  "& pre": { fontFamily: mono, margin: "4px 0", overflowX: "auto" },
});

export function Output({ name, locale, outputs, reader, compact }: OutputProps<PowerSpec>) {
  const t = translator(words, locale);
  const loaded = useArtifact(outputs["report"], reader);
  if (loaded.state !== "here") return <Waiting loaded={loaded} locale={locale} height={360} />;
  const body = bodyOf(powerReport, loaded.value);
  if (!body) return null;
  const out = outputs["out"];
  return (
    <View locale={locale}>
      <Said>
        {sentencesIn(body.says as Json)
          .map((sentence) => sentenceIn(sentence, locale))
          .join(" ")}
      </Said>
      {out ? <FigureOutput handle={out} reader={reader} name={name} compact={compact} /> : null}
      {compact ? null : (
        <More>
          <summary>{t("in-r")}</summary>
          <pre>{body.inR.join("\n")}</pre>
        </More>
      )}
    </View>
  );
}
