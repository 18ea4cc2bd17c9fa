// The inspector of the focused cell: what it reads and who reads it, why it is out of date or reused, its runs, its
// settings as text, and how its result was made, back to the files.

import { type ReactNode, useState } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import { formatNumber } from "@genomecraft/cells/messages/translate.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { api, useApi } from "../api/client.ts";
import type { Lineage } from "../api/answers.ts";
import { nameOf as personName } from "../app/person.tsx";
import { knownPeople, personNamed } from "../app/known-people.ts";
import { toast, useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { Ago, duration, useNow } from "../app/time.tsx";
import { mainPortOf } from "../live/outputs.ts";
import { staleSentence } from "./CellStrip.tsx";
import { stateWord, statusOf } from "./cell-state.ts";
import { kindName, kindTitle } from "../kinds/kind-words.ts";
import { canRun, useCanEdit, useNotebook, useRole, useSession, useUi } from "../desk/notebook-context.tsx";
import { SpecTextLazy } from "./SpecTextLazy.tsx";

export function Inspector() {
  const { t } = useScreen();
  const { open, ui } = useNotebook();
  const focused = useUi((now) => now.focused);
  const cell = useStore(
    open.notebook,
    (notebook) => notebook.cells.find((found) => found.id === focused && found.deletedAt === null) ?? null,
  );
  return (
    <aside className="inspector" aria-label={t("inspector")}>
      <button
        type="button"
        className="btn icon close only-drawer"
        aria-label={t("close")}
        onClick={() => ui.set((before) => ({ ...before, drawer: null }))}
      >
        ✕
      </button>
      {cell ? <Of key={cell.id} cell={cell} /> : <p className="muted">{t("inspector-empty")}</p>}
    </aside>
  );
}

const wordOfSort = { files: "uploaded", recipe: "recipe", features: "feature-view" } as const;

function Of({ cell }: { readonly cell: Cell }) {
  const { t, locale } = useScreen();
  const { open, derived, acts, ui } = useNotebook();
  const role = useRole();
  const edit = useCanEdit();
  const session = useSession(cell.id);
  const log = useStore(open.feed, (feed) => feed.logs.get(cell.id) ?? null);
  const card = cardOf(cell.kind);
  const now = useStore(derived);
  const clock = useNow();
  useStore(knownPeople);
  const [settings, setSettings] = useState(false);
  const status = statusOf(cell, session, now);
  const graphCell = now.graph.cells.get(cell.id);
  const nameOf = (id: string): string => now.graph.cells.get(id as CellId)?.cell.name || t("a-note");
  const inputs = [...new Set((graphCell?.slots ?? []).map((slot) => slot.cell).filter((id): id is CellId => id !== null))];
  const readers = now.graph.dependents.get(cell.id) ?? [];
  const shown = session?.shown ?? null;
  const output = now.results.of(cell.id)?.[mainPortOf(cell.kind)] ?? null;
  const names = (ids: readonly CellId[], none: "reads-nothing" | "read-by-nothing"): ReactNode =>
    ids.length === 0
      ? t(none)
      : ids.map((id, index) => (
          <span key={id}>
            {index > 0 ? ", " : ""}
            <button type="button" className="name-link mono" onClick={() => acts.focus(id, { scroll: true })}>
              {nameOf(id)}
            </button>
          </span>
        ));
  const inline = card?.place === "inline";
  const control = card?.control;
  // The form, where it stands open, asks the same.
  const inForm = useUi((at) => at.forms.get(cell.id) === true);
  return (
    <>
      <h2 className="mono clip">{cell.name || kindTitle(cell, locale)}</h2>
      <dl className="kv">
        <dt>{t("is")}</dt>
        <dd>{kindTitle(cell, locale)}</dd>
        <dt>{t("state")}</dt>
        <dd>{t(stateWord(status.state, cell.kind))}</dd>
        <dt>{t("reads")}</dt>
        <dd>{names(inputs, "reads-nothing")}</dd>
        <dt>{t("read-by")}</dt>
        <dd>{names(readers, "read-by-nothing")}</dd>
        {inline ? null : (
          <>
            <dt>{t("runs")}</dt>
            <dd>{t(cell.mode === "auto" ? "runs-by-itself" : cell.mode === "manual" ? "runs-when-asked" : "runs-off")}</dd>
          </>
        )}
        {shown && !inline ? (
          <>
            <dt>{t("last-run")}</dt>
            <dd>
              {duration(shown.ms, locale)}, {personNamed(shown.by) ? `${personNamed(shown.by)}, ` : ""}
              <Ago at={shown.at} />
            </dd>
          </>
        ) : null}
        {status.state === "fresh" && status.reused ? (
          <>
            <dt>{t("reused")}</dt>
            <dd>
              {personNamed(status.reused.by) ? t("reused-from", { name: personNamed(status.reused.by) }) : t("reused-earlier")}{" "}
              <Ago at={status.reused.at} />
            </dd>
          </>
        ) : null}
        {status.state === "stale" ? (
          <>
            <dt>{t("why")}</dt>
            <dd>
              {status.why.map((why) => (
                <div key={JSON.stringify(why)}>{staleSentence(why, nameOf, clock, t, locale)}</div>
              ))}
            </dd>
          </>
        ) : null}
        {cell.aliases.length > 0 ? (
          <>
            <dt>{t("once-called")}</dt>
            <dd className="mono">{cell.aliases.join(", ")}</dd>
          </>
        ) : null}
      </dl>
      {control && edit && !inForm ? (
        <div className="segments" role="group" aria-label={t("whose-value")} style={{ marginTop: 12 }}>
          <button
            type="button"
            aria-pressed={cell.spec[control.scope] !== "personal"}
            onClick={() => {
              acts.set(cell.id, [control.scope], "shared");
              ui.set((before) => {
                const next = new Map(before.personal);
                next.delete(cell.id);
                return { ...before, personal: next };
              });
            }}
          >
            {t("shared")}
          </button>
          <button
            type="button"
            aria-pressed={cell.spec[control.scope] === "personal"}
            onClick={() => acts.set(cell.id, [control.scope], "personal")}
          >
            {t("only-for-me")}
          </button>
        </div>
      ) : null}
      <h3>
        <button type="button" className="fold-head" aria-expanded={settings} onClick={() => setSettings(!settings)}>
          {settings ? "▾" : "▸"} {t("settings")}
        </button>
      </h3>
      {settings ? <SpecTextLazy cell={cell} readOnly={!edit} /> : null}
      {log ? (
        <>
          <h3>{t("log")}</h3>
          <pre className="details mono">{log.text}</pre>
        </>
      ) : null}
      {inline ? null : <HowItWasMade key={output?.digest} cell={cell} digest={output?.digest ?? null} mayRun={canRun(role)} />}
    </>
  );
}

export const shortDigest = (digest: string): string => `${digest.slice(0, 4)}\u202f${digest.slice(4, 8)}`;

/** Of one result: another one on show is asked about anew. */
function HowItWasMade({
  cell,
  digest,
  mayRun,
}: {
  readonly cell: Cell;
  readonly digest: string | null;
  readonly mayRun: boolean;
}) {
  const { t, locale } = useScreen();
  const { open } = useNotebook();
  const base = `/notebooks/${encodeURIComponent(open.id)}/cells/${encodeURIComponent(cell.id)}`;
  const lineage = useApi<Lineage>(digest ? `${base}/lineage` : null);
  const [verdict, setVerdict] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (!digest) return null;
  const verify = async (): Promise<void> => {
    setBusy(true);
    const answer = await api.post<{
      readonly cells: readonly { readonly name: string; readonly verdict: string; readonly why?: string }[];
    }>(`${base}/verify`);
    setBusy(false);
    if (!answer.ok) {
      toast(answer.error.message, { wrong: true });
      return;
    }
    const wrong = answer.value.cells.find((found) => found.verdict === "different" || found.verdict === "missing");
    const near = answer.value.cells.some((found) => found.verdict === "within-tolerance");
    const named = answer.value.cells.find((found) => found.why === "names-added");
    const isEarlier = wrong?.why === "made-earlier";
    setVerdict(
      wrong
        ? t(wrong.verdict === "missing" ? "verify-missing" : isEarlier ? "verify-earlier" : "verify-different", {
            name: wrong.name,
          })
        : near
          ? t("verify-near")
          : named
            ? t("verify-names-added", { name: named.name })
            : t("verify-identical", { n: answer.value.cells.length }),
    );
  };
  return (
    <>
      <h3>{t("how-it-was-made")}</h3>
      {lineage.error ? <p className="caption muted">{lineage.error.message}</p> : null}
      <ol className="steps">
        {(lineage.value?.nodes ?? []).map((node, index) => {
          const dataset = typeof node.dataset === "object" && node.dataset !== null ? node.dataset : null;
          const fingerprint = node.digest ?? node.key ?? "";
          return (
            <li key={`${fingerprint}-${index}`}>
              <b className={dataset || !node.label ? "" : "mono"}>{node.label || dataset?.name || kindName(node.kind, locale)}</b>
              <small title={[fingerprint, node.where ?? ""].filter(Boolean).join("\n")}>
                {[
                  dataset ? t(wordOfSort[dataset.sort]) : "",
                  dataset ? "" : kindName(node.kind, locale),
                  node.shape && node.shape.length > 1 ? node.shape.map((size) => formatNumber(size, locale)).join(" × ") : "",
                  personName(node.by),
                  dataset?.lab?.name ?? "",
                ]
                  .filter(Boolean)
                  .join(", ")}
                {node.at ? (
                  <>
                    {" · "}
                    <Ago at={node.at} />
                  </>
                ) : null}
                {fingerprint ? ` · ${shortDigest(fingerprint)}` : ""}
              </small>
            </li>
          );
        })}
      </ol>
      {mayRun ? (
        <button type="button" className="btn line dense" disabled={busy} aria-busy={busy} onClick={() => void verify()}>
          {busy ? t("checking-again") : t("check-again")}
        </button>
      ) : null}
      {verdict ? (
        <p role="status" className="caption" style={{ marginTop: 8 }}>
          {verdict}
        </p>
      ) : null}
    </>
  );
}
