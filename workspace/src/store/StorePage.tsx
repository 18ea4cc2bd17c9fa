// The feature store: recipes and feature views of one's labs and of those that share theirs, found by words and tags; or one of them.

import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { titleOfStep } from "@genomecraft/cells/step-says.ts";
import { useState } from "react";
import { useApi } from "../api/client.ts";
import type { FeatureViewList, RecipeList } from "../api/answers.ts";
import { PageFrame } from "../app/PageFrame.tsx";
import { nameOf } from "../app/person.tsx";
import { useScreen } from "../app/screen.tsx";
import { Ago } from "../app/time.tsx";
import { Link } from "../router/navigate.tsx";
import { DriftSign } from "./DriftSign.tsx";
import { EntryPage } from "./EntryPage.tsx";
import "../app/home.css";

type Recipe = RecipeList["recipes"][number];
type View = FeatureViewList["views"][number];

export function StorePage({ entry }: { readonly entry: string | null }) {
  return entry === null ? <StoreList /> : <EntryPage id={entry} />;
}

function StoreList() {
  const { t } = useScreen();
  const [which, setWhich] = useState<"recipes" | "feature-views">("recipes");
  const [typed, setTyped] = useState("");
  const [tag, setTag] = useState<string | null>(null);
  const recipes = useApi<RecipeList>("/recipes", 20_000);
  const views = useApi<FeatureViewList>("/feature-views", 20_000);
  const found = which === "recipes" ? recipes : views;
  const all: readonly (Recipe | View)[] = (which === "recipes" ? recipes.value?.recipes : views.value?.views) ?? [];
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const rows = all.filter((row) => {
    const text = `${row.name} ${row.description} ${row.tags.join(" ")} ${row.lab.name} ${nameOf(row.by)}`.toLowerCase();
    return words.every((word) => text.includes(word)) && (tag === null || row.tags.includes(tag));
  });
  const tags = [...new Set(all.flatMap((row) => row.tags))].sort();
  return (
    <PageFrame
      title={t("store")}
      actions={
        <input
          className="input home-search"
          type="search"
          placeholder={t("search-store")}
          aria-label={t("search-store")}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      }
    >
      <p className="muted">{t("store-words")}</p>
      <div className="row wrap" style={{ margin: "12px 0" }}>
        <div className="segments" role="group" aria-label={t("store")}>
          {(["recipes", "feature-views"] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={which === one}
              onClick={() => {
                setWhich(one);
                setTag(null);
              }}
            >
              {t(one)}
            </button>
          ))}
        </div>
        {tags.map((one) => (
          <button
            key={one}
            type="button"
            className={`btn dense ${tag === one ? "fill" : "line"}`}
            aria-pressed={tag === one}
            onClick={() => setTag(tag === one ? null : one)}
          >
            {one}
          </button>
        ))}
      </div>
      {found.error ? <p className="notice failed">{found.error.message}</p> : null}
      {rows.length > 0 ? (
        <ul className="list" aria-label={t(which)}>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
      ) : found.loading ? null : (
        <p className="empty">
          {typed.trim() === "" && tag === null
            ? t(which === "recipes" ? "no-recipes" : "no-feature-views")
            : t("nothing-called", { name: [typed.trim(), tag ?? ""].filter(Boolean).join(" ") })}
        </p>
      )}
    </PageFrame>
  );
}

/** Each title once. */
const told = (steps: NonNullable<Recipe["steps"]>, locale: Locale): string =>
  [...new Set(steps.map(({ verb }) => titleOfStep({ verb }, locale)))].join(", ");

function Row({ row }: { readonly row: Recipe | View }) {
  const { t, locale } = useScreen();
  const isView = "entity" in row;
  return (
    <li>
      <span className="grow" style={{ minWidth: 0, overflowWrap: "anywhere" }}>
        <Link className="main" to={`/store/${encodeURIComponent(row.id)}`}>
          {row.name}
        </Link>{" "}
        <span className="muted">{t("version-n", { n: row.version })}</span> {isView ? <DriftSign level={row.drift} /> : null}
        {row.deprecated ? <b style={{ color: "var(--gc-stale)" }}> {t("deprecated")}</b> : null}
        {row.description ? <span style={{ display: "block" }}>{row.description}</span> : null}
        <span className="caption muted" style={{ display: "block" }}>
          {row.lab.name} · {nameOf(row.by)}
          {row.right === "restricted" ? ` · ${t("entry-restricted")}` : null}
          {isView && row.rows !== null ? ` · ${t("view-rows", { rows: row.rows, entities: row.entities ?? 0 })}` : null}
          {!isView && row.steps ? ` · ${told(row.steps, locale)}` : null}
          {row.tags.length > 0 ? ` · ${row.tags.join(", ")}` : null}
          {row.notebooks > 0 ? ` · ${t("used-in-notebooks", { n: row.notebooks })}` : null}
        </span>
      </span>
      <span className="when">
        <Ago at={row.createdAt} />
      </span>
    </li>
  );
}
