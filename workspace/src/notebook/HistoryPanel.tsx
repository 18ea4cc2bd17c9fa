// The notebook as it was: its versions, what lies between each and now, cell by cell, and the way back, which is one edit
// and can be undone like any other.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { useMemo, useState } from "react";
import { stringify } from "yaml";
import type { Json } from "@genomecraft/cells/base/json.ts";
import { api, useApi } from "../api/client.ts";
import type { NotebookDocument, VersionRow } from "../api/answers.ts";
import { AskFirst } from "../app/AskFirst.tsx";
import { nameOf } from "../app/person.tsx";
import { rowOpens } from "../app/row-opens.ts";
import { toast, useScreen } from "../app/screen.tsx";
import { usePanel } from "../app/use-panel.ts";
import { useStore } from "../base/store.ts";
import { Ago } from "../app/time.tsx";
import { useCanEdit, useNotebook } from "../desk/notebook-context.tsx";
import { kindName } from "../kinds/kind-words.ts";
import { type CellChange, type ChangedField, compareNotebooks, type ComparedCell, diffLines } from "./compare-notebooks.ts";
import "./history.css";

export function HistoryPanel({ onClose }: { onClose(): void }) {
  const { t } = useScreen();
  const { open } = useNotebook();
  const edit = useCanEdit();
  const base = `/notebooks/${encodeURIComponent(open.id)}/versions`;
  const found = useApi<{ readonly versions: readonly VersionRow[] }>(base);
  const [opened, setOpened] = useState<string | null>(null);
  const [name, setName] = useState("");
  const panel = usePanel(onClose);
  const versions = found.value?.versions ?? [];
  const keep = async (): Promise<void> => {
    const answer = await api.post(base, { name: name.trim() });
    if (answer.ok) setName("");
    else toast(answer.error.message, { wrong: true });
    found.reload();
  };
  const restore = async (version: VersionRow): Promise<void> => {
    const answer = await api.post(`${base}/${encodeURIComponent(version.id)}/restore`);
    if (answer.ok) {
      toast(t("version-restored"));
      onClose();
    } else toast(answer.error.message, { wrong: true });
  };
  return (
    <div {...panel} className="history-panel" role="dialog" aria-labelledby="history-title" tabIndex={-1}>
      <div className="row">
        <h2 id="history-title" className="grow">
          {t("history")}
        </h2>
        <button type="button" className="btn icon" aria-label={t("close")} onClick={onClose}>
          ✕
        </button>
      </div>
      <p className="caption muted">{t("history-words")}</p>
      {edit ? (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            void keep();
          }}
        >
          <input
            className="input dense grow"
            placeholder={t("version-name")}
            aria-label={t("version-name")}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <button type="submit" className="btn line dense" disabled={name.trim() === ""}>
            {t("keep-version")}
          </button>
        </form>
      ) : null}
      {found.error ? <p className="notice failed">{found.error.message}</p> : null}
      {versions.length === 0 && !found.loading ? <p className="empty">{t("no-versions")}</p> : null}
      {versions.length === 0 ? null : (
        <ul className="list" aria-label={t("history")}>
          {versions.map((version) => {
            const toggle = (): void => setOpened(opened === version.id ? null : version.id);
            return (
              <li key={version.id} className="history-version opens" onClick={rowOpens(toggle)}>
                <div className="row">
                  <button
                    type="button"
                    className="btn icon"
                    aria-expanded={opened === version.id}
                    aria-label={t("compare-with-now")}
                    onClick={toggle}
                  >
                    {opened === version.id ? "▾" : "▸"}
                  </button>
                  <span className="grow" style={{ minWidth: 0 }}>
                    {version.name ? <b className="clip history-name">{version.name}</b> : null}
                    <span className={version.name ? "caption muted" : ""}>
                      <Ago at={version.at} /> {nameOf(version.by)}
                    </span>
                  </span>
                  {edit ? (
                    <AskFirst
                      label={t("restore-version")}
                      className="btn line dense"
                      asks={t("restore-version-asks")}
                      act={t("restore")}
                      keep={t("cancel")}
                      onYes={() => void restore(version)}
                    >
                      {t("restore")}
                    </AskFirst>
                  ) : null}
                </div>
                {opened === version.id ? <Compared version={version.id} /> : null}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** What was done since that version. */
function Compared({ version }: { readonly version: string }) {
  const { t } = useScreen();
  const { open } = useNotebook();
  const now = useStore(open.notebook);
  const found = useApi<NotebookDocument>(`/notebooks/${encodeURIComponent(open.id)}/versions/${encodeURIComponent(version)}`);
  const then = found.value;
  const changes = useMemo(() => (then ? compareNotebooks<ComparedCell>(then.cells, now.cells) : []), [then, now.cells]);
  if (!then) return <p className="muted history-inside">{found.error?.message ?? t("opening")}</p>;
  const names = new Map([...then.cells, ...now.cells].map((cell) => [cell.id as string, cell.name]));
  return (
    <div className="history-inside">
      {then.title === now.title ? null : (
        <p>
          {t("title")}: <s>{then.title}</s> {now.title}
        </p>
      )}
      {changes.length === 0 ? <p className="muted">{t("same-as-now")}</p> : null}
      <ul className="history-changes">
        {changes.map((change) => (
          <Change key={change.cell.id} change={change} names={names} />
        ))}
      </ul>
    </div>
  );
}

function Change({ change, names }: { readonly change: CellChange<ComparedCell>; readonly names: ReadonlyMap<string, string> }) {
  const { t, locale } = useScreen();
  const { acts } = useNotebook();
  const { cell, what } = change;
  const word = { added: t("was-added"), removed: t("was-removed"), changed: t("was-changed") }[what];
  return (
    <li>
      <div className="row">
        <span aria-hidden="true" className={`history-sign ${what}`}>
          {{ added: "+", removed: "−", changed: "±" }[what]}
        </span>
        <span className="caption muted">{word}</span>
        {what === "removed" ? (
          <b className="mono clip">{cell.name || kindName(cell.kind, locale)}</b>
        ) : (
          <button type="button" className="name-link mono clip" onClick={() => acts.focus(cell.id as CellId, { scroll: true })}>
            {cell.name || kindName(cell.kind, locale)}
          </button>
        )}
      </div>
      {change.what === "changed" ? change.fields.map((field) => <Field key={field.field} field={field} names={names} />) : null}
    </li>
  );
}

/** Cells stand by their names, not by their ids. */
const written = (value: Json | undefined, names: ReadonlyMap<string, string>): string => {
  if (value === undefined) return "";
  const text = typeof value === "string" ? value : stringify(value, { lineWidth: 80 }).trimEnd();
  return text.replace(/\bcell_\w+/gu, (id) => names.get(id) || id);
};

function Field({ field, names }: { readonly field: ChangedField; readonly names: ReadonlyMap<string, string> }) {
  const lines = diffLines(written(field.before, names), written(field.after, names));
  const shown = lines.filter(
    (line, at) => line.side !== "both" || lines.slice(at - 1, at + 2).some((near) => near.side !== "both"),
  );
  return (
    <>
      <div className="caption muted">{field.field}</div>
      <pre className="history-diff mono">
        {shown.map((line, at) =>
          line.text === "" && line.side !== "both" && lines.length <= 2 ? null : (
            <div key={at} className={line.side}>
              {line.side === "before" ? "− " : line.side === "after" ? "+ " : "  "}
              {line.text}
            </div>
          ),
        )}
      </pre>
    </>
  );
}
