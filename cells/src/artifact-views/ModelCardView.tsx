// What a model is: what it predicts from what, trained on what, and how it may be taken along.

import { styled } from "@mui/material/styles";
import type { ArtifactReader, OutputHandle } from "../contract/kind-view.ts";
import { Card } from "../ui/field-styles.ts";
import { learnerOfCard } from "../learners.ts";
import { useLocale, useT } from "../ui/locale-context.tsx";
import { words as viewsWords } from "../messages/views/words.ts";

const List = styled("dl")({
  display: "grid",
  gridTemplateColumns: "minmax(96px, max-content) minmax(0, 1fr)",
  gap: "4px 16px",
  margin: 0,
  padding: 12,
  fontSize: 13,
  lineHeight: "18px",
  "& dt": { color: "var(--gc-muted)" },
  "& dd": { margin: 0 },
  "& a": { color: "var(--gc-accent)" },
});

export function ModelCardView({
  handle,
  reader,
  rows,
}: {
  readonly handle: OutputHandle;
  readonly reader: ArtifactReader;
  readonly rows?: number | undefined;
}) {
  const t = useT(viewsWords);
  const locale = useLocale();
  const detail = handle.summary.detail ?? {};
  const algorithm = String(detail["algorithm"] ?? "");
  const classes = Array.isArray(detail["classes"]) ? (detail["classes"] as readonly unknown[]).map(String) : [];
  const features = handle.summary.shape[0] ?? 0;
  return (
    <Card>
      <List aria-label={t("card")}>
        <dt>{t("algorithm")}</dt>
        <dd>{learnerOfCard(algorithm)?.words.say("title", {}, locale) ?? algorithm}</dd>
        <dt>{t("target")}</dt>
        <dd>{String(detail["target"] ?? "")}</dd>
        <dt>{t("classes")}</dt>
        <dd>
          {classes.slice(0, 12).join(", ")}
          {classes.length > 12 ? ` ${t("and-more", { n: classes.length - 12 })}` : ""}
        </dd>
        <dt>{t("inputs")}</dt>
        <dd>{rows === undefined ? features : t("trained-on", { rows, features })}</dd>
        <dt>{t("download")}</dt>
        <dd>
          <a href={reader.downloadUrl(handle, "onnx")} download>
            {t("onnx")}
          </a>
        </dd>
      </List>
    </Card>
  );
}
