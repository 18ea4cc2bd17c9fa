// The bin: notebooks, files, and cells of notebooks, each with the way back.

import { useState } from "react";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import { api, type Answer, useApi } from "../api/client.ts";
import type { DatasetRow, NotebookDocument, NotebookRow } from "../api/answers.ts";
import { FileName } from "../app/FileName.tsx";
import { PageFrame } from "../app/PageFrame.tsx";
import { rowOpens } from "../app/row-opens.ts";
import { toast, useScreen } from "../app/screen.tsx";
import { formatBytes } from "@genomecraft/cells/messages/format-bytes.ts";
import { Ago } from "../app/time.tsx";
import { kindName } from "../kinds/kind-words.ts";
import { Link } from "../router/navigate.tsx";

/** `notebook`: the one whose cells somebody came for. */
export function BinPage({ notebook }: { readonly notebook: string | null }) {
  const { t } = useScreen();
  return (
    <PageFrame title={t("bin")}>
      <Notebooks />
      <Files />
      <Cells of={notebook} />
    </PageFrame>
  );
}

/** Puts something back and says where it is. */
function useRestore(reload: () => void) {
  const { t } = useScreen();
  return async (name: string, asked: Promise<Answer<unknown>>): Promise<void> => {
    const answer = await asked;
    toast(answer.ok ? t("is-back", { name }) : answer.error.message, { wrong: !answer.ok });
    reload();
  };
}

