// What waits for a word of this person's lab: data whose results others ask to see, cells that they ask to have released, and dashboards that others want to publish, each
// with one click to say yes or no. Nothing where nothing waits.

import { useEffect, useRef } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { api, useApi } from "../api/client.ts";
import type { ProposalList, ReleaseList, ResultAskList } from "../api/answers.ts";
import { toast, useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { useNotebook } from "../desk/notebook-context.tsx";
import { resultAsksOf } from "./result-asks.ts";

const everyMs = 20_000;
/** On a phone the buttons stand below. */
const wide = { flexBasis: 240 };

export function LabDecisions() {
  const { t } = useScreen();
  const { open, acts } = useNotebook();
  const notebook = useStore(open.notebook);
  const base = `/notebooks/${encodeURIComponent(open.id)}`;
  const asked = useApi<ReleaseList>(`${base}/releases`, everyMs);
  const proposed = useApi<ProposalList>(`${base}/publications/proposals`, everyMs);
  const wanted = useApi<ResultAskList>(`${base}/asks`, everyMs);
  // Whoever asks is told to the others at once; so is what became of it. Each list is loaded by itself first.
  const retold = useStore(open.retold);
  const reload = useRef(() => {});
  reload.current = () => {
    for (const list of [asked, proposed, wanted]) list.reload();
  };
  useEffect(() => {
    if (retold > 1) reload.current();
  }, [retold]);
  useEffect(() => {
    if (wanted.value) resultAsksOf(open).set(wanted.value);
  }, [open, wanted.value]);
  const nameOf = (id: string): string => notebook.cells.find((cell) => cell.id === id)?.name || t("a-note");

  const decide = async (cell: string, key: string, released: boolean): Promise<void> => {
    const answer = await api.put(`${base}/releases/${encodeURIComponent(cell)}`, { key, released });
    if (!answer.ok) toast(answer.error.message, { wrong: true });
    asked.reload();
  };
  const show = async ({ dataset, by, withLab }: ResultAskList["asks"][number], shown: boolean): Promise<void> => {
    const at = `${base}/asks/${encodeURIComponent(dataset.id)}/${encodeURIComponent(by.id)}`;
    const answer = await api.put(at, { shown, withLab: withLab?.id ?? null });
    if (!answer.ok) toast(answer.error.message, { wrong: true });
    wanted.reload();
  };
  const agree = async (proposal: string, datasets: readonly string[]): Promise<void> => {
    for (const dataset of datasets) {
      const answer = await api.post(`${base}/publications/agreements`, { dataset, proposal });
      if (!answer.ok) toast(answer.error.message, { wrong: true });
    }
    proposed.reload();
  };

  const cells = new Map(
    (asked.value?.releases ?? []).filter(({ mayDecide, state }) => mayDecide && state === "waits").map((one) => [one.cell, one]),
  );
  const proposals = (proposed.value?.proposals ?? []).flatMap((one) => {
    const mine = one.datasets.filter(({ mayAgree, agreed }) => mayAgree && !agreed);
    return one.changed || mine.length === 0 ? [] : [{ ...one, mine }];
  });
  const asks = wanted.value?.asks ?? [];
  if (asks.length + cells.size + proposals.length === 0) return null;
  return (
    <div className="decisions">
      {asks.map((ask) => (
        <div
          key={`${ask.dataset.id} ${ask.by.id}`}
          className="strip accent"
          style={{ flexWrap: "wrap" }}
          role="status"
          data-testid="results-wait"
        >
          <span className="grow" style={wide}>
            {t("results-wait", { name: ask.by.name, dataset: ask.dataset.name })}{" "}
            {ask.withLab ? t("results-with-lab", { lab: ask.withLab.name }) : ""}
          </span>
          <button type="button" className="btn line" onClick={() => void show(ask, true)}>
            {t("show-results")}
          </button>
          <button type="button" className="btn line" onClick={() => void show(ask, false)}>
            {t("refuse")}
          </button>
        </div>
      ))}
      {[...cells.values()].map(({ cell, by, key }) => (
        <div key={cell} className="strip accent" style={{ flexWrap: "wrap" }} role="status" data-testid="release-waits">
          <span className="grow" style={wide}>
            {t("release-waits", { name: by.name, cell: nameOf(cell) })}
          </span>
          <button type="button" className="btn line" onClick={() => acts.focus(cell as CellId, { scroll: true })}>
            {t("go-to", { name: nameOf(cell) })}
          </button>
          {key === null ? (
            <button type="button" className="btn line" onClick={() => acts.run(cell as CellId, "upstream")}>
              {t("run")}
            </button>
          ) : (
            <>
              <button type="button" className="btn line" onClick={() => void decide(cell, key, true)}>
                {t("release")}
              </button>
              <button type="button" className="btn line" onClick={() => void decide(cell, key, false)}>
                {t("refuse")}
              </button>
            </>
          )}
        </div>
      ))}
      {proposals.map(({ proposal, by, title, cells: chosen, audience, labs, mine, small }) => (
        <div key={proposal} className="strip accent" style={{ flexWrap: "wrap" }} role="status" data-testid="proposal-waits">
          <span className="grow" style={wide}>
            {t("proposal-waits", {
              name: by.name,
              title,
              cells: chosen.map(({ name }) => name),
              datasets: mine.map(({ name }) => name),
            })}{" "}
            {audience === "link"
              ? t("proposal-link")
              : labs.length > 0
                ? t("proposal-labs", { labs: labs.map(({ name }) => name) })
                : t("audience-labs")}
            {small.map(({ cell, sizes }) => (
              <b key={cell}> {t("proposal-small", { name: nameOf(cell), sizes: [...sizes] })}</b>
            ))}
          </span>
          <button
            type="button"
            className="btn line"
            onClick={() =>
              void agree(
                proposal,
                mine.map(({ id }) => id),
              )
            }
          >
            {t("agree")}
          </button>
        </div>
      ))}
    </div>
  );
}
