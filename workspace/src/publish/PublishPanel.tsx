// The panel that publishes: which cells readers see and where they stand, from whose data, who may read and why. Cells
// that are out of date stop it, with the one act that helps.

import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { isJsonObject, type Json } from "@genomecraft/cells/base/json.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { api, useApi } from "../api/client.ts";
import type { PublicationCheck, PublicationRow } from "../api/types.ts";
import { AskFirst } from "../app/AskFirst.tsx";
import { FileName } from "../app/FileName.tsx";
import { nameOf } from "../app/person.tsx";
import { toast, useScreen } from "../app/screen.tsx";
import { useStore } from "../app/store.ts";
import { Ago } from "../app/time.tsx";
import { noteTitle } from "../notebook/note-title.ts";
import { kindTitle, wordsOf } from "../notebook/kind-words.ts";
import { useNotebook } from "../notebook/notebook-context.tsx";
import { CopyLink } from "../share/ShareDialog.tsx";
import { placeTile } from "./publish-layout.ts";
import { ReadersView } from "./ReadersView.tsx";
import "./publish.css";

const LayoutEditor = lazy(() => import("./LayoutEditor.tsx").then((module) => ({ default: module.LayoutEditor })));

/** What a control stands at. */
const valueOf = (cell: Cell): Json => cell.spec[cardOf(cell.kind)?.control?.value ?? "value"] ?? null;

