// The rail at the left: outline of the cells with their values, the files one can load, and the bin.

import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useRef, useState } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import { useApi } from "../api/client.ts";
import type { DatasetRow, UnshownResults } from "../api/answers.ts";
import { useMe, useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { formatBytes } from "@genomecraft/cells/messages/format-bytes.ts";
import { Ago } from "../app/time.tsx";
import { intakeDatasets, pickFiles } from "../upload/drop-files.ts";
import { stateWord, statusOf, toneOf } from "./cell-state.ts";
import { shortWord } from "./short-word.ts";
import { StateSign } from "./StateSign.tsx";
import { kindName, kindTitle, wordsOf } from "../kinds/kind-words.ts";
import { noteTitle } from "../desk/note-title.ts";
import { useCanEdit, useNotebook, useSession, useUi } from "../desk/notebook-context.tsx";
import { UnshownOnCard } from "./Unshown.tsx";
import { type RailTab } from "../desk/ui-state.ts";

export function Rail() {
  const { t } = useScreen();
  const { ui } = useNotebook();
  const tab = useUi((now) => now.railTab);
  const tabs: readonly RailTab[] = ["outline", "data", "bin"];
  const list = useRef<HTMLDivElement>(null);
  return (
    <nav className="rail" aria-label={t("rail")}>
      <div
        ref={list}
        className="tabs"
        role="tablist"
        aria-label={t("rail")}
        onKeyDown={(event) => {
          const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
          if (step === 0) return;
          event.preventDefault();
          event.stopPropagation();
          const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length] as RailTab;
          ui.set((before) => ({ ...before, railTab: next }));
          list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
        }}
      >
        {tabs.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={tab === name}
            aria-controls="rail-panel"
            tabIndex={tab === name ? 0 : -1}
            onClick={() => ui.set((before) => ({ ...before, railTab: name }))}
          >
            {t(name)}
          </button>
        ))}
        <span className="grow" />
        <button
          type="button"
          className="only-drawer"
          aria-label={t("close")}
          onClick={() => ui.set((before) => ({ ...before, drawer: null }))}
        >
          ✕
        </button>
      </div>
      <div id="rail-panel" role="tabpanel" aria-labelledby={`tab-${tab}`} className="rail-panel">
        {tab === "outline" ? <Outline /> : tab === "data" ? <Data /> : <Bin />}
      </div>
    </nav>
  );
}

const sameCells = (a: readonly CellId[], b: readonly CellId[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

/** Drawn only where one looks, like the cells themselves: a thousand names cost nothing at each keystroke. */
function Outline() {
  const { t } = useScreen();
  const { open } = useNotebook();
  const loaded = useStore(open.loaded);
  const list = useRef<HTMLUListElement>(null);
  const ids = useStore(
    open.notebook,
    (notebook) => notebook.cells.flatMap((cell) => (cell.deletedAt === null ? [cell.id] : [])),
    sameCells,
  );
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => list.current?.closest<HTMLElement>(".rail") ?? null,
    estimateSize: () => (innerWidth < 720 ? 44 : 28),
    getItemKey: (index) => ids[index] as string,
    overscan: 16,
  });
  const focused = useUi((state) => state.focused);
  const at = focused ? ids.indexOf(focused) : -1;
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: "auto" });
  }, [at, rows]);
  if (ids.length === 0) return loaded ? <p className="muted rail-empty">{t("outline-empty")}</p> : null;
  return (
    <ul ref={list} className="outline" style={{ position: "relative", height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map((row) => (
        <li
          key={row.key}
          style={{ position: "absolute", top: row.start, left: 0, right: 0, height: row.size }}
          aria-setsize={ids.length}
          aria-posinset={row.index + 1}
        >
          <OutlineItem id={ids[row.index] as CellId} />
        </li>
      ))}
    </ul>
  );
}

const OutlineItem = memo(function OutlineItem({ id }: { readonly id: CellId }) {
  const { t, locale } = useScreen();
  const { open, derived, acts, ui } = useNotebook();
  const cell = useStore(open.notebook, (notebook) => notebook.cells.find((found) => found.id === id) ?? null);
  const session = useSession(id);
  const shown = useStore(
    derived,
    (now) => {
      if (!cell) return null;
      const status = statusOf(cell, session, now);
      const state = t(stateWord(status.state, cell.kind));
      return {
        name: cell.name || noteTitle(cell, now.results) || wordsOf(cell, acts.wordsContext()) || kindTitle(cell, locale),
        state,
        status: status.state,
        // What waits for a failed cell says so where there is room for it.
        value: shortWord(
          cell,
          status,
          now.results,
          locale,
          t(stateWord(status.state === "blocked" ? "waiting" : status.state, cell.kind)).toLocaleLowerCase(locale),
        ),
      };
    },
    (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b),
  );
  const here = useStore(
    open.people,
    (people) => people.filter((person) => !person.me && person.cell === id),
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  );
  const current = useUi((state) => state.focused === id);
  if (!cell || !shown) return null;
  const note = cardOf(cell.kind)?.frame === "prose";
  const written =
    shown.status === "failed" ||
    shown.status === "invalid" ||
    shown.status === "restricted" ||
    shown.status === "unreleased" ||
    shown.status === "blocked";
  return (
    <button
      type="button"
      className={current ? "outline-item current" : "outline-item"}
      aria-current={current ? "true" : undefined}
      onClick={() => {
        acts.focus(id, { scroll: true, command: true });
        ui.set((before) => ({ ...before, drawer: null }));
      }}
    >
      <span
        className={`mark ${note && shown.status === "fresh" ? "note" : toneOf(shown.status)} ${shown.status}`}
        role="img"
        aria-label={shown.state}
        title={shown.state}
      >
        {written ? <StateSign state={shown.status} size={12} /> : null}
      </span>
      <span className={`clip ${note && !cell.name ? "" : "mono"}`} title={shown.name}>
        {shown.name}
      </span>
      <span className="value clip">{shown.value}</span>
      {here.map((person) => (
        <span
          key={person.client}
          className="mark here"
          style={{ background: person.colour }}
          role="img"
          aria-label={t("is-here", { name: person.name })}
          title={t("is-here", { name: person.name })}
        />
      ))}
    </button>
  );
});

