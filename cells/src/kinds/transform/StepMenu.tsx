// The menu of steps: in sections, or what is typed looked for in titles, sentences and other names of steps.

import { stepSections, type StepData } from "../../contract/step.ts";
import type { Locale } from "../../messages/locale.ts";
import { stepsFor } from "../../steps.ts";
import { Combo } from "../../ui/ComboField.tsx";
import type { Hit } from "../../ui/HitList.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { words as formsWords } from "../../messages/forms/words.ts";

interface Props {
  /** What the step would stand on. */
  readonly on: StepData;
  readonly locale: Locale;
  readonly onChoose: (verb: string) => void;
}

export function StepMenu({ on, locale, onChoose }: Props) {
  const t = translator(formsWords, locale);
  return (
    <Combo
      label={t("add-step")}
      shown=""
      placeholder={t("add-step")}
      noun={t("a-step")}
      width={220}
      most={100}
      find={async (text) => stepsFound(on, text, locale)}
      onChoose={onChoose}
    />
  );
}

/** Without a text all of them under the headings of their sections; else those that fit, titles that begin so first. */
export function stepsFound(on: StepData, text: string, locale: Locale): readonly Hit[] {
  const t = translator(formsWords, locale);
  const listed = stepsFor(on).map(({ step }) => ({
    value: step.name,
    label: step.words.say("title", {}, locale),
    section: step.section,
    does: `${step.words.say("does", {}, locale)} ${step.name} ${step.menu?.words(locale).synonyms ?? ""}`.toLowerCase(),
  }));
  const typed = text.trim().toLowerCase();
  if (typed === "")
    return stepSections.flatMap((section) =>
      listed
        .filter((step) => step.section === section)
        .map(({ value, label }) => ({ value, label, note: "", heading: t(`section-${section}`) })),
    );
  const rank = ({ label, does }: (typeof listed)[number]): number => {
    const title = label.toLowerCase();
    if (title.startsWith(typed)) return 0;
    if (title.split(/[\s-]+/).some((word) => word.startsWith(typed))) return 1;
    return title.includes(typed) ? 2 : typed.split(/\s+/).every((word) => does.includes(word) || title.includes(word)) ? 3 : 4;
  };
  return listed
    .map((step) => ({ step, at: rank(step) }))
    .filter(({ at }) => at < 4)
    .toSorted((a, b) => a.at - b.at)
    .map(({ step: { value, label, section } }) => ({ value, label, note: t(`section-${section}`) }));
}
