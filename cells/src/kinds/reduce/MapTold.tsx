// What a map tells of itself: how far neighbours on it are neighbours, what was lost, and the call of R that draws the same.

import { styled } from "@mui/material/styles";
import type { ComponentsBody } from "../../reports/components/report.ts";
import type { Locale } from "../../messages/locale.ts";
import { numberTold } from "../../messages/translate.ts";
import { Caption, mono } from "../../ui/field-styles.ts";
import { translator } from "../../ui/locale-context.tsx";
import { words } from "./words.ts";

const More = styled("details")({
  margin: "0 0 8px",
  fontSize: 13,
  "& summary": { cursor: "pointer" },
  "& pre": { fontFamily: mono, margin: "4px 0", whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
});

export function MapTold({ map, locale }: { readonly map: NonNullable<ComponentsBody["map"]>; readonly locale: Locale }) {
  const t = translator(words, locale);
  const number = (name: string): number | null => (typeof map.facts[name] === "number" ? (map.facts[name] as number) : null);
  const [divergence, stress] = [number("divergence"), number("stress")];
  const share = map.facts["share"];
  const held = Array.isArray(share) ? share.reduce<number>((sum, each) => sum + Number(each), 0) : null;
  const told = [
    ...(map.trust === null
      ? []
      : [
          t("trust", {
            k: map.neighbours,
            share: numberTold(map.trust * 100, locale),
            value: numberTold(map.trust, locale),
          }),
        ]),
    ...(divergence === null ? [] : [t("divergence", { value: numberTold(divergence, locale) })]),
    ...(stress === null ? [] : [t("stress", { value: numberTold(stress, locale) })]),
    ...(held === null ? [] : [t("mds-share", { share: numberTold(held * 100, locale) })]),
  ];
  return (
    <>
      {told.length > 0 ? <Caption>{told.join(" ")}</Caption> : null}
      <InR calls={map.inR} locale={locale} />
    </>
  );
}

export function InR({ calls, locale }: { readonly calls: string; readonly locale: Locale }) {
  return (
    <More>
      <summary>{translator(words, locale)("in-r")}</summary>
      <pre>{calls}</pre>
    </More>
  );
}
