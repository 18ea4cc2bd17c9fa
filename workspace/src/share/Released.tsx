// Cells that this person's labs have released to those who see results only, each to be taken back.

import type { ReleaseList } from "../api/answers.ts";
import { api, useApi } from "../api/client.ts";
import { toast, useScreen } from "../app/screen.tsx";
import { useNotebook } from "../desk/notebook-context.tsx";
import { useNameOfCell } from "../desk/use-name-of-cell.ts";

type Standing = ReleaseList["standing"][number];

export function Released() {
  const { t } = useScreen();
  const { open } = useNotebook();
  const nameOf = useNameOfCell();
  const base = `/notebooks/${encodeURIComponent(open.id)}/releases`;
  const found = useApi<ReleaseList>(`${base}?standing=true`, 5_000);
  // One person may decide for several labs: she takes back what all of them have said.
  const standing = [...new Map((found.value?.standing ?? []).map((one) => [one.cell, one])).values()];
  const takeBack = async ({ cell, key }: Standing): Promise<void> => {
    const answer = await api.put(`${base}/${encodeURIComponent(cell)}`, { released: false, key, seen: "released" });
    if (!answer.ok) toast(answer.error.message, { wrong: true });
    found.reload();
  };
  if (standing.length === 0) return null;
  return (
    <section className="stack" data-testid="released">
      <h3>{t("released-cells")}</h3>
      <p className="caption muted">{t("released-words")}</p>
      <ul className="list">
        {standing.map((one) => (
          <li key={one.cell}>
            <span className="grow clip">
              {nameOf(one.cell)} <span className="muted">{t("released-by", { name: one.by.name })}</span>
            </span>
            <button
              type="button"
              className="btn quiet dense"
              aria-label={t("take-release-back-of", { name: nameOf(one.cell) })}
              onClick={() => void takeBack(one)}
            >
              {t("take-link-back")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
