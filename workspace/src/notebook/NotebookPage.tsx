// The notebook: opens the document, then app bar, rail, column of cells and inspector. What follows from document and
// feed (graph, results) is computed once here for all.

import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { part } from "../base/part.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { kindCards } from "@genomecraft/cells/kind-cards.ts";
import { dependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import { PlotContext } from "@genomecraft/cells/ui/plot-context.ts";
import { api, useApi } from "../api/client.ts";
import { newArtifactReader } from "../api/reader.ts";
import type { LabInfo, NotebookInfo } from "../api/answers.ts";
import { meetPeople } from "../app/known-people.ts";
import { toast, useMe, useScreen } from "../app/screen.tsx";
import { Ago } from "../app/time.tsx";
import { useLabForFiles } from "../app/use-lab.ts";
import { newStore, useStore } from "../base/store.ts";
import { loadPlotly } from "../plot/load-plotly.ts";
import { type Offer, openNotebook, type OpenNotebook } from "../live/open-notebook.ts";
import { bringKind, shapeOf } from "../kinds/kinds-here.ts";
import { lateCells } from "../live/unanswered.ts";
import { mainPortOf, resultsNow } from "../live/outputs.ts";
import { Link } from "../router/navigate.tsx";
import { DropCover, intakeDatasets, useDropFiles } from "../upload/drop-files.ts";
import { takeHandedOver } from "../upload/hand-over.ts";
import { newActs } from "../desk/acts.ts";
import { AddMenu } from "./AddMenu.tsx";
import { AppBar, BottomBar } from "./AppBar.tsx";
import { CellList, type ListHandle } from "./CellList.tsx";
import { ColumnHead } from "./ColumnHead.tsx";
import { ConnectionStrip } from "./ConnectionStrip.tsx";
import { GroupColours } from "./GroupColours.tsx";
import { Inspector } from "./Inspector.tsx";
import { LabDecisions } from "./LabDecisions.tsx";
import { NotebookProvider, type NotebookScreen, useCanEdit, useNotebook, useUi } from "../desk/notebook-context.tsx";
import { type Derived, newUi, valuesHere } from "../desk/ui-state.ts";
import { Rail } from "./Rail.tsx";
import { usePersonalValues } from "./personal-values.ts";
import { useAnnounceStates } from "./use-announce-states.ts";
import { useFollow } from "./use-follow.ts";
import { useKeys, usePasteOnPage } from "./use-keys.ts";
import "./notebook.css";

const ShareDialog = part(() => import("../share/ShareDialog.tsx").then((module) => module.ShareDialog));
const PublishPanel = part(() => import("../publish/PublishPanel.tsx").then((module) => module.PublishPanel));
const HistoryPanel = part(() => import("./HistoryPanel.tsx").then((module) => module.HistoryPanel));
const Intakes = part(() => import("./Intake.tsx").then((module) => module.Intakes));
const Palette = part(() => import("./Palette.tsx").then((module) => module.Palette));
const KeysDialog = part(() => import("./Palette.tsx").then((module) => module.KeysDialog));

// Drawn in nearly every notebook: on their way while the document is. Whoever draws one tries again.
for (const { kind, place } of Object.values(kindCards)) if (place === "inline") bringKind(kind).catch(() => undefined);

export function NotebookPage({ id, cell }: { readonly id: string; readonly cell: string | null }) {
  const { t } = useScreen();
  const me = useMe();
  const info = useApi<NotebookInfo>(`/notebooks/${encodeURIComponent(id)}`);
  const [open, setOpen] = useState<OpenNotebook | null>(null);
  const ready = info.value;
  const ours = me.labs.some((lab) => lab.id === ready?.lab.id);
  const lab = useApi<LabInfo>(ours && ready ? `/labs/${encodeURIComponent(ready.lab.id)}` : null);
  useEffect(() => {
    meetPeople([me.user, ...(lab.value?.members ?? []).map((member) => member.user)]);
  }, [me.user, lab.value]);
  const epoch = ready?.epoch;
  const [taken, setTaken] = useState<{ readonly of: string; readonly offer: Offer } | null>(null);

  useEffect(() => {
    if (!ready || ready.deletedAt !== null) return undefined;
    const made = openNotebook({
      id,
      epoch: ready.epoch,
      role: ready.role,
      user: { id: me.user.id, name: me.user.name },
      ...(taken?.of === id ? { offer: taken.offer } : {}),
      onIdTaken: (offer) => setTaken({ of: id, offer }),
    });
    setOpen(made);
    return () => {
      setOpen(null);
      made.destroy();
    };
    // One document per notebook and history of it.
  }, [id, epoch, ready?.id, ready?.deletedAt, me.user.id, taken]);

  if (info.error && !ready) {
    return (
      <div className="centre">
        <div className="card stack">
          <h1>{info.error.status === 403 ? t("no-access") : info.error.status === 404 ? t("notebook-gone") : t("not-opened")}</h1>
          <p>{info.error.message}</p>
          <div className="row">
            <button type="button" className="btn fill" onClick={info.reload}>
              {t("try-again")}
            </button>
            {info.error.status === 404 ? (
              <Link to="/bin" className="btn line">
                {t("open-the-bin")}
              </Link>
            ) : null}
            <Link to="/" className="btn line">
              {t("home")}
            </Link>
          </div>
        </div>
      </div>
    );
  }
  if (ready?.deletedAt) return <InBin info={ready} />;
  if (!ready || !open) {
    return (
      <div className="centre">
        <p className="muted" role="status">
          {t("opening-notebook")}
        </p>
      </div>
    );
  }
  return <Opened key={open.doc.guid} open={open} info={ready} cell={cell} />;
}

/** What is in the bin is not opened: its way back is offered, or the bin. */
function InBin({ info }: { readonly info: NotebookInfo }) {
  const { t } = useScreen();
  const restore = async (): Promise<void> => {
    const answer = await api.post(`/notebooks/${encodeURIComponent(info.id)}/restore`);
    if (answer.ok) location.reload();
    else toast(answer.error.message, { wrong: true });
  };
  return (
    <div className="centre">
      <div className="card stack">
        <h1>{info.title}</h1>
        <p>
          {t("notebook-binned")} <Ago at={info.deletedAt} />
        </p>
        <div className="row">
          {info.role === "owner" ? (
            <button type="button" className="btn fill" onClick={() => void restore()}>
              {t("restore")}
            </button>
          ) : null}
          <Link to="/bin" className="btn line">
            {t("open-the-bin")}
          </Link>
          <Link to="/" className="btn line">
            {t("home")}
          </Link>
        </div>
      </div>
    </div>
  );
}

function Opened({
  open,
  info,
  cell,
}: {
  readonly open: OpenNotebook;
  readonly info: NotebookInfo;
  readonly cell: string | null;
}) {
  const { t, locale } = useScreen();
  const scroller = useRef<HTMLElement>(null);
  const current = useRef({ t, locale });
  current.current = { t, locale };

  const screen = useMemo((): NotebookScreen => {
    const ui = newUi();
    const overlay = newStore<ReadonlyMap<CellId, CellSession>>(new Map());
    const results = (): Derived["results"] =>
      resultsNow(open.notebook.get(), open.feed.get(), valuesHere(ui.get()), overlay.get());
    const derive = (): Derived => {
      const graph = dependencyGraph(open.notebook.get(), shapeOf);
      return { graph, results: results(), late: lateCells(graph, open.unanswered.get()) };
    };
    const derived = newStore<Derived>(derive());
    open.unanswered.subscribe(() =>
      derived.set((before) => ({ ...before, late: lateCells(before.graph, open.unanswered.get()) })),
    );
    open.notebook.subscribe(() => derived.set(derive()));
    const onlyResults = (): void => derived.set((before) => ({ ...before, results: results() }));
    open.feed.subscribe(onlyResults);
    overlay.subscribe(onlyResults);
    let { personal, preview } = ui.get();
    ui.subscribe(() => {
      const now = ui.get();
      if (now.personal === personal && now.preview === preview) return;
      ({ personal, preview } = now);
      onlyResults();
    });
    const handle: ListHandle = { scrollTo: null };
    const acts = newActs({
      open,
      ui,
      derived,
      locale: () => current.current.locale,
      t: () => current.current.t,
      // After what the same act changes is drawn.
      scrollTo: (target) => requestAnimationFrame(() => handle.scrollTo?.(target)),
    });
    const reader = newArtifactReader(open.id, (ref) =>
      mainPortOf(open.notebook.get().cells.find((found) => found.id === ref.ref)?.kind ?? ""),
    );
    open.retold.subscribe(() => reader.forgetRefused());
    return { open, info, ui, derived, overlay, reader, acts, handle };
  }, [open, info]);

  const loaded = useStore(open.loaded);
  useEffect(() => {
    if (loaded && cell) screen.acts.focus(cell as CellId, { scroll: true });
  }, [loaded, cell, screen]);

  return (
    <NotebookProvider value={screen}>
      <PlotContext value={loadPlotly}>
        <GroupColours open={open}>
          <Page scroller={scroller} handle={screen.handle} />
        </GroupColours>
      </PlotContext>
    </NotebookProvider>
  );
}

function Page({ scroller, handle }: { readonly scroller: React.RefObject<HTMLElement | null>; readonly handle: ListHandle }) {
  const { t } = useScreen();
  const { open, info, ui } = useNotebook();
  const edit = useCanEdit();
  const drawer = useUi((now) => now.drawer);
  const inspector = useUi((now) => now.inspector);
  const share = useUi((now) => now.share);
  const publish = useUi((now) => now.publish);
  const past = useUi((now) => now.history);
  const palette = useUi((now) => now.palette);
  const keys = useUi((now) => now.keys);
  const adding = useUi((now) => now.adding !== null);
  const loaded = useStore(open.loaded);
  const broken = useStore(open.broken);
  if (broken) throw broken;
  const connection = useStore(open.connection);
  const empty = useStore(open.notebook, (notebook) => !notebook.cells.some((found) => found.deletedAt === null));
  const title = useStore(open.notebook, (notebook) => notebook.title || info.title);
  useKeys();
  usePasteOnPage();
  usePersonalValues();
  useFollow();
  useAnnounceStates();
  const filesTo = useLabForFiles(info.lab);
  const withoutLab = useCallback(() => toast(t("files-need-lab"), { wrong: true }), [t]);
  useDropFiles({
    lab: filesTo ?? info.lab,
    notebook: open.id,
    enabled: edit,
    ...(filesTo ? {} : { receive: withoutLab }),
  });
  // What closes gives the focus back to the cell from where it was opened.
  const overlaid = share || publish || past || palette || keys || adding;
  useEffect(() => {
    if (overlaid) return undefined;
    const timer = setTimeout(() => {
      const { focused } = ui.get();
      if (document.activeElement === document.body && focused)
        document.querySelector<HTMLElement>(`[data-cell="${focused}"]`)?.focus({ preventScroll: true });
    }, 50);
    return () => clearTimeout(timer);
  }, [overlaid, ui]);
  useEffect(() => {
    document.title = `${title} · GenomeCraft`;
  }, [title]);
  useEffect(() => {
    const handed = loaded && edit ? takeHandedOver() : null;
    if (handed)
      void intakeDatasets(
        handed.files.map(({ id, ...file }) => ({ dataset: id, ...file })),
        { owner: handed.owner },
      );
  }, [loaded, edit]);

  return (
    <div className={`notebook${inspector ? "" : " no-inspector"}${drawer ? ` drawer-${drawer}` : ""}`}>
      <AppBar />
      <Rail />
      <main id="main" ref={scroller} tabIndex={-1} aria-label={t("cells")}>
        <ConnectionStrip />
        <div className="column">
          <ColumnHead title={title} />
          <LabDecisions />
          <Suspense fallback={null}>
            <Intakes />
          </Suspense>
          {connection.state === "closed" ? null : loaded ? null : (
            <p className="muted" role="status" style={{ paddingLeft: 44 }}>
              {connection.state === "offline" ? t("server-unreachable") : t("opening-notebook")}
            </p>
          )}
          {loaded && empty ? (
            <div className="empty nothing-yet">
              <p>{t("empty-notebook")}</p>
              {edit ? (
                <button
                  type="button"
                  className="btn line"
                  style={{ marginTop: 12 }}
                  onClick={() => ui.set((before) => ({ ...before, adding: { after: null } }))}
                >
                  {t("add-a-cell")}
                </button>
              ) : null}
            </div>
          ) : null}
          <CellList scroller={scroller} handle={handle} />
        </div>
      </main>
      {drawer ? (
        <button
          type="button"
          className="drawer-shade"
          aria-label={t("close")}
          onClick={() => ui.set((before) => ({ ...before, drawer: null }))}
        />
      ) : null}
      <Inspector />
      <BottomBar />
      <AddMenu />
      <DropCover lab={(filesTo ?? info.lab).name} />
      <Suspense fallback={null}>
        {palette ? <Palette /> : null}
        {keys ? <KeysDialog /> : null}
        {share ? <ShareDialog onClose={() => ui.set((before) => ({ ...before, share: false }))} /> : null}
        {past ? <HistoryPanel onClose={() => ui.set((before) => ({ ...before, history: false }))} /> : null}
        {publish ? <PublishPanel onClose={() => ui.set((before) => ({ ...before, publish: false }))} /> : null}
      </Suspense>
    </div>
  );
}