export function PublishPanel({ onClose }: { onClose(): void }) {
  const { t, locale } = useScreen();
  const { open, acts, info, derived } = useNotebook();
  const notebook = useStore(open.notebook);
  const feed = useStore(open.feed, (now) => now.cells);
  const base = `/notebooks/${encodeURIComponent(open.id)}`;
  const past = useApi<{ readonly publications: readonly PublicationRow[] }>(`${base}/publications`);
  const [title, setTitle] = useState(notebook.title || info.title);
  const [audience, setAudience] = useState<"labs" | "link">("labs");
  const [reason, setReason] = useState("");
  const [values, setValues] = useState<ReadonlyMap<string, readonly Json[]>>(new Map());
  const [editing, setEditing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<{ readonly url: string; readonly version: number } | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [agree, setAgree] = useState<readonly string[]>([]);
  const [labels, setLabels] = useState(false);
  const [smallGroups, setSmallGroups] = useState("");

  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);

  const live = notebook.cells.filter((cell) => cell.deletedAt === null);
  const tiles = notebook.layout.tiles.filter((tile) => live.some((cell) => cell.id === tile.cell));
  const chosen = tiles
    .map((tile) => live.find((cell) => cell.id === tile.cell))
    .filter((cell): cell is Cell => cell !== undefined);
  const toggle = (cell: Cell): void => {
    if (tiles.some((tile) => tile.cell === cell.id)) acts.write([{ type: "remove-tile", cell: cell.id }]);
    else acts.write([{ type: "set-tile", tile: placeTile(tiles, cell.id, cell.kind) }]);
  };

  /** As the reader's page heads a tile: what the author wrote, else the name. */
  const labelOf = (cell: Cell): string => {
    const own = cell.spec[cardOf(cell.kind)?.heading ?? "title"];
    return typeof own === "string" && own !== "" ? own : ((cell.name || noteTitle(cell, derived.get().results)) ?? "");
  };
  const parameters = chosen.filter((cell) => cardOf(cell.kind)?.control);
  const versions = past.value?.publications ?? [];
  const request = {
    cells: chosen.map((cell) => cell.id),
    parameters: Object.fromEntries(parameters.map((cell) => [cell.id, values.get(cell.id) ?? [valueOf(cell)]])),
    labels,
    agree,
    ...(smallGroups.trim() === "" ? {} : { smallGroups: smallGroups.trim() }),
  };
  const states = chosen.map((cell) => feed.get(cell.id)?.status.state ?? "").join();
  const { check, wrong: checkWrong, again } = useCheck(base, request, states);
  const version = check?.version ?? Math.max(0, ...versions.map((row) => row.version)) + 1;

  const publish = async (): Promise<void> => {
    setBusy(true);
    setWrong(null);
    const answer = await api.post<{ readonly id: string; readonly version: number; readonly url: string }>(
      `${base}/publications`,
      {
        ...request,
        title: title.trim(),
        layout: tiles,
        audience,
        days: audience === "link" ? 30 : null,
        reason: reason.trim(),
      },
    );
    setBusy(false);
    if (!answer.ok) {
      setWrong(answer.error.message);
      return;
    }
    setMade(answer.value);
    past.reload();
  };
  const withdraw = async (row: PublicationRow, why: string): Promise<void> => {
    const answer = await api.post(`/publications/${encodeURIComponent(row.id)}/withdraw`, {
      reason: why || t("withdrawn-by-owner"),
    });
    if (!answer.ok) toast(answer.error.message, { wrong: true });
    past.reload();
  };

  return (
    <div
      ref={panel}
      className="publish-panel"
      role="dialog"
      aria-labelledby="publish-title"
      tabIndex={-1}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <div className="row">
        <h2 id="publish-title" className="grow">
          {t("publish")}
        </h2>
        <button type="button" className="btn icon" aria-label={t("close")} onClick={onClose}>
          ✕
        </button>
      </div>
      {made ? (
        <div className="notice plain stack" role="status">
          <b>{t("published-version", { n: made.version })}</b>
          <CopyLink url={made.url} />
          <a href={made.url} target="_blank" rel="noreferrer">
            {t("open-it")}
          </a>
        </div>
      ) : null}
      <label className="field">
        <span>{t("title")}</span>
        <input className="input" value={title} maxLength={200} onChange={(event) => setTitle(event.currentTarget.value)} />
      </label>
      <section className="stack">
        <div className="row">
          <h3 className="grow">{t("what-readers-see")}</h3>
          <button
            type="button"
            className="btn line dense"
            onClick={() => setEditing(!editing)}
            disabled={tiles.length === 0}
            aria-expanded={editing}
          >
            {editing ? t("done") : t("arrange")}
          </button>
        </div>
        {editing ? (
          <Suspense fallback={<div style={{ height: 200 }} />}>
            <LayoutEditor />
          </Suspense>
        ) : (
          tiles.length > 0 && <ReadersView tiles={tiles} cells={chosen} labelOf={labelOf} />
        )}
        <ul className="list">
          {live.map((cell) => {
            const name =
              cell.name ||
              noteTitle(cell, derived.get().results) ||
              wordsOf(cell, acts.wordsContext()) ||
              kindTitle(cell, locale);
            return (
              <li key={cell.id}>
                <label className="row grow">
                  <input type="checkbox" checked={tiles.some((tile) => tile.cell === cell.id)} onChange={() => toggle(cell)} />
                  <span className={cell.name ? "mono clip" : "clip"}>{name}</span>
                  <span className="muted" style={{ flex: "none" }}>
                    {kindTitle(cell, locale)}
                  </span>
                </label>
              </li>
            );
          })}
        </ul>
      </section>
      {parameters.length > 0 ? (
        <section className="stack">
          <h3>{t("live-parameters")}</h3>
          {parameters.map((cell) => (
            <LiveValues
              key={cell.id}
              cell={cell}
              values={values.get(cell.id) ?? [valueOf(cell)]}
              onChange={(next) => setValues(new Map(values).set(cell.id, next))}
            />
          ))}
        </section>
      ) : null}
      <section className="stack">
        <h3>{t("sources")}</h3>
        {check?.sources.length === 0 ? <p className="caption muted">{t("no-sources")}</p> : null}
        {check?.sources.map((row) => (
          <label key={row.dataset.id} className="row">
            {row.agreed === false && row.mayAgree ? (
              <input
                type="checkbox"
                checked={agree.includes(row.dataset.id)}
                onChange={(event) =>
                  setAgree(event.currentTarget.checked ? [...agree, row.dataset.id] : agree.filter((id) => id !== row.dataset.id))
                }
              />
            ) : null}
            <span>
              <FileName name={row.dataset.name} />{" "}
              <span className="muted">
                {row.lab.name}
                {row.agreed === false && row.mayAgree ? ` · ${t("they-agreed")}` : ""}
              </span>
            </span>
          </label>
        ))}
      </section>
      {check?.smallGroups ? (
        <section className="stack">
          <h3>{t("small-groups")}</h3>
          <p className="caption muted">{t("small-groups-rule", { n: check.smallGroups.least, labs: check.smallGroups.labs })}</p>
          {smallGroups !== "" || check.blockers.some((blocker) => blocker.reason === "small-groups") ? (
            <label className="field">
              <span>{t("small-groups-why")}</span>
              <input
                className="input"
                value={smallGroups}
                maxLength={500}
                onChange={(event) => setSmallGroups(event.currentTarget.value)}
              />
            </label>
          ) : null}
        </section>
      ) : null}
      <section className="stack">
        <h3>{t("who-may-read")}</h3>
        <label className="row">
          <input type="radio" name="audience" checked={audience === "labs"} onChange={() => setAudience("labs")} />
          {t("audience-labs")}
        </label>
        <label className="row">
          <input type="radio" name="audience" checked={audience === "link"} onChange={() => setAudience("link")} />
          {t("audience-link")}
        </label>
        <label className="field">
          <span>{t("why-publish")}</span>
          <input
            className="input"
            value={reason}
            maxLength={500}
            placeholder={t("why-publish-example")}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </label>
      </section>
      {check?.blockers.map((blocker) => (
        <div
          key={blocker.reason + blocker.message}
          className={`strip ${blocker.reason === "must-agree" || blocker.reason === "restricted" ? "restricted" : "stale"}`}
          role="status"
        >
          <span className="grow">{blocker.message}</span>
          {blocker.reason === "not-fresh" &&
          !blocker.cells.some((cell) => cell.state === "running" || cell.state === "queued") ? (
            <button
              type="button"
              className="btn line"
              onClick={() => {
                for (const cell of blocker.cells) acts.run(cell.id as CellId, "upstream");
                again();
              }}
            >
              {t("run-n-cells", { n: blocker.cells.length })}
            </button>
          ) : null}
          {blocker.reason === "identifiers" ? (
            <button type="button" className="btn line" onClick={() => setLabels(true)}>
              {t("labels-too")}
            </button>
          ) : null}
        </div>
      ))}
      {checkWrong ? <p className="notice failed">{checkWrong}</p> : null}
      {wrong ? (
        <p className="notice failed" role="alert">
          {wrong}
        </p>
      ) : null}
      <button
        type="button"
        className="btn fill"
        disabled={
          busy ||
          chosen.length === 0 ||
          check === null ||
          check.blockers.length > 0 ||
          title.trim() === "" ||
          reason.trim() === ""
        }
        aria-busy={busy}
        onClick={() => void publish()}
      >
        {t("publish-version", { n: version })}
      </button>
      {chosen.length === 0 ? (
        <p className="caption muted">{t("choose-cells-first")}</p>
      ) : reason.trim() === "" ? (
        <p className="caption muted">{t("say-why-first")}</p>
      ) : null}
      {versions.length > 0 ? (
        <section className="stack">
          <h3>{t("published-before")}</h3>
          <ul className="list">
            {versions.map((row) => (
              <li key={row.id}>
                <span className="grow clip">
                  <a className="main" href={row.url}>
                    {t("version-n", { n: row.version })}
                  </a>{" "}
                  <span className="muted">
                    {nameOf(row.by)} <Ago at={row.publishedAt} />
                    {row.withdrawnAt ? ` · ${t("withdrawn")}` : ""}
                  </span>
                </span>
                {row.withdrawnAt ? null : (
                  <AskFirst
                    label={t("withdraw-version", { n: row.version })}
                    className="btn quiet dense"
                    asks={t("withdraw-asks")}
                    act={t("withdraw")}
                    why={t("withdraw-why")}
                    onYes={(why) => void withdraw(row, why)}
                  >
                    {t("withdraw")}
                  </AskFirst>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

/** The values of a parameter that readers may turn to: ticked here, computed before publishing. */
function LiveValues({
  cell,
  values,
  onChange,
}: {
  readonly cell: Cell;
  readonly values: readonly Json[];
  onChange(values: readonly Json[]): void;
}) {
  const { t } = useScreen();
  const { reader, derived } = useNotebook();
  const [typed, setTyped] = useState("");
  const [hits, setHits] = useState<readonly string[]>([]);
  const control = isJsonObject(cell.spec.control) ? cell.spec.control : {};
  const offered: readonly Json[] = Array.isArray(control.options)
    ? (control.options as readonly Json[])
    : control.type === "toggle"
      ? [true, false]
      : [];
  const from = isJsonObject(cell.spec.from) ? (cell.spec.from as unknown as { ref: CellId; port?: string }) : null;
  const searched = control.type === "feature" || control.type === "sample" || control.type === "column";
  const has = (value: Json): boolean => values.some((found) => JSON.stringify(found) === JSON.stringify(value));
  const toggle = (value: Json): void =>
    onChange(
      has(value) ? values.filter((found) => JSON.stringify(found) !== JSON.stringify(value)) : [...values, value].slice(0, 200),
    );
  const search = async (text: string): Promise<void> => {
    setTyped(text);
    const output = from ? derived.get().results.at(from) : null;
    if (!from || !output || text.trim() === "") {
      setHits([]);
      return;
    }
    const what = control.type === "feature" ? "features" : control.type === "sample" ? "samples" : "columns";
    setHits(await reader.search({ ref: from, digest: output.digest }, { what, text, limit: 8 }).catch(() => []));
  };
  const shown = [...new Map([...offered, ...values].map((value) => [JSON.stringify(value), value])).values()];
  return (
    <fieldset className="live-values">
      <legend className="mono">{cell.name}</legend>
      <div className="row wrap">
        {shown.map((value) => (
          <label key={JSON.stringify(value)} className="row">
            <input type="checkbox" checked={has(value)} onChange={() => toggle(value)} />
            {value === null ? "–" : String(value)}
          </label>
        ))}
      </div>
      {searched && from ? (
        <>
          <input
            className="input dense"
            placeholder={t("add-a-value")}
            aria-label={t("add-a-value")}
            value={typed}
            onChange={(event) => void search(event.currentTarget.value)}
          />
          <div className="row wrap">
            {hits
              .filter((hit) => !has(hit))
              .map((hit) => (
                <button key={hit} type="button" className="btn line dense" onClick={() => toggle(hit)}>
                  + {hit}
                </button>
              ))}
          </div>
        </>
      ) : offered.length === 0 ? (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            const number = Number(typed.replace(",", "."));
            if (typed.trim() !== "")
              toggle(["number", "slider"].includes(String(control.type)) && Number.isFinite(number) ? number : typed.trim());
            setTyped("");
          }}
        >
          <input
            className="input dense"
            placeholder={t("add-a-value")}
            aria-label={t("add-a-value")}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" className="btn line dense">
            {t("add")}
          </button>
        </form>
      ) : null}
    </fieldset>
  );
}

/** Asks the server what stands in the way, again whenever the choice or a state changed. */
function useCheck(
  base: string,
  request: { readonly cells: readonly string[] },
  states: string,
): { readonly check: PublicationCheck | null; readonly wrong: string | null; again(): void } {
  const [answer, setAnswer] = useState<{ readonly check: PublicationCheck | null; readonly wrong: string | null }>({
    check: null,
    wrong: null,
  });
  const [round, setRound] = useState(0);
  const turn = useRef(0);
  const body = JSON.stringify(request);
  const empty = request.cells.length === 0;
  useEffect(() => {
    const mine = ++turn.current;
    if (empty) {
      setAnswer({ check: null, wrong: null });
      return undefined;
    }
    const timer = setTimeout(() => {
      void api.post<PublicationCheck>(`${base}/publications/check`, JSON.parse(body)).then((found) => {
        if (mine === turn.current)
          setAnswer(found.ok ? { check: found.value, wrong: null } : { check: null, wrong: found.error.message });
      });
    }, 300);
    return () => clearTimeout(timer);
  }, [base, body, empty, states, round]);
  return { ...answer, again: () => setRound((before) => before + 1) };
}
