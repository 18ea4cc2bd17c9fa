// What other labs may see of each data set that a notebook reads.

import { useState } from "react";
import { api } from "../api/client.ts";
import type { Access, DatasetRight } from "../api/answers.ts";
import { FileName } from "../app/FileName.tsx";
import { useScreen } from "../app/screen.tsx";

const rights: readonly DatasetRight[] = ["results", "rows", "download"];

/** An entry or a link that lets people in, with the data sets whose results they see in this notebook. */
export interface Guest {
  readonly id: string;
  readonly name: string;
  readonly results: readonly string[];
  /** Theirs already, as members of the lab. */
  readonly own: readonly string[];
}

export function DataRights({
  notebook,
  datasets,
  labs,
  guests,
  done,
}: {
  readonly notebook: string;
  readonly datasets: Access["datasets"];
  /** Labs that have to do with the notebook. */
  readonly labs: readonly { readonly id: string; readonly name: string }[];
  readonly guests: readonly Guest[];
  done(asked: Promise<{ readonly ok: boolean; readonly error?: { readonly message: string } }>): Promise<void>;
}) {
  const { t } = useScreen();
  const [chosenFor, setChosenFor] = useState<{ readonly [dataset: string]: string }>({});
  const mine = new Set(datasets.filter(({ mayGrant }) => mayGrant).map(({ dataset }) => dataset.id));
  const show = (guest: Guest, dataset: string, shown: boolean): void => {
    const others = guest.results.filter((id) => id !== dataset && mine.has(id));
    const at = `/notebooks/${encodeURIComponent(notebook)}/access/${encodeURIComponent(guest.id)}/results`;
    void done(api.put(at, { results: shown ? [...others, dataset] : others }));
  };
  return (
    <section className="stack">
      <h3>{t("who-sees-data")}</h3>
      <p className="caption muted">{t("who-sees-data-words")}</p>
      <ul className="list">
        {datasets.map((row) => {
          const others = labs.filter(
            (lab) => lab.id !== row.dataset.lab.id && !row.grants.some((grant) => grant.lab.id === lab.id),
          );
          const shown = guests.filter(({ results }) => results.includes(row.dataset.id));
          const unshown = guests.filter((guest) => !shown.includes(guest) && !guest.own.includes(row.dataset.id));
          const offered = row.inBin ? [] : [...unshown, ...others];
          const chosen = offered.find(({ id }) => id === chosenFor[row.dataset.id]) ?? offered[0];
          const grant = (lab: string, right: DatasetRight | null) =>
            void done(api.put(`/datasets/${encodeURIComponent(row.dataset.id)}/grants`, { lab, right }));
          return (
            <li key={row.dataset.id} style={{ flexWrap: "wrap" }}>
              <span style={{ flex: "1 1 100%" }}>
                <b>
                  <FileName name={row.dataset.name} />
                </b>{" "}
                <span className="muted">
                  {row.dataset.lab.name}
                  {row.inBin ? ` · ${t("in-the-bin-closed")}` : null}
                </span>
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
                      {(row.inBin ? [item.right] : rights).map((right) => (
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
              {shown.map((guest) => (
                <span key={guest.id} className="row">
                  {guest.name} <span className="muted">{t("results-here")}</span>
                  {row.mayGrant ? (
                    <button
                      type="button"
                      className="btn icon"
                      aria-label={t("hide-results", { who: guest.name, name: row.dataset.name })}
                      onClick={() => show(guest, row.dataset.id, false)}
                    >
                      ✕
                    </button>
                  ) : null}
                </span>
              ))}
              {row.mayGrant && chosen ? (
                <span className="row">
                  <select
                    className="input dense"
                    aria-label={t("show-to")}
                    value={chosen.id}
                    onChange={(event) => setChosenFor({ ...chosenFor, [row.dataset.id]: event.currentTarget.value })}
                  >
                    <Choices label={t("in-this-notebook")} of={unshown} />
                    <Choices label={t("in-every-notebook")} of={others} />
                  </select>
                  <button
                    type="button"
                    className="btn act dense"
                    onClick={() => {
                      const guest = unshown.find(({ id }) => id === chosen.id);
                      if (guest) show(guest, row.dataset.id, true);
                      else grant(chosen.id, "results");
                    }}
                  >
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

function Choices({
  label,
  of,
}: {
  readonly label: string;
  readonly of: readonly { readonly id: string; readonly name: string }[];
}) {
  if (of.length === 0) return null;
  return (
    <optgroup label={label}>
      {of.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
