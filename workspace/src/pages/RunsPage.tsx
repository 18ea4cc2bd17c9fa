// Runs of one's notebooks: what waits, goes and went, with their logs, live.

import { useState } from "react";
import { receivedFailure } from "@genomecraft/cells/base/failure.ts";
import { failureSentence, sentenceIn } from "@genomecraft/cells/messages/catalogue.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { waitSentence } from "@genomecraft/cells/session/wait-reason.ts";
import { api, useApi } from "../api/client.ts";
import type { NotebookRow, RunRow } from "../api/answers.ts";
import { PageFrame } from "../app/PageFrame.tsx";
import { rowOpens } from "../app/row-opens.ts";
import { nameOf } from "../app/person.tsx";
import { toast, useScreen } from "../app/screen.tsx";
import { Ago, duration } from "../app/time.tsx";
import { Link } from "../router/navigate.tsx";
import "../app/home.css";

const signs: { readonly [state: string]: string } = {
  running: "◔",
  queued: "◷",
  done: "✓",
  "needs-input": "◌",
  failed: "✕",
  cancelled: "⊘",
  lost: "✕",
};
const states = ["", "queued", "running", "done", "needs-input", "failed", "lost", "cancelled"] as const;
/** What the server calls it when asked. */
const asked = (state: string): string => (state === "running" ? "leased" : state);

export function RunsPage() {
  const { t, locale } = useScreen();
  const [state, setState] = useState<string>("");
  const [mine, setMine] = useState(false);
  const [looks, setLooks] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const [notebook, setNotebook] = useState("");
  const notebooks = useApi<{ readonly notebooks: readonly NotebookRow[] }>("/notebooks").value?.notebooks ?? [];
  const query = new URLSearchParams({
    ...(state ? { state: asked(state) } : {}),
    ...(mine ? { mine: "true" } : {}),
    ...(looks ? { looks: "true" } : {}),
    ...(notebook ? { notebook } : {}),
    // What is searched here are the runs that came: more of them.
    ...(typed.trim() ? { limit: "500" } : {}),
  });
  const runs = useApi<{ readonly runs: readonly RunRow[] }>(`/runs?${query}`, 3_000);
  const wanted = typed.trim().toLowerCase();
  const list = (runs.value?.runs ?? []).filter((run) =>
    `${run.cell.name} ${run.cell.kind} ${run.notebook.title} ${nameOf(run.by)}`.toLowerCase().includes(wanted),
  );
  return (
    <PageFrame
      title={t("runs")}
      actions={
        <>
          <input
            className="input home-search"
            type="search"
            placeholder={t("search-runs")}
            aria-label={t("search-runs")}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <select
            className="input runs-notebook"
            aria-label={t("of-notebook")}
            value={notebook}
            onChange={(event) => setNotebook(event.currentTarget.value)}
          >
            <option value="">{t("of-any-notebook")}</option>
            {notebooks.map((row) => (
              <option key={row.id} value={row.id}>
                {row.title || t("untitled")}
              </option>
            ))}
          </select>
          <label className="row">
            <input type="checkbox" checked={mine} onChange={(event) => setMine(event.currentTarget.checked)} />
            {t("only-mine")}
          </label>
          <select
            className="input"
            style={{ width: "auto" }}
            aria-label={t("state")}
            value={state}
            onChange={(event) => setState(event.currentTarget.value)}
          >
            {states.map((name) => (
              <option key={name} value={name}>
                {name === "" ? t("all-states") : t(`run-${name}`)}
              </option>
            ))}
          </select>
        </>
      }
    >
      <label className="row">
        <input type="checkbox" checked={looks} onChange={(event) => setLooks(event.currentTarget.checked)} />
        {t("only-looks")}
      </label>
      {runs.error ? <p className="notice failed">{runs.error.message}</p> : null}
      {list.length === 0 && !runs.loading ? (
        <p className="empty">
          {t(wanted !== "" || state !== "" || notebook !== "" || mine ? "no-such-runs" : looks ? "no-looks" : "no-runs")}
        </p>
      ) : null}
      {list.length > 0 ? (
        <ul className="list" aria-label={t("runs")}>
          {list.map((run) => {
            const toggle = (): void => setOpened(opened === run.id ? null : run.id);
            const going = run.state === "running" || run.state === "queued";
            const progress = run.progress?.fraction ?? null;
            const known = (states as readonly string[]).includes(run.state) ? t(`run-${run.state as "done"}`) : run.state;
            return (
              <li key={run.id} className="opens" style={{ flexWrap: "wrap" }} onClick={rowOpens(toggle)}>
                <button
                  type="button"
                  className="btn icon"
                  aria-expanded={opened === run.id}
                  aria-label={t("log-of", { name: run.cell.name })}
                  onClick={toggle}
                >
                  {opened === run.id ? "▾" : "▸"}
                </button>
                <span className={`run-sign ${run.state}`} title={known} role="img" aria-label={known}>
                  {signs[run.state] ?? "·"}
                </span>
                <span className="grow" style={{ minWidth: 0 }}>
                  <Link className="main mono" to={`/n/${run.notebook.id}#${run.cell.id}`}>
                    {run.cell.name || run.cell.kind}
                  </Link>{" "}
                  <span className="muted where">{run.notebook.title}</span>
                  <span className="caption muted" style={{ display: "block" }}>
                    {[
                      looks ? t("look-of") : "",
                      known,
                      progress === null ? "" : `${Math.round(progress * 100)}\u202f%`,
                      run.ms === null ? "" : duration(run.ms, locale),
                      nameOf(run.by),
                      run.waits && run.waits.what !== "turn" ? sentenceIn(waitSentence(run.waits, 1), locale) : "",
                      whyFailed(run, locale) || (run.detail ?? ""),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </span>
                <span className="when">
                  <Ago at={run.startedAt ?? run.queuedAt} />
                </span>
                {going ? (
                  <button
                    type="button"
                    className="btn line dense"
                    onClick={() =>
                      void api.post(`/runs/${encodeURIComponent(run.id)}/cancel`).then((answer) => {
                        if (!answer.ok) toast(answer.error.message, { wrong: true });
                        runs.reload();
                      })
                    }
                  >
                    {t("cancel")}
                  </button>
                ) : null}
                {opened === run.id ? <Log run={run.id} live={going} why={whyFailed(run, locale)} /> : null}
              </li>
            );
          })}
        </ul>
      ) : null}
    </PageFrame>
  );
}

/** The sentence of a failure that was recorded. */
function whyFailed({ failure }: RunRow, locale: Locale): string {
  const received = receivedFailure(failure);
  return received ? failureSentence(received, locale) : "";
}

function Log({ run, live, why }: { readonly run: string; readonly live: boolean; readonly why: string }) {
  const { t } = useScreen();
  const log = useApi<{ readonly text: string }>(`/runs/${encodeURIComponent(run)}/log`, live ? 1_500 : undefined);
  return (
    <pre className="inside run-log mono" tabIndex={0} aria-label={t("log")}>
      {[why, log.value?.text || log.error?.message || (log.loading ? t("opening") : why ? "" : t("log-empty"))]
        .filter(Boolean)
        .join("\n")}
    </pre>
  );
}
