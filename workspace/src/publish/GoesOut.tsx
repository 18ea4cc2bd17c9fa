// What goes out beside pictures: tables, each with its rows, and the names of what is drawn, where they are ticked.

import type { PublicationCheck } from "../api/answers.ts";
import { useScreen } from "../app/screen.tsx";

export function GoesOut({
  check,
  labels,
  onLabels,
}: {
  readonly check: PublicationCheck | null;
  readonly labels: boolean;
  onLabels(on: boolean): void;
}) {
  const { t } = useScreen();
  return (
    <section className="stack">
      {check?.tables.map(({ cell, name, rows }) => (
        <p key={cell} className="caption">
          {t("goes-out-as-table", { name, n: rows })}
        </p>
      ))}
      <label className="row">
        <input type="checkbox" checked={labels} onChange={(event) => onLabels(event.currentTarget.checked)} />
        <span>
          {t("labels")}: <span className="muted">{t("labels-too")}</span>
        </span>
      </label>
    </section>
  );
}
