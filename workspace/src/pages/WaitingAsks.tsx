// What waits for a person's word in any notebook, also in those that she cannot open: results of her data are shown or refused
// here, cells are looked at where they are.

import type { WaitingAsks as Answer } from "../api/answers.ts";
import { api, useApi } from "../api/client.ts";
import { toast, useScreen } from "../app/screen.tsx";
import { Link } from "../router/navigate.tsx";

type Waiting = Answer["notebooks"][number];

export function WaitingAsks() {
  const { t } = useScreen();
  const found = useApi<Answer>("/asks", 20_000);
  const notebooks = found.value?.notebooks ?? [];
  if (notebooks.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="waiting-asks">
      <h2 id="waiting-asks">{t("asks-for-you")}</h2>
      <ul className="list">
        {notebooks.flatMap((notebook) => [
          ...notebook.results.map((ask) => (
            <ResultAsk key={`${notebook.id} ${ask.dataset.id} ${ask.by.id}`} notebook={notebook} ask={ask} done={found.reload} />
          )),
          ...(notebook.releases > 0 ? [<Releases key={notebook.id} notebook={notebook} />] : []),
        ])}
      </ul>
    </section>
  );
}

function ResultAsk({
  notebook,
  ask,
  done,
}: {
  readonly notebook: Waiting;
  readonly ask: Waiting["results"][number];
  done(): void;
}) {
  const { t } = useScreen();
  const answer = async (shown: boolean): Promise<void> => {
    const at = `/notebooks/${encodeURIComponent(notebook.id)}/asks/${encodeURIComponent(ask.dataset.id)}/${encodeURIComponent(ask.by.id)}`;
    const said = await api.put(at, { shown, withLab: ask.withLab?.id ?? null });
    if (!said.ok) toast(said.error.message, { wrong: true });
    done();
  };
  return (
    <li style={{ flexWrap: "wrap" }} data-testid="ask-at-home">
      <span className="grow" style={{ flexBasis: 260 }}>
        {t("asks-results-of", { name: ask.by.name, dataset: ask.dataset.name })} <In notebook={notebook} />{" "}
        {ask.withLab ? t("results-with-lab", { lab: ask.withLab.name }) : ""}
      </span>
      <button type="button" className="btn line dense" onClick={() => void answer(true)}>
        {t("show-results")}
      </button>
      <button type="button" className="btn quiet dense" onClick={() => void answer(false)}>
        {t("refuse")}
      </button>
    </li>
  );
}

function Releases({ notebook }: { readonly notebook: Waiting }) {
  const { t } = useScreen();
  return (
    <li style={{ flexWrap: "wrap" }}>
      <span className="grow" style={{ flexBasis: 260 }}>
        {t("asks-releases", { n: notebook.releases })} <In notebook={notebook} />{" "}
        {notebook.mayOpen ? "" : t("asks-let-in", { owners: [...notebook.owners] })}
      </span>
      {notebook.mayOpen ? (
        <Link className="btn line dense" to={`/n/${notebook.id}`}>
          {t("open-it")}
        </Link>
      ) : null}
    </li>
  );
}

function In({ notebook: { id, title, mayOpen } }: { readonly notebook: Waiting }) {
  const { t } = useScreen();
  return mayOpen ? (
    <Link className="main" to={`/n/${id}`}>
      {title || t("untitled")}
    </Link>
  ) : (
    <b>{title || t("untitled")}</b>
  );
}
