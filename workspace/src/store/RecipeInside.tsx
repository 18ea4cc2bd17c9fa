// What a recipe holds: its steps, what it takes and gives, and what is otherwise between two of its versions.

import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import { stepSays, titleOfStep } from "@genomecraft/cells/step-says.ts";
import { useState } from "react";
import { useApi } from "../api/client.ts";
import type { RecipeAnswer } from "../api/answers.ts";
import { nameOf } from "../app/person.tsx";
import { useScreen } from "../app/screen.tsx";
import { Ago } from "../app/time.tsx";
import { Link } from "../router/navigate.tsx";
import { TestList, type TestRow } from "./TestList.tsx";

type Version = RecipeAnswer["versions"][number];
interface Content {
  readonly chain: {
    readonly steps: readonly {
      readonly verb: string;
      readonly options: JsonObject;
      readonly fitted?: { readonly rows: number; readonly of: number };
    }[];
  };
  readonly tests: readonly TestRow[];
}

export function RecipeInside({ recipe, at }: { readonly recipe: RecipeAnswer; readonly at: string }) {
  const { t, locale } = useScreen();
  const [shown, setShown] = useState(recipe.version);
  const content = useApi<Content>(recipe.steps ? `${at}/versions/${shown}` : null);
  const here = recipe.versions.find(({ version }) => version === shown);
  const before = recipe.versions.find(({ version }) => version === shown - 1);
  return (
    <section className="stack">
      <div className="row wrap">
        <h2 className="grow">{t("steps-of-recipe")}</h2>
        <select
          className="input dense"
          style={{ width: "auto" }}
          aria-label={t("versions")}
          value={shown}
          onChange={(event) => setShown(Number(event.currentTarget.value))}
        >
          {recipe.versions.map(({ version }) => (
            <option key={version} value={version}>
              {t("version-n", { n: version })}
            </option>
          ))}
        </select>
      </div>
      {here?.takes && here.gives ? (
        <p className="muted">{t("takes-gives", { takes: t(`form-${here.takes.type}`), gives: t(`form-${here.gives.type}`) })}</p>
      ) : null}
      {content.error ? <p className="notice failed">{content.error.message}</p> : null}
      {content.value ? (
        <ol className="stack" style={{ margin: 0, paddingInlineStart: 24 }}>
          {content.value.chain.steps.map((step, place) => (
            <li key={`${place} ${step.verb}`}>
              <b>{titleOfStep({ verb: step.verb }, locale)}</b>
              <div className="caption muted" style={{ overflowWrap: "anywhere" }}>
                {stepSays({ ...step.options, verb: step.verb }, here?.takes?.type ?? null, locale)}
                {step.fitted ? `; ${t("learned-of", { rows: step.fitted.rows, of: step.fitted.of })}` : null}
              </div>
            </li>
          ))}
        </ol>
      ) : null}
      {content.value ? (
        <>
          <h3>{t("store-tests")}</h3>
          <TestList tests={content.value.tests} />
        </>
      ) : null}
      {here && before ? <Changed before={before} now={here} /> : null}
      {here ? (
        <p className="caption muted">
          {here.madeIn?.notebook.title ? (
            <Link to={`/n/${encodeURIComponent(here.madeIn.notebook.id)}#${encodeURIComponent(here.madeIn.cell)}`}>
              {t("made-in", { title: here.madeIn.notebook.title, cell: here.madeIn.cellName })}
            </Link>
          ) : (
            t("made-in-unseen")
          )}
          {" · "}
          {nameOf(here.by)} <Ago at={here.createdAt} />
        </p>
      ) : null}
    </section>
  );
}

/** What is otherwise than in the version before: steps and columns. */
function Changed({ before, now }: { readonly before: Version; readonly now: Version }) {
  const { t, locale } = useScreen();
  if (!before.steps || !now.steps || !before.gives || !now.gives) return null;
  const verbs = ({ steps }: Version): string => (steps ?? []).map(({ verb }) => titleOfStep({ verb }, locale)).join(" → ");
  const names = ({ gives }: Version): readonly string[] => (gives?.columns ?? []).map(({ name }) => name);
  const added = names(now).filter((name) => !names(before).includes(name));
  const lost = names(before).filter((name) => !names(now).includes(name));
  return (
    <div className="stack">
      <h3>{t("drift-against", { n: before.version })}</h3>
      <p style={{ overflowWrap: "anywhere" }}>
        {verbs(before) === verbs(now) ? t("steps-same") : `${verbs(before)}  ⇒  ${verbs(now)}`}
      </p>
      {added.length > 0 ? <p>{t("col-added", { names: added.join(", ") })}</p> : null}
      {lost.length > 0 ? <p>{t("col-lost", { names: lost.join(", ") })}</p> : null}
    </div>
  );
}
