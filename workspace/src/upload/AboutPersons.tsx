// Whether the rows of data sets are persons: asked once where files arrive, and where a data set is looked at.

import { api } from "../api/client.ts";
import { toast, useScreen } from "../app/screen.tsx";

export function AboutPersons({
  datasets,
  on,
  may,
  onChanged,
}: {
  readonly datasets: readonly string[];
  readonly on: boolean;
  readonly may: boolean;
  onChanged(aboutPersons: boolean): void;
}) {
  const { t } = useScreen();
  const mark = async (aboutPersons: boolean): Promise<void> => {
    for (const dataset of datasets) {
      const answer = await api.patch(`/datasets/${encodeURIComponent(dataset)}`, { aboutPersons });
      if (!answer.ok) {
        toast(answer.error.message, { wrong: true });
        return;
      }
    }
    onChanged(aboutPersons);
  };
  return (
    <label className="row">
      <input type="checkbox" checked={on} disabled={!may} onChange={(event) => void mark(event.currentTarget.checked)} />
      <span>
        {t("about-persons")} <span className="muted">{t("about-persons-line")}</span>
      </span>
    </label>
  );
}
