// What other labs may see of each data set that a notebook reads.

import { useState } from "react";
import { api } from "../api/client.ts";
import type { Access, DatasetRight } from "../api/answers.ts";
import { FileName } from "../app/FileName.tsx";
import { useScreen } from "../app/screen.tsx";

const rights: readonly DatasetRight[] = ["results", "rows", "download"];

export function DataRights({
  datasets,
  labs,
  done,
}: {
  readonly datasets: Access["datasets"];
  /** Labs that have to do with the notebook. */
  readonly labs: readonly { readonly id: string; readonly name: string }[];
  done(asked: Promise<{ readonly ok: boolean; readonly error?: { readonly message: string } }>): Promise<void>;
}) {
  const { t } = useScreen();
  const [grantLab, setGrantLab] = useState<{ readonly [dataset: string]: string }>({});
  return (
    <section className="stack">
      <h3>{t("who-sees-data")}</h3>
      <p className="caption muted">{t("who-sees-data-words")}</p>
      <ul className="list">
        {datasets.map((row) => {
          const others = labs.filter(
            (lab) => lab.id !== row.dataset.lab.id && !row.grants.some((grant) => grant.lab.id === lab.id),
          );
          const chosen = grantLab[row.dataset.id] ?? others[0]?.id ?? "";
          const grant = (lab: string, right: DatasetRight | null) =>
            void done(api.put(`/datasets/${encodeURIComponent(row.dataset.id)}/grants`, { lab, right }));
          return (
            <li key={row.dataset.id} style={{ flexWrap: "wrap" }}>
              <span style={{ flex: "1 1 100%" }}>
                <b>
                  <FileName name={row.dataset.name} />
                </b>{" "}
                <span className="muted">{row.dataset.lab.name}</span>
              </span>
              {row.grants.map((item) => (
                <label key={item.lab.id} className="row">
                  {item.lab.name}
                  {row.mayGrant ? (
                    <select
                      className="input dense"
                      value={item.right}
                      aria-label={t("right-of", { lab: item.lab.name, name: row.dataset.name })}
                      onChange={(event) =>
                        grant(item.lab.id, event.currentTarget.value === "" ? null : (event.currentTarget.value as DatasetRight))
                      }
                    >
                      {rights.map((right) => (
                        <option key={right} value={right}>
                          {t(`right-${right}`)}
                        </option>
                      ))}
                      <option value="">{t("right-none")}</option>
                    </select>
                  ) : (
                    <span className="muted">{t(`right-${item.right}`)}</span>
                  )}
                </label>
              ))}
              {row.mayGrant && others.length > 0 ? (
                <span className="row">
                  <select
                    className="input dense"
                    aria-label={t("another-lab")}
                    value={chosen}
                    onChange={(event) => setGrantLab({ ...grantLab, [row.dataset.id]: event.currentTarget.value })}
                  >
                    {others.map((lab) => (
                      <option key={lab.id} value={lab.id}>
                        {lab.name}
                      </option>
                    ))}
                  </select>
                  <button type="button" className="btn act dense" onClick={() => grant(chosen, "results")}>
                    {t("show-results")}
                  </button>
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
