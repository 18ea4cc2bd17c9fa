// What a test found: in words, which test and why, what it takes for given, the call of R, and a row a tested value.

import { styled } from "@mui/material/styles";
import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import { bodyOf } from "../../contract/report.ts";
import type { OutputProps } from "../../contract/kind-view.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { sentencesIn } from "../../messages/sentence.ts";
import { testReport } from "../../reports/test/report.ts";
import { newTest, testSchema } from "../../statistical-tests.ts";
import { DoubtList } from "../../ui/Doubts.tsx";
import { Caption, mono, Quiet } from "../../ui/field-styles.ts";
import { translator, View } from "../../ui/locale-context.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import { calledInTests } from "./called-in-tests.ts";
import { nameOfTest } from "./name-of-test.ts";
import type { TestSpec } from "./spec.ts";
import { words } from "./words.ts";

const Said = styled("p")({ margin: "0 0 8px", maxWidth: 720 });
const Title = styled("h4")({ margin: "12px 0 4px", fontSize: 13, fontWeight: 600 });
const More = styled("details")({
  margin: "0 0 8px",
  fontSize: 13,
  "& summary": { cursor: "pointer" },
  "& pre": { fontFamily: mono, margin: "4px 0", overflowX: "auto" },
});

export function Output({ locale, outputs, reader, compact, mend }: OutputProps<TestSpec>) {
  const t = translator(words, locale);
  const loaded = useArtifact(outputs["report"], reader);
  if (loaded.state !== "here") return <Waiting loaded={loaded} locale={locale} />;
  const body = bodyOf(testReport, loaded.value);
  if (!body) return null;
  const test = testSchema.safeParse(body.test);
  const name = test.success ? nameOfTest(test.data, locale) : body.test.type;
  const said = (list: typeof body.said) => sentencesIn(list as never).map((each) => sentenceIn(each, locale));
  const why = body.why ? said([body.why]) : [];
  const other = body.other;
  const out = outputs["out"];
  const pairs = outputs["pairs"];
  return (
    <View locale={locale}>
      <Said>{said(body.said).join(" ")}</Said>
      <Caption>
        {[t(body.auto ? "chosen" : "taken", { test: name }), ...why].join(" ")}
        {other !== null && mend ? (
          <Quiet type="button" onClick={() => mend(["test"], { type: other })}>
            {t("or", { test: nameOfTest(newTest(other), locale) })}
          </Quiet>
        ) : null}
      </Caption>
      <DoubtList said={sentencesIn(body.doubts as never).map((sentence) => ({ sentence }))} />
      {compact || body.assumptions.length === 0 ? null : (
        <More>
          <summary>{t("assumptions")}</summary>
          {said(body.assumptions).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </More>
      )}
      {compact ? null : (
        <More>
          <summary>{t("in-r")}</summary>
          <pre>{body.inR.join("\n")}</pre>
        </More>
      )}
      {out ? (
        <ArtifactView
          handle={out}
          reader={reader}
          compact={compact}
          called={(column, text) => calledInTests(column, text, locale)}
        />
      ) : null}
      {pairs ? (
        <>
          <Title>{t("each-two")}</Title>
          <ArtifactView handle={pairs} reader={reader} compact={compact} />
        </>
      ) : null}
    </View>
  );
}
