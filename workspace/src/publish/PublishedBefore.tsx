// The versions that were published before, and taking one back.

import { api } from "../api/client.ts";
import type { PublicationRow } from "../api/answers.ts";
import { AskFirst } from "../app/AskFirst.tsx";
import { nameOf } from "../app/person.tsx";
import { toast, useScreen } from "../app/screen.tsx";
import { Ago } from "../app/time.tsx";

export function PublishedBefore({ versions, onChange }: { readonly versions: readonly PublicationRow[]; onChange(): void }) {
  const { t } = useScreen();
  const withdraw = async (row: PublicationRow, why: string): Promise<void> => {
    const answer = await api.post(`/publications/${encodeURIComponent(row.id)}/withdraw`, {
      ...(why === "" ? {} : { reason: why }),
    });
    if (!answer.ok) toast(answer.error.message, { wrong: true });
    onChange();
  };
  return (
    <section className="stack">
      <h3>{t("published-before")}</h3>
      <ul className="list">
        {versions.map((row) => (
          <li key={row.id}>
            <span className="grow clip">
              <a className="main" href={row.url}>
                {t("version-n", { n: row.version })}
              </a>{" "}
              <span className="muted">
                {nameOf(row.by)} <Ago at={row.publishedAt} />
                {row.withdrawnAt ? ` · ${t("withdrawn")}` : ""}
              </span>
            </span>
            {row.withdrawnAt ? null : (
              <AskFirst
                label={t("withdraw-version", { n: row.version })}
                className="btn quiet dense"
                asks={t("withdraw-asks")}
                act={t("withdraw")}
                why={t("withdraw-why")}
                onYes={(why) => void withdraw(row, why)}
              >
                {t("withdraw")}
              </AskFirst>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