function Data() {
  const { t, locale } = useScreen();
  const me = useMe();
  const { open, info } = useNotebook();
  const edit = useCanEdit();
  const mine = useApi<{ readonly datasets: readonly DatasetRow[] }>(`/datasets?notebook=${encodeURIComponent(open.id)}`, 15_000);
  const isMember = me.labs.some((lab) => lab.id === info.lab.id);
  const labs = useApi<{ readonly datasets: readonly DatasetRow[] }>(
    isMember ? `/datasets?lab=${encodeURIComponent(info.lab.id)}` : null,
    15_000,
  );
  const unshown = useApi<UnshownResults>(`/notebooks/${encodeURIComponent(open.id)}/unshown-results`, 15_000);
  const unseenOf = (id: string) => unshown.value?.datasets.find((one) => one.id === id) ?? null;
  const [typed, setTyped] = useState("");
  const fits = (row: DatasetRow): boolean => row.name.toLowerCase().includes(typed.trim().toLowerCase());
  const all = mine.value?.datasets ?? [];
  const rest = (labs.value?.datasets ?? []).filter((row) => !all.some((found) => found.id === row.id));
  const here = all.filter(fits);
  const others = rest.filter(fits);
  const rows = (list: readonly DatasetRow[]) => (
    <ul className="outline">
      {list.map((row) => {
        const unseen = unseenOf(row.id);
        return (
          <li key={row.id} className="data-row">
            <div className="clip" title={row.name}>
              {row.name}
            </div>
            <div className="caption muted">
              {row.lab.name} · {t("version-n", { n: row.version })} · {formatBytes(row.size, locale)}
              {row.right ? ` · ${t(`right-${row.right}`)}` : ""}
            </div>
            {row.loadable === false ? (
              <div className="caption">{row.notLoadable ?? t("not-loadable")}</div>
            ) : edit ? (
              <button
                type="button"
                className="btn act dense"
                onClick={() =>
                  void intakeDatasets(
                    [{ dataset: row.id, version: row.version, digest: row.digest, name: row.name, size: row.size }],
                    { after: null },
                  )
                }
              >
                {t("load-it")}
              </button>
            ) : null}
            {unseen ? <UnshownOnCard unseen={unseen} done={unshown.reload} /> : null}
          </li>
        );
      })}
    </ul>
  );
  return (
    <div>
      {edit ? (
        <button type="button" className="btn line dense" style={{ margin: "4px 16px 8px" }} onClick={() => pickFiles(null)}>
          {t("choose-files")}
        </button>
      ) : null}
      {all.length + rest.length > 3 ? (
        <input
          className="input dense rail-search"
          type="search"
          placeholder={t("search-files")}
          aria-label={t("search-files")}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
      {mine.error ? <p className="notice failed rail-empty">{mine.error.message}</p> : null}
      {here.length === 0 && others.length === 0 && !mine.loading ? (
        <p className="muted rail-empty">
          {typed.trim() ? t("nothing-called", { name: typed.trim() }) : t("no-files-yet", { lab: info.lab.name })}
        </p>
      ) : null}
      {here.length > 0 ? <h3 className="rail-head">{t("of-this-notebook")}</h3> : null}
      {rows(here)}
      {others.length > 0 ? <h3 className="rail-head">{info.lab.name}</h3> : null}
      {rows(others)}
    </div>
  );
}

function Bin() {
  const { t, locale } = useScreen();
  const { open, acts } = useNotebook();
  const edit = useCanEdit();
  const gone = useStore(
    open.notebook,
    (notebook) =>
      notebook.cells.filter((cell) => cell.deletedAt !== null).sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0)),
    (a, b) => a.length === b.length && a.every((cell, index) => cell === b[index]),
  );
  if (gone.length === 0) return <p className="muted rail-empty">{t("bin-empty")}</p>;
  return (
    <ul className="outline">
      {gone.map((cell) => (
        <li key={cell.id} className="data-row">
          <div className="clip mono">{cell.name || wordsOf(cell, acts.wordsContext()) || kindName(cell.kind, locale)}</div>
          <div className="caption muted">
            {kindTitle(cell, locale)} · <Ago at={cell.deletedAt} />
          </div>
          {edit ? (
            <button type="button" className="btn act dense" onClick={() => acts.restore(cell.id as CellId)}>
              {t("restore")}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
