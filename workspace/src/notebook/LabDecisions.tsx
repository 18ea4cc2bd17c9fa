// What waits for a word of this person's lab: data whose results others ask to see, cells that they ask to have released, and dashboards that others want to publish, each
// with one click to say yes or no. Nothing where nothing waits.

import { useEffect, useRef } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { api, useApi } from "../api/client.ts";
import type { ProposalList, ReleaseList, ResultAskList, UnshownResults } from "../api/answers.ts";
import { toast, useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { useNotebook } from "../desk/notebook-context.tsx";
import { useNameOfCell } from "../desk/use-name-of-cell.ts";
import { decideRelease, releaseAsksOf, waitingReleases } from "./release-asks.ts";
import { resultAsksOf } from "./result-asks.ts";
import { useGuestNames, useShowToAll } from "./Unshown.tsx";
import { useKeptBack } from "./use-kept-back.ts";

const everyMs = 20_000;
/** On a phone the buttons stand below. */
const wide = { flexBasis: 240 };

/** Somebody who comes later is asked for anew. */
const markOf = (dataset: string, guests: readonly { readonly id: string }[]): string =>
  [dataset, ...guests.map(({ id }) => id).sort()].join(" ");

export function LabDecisions() {
  const { t } = useScreen();
  const { open, acts } = useNotebook();
  const base = `/notebooks/${encodeURIComponent(open.id)}`;
  const asked = useApi<ReleaseList>(`${base}/releases`, everyMs);
  const proposed = useApi<ProposalList>(`${base}/publications/proposals`, everyMs);
  const wanted = useApi<ResultAskList>(`${base}/asks`, everyMs);
  const unshown = useApi<UnshownResults>(`${base}/unshown-results`, everyMs);
  const names = useGuestNames();
  const showToAll = useShowToAll(unshown.reload);
  const [kept, keepBack] = useKeptBack(open.id);
  // Whoever asks is told to the others at once; so is what became of it. Each list is loaded by itself first.
  const retold = useStore(open.retold);
  const reload = useRef(() => {});
  reload.current = () => {
    for (const list of [asked, proposed, wanted, unshown]) list.reload();
  };
  useEffect(() => {
    if (retold > 1) reload.current();
  }, [retold]);
  // A notebook that was restored is opened anew.
  const opened = useRef(open);
  useEffect(() => {
    if (opened.current !== open) reload.current();
    opened.current = open;
  }, [open]);
  useEffect(() => {
    if (wanted.value) resultAsksOf(open).set(wanted.value);
  }, [open, wanted.value]);
  useEffect(() => {
    if (asked.value) releaseAsksOf(open).set(asked.value.releases);
  }, [open, asked.value]);
  const releases = waitingReleases(useStore(releaseAsksOf(open)));
  const nameOf = useNameOfCell();

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

  const proposals = (proposed.value?.proposals ?? []).flatMap((one) => {
    const mine = one.datasets.filter(({ mayAgree, agreed }) => mayAgree && !agreed);
    return one.changed || mine.length === 0 ? [] : [{ ...one, mine }];
  });
  const asks = wanted.value?.asks ?? [];
  // Of those who were there before the data nobody has decided.
  const later = (unshown.value?.datasets ?? []).flatMap((one) => {
    const guests = one.guests.filter(({ before }) => before);
    return guests.length === 0 || kept.has(markOf(one.id, guests)) ? [] : [{ ...one, guests }];
  });
  if (asks.length + releases.length + proposals.length + later.length === 0) return null;
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
      {later.map((one) => (
        <div key={one.id} className="strip accent" style={{ flexWrap: "wrap" }} role="status" data-testid="results-unshown">
          <span className="grow" style={wide}>
            {t("came-after", { name: one.name, names: [...names(one.guests)] })}
          </span>
          <button type="button" className="btn line" onClick={() => void showToAll(one)}>
            {t("show-them-results")}
          </button>
          <button type="button" className="btn line" onClick={() => keepBack(markOf(one.id, one.guests))}>
            {t("keep-back")}
          </button>
        </div>
      ))}
      {releases.map((one) => (
        <div key={one.cell} className="strip accent" style={{ flexWrap: "wrap" }} role="status" data-testid="release-waits">
          <span className="grow" style={wide}>
            {t("release-waits", { name: one.by.name, cell: nameOf(one.cell) })}
          </span>
          <button type="button" className="btn line" onClick={() => acts.focus(one.cell as CellId, { scroll: true })}>
            {t("go-to", { name: nameOf(one.cell) })}
          </button>
          {one.key === null ? (
            <button type="button" className="btn line" onClick={() => acts.run(one.cell as CellId, "upstream")}>
              {t("run")}
            </button>
          ) : (
            <>
              <button type="button" className="btn line" onClick={() => void decideRelease(open, one, true)}>
                {t("release")}
              </button>
              <button type="button" className="btn line" onClick={() => void decideRelease(open, one, false)}>
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
