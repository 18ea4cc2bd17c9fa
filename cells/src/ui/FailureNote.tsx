// What went wrong: what, where, what to do, and one button where a change of the settings would mend it.

import { styled } from "@mui/material/styles";
import type { Failure } from "../base/failure.ts";
import { failureSentence } from "../messages/catalogue.ts";
import { LineButton } from "./field-styles.ts";
import { useLocale, useT } from "./locale-context.tsx";

const Strip = styled("div")({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: 8,
  minHeight: 28,
  padding: "4px 12px",
  borderRadius: 4,
  background: "var(--gc-failed-wash)",
  color: "var(--gc-failed)",
  fontSize: 13,
  lineHeight: "18px",
  "& button": { marginLeft: "auto", height: 24, color: "inherit", borderColor: "currentColor" },
});

export function FailureNote({
  failure,
  onFix,
}: {
  readonly failure: Failure;
  readonly onFix?: (fix: NonNullable<Failure["fix"]>) => void;
}) {
  const locale = useLocale();
  const t = useT("views");
  const { fix } = failure;
  return (
    <Strip role="alert">
      <span>{failureSentence(failure, locale)}</span>
      {fix && onFix ? (
        <LineButton type="button" onClick={() => onFix(fix)}>
          {typeof fix.value === "string" ? t("use", { value: fix.value }) : t("fix")}
        </LineButton>
      ) : null}
    </Strip>
  );
}
