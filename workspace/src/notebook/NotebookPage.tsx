// The notebook: opens the document, then app bar, rail, column of cells and inspector. What follows from document and
// feed (graph, results) is computed once here for all.

import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { dependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import { colourOf, groupNumbers } from "@genomecraft/cells/artifacts/group-colours.ts";
import { ColourContext, PlotContext } from "@genomecraft/cells/ui/plot-context.ts";
import { viewsOf } from "@genomecraft/cells/views.ts";
import { useApi } from "../api/client.ts";
import { newArtifactReader } from "../api/reader.ts";
import type { LabInfo, NotebookInfo } from "../api/types.ts";
import { meetPeople } from "../app/known-people.ts";
import { announce, toast, useMe, useScreen } from "../app/screen.tsx";
import { useLabForFiles } from "../app/use-lab.ts";
import { newStore, useStore } from "../app/store.ts";
import { Ago } from "../app/time.tsx";
import { loadPlotly } from "../plot/load-plotly.ts";
import { dropDraft, openNotebook, type OpenNotebook, readDraft } from "../live/open-notebook.ts";
import { mainPortOf, resultsNow } from "../live/outputs.ts";
import { Link, navigate } from "../router/navigate.tsx";
import { DropCover, takeFiles, useDropFiles } from "../upload/drop-files.ts";
import { takeHandedOver } from "../upload/hand-over.ts";
import { newActs } from "./acts.ts";
import { AddMenu } from "./AddMenu.tsx";
import { AppBar, BottomBar } from "./AppBar.tsx";
import { CellList, type ListHandle } from "./CellList.tsx";
import { stateWord } from "./cell-state.ts";
import { Inspector } from "./Inspector.tsx";
import { NotebookProvider, type NotebookScreen, useCanEdit, useNotebook, useUi } from "./notebook-context.tsx";
import { type Derived, newUi, valuesHere } from "./ui-state.ts";
import { Rail } from "./Rail.tsx";
import { usePersonalValues } from "./personal-values.ts";
import { useKeys, usePasteOnPage } from "./use-keys.ts";
import "./notebook.css";

const ShareDialog = lazy(() => import("../share/ShareDialog.tsx").then((module) => ({ default: module.ShareDialog })));
const PublishPanel = lazy(() => import("../publish/PublishPanel.tsx").then((module) => ({ default: module.PublishPanel })));
const Intakes = lazy(() => import("../upload/Intake.tsx").then((module) => ({ default: module.Intakes })));
const Palette = lazy(() => import("./Palette.tsx").then((module) => ({ default: module.Palette })));
const KeysDialog = lazy(() => import("./Palette.tsx").then((module) => ({ default: module.KeysDialog })));

// Drawn in nearly every notebook: on their way while the document is. Whoever draws one tries again.
for (const kind of ["note", "parameter"])
  viewsOf(kind)
    ?.Output()
    .catch(() => undefined);

export function NotebookPage({ id, cell }: { readonly id: string; readonly cell: string | null }) {
  const { t } = useScreen();
  const me = useMe();
  const info = useApi<NotebookInfo>(`/notebooks/${encodeURIComponent(id)}`);
  const [open, setOpen] = useState<OpenNotebook | null>(null);
  const ready = info.value;
  const ours = me.labs.some((lab) => lab.id === ready?.lab.id);
  const lab = useApi<LabInfo>(ours && ready ? `/labs/${encodeURIComponent(ready.lab.id)}` : null);
  useEffect(() => meetPeople([me.user, ...(lab.value?.members ?? []).map((member) => member.user)]), [me.user, lab.value]);
  const epoch = ready?.epoch;

  useEffect(() => {
    if (!ready) return undefined;
    const made = openNotebook({ id, epoch: ready.epoch, role: ready.role, user: { id: me.user.id, name: me.user.name } });
    setOpen(made);
    return () => {
      setOpen(null);
      made.destroy();
    };
    // One document per notebook and history of it.
  }, [id, epoch, ready?.id, me.user.id]);

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
            <Link to="/" className="btn line">
              {t("home")}
            </Link>
          </div>
        </div>
      </div>
    );
  }
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
    const derive = (): Derived => ({ graph: dependencyGraph(open.notebook.get(), kindOf), results: results() });
    const derived = newStore<Derived>(derive());
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
    return { open, info, ui, derived, overlay, reader, acts, handle };
  }, [open, info]);

  const loaded = useStore(open.loaded);
  useEffect(() => {
    if (loaded && cell) screen.acts.focus(cell as CellId, { scroll: true });
  }, [loaded, cell, screen]);

  return (
    <NotebookProvider value={screen}>
      <PlotContext value={loadPlotly}>
        <Colours open={open}>
          <Page scroller={scroller} handle={screen.handle} />
        </Colours>
      </PlotContext>
    </NotebookProvider>
  );
}

