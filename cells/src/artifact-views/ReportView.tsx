// A report that was loaded from a file: steps as they were fitted, one below the other, each in words with what it was fitted on.
// Other reports are shown by the kinds that make them.

import type { ReactNode } from "react";
import { styled } from "@mui/material/styles";
import { fittedChainOf, type FittedStepState } from "../contract/fitted-chain.ts";
import { stepOf, stepSchema } from "../steps.ts";
import { Card } from "../ui/field-styles.ts";
import { useLocale, useT } from "../ui/locale-context.tsx";
import { reportBody } from "../ui/report-body.ts";
import { useArtifact } from "../ui/use-artifact.ts";
import { formatBytes } from "../messages/format-bytes.ts";
import type { Locale } from "../messages/locale.ts";
import { words as viewsWords } from "../messages/views/words.ts";
import type { ArtifactViewProps } from "./props.ts";

const List = styled("ol")({
  margin: 0,
  padding: "8px 12px 8px 32px",
  fontSize: 13,
  lineHeight: "18px",
  "& .of": { color: "var(--gc-muted)", fontSize: 12 },
});

/** More than these nobody reads one by one. */
const mostShown = 200;

export function ReportView({ handle, reader }: ArtifactViewProps) {
  const t = useT(viewsWords);
  const locale = useLocale();
  const loaded = useArtifact(handle, reader);
  if (loaded.state !== "here") return null;
  const chain = fittedChainOf({ type: "report", report: "fitted-chain", body: reportBody(loaded.value) });
  if (!chain) return null;
  const { steps } = chain;
  return (
    <Card>
      <List aria-label={t("recipe-steps")}>
        {steps.slice(0, mostShown).map((step, at) => (
          <li key={`${at} ${step.verb}`}>
            {inWords(step, locale)}
            {keptInWords(step, locale)}
          </li>
        ))}
      </List>
      {steps.length > mostShown ? <p>{t("and-more", { n: steps.length - mostShown })}</p> : null}
    </Card>
  );
}

/** Of how many rows it took what it keeps, or how much it keeps of another cell. */
function keptInWords({ fitted, freezes, given }: FittedStepState, locale: Locale): ReactNode {
  if (!fitted) return null;
  const said =
    freezes === "fitted"
      ? viewsWords.say("recipe-fitted-on", { rows: fitted.rows, of: fitted.of }, locale)
      : given?.includes(null)
        ? viewsWords.say("recipe-keeps", { size: formatBytes(JSON.stringify(fitted.state).length, locale) }, locale)
        : null;
  return said === null ? null : <span className="of"> {said}</span>;
}

function inWords({ verb, options }: FittedStepState, locale: Locale): string {
  const parsed = stepSchema.safeParse(options);
  const card = stepOf(verb)?.step;
  return parsed.success && card
    ? card.say(parsed.data, { locale, nameOf: () => "…", on: null, noun: null })
    : (card?.words.say("title", {}, locale) ?? verb);
}
