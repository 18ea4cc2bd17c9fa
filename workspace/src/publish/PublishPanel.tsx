// The panel that publishes: which cells readers see and where they stand, from whose data, who may read and why. Cells
// that are out of date stop it, with the one act that helps.

import { useEffect, useRef, useState } from "react";
import type { Json } from "@genomecraft/cells/base/json.ts";
import type { CellRef } from "@genomecraft/cells/base/refs.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { api, useApi } from "../api/client.ts";
import type { PublicationRow } from "../api/answers.ts";
import { useScreen } from "../app/screen.tsx";
import { usePanel } from "../app/use-panel.ts";
import { useStore } from "../base/store.ts";
import { noteTitle } from "../desk/note-title.ts";
import { useNotebook } from "../desk/notebook-context.tsx";
import { headlineOf } from "../kinds/kind-words.ts";
import { Audience } from "./Audience.tsx";
import { Blockers } from "./Blockers.tsx";
import { GoesOut } from "./GoesOut.tsx";
import { LiveValues } from "./LiveValues.tsx";
import { isWithdrawn, Published, type PublishedNow } from "./Published.tsx";
import { PublishedBefore } from "./PublishedBefore.tsx";
import { SmallGroups } from "./SmallGroups.tsx";
import { Sources } from "./Sources.tsx";
import { useCheck } from "./use-check.ts";
import { WhatReadersSee } from "./WhatReadersSee.tsx";
import "./publish.css";

/** What a control stands at. */
const valueOf = (cell: Cell): Json => cell.spec[cardOf(cell.kind)?.control?.value ?? "value"] ?? null;