/** The colours of groups follow from what everybody has on show; figures are drawn again only when these change. */
function Colours({ open, children }: { readonly open: OpenNotebook; readonly children: ReactNode }) {
  const cells = useStore(
    open.notebook,
    (notebook) => notebook.cells.flatMap((cell) => (cell.deletedAt === null ? [cell.id] : [])),
    (a, b) => a.length === b.length && a.every((id, index) => id === b[index]),
  );
  const numbers = useStore(open.feed, (feed) =>
    JSON.stringify(
      groupNumbers(
        cells.flatMap((id) => Object.values(feed.cells.get(id)?.shown?.outputs ?? {}).map((output) => output.summary)),
      ),
    ),
  );
  const of = useMemo(() => colourOf(JSON.parse(numbers) as ReturnType<typeof groupNumbers>), [numbers]);
  return <ColourContext value={of}>{children}</ColourContext>;
}

function Page({ scroller, handle }: { readonly scroller: React.RefObject<HTMLElement | null>; readonly handle: ListHandle }) {
  const { t } = useScreen();
  const { open, info, ui } = useNotebook();
  const edit = useCanEdit();
  const drawer = useUi((now) => now.drawer);
  const inspector = useUi((now) => now.inspector);
  const share = useUi((now) => now.share);
  const publish = useUi((now) => now.publish);
  const palette = useUi((now) => now.palette);
  const keys = useUi((now) => now.keys);
  const adding = useUi((now) => now.adding !== null);
  const loaded = useStore(open.loaded);
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
  const overlaid = share || publish || palette || keys || adding;
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
    if (loaded && edit) void takeFiles(takeHandedOver());
  }, [loaded, edit]);

  return (
    <div className={`notebook${inspector ? "" : " no-inspector"}${drawer ? ` drawer-${drawer}` : ""}`}>
      <AppBar />
      <Rail />
      <main id="main" ref={scroller} tabIndex={-1} aria-label={t("cells")}>
        <ConnectionStrip />
        <div className="column">
          <ColumnHead title={title} />
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
        {publish ? <PublishPanel onClose={() => ui.set((before) => ({ ...before, publish: false }))} /> : null}
      </Suspense>
    </div>
  );
}

function ColumnHead({ title }: { readonly title: string }) {
  const { t } = useScreen();
  const { open, info, acts, ui } = useNotebook();
  const edit = useCanEdit();
  const count = useStore(open.notebook, (notebook) => notebook.cells.filter((found) => found.deletedAt === null).length);
  const [typed, setTyped] = useState<string | null>(null);
  const done = (): void => {
    if (typed !== null && typed.trim() !== "" && typed !== title) acts.write([{ type: "set-title", title: typed.trim() }]);
    setTyped(null);
  };
  return (
    <div className="column-head">
      <h1>
        {edit ? (
          <input
            className="title-input"
            aria-label={t("title-of-notebook")}
            value={typed ?? title}
            maxLength={200}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={done}
            onKeyDown={(event) => {
              if (event.key === "Enter") event.currentTarget.blur();
              if (event.key === "Escape") {
                event.stopPropagation();
                setTyped(null);
              }
            }}
          />
        ) : (
          title
        )}
      </h1>
      <p className="caption muted">
        {info.lab.name} · {t("edited")} <Ago at={info.updatedAt} /> · {t("n-cells", { n: count })}
      </p>
      {edit ? (
        <div className="add-between top">
          <button
            type="button"
            className="btn icon"
            aria-label={t("add-at-top")}
            onClick={() => ui.set((before) => ({ ...before, adding: { after: null } }))}
          >
            +
          </button>
        </div>
      ) : null}
    </div>
  );
}

