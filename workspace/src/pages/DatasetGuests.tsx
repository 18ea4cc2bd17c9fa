// To whom results of a data set are shown in notebooks, and taking them back, whatever one is in the notebook.

import { api, useApi } from "../api/client.ts";
import type { DatasetGuests as Answer } from "../api/answers.ts";
import { nameOf } from "../app/person.tsx";
import { toast, useScreen } from "../app/screen.tsx";
import { Ago, Day } from "../app/time.tsx";

type Guest = Answer["notebooks"][number]["guests"][number];

export function DatasetGuests({ dataset, name }: { readonly dataset: string; readonly name: string }) {
  const { t } = useScreen();
  const at = `/datasets/${encodeURIComponent(dataset)}/guests`;
  const found = useApi<Answer>(at);
  if (found.error) return <p className="notice failed">{found.error.message}</p>;
  const notebooks = found.value?.notebooks ?? [];
  if (notebooks.length === 0) return null;
  const takeBack = async (guest: Guest): Promise<void> => {
    const answer = await api.delete(`${at}/${encodeURIComponent(guest.id)}`);
    if (!answer.ok) toast(answer.error.message, { wrong: true });
    found.reload();
  };
  const nameOfGuest = ({ who, name, email, role }: Guest): string => {
    if (who === "link") return t("by-link-as", { role: t(`role-${role}`) });
    return name ?? email ?? t("invited-not-come");
  };
  return (
    <section className="stack">
      <h3>{t("shown-to")}</h3>
      <p className="caption muted">{t("shown-to-words")}</p>
      {notebooks.map(({ notebook, guests }) => (
        <section key={notebook.id} aria-label={notebook.title}>
          <b className="clip" style={{ display: "block", marginBottom: 4 }}>
            {notebook.title}
          </b>
          <ul className="list">
            {guests.map((guest) => (
              <li key={guest.id}>
                <span className="grow" style={{ minWidth: 0, overflowWrap: "anywhere" }}>
                  {nameOfGuest(guest)}
                  <span className="caption muted" style={{ display: "block" }}>
                    {guest.who === "lab" ? <>{t("all-members")} · </> : null}
                    {guest.email === null ? null : <>{t("not-come-yet")} · </>}
                    {guest.expiresAt === null ? null : (
                      <>
                        {t("until")} <Day at={guest.expiresAt} />
                        {" · "}
                      </>
                    )}
                    {guest.came.length > 0 ? <>{t("came-by-it", { names: guest.came.join(", ") })} · </> : null}
                    {nameOf(guest.by)} <Ago at={guest.at} />
                  </span>
                </span>
                <button
                  type="button"
                  className="btn line dense"
                  aria-label={t("hide-results", { who: nameOfGuest(guest), name })}
                  onClick={() => void takeBack(guest)}
                >
                  {t("take-back")}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