export function PublishPanel({ onClose }: { onClose(): void }) {
  const { t, locale } = useScreen();
  const { open, info, derived } = useNotebook();
  const notebook = useStore(open.notebook);
  const feed = useStore(open.feed, (now) => now.cells);
  const base = `/notebooks/${encodeURIComponent(open.id)}`;
  const past = useApi<{ readonly publications: readonly PublicationRow[] }>(`${base}/publications`);
  const [title, setTitle] = useState(notebook.title || info.title);
  const [audience, setAudience] = useState<"labs" | "link">("labs");
  const [reason, setReason] = useState("");
  const [values, setValues] = useState<ReadonlyMap<string, readonly Json[]>>(new Map());
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<(PublishedNow & { readonly of: string }) | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [agree, setAgree] = useState<readonly string[]>([]);
  const [labels, setLabels] = useState(false);
  const [smallGroups, setSmallGroups] = useState("");

  const panel = usePanel(onClose);
  // A refusal is brought before the eyes of whoever pressed, and read out.
  const refusal = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (wrong !== null) refusal.current?.focus();
  }, [wrong]);
  const inTheWay = useRef<HTMLDivElement>(null);

  const live = notebook.cells.filter((cell) => cell.deletedAt === null);
  const tiles = notebook.layout.tiles.filter((tile) => live.some((cell) => cell.id === tile.cell));
  const chosen = tiles
    .map((tile) => live.find((cell) => cell.id === tile.cell))
    .filter((cell): cell is Cell => cell !== undefined);
  /** As the reader's page heads a tile: what the author wrote, else what its kind says of it, else the name, as words. */
  const labelOf = (cell: Cell): string => {
    const own = cell.spec[cardOf(cell.kind)?.heading ?? "title"];
    if (typeof own === "string" && own !== "") return own;
    const { results } = derived.get();
    const summaryOf = (ref: CellRef) => results.at(ref)?.summary ?? null;
    const said = headlineOf(cell, { locale, summaryOf, valueOf: (ref) => summaryOf(ref)?.detail?.["value"] });
    return said ?? (cell.name.replace(/_+/gu, " ").trim() || noteTitle(cell, results)) ?? "";
  };
  const parameters = chosen.filter((cell) => cardOf(cell.kind)?.control);
  const versions = past.value?.publications ?? [];
  const request = {
    cells: chosen.map((cell) => cell.id),
    ...(title.trim() === "" ? {} : { title: title.trim() }),
    parameters: Object.fromEntries(parameters.map((cell) => [cell.id, values.get(cell.id) ?? [valueOf(cell)]])),
    labels,
    agree,
    audience,
    days: audience === "link" ? 30 : null,
    ...(smallGroups.trim() === "" ? {} : { smallGroups: smallGroups.trim() }),
  };
  const states = chosen.map((cell) => feed.get(cell.id)?.status.state ?? "").join();
  const { check, wrong: checkWrong, again } = useCheck(base, request, states);
  const version = Math.max(check?.version ?? 1, (made?.version ?? 0) + 1, ...versions.map((row) => row.version + 1));

  const asked = JSON.stringify({ ...request, title: title.trim(), tiles, audience });
  const publish = async (): Promise<void> => {
    setBusy(true);
    setWrong(null);
    const answer = await api.post<{ readonly id: string; readonly version: number; readonly url: string }>(
      `${base}/publications`,
      {
        ...request,
        title: title.trim(),
        layout: tiles,
        reason: reason.trim(),
      },
    );
    setBusy(false);
    if (!answer.ok) {
      setWrong(answer.error.message);
      return;
    }
    setMade({ ...answer.value, of: asked });
    past.reload();
    again();
  };
  // What was published stands in the place of the button, until something of it is another: a second press makes no second version.
  const isOut = made !== null && made.of === asked && !isWithdrawn(made, versions);
  const propose = async (): Promise<boolean> => {
    const { agree: _mine, ...shown } = request;
    const answer = await api.post(`${base}/publications/proposals`, shown);
    if (!answer.ok) setWrong(answer.error.message);
    return answer.ok;
  };
  return (
    <div {...panel} className="publish-panel" role="dialog" aria-labelledby="publish-title" tabIndex={-1}>
      <div className="row">
        <h2 id="publish-title" className="grow">
          {t("publish")}
        </h2>
        <button type="button" className="btn icon" aria-label={t("close")} onClick={onClose}>
          ✕
        </button>
      </div>
      {check && check.blockers.length > 0 ? (
        <div className="strip stale">
          <span className="grow">{t("n-in-the-way", { n: check.blockers.length })}</span>
          <button type="button" className="btn line" onClick={() => inTheWay.current?.focus()}>
            {t("show-them")}
          </button>
        </div>
      ) : null}
      <label className="field">
        <span>{t("title")}</span>
        <input className="input" value={title} maxLength={200} onChange={(event) => setTitle(event.currentTarget.value)} />
      </label>
      <WhatReadersSee live={live} tiles={tiles} chosen={chosen} labelOf={labelOf} />
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
      <GoesOut check={check} labels={labels} onLabels={setLabels} />
      <Sources check={check} agree={agree} onAgree={setAgree} />
      {check?.smallGroups ? <SmallGroups check={check} why={smallGroups} onWhy={setSmallGroups} /> : null}
      <Audience audience={audience} onAudience={setAudience} reason={reason} onReason={setReason} />
      <div ref={inTheWay} className="stack" tabIndex={-1} hidden={!check?.blockers.length}>
        <Blockers check={check} onRun={again} onLabels={() => setLabels(true)} onPropose={propose} />
      </div>
      {checkWrong ? <p className="notice failed">{checkWrong}</p> : null}
      {wrong ? (
        <p ref={refusal} className="notice failed" role="alert" tabIndex={-1}>
          {wrong}
        </p>
      ) : null}
      {isOut && made ? (
        <Published made={made} onAgain={() => setMade(null)} />
      ) : (
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
          {t(busy ? "publishing" : "publish-version", { n: version })}
        </button>
      )}
      {isOut ? null : chosen.length === 0 ? (
        <p className="caption muted">{t("choose-cells-first")}</p>
      ) : reason.trim() === "" ? (
        <p className="caption muted">{t("say-why-first")}</p>
      ) : check && check.blockers.length > 0 ? (
        <p className="caption muted">{t("n-in-the-way", { n: check.blockers.length })}</p>
      ) : null}
      {versions.length > 0 ? <PublishedBefore versions={versions} onChange={past.reload} /> : null}
    </div>
  );
}