function ConnectionStrip() {
  const { t } = useScreen();
  const { open } = useNotebook();
  const connection = useStore(open.connection);
  const loaded = useStore(open.loaded);
  const waits = useStore(open.waits);
  const [draft, setDraft] = useState(() => readDraft(open.id));
  useEffect(() => {
    if (connection.state === "closed") setDraft(readDraft(open.id));
    if (connection.state === "closed" && connection.why === "signed-out")
      navigate(`/sign-in?next=${encodeURIComponent(`/n/${open.id}`)}`);
  }, [connection, open.id]);
  const bits = [];
  if (connection.state === "offline" && loaded) {
    bits.push(
      <div key="offline" className="strip stale" role="status">
        <span className="grow">{t("offline-go-on")}</span>
        <button type="button" className="btn line" onClick={() => open.reconnect()}>
          {t("try-now")}
        </button>
      </div>,
    );
  }
  if (waits && connection.state !== "closed") {
    bits.push(
      <div key="waits" className="strip stale" role="status">
        {t(waits === "disk" ? "waits-disk" : "waits-database")}
      </div>,
    );
  }
  if (connection.state === "closed") {
    bits.push(
      <div key="closed" className="strip failed" role="alert">
        <span className="grow">
          {connection.why === "gone"
            ? t("notebook-gone")
            : connection.why === "no-access"
              ? t("access-ended")
              : connection.why === "replaced"
                ? t("notebook-replaced")
                : connection.why === "too-deep"
                  ? t("notebook-too-deep")
                  : t("signed-out")}
        </span>
        <button type="button" className="btn line" onClick={() => location.reload()}>
          {t("load-again")}
        </button>
      </div>,
    );
  }
  if (draft) {
    bits.push(
      <div key="draft" className="strip accent" role="status">
        <span className="grow">
          {t("draft-kept")} <Ago at={draft.at} />
        </span>
        <button
          type="button"
          className="btn line"
          onClick={() => {
            const text = draft.texts.map((item) => `# ${item.name}\n${item.text}`).join("\n\n");
            const link = document.createElement("a");
            link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
            link.download = `${draft.title || "draft"}.txt`;
            link.click();
          }}
        >
          {t("download")}
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => {
            dropDraft(open.id);
            setDraft(null);
          }}
        >
          {t("discard")}
        </button>
      </div>,
    );
  }
  return bits.length > 0 ? <div className="connection">{bits}</div> : null;
}

/** Goes where the person goes whom one follows. */
function useFollow(): void {
  const { open, ui, acts } = useNotebook();
  const following = useUi((now) => now.following);
  useEffect(() => {
    if (following === null) return undefined;
    let last: CellId | null = null;
    const look = (): void => {
      const person = open.people.get().find((found) => found.client === following);
      if (!person) {
        ui.set((before) => ({ ...before, following: null }));
        return;
      }
      if (person.cell && person.cell !== last) {
        last = person.cell;
        acts.focus(person.cell, { scroll: true });
      }
    };
    look();
    return open.people.subscribe(look);
  }, [following, open, ui, acts]);
}

/** Says to screen readers what ended: results, failures. */
function useAnnounceStates(): void {
  const { t } = useScreen();
  const { open } = useNotebook();
  useEffect(() => {
    let before = open.feed.get().cells;
    return open.feed.subscribe(() => {
      const now = open.feed.get().cells;
      for (const [id, session] of now) {
        const old = before.get(id)?.status.state;
        const { state } = session.status;
        if ((old === "running" || old === "queued") && state !== old && state !== "running") {
          const name = open.notebook.get().cells.find((found) => found.id === id)?.name ?? "";
          announce(`${name}: ${t(stateWord(state))}`);
        }
      }
      before = now;
    });
  }, [open, t]);
}
