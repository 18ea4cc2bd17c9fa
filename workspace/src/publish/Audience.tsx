// Who may read, and why it is published.

import { useScreen } from "../app/screen.tsx";

export function Audience({
  audience,
  onAudience,
  reason,
  onReason,
}: {
  readonly audience: "labs" | "link";
  onAudience(audience: "labs" | "link"): void;
  readonly reason: string;
  onReason(reason: string): void;
}) {
  const { t } = useScreen();
  return (
    <section className="stack">
      <h3>{t("who-may-read")}</h3>
      <label className="row">
        <input type="radio" name="audience" checked={audience === "labs"} onChange={() => onAudience("labs")} />
        {t("audience-labs")}
      </label>
      <label className="row">
        <input type="radio" name="audience" checked={audience === "link"} onChange={() => onAudience("link")} />
        {t("audience-link")}
      </label>
      <label className="field">
        <span>{t("why-publish")}</span>
        <input
          className="input"
          value={reason}
          maxLength={500}
          placeholder={t("why-publish-example")}
          onChange={(event) => onReason(event.currentTarget.value)}
        />
      </label>
    </section>
  );
}
