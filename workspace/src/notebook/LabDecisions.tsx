// What waits for a word of this person's lab: cells that others ask to see, and dashboards that others want to publish, each
// with one click to say yes or no. Nothing where nothing waits.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { api, useApi } from "../api/client.ts";
import type { ProposalList, ReleaseList } from "../api/answers.ts";
import { toast, useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { useNotebook } from "../desk/notebook-context.tsx";

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
  const nameOf = (id: string): string => notebook.cells.find((cell) => cell.id === id)?.name || t("a-note");

  const decide = async (cell: string, key: string, released: boolean): Promise<void> => {
    const answer = await api.put(`${base}/releases/${encodeURIComponent(cell)}`, { key, released });
    if (!answer.ok) toast(answer.error.message, { wrong: true });
    asked.reload();
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
  return (
    <>
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
      {proposals.map(({ proposal, by, cells: chosen, audience, labs, mine, small }) => (
        <div key={proposal} className="strip accent" style={{ flexWrap: "wrap" }} role="status" data-testid="proposal-waits">
          <span className="grow" style={wide}>
            {t("proposal-waits", {
              name: by.name,
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
    </>
  );
}
