// One entry of the store: what its lab says of it, what is in it, its versions, who uses it, and what was made of it.

import { useState } from "react";
import { api, useApi } from "../api/client.ts";
import type { FeatureViewAnswer, RecipeAnswer } from "../api/answers.ts";
import { AskFirst } from "../app/AskFirst.tsx";
import { PageFrame } from "../app/PageFrame.tsx";
import { nameOf } from "../app/person.tsx";
import { toast, useScreen } from "../app/screen.tsx";
import { Ago } from "../app/time.tsx";
import { Link, navigate } from "../router/navigate.tsx";
import { RecipeInside } from "./RecipeInside.tsx";
import { UsingCells } from "./UsingCells.tsx";
import { ViewInside } from "./ViewInside.tsx";

type Entry = RecipeAnswer | FeatureViewAnswer;

export function EntryPage({ id }: { readonly id: string }) {
  const { t } = useScreen();
  const part = encodeURIComponent(id);
  const recipe = useApi<RecipeAnswer>(`/recipes/${part}`);
  const view = useApi<FeatureViewAnswer>(recipe.error?.status === 404 ? `/feature-views/${part}` : null);
  const found = recipe.value ?? view.value;
  const error = recipe.error?.status === 404 ? view.error : recipe.error;
  const reload = (): void => (recipe.value ? recipe.reload() : view.reload());
  const at = recipe.value ? `/recipes/${part}` : `/feature-views/${part}`;
  return (
    <PageFrame title={found?.name ?? t("store")}>
      <p>
        <Link to="/store">{t("store")}</Link>
      </p>
      {error ? <p className="notice failed">{error.message}</p> : null}
      {found ? (
        <div className="stack" style={{ gap: 24 }}>
          <About entry={found} at={at} reload={reload} />
          {recipe.value ? <RecipeInside recipe={recipe.value} at={at} /> : null}
          {view.value ? <ViewInside view={view.value} at={at} reload={reload} /> : null}
          <Usage entry={found} />
        </div>
      ) : null}
    </PageFrame>
  );
}

function About({ entry, at, reload }: { readonly entry: Entry; readonly at: string; reload(): void }) {
  const { t } = useScreen();
  const [edit, setEdit] = useState(false);
  const change = async (body: object): Promise<void> => {
    const answer = await api.patch(at, body);
    if (!answer.ok) toast(answer.error.message, { wrong: true });
    reload();
  };
  const { deprecated } = entry;
  return (
    <section className="stack">
      {deprecated ? (
        <p className="notice">
          <b>{t("deprecated")}</b> {t("deprecated-since", { name: nameOf(deprecated.by), why: deprecated.why })}{" "}
          {deprecated.instead ? (
            <Link to={`/store/${encodeURIComponent(deprecated.instead.id)}`}>
              {t("deprecated-instead", { name: deprecated.instead.name })}
            </Link>
          ) : null}
        </p>
      ) : null}
      {edit ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            const form = new FormData(event.currentTarget);
            const text = (name: string): string => String(form.get(name) ?? "").trim();
            const tags = text("tags")
              .split(",")
              .map((tag) => tag.trim())
              .filter(Boolean);
            setEdit(false);
            void change({ name: text("name"), description: text("description"), tags });
          }}
        >
          <label className="field">
            <span>{t("store-name")}</span>
            <input className="input" name="name" defaultValue={entry.name} maxLength={255} required />
          </label>
          <label className="field">
            <span>{t("store-description")}</span>
            <textarea className="input" name="description" defaultValue={entry.description} rows={3} maxLength={4000} />
          </label>
          <label className="field">
            <span>{t("store-tags")}</span>
            <input className="input" name="tags" defaultValue={entry.tags.join(", ")} />
          </label>
          <div className="row">
            <button type="submit" className="btn fill">
              {t("save")}
            </button>
            <button type="button" className="btn line" onClick={() => setEdit(false)}>
              {t("cancel")}
            </button>
          </div>
        </form>
      ) : (
        <>
          {entry.description ? <p style={{ whiteSpace: "pre-line" }}>{entry.description}</p> : null}
          <p className="caption muted">
            {entry.lab.name} · {t("version-n", { n: entry.version })} · {nameOf(entry.by)} <Ago at={entry.createdAt} />
            {entry.tags.length > 0 ? ` · ${entry.tags.join(", ")}` : null}
          </p>
          {entry.right === "restricted" ? <p className="notice">{t("entry-restricted")}</p> : null}
        </>
      )}
      {entry.mayChange && !edit ? (
        <div className="row wrap">
          <button type="button" className="btn line dense" onClick={() => setEdit(true)}>
            {t("edit")}
          </button>
          {deprecated ? (
            <button type="button" className="btn line dense" onClick={() => void change({ deprecated: null })}>
              {t("use-again")}
            </button>
          ) : (
            <AskFirst
              label={t("deprecate")}
              className="btn line dense"
              asks={t("deprecate-asks", { name: entry.name })}
              act={t("deprecate")}
              why={t("deprecate-why")}
              onYes={(why) => void change({ deprecated: { why, instead: null } })}
            >
              {t("deprecate")}
            </AskFirst>
          )}
          <AskFirst
            label={t("to-the-bin")}
            className="btn line dense"
            asks={t("entry-bin-asks", { name: entry.name })}
            act={t("to-the-bin")}
            onYes={async () => {
              const answer = await api.delete(at);
              if (answer.ok) navigate("/store");
              else toast(answer.error.message, { wrong: true });
            }}
          >
            {t("to-the-bin")}
          </AskFirst>
        </div>
      ) : null}
    </section>
  );
}

/** Whose data it is made of, and what is made with it. */
function Usage({ entry }: { readonly entry: Entry }) {
  const { t } = useScreen();
  const { usage, madeOf } = entry;
  const isUsed = usage.cells.length > 0 || usage.unseen > 0 || usage.dashboards.length > 0 || usage.unseenDashboards > 0;
  return (
    <>
      {madeOf.length > 0 ? (
        <section className="stack">
          <h2>{t("made-of")}</h2>
          <ul className="list">
            {madeOf.map((dataset) => (
              <li key={dataset.id}>
                {dataset.name === null ? (
                  <span className="grow muted">{t("data-unseen")}</span>
                ) : (
                  <Link className="main grow" to={`/files#${encodeURIComponent(dataset.id)}`}>
                    {dataset.name}
                  </Link>
                )}
                <span className="muted">{dataset.lab.name}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="stack">
        <h2>{t("used-by")}</h2>
        {isUsed ? (
          <ul className="list">
            <UsingCells cells={usage.cells} />
            {usage.unseen > 0 ? <li className="muted">{t("used-unseen", { n: usage.unseen })}</li> : null}
            {usage.dashboards.map((title) => (
              <li key={title}>
                <span className="grow">{title}</span>
                <span className="muted">{t("dashboards")}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="empty">
            {t("used-by-nobody")} {"entity" in entry ? t("use-it-view", { id: entry.id }) : t("use-it-recipe")}
          </p>
        )}
      </section>
    </>
  );
}
