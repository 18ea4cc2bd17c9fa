// Groups smaller than the labs of the data show, and why they go out all the same.

import type { PublicationCheck } from "../api/answers.ts";
import { useScreen } from "../app/screen.tsx";

export function SmallGroups({
  check,
  why,
  onWhy,
}: {
  readonly check: PublicationCheck;
  readonly why: string;
  onWhy(why: string): void;
}) {
  const { t } = useScreen();
  if (!check.smallGroups) return null;
  return (
    <section className="stack">
      <h3>{t("small-groups")}</h3>
      <p className="caption muted">{t("small-groups-rule", { n: check.smallGroups.least, labs: check.smallGroups.labs })}</p>
      {why !== "" || check.blockers.some((blocker) => blocker.reason === "small-groups" || blocker.reason === "close-totals") ? (
        <label className="field">
          <span>{t("small-groups-why")}</span>
          <input className="input" value={why} maxLength={500} onChange={(event) => onWhy(event.currentTarget.value)} />
        </label>
      ) : null}
    </section>
  );
}