function Notebooks() {
  const { t } = useScreen();
  const found = useApi<{ readonly notebooks: readonly NotebookRow[] }>("/notebooks?bin=true");
  const restore = useRestore(found.reload);
  const rows = found.value?.notebooks ?? [];
  return (
    <section className="stack">
      <h2>{t("notebooks")}</h2>
      {found.error ? <p className="notice failed">{found.error.message}</p> : null}
      {rows.length === 0 ? (
        found.loading ? null : (
          <p className="empty">{t("bin-no-notebooks")}</p>
        )
      ) : (
        <>
          <p className="caption muted">{t("bin-notebooks-words")}</p>
          <ul className="list" aria-label={t("notebooks")}>
            {rows.map((row) => (
              <li key={row.id}>
                <span className="grow clip">
                  {row.title || t("untitled")} <span className="caption muted">{row.lab.name}</span>
                </span>
                <span className="when">
                  <Ago at={row.deletedAt} />
                </span>
                {row.role === "owner" ? (
                  <button
                    type="button"
                    className="btn line dense"
                    aria-label={t("restore-what", { name: row.title })}
                    onClick={() => void restore(row.title, api.post(`/notebooks/${encodeURIComponent(row.id)}/restore`))}
                  >
                    {t("restore")}
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Files() {
  const { t, locale } = useScreen();
  const found = useApi<{ readonly datasets: readonly DatasetRow[] }>("/datasets?bin=true");
  const restore = useRestore(found.reload);
  const rows = found.value?.datasets ?? [];
  return (
    <section className="stack">
      <h2>{t("data-sets")}</h2>
      {found.error ? <p className="notice failed">{found.error.message}</p> : null}
      {rows.length === 0 ? (
        found.loading ? null : (
          <p className="empty">{t("bin-no-files")}</p>
        )
      ) : (
        <>
          <p className="caption muted">{t("bin-files-words")}</p>
          <ul className="list" aria-label={t("data-sets")}>
            {rows.map((row) => (
              <li key={row.id}>
                <span className="grow" style={{ minWidth: 0 }}>
                  <b className="clip" style={{ display: "block" }}>
                    <FileName name={row.name} />
                  </b>
                  <span className="caption muted">
                    {row.lab.name} · {formatBytes(row.size, locale)}
                  </span>
                </span>
                <span className="when">
                  <Ago at={row.deletedAt} />
                </span>
                <button
                  type="button"
                  className="btn line dense"
                  aria-label={t("restore-what", { name: row.name })}
                  onClick={() => void restore(row.name, api.post(`/datasets/${encodeURIComponent(row.id)}/restore`))}
                >
                  {t("restore")}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Cells lie in the bin of their notebook: each is looked into when it is asked for. */
function Cells({ of }: { readonly of: string | null }) {
  const { t } = useScreen();
  const found = useApi<{ readonly notebooks: readonly NotebookRow[] }>("/notebooks");
  const [opened, setOpened] = useState(of);
  // Looked into or restored from while one is here, a notebook stays in the list.
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set(of === null ? [] : [of]));
  const rows = (found.value?.notebooks ?? []).filter(
    (row) => (row.role === "owner" || row.role === "editor") && (row.cellsInBin !== 0 || seen.has(row.id)),
  );
  return (
    <section className="stack">
      <h2>{t("cells")}</h2>
      {found.error ? <p className="notice failed">{found.error.message}</p> : null}
      {rows.length === 0 && !found.loading ? <p className="empty">{t("bin-no-cells")}</p> : null}
      {rows.length > 0 ? <p className="caption muted">{t("bin-cells-words")}</p> : null}
      {rows.length > 0 ? (
        <ul className="list" aria-label={t("cells")}>
          {rows.map((row) => {
            const toggle = (): void => {
              setOpened(opened === row.id ? null : row.id);
              setSeen(new Set([...seen, row.id]));
            };
            return (
              <li key={row.id} className="opens" style={{ flexWrap: "wrap" }} onClick={rowOpens(toggle)}>
                <button
                  type="button"
                  className="btn icon"
                  aria-expanded={opened === row.id}
                  aria-label={t("cells-in-bin-of", { name: row.title })}
                  onClick={toggle}
                >
                  {opened === row.id ? "▾" : "▸"}
                </button>
                <Link className="main grow clip" to={`/n/${row.id}`}>
                  {row.title || t("untitled")}
                </Link>
                {row.cellsInBin === null ? null : <span className="when">{t("n-cells", { n: row.cellsInBin })}</span>}
                {opened === row.id ? <CellsOf notebook={row.id} /> : null}
              </li>
            );
          })}
        </ul>
      ) : null}
    </section>
  );
}

const firstLine = (text: string): string =>
  text
    .trim()
    .split("\n", 1)[0]
    ?.replace(/^#+\s*/u, "") ?? "";

function CellsOf({ notebook }: { readonly notebook: string }) {
  const { t, locale } = useScreen();
  const base = `/notebooks/${encodeURIComponent(notebook)}`;
  const found = useApi<NotebookDocument>(`${base}/document`);
  const restore = useRestore(found.reload);
  const gone = (found.value?.cells ?? [])
    .filter((cell) => cell.deletedAt !== null)
    .sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0));
  if (found.loading) return null;
  if (gone.length === 0) return <p className="inside muted">{found.error?.message ?? t("bin-empty")}</p>;
  const nameOf = (cell: NotebookDocument["cells"][number]): string => {
    const text = cardOf(cell.kind)?.frame === "prose" ? cell.spec[cardOf(cell.kind)?.textFields[0] ?? ""] : null;
    return cell.name || (typeof text === "string" ? firstLine(text) : "") || kindName(cell.kind, locale);
  };
  return (
    <ul className="inside list">
      {gone.map((cell) => (
        <li key={cell.id}>
          <span className="grow clip">
            <span className={cell.name ? "mono" : ""}>{nameOf(cell)}</span>{" "}
            <span className="caption muted">{kindName(cell.kind, locale)}</span>
          </span>
          <span className="when">
            <Ago at={cell.deletedAt} />
          </span>
          <button
            type="button"
            className="btn line dense"
            aria-label={t("restore-what", { name: nameOf(cell) })}
            onClick={() =>
              void restore(
                nameOf(cell),
                api.post(`${base}/operations`, { operations: [{ type: "restore-cell", cell: cell.id }] }),
              )
            }
          >
            {t("restore")}
          </button>
        </li>
      ))}
    </ul>
  );
}
