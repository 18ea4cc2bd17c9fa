// From whose data it is, and who agreed.

import type { PublicationCheck } from "../api/answers.ts";
import { FileName } from "../app/FileName.tsx";
import { useScreen } from "../app/screen.tsx";

export function Sources({
  check,
  agree,
  onAgree,
}: {
  readonly check: PublicationCheck | null;
  /** Data sets whose labs agreed, as the one who publishes says. */
  readonly agree: readonly string[];
  onAgree(datasets: readonly string[]): void;
}) {
  const { t } = useScreen();
  return (
    <section className="stack">
      <h3>{t("sources")}</h3>
      {check?.sources.length === 0 ? <p className="caption muted">{t("no-sources")}</p> : null}
      {check?.sources.map((row) => (
        <label key={row.dataset.id} className="row">
          {row.agreed === false && row.mayAgree ? (
            <input
              type="checkbox"
              checked={agree.includes(row.dataset.id)}
              onChange={(event) =>
                onAgree(event.currentTarget.checked ? [...agree, row.dataset.id] : agree.filter((id) => id !== row.dataset.id))
              }
            />
          ) : null}
          <span>
            <FileName name={row.dataset.name} />{" "}
            <span className="muted">
              {row.lab.name}
              {row.agreed === false && row.mayAgree ? ` · ${t("they-agreed")}` : ""}
            </span>
          </span>
        </label>
      ))}
    </section>
  );
}
