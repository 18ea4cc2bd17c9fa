// The strip above an output: what the state of the cell is about, and the one act that helps.

import { useEffect, useRef, useState } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import { failureSentence, sentenceIn } from "@genomecraft/cells/messages/catalogue.ts";
import { quoted } from "@genomecraft/cells/messages/locale.ts";
import { choiceInstead } from "./choice-instead.ts";
import { AlsoWrong } from "./AlsoWrong.tsx";
import { mendingWord } from "./mending-word.ts";
import { missingWhereLoaded } from "./missing-where-loaded.ts";
import { mendingOperation, otherMendings } from "@genomecraft/cells/notebook/mending-operation.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { showsRows } from "@genomecraft/cells/shows-rows.ts";
import type { CellStatus, StaleReason } from "@genomecraft/cells/session/cell-status.ts";
import { waitSentence } from "@genomecraft/cells/session/wait-reason.ts";
import { resultAsksOf } from "./result-asks.ts";
import { AskForCell } from "../desk/AskForCell.tsx";
import { personNamed } from "../app/known-people.ts";
import { useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { duration, millisecondsOf, relativeTime, useNow } from "../app/time.tsx";
import { canRun, useCanEdit, useNotebook, useRole, useSession } from "../desk/notebook-context.tsx";
import { statusOf, toneOf, waitedFor } from "./cell-state.ts";
import { waitsFor } from "./waits-for.ts";
import { needsSentence } from "../kinds/kind-words.ts";

export function CellStrip({ cell, status }: { readonly cell: Cell; readonly status: CellStatus }) {
  const { t, locale } = useScreen();
  const { open, acts, derived } = useNotebook();
  const role = useRole();
  const edit = useCanEdit();
  const now = useNow(10_000);
  const said = useSession(cell.id)?.status;
  const asked = said?.state === "failed" && said.failure.asks ? said.failure : null;
  const names = useStore(open.notebook);
  const edited = useStore(derived, ({ late }) => late.get(cell.id));
  const isConnected = useStore(open.connection, ({ state }) => state === "online");
  const isHeld = useStore(open.waits) !== null || !isConnected;
  const saidFor = status.state === "waiting" ? status.for : null;
  const waits = useStore(derived, (known) => {
    const stateOf = (id: CellId) => {
      const found = known.graph.cells.get(id)?.cell;
      return found ? statusOf(found, open.feed.get().cells.get(id), known).state : null;
    };
    return saidFor && waitedFor(cell.id, saidFor, known, stateOf);
  });
  const otherState = useStateOf(waits);
  const nameOf = (id: string): string => names.cells.find((found) => found.id === id)?.name || t("a-note");
  const run = canRun(role) ? (
    <button type="button" className="btn line" onClick={() => acts.run(cell.id, "upstream")}>
      {t("run")}
    </button>
  ) : null;
  const cancel = canRun(role) ? (
    <button type="button" className="btn line" onClick={() => acts.cancel(cell.id)}>
      {t("cancel")}
    </button>
  ) : null;
  const strip = (content: React.ReactNode, action: React.ReactNode) => (
    <div className={`strip ${toneOf(status.state)}`} data-testid={`strip-${status.state}`}>
      <span className="grow">{content}</span>
      {action}
    </div>
  );

  const waiting = (other: CellId): readonly [React.ReactNode, React.ReactNode] => {
    const kind = names.cells.find((found) => found.id === other)?.kind ?? "";
    const { word, helps } = waitsFor(status.state === "blocked" ? "failed" : (otherState ?? null), showsRows(kind));
    const name = nameOf(other);
    const help =
      helps === "ask-results" || helps === "ask-release" ? (
        <AskForCell cell={other} what={helps === "ask-results" ? "results" : "release"} />
      ) : helps === "run" && run !== null ? (
        run
      ) : (
        <GoTo cell={other} name={name} />
      );
    return [t(word, { name }), help];
  };

  switch (status.state) {
    case "fresh":
    case "off":
      return null;
    case "idle":
      return strip(t("not-run-yet"), run);
    case "draft":
      return strip(t("draft-words"), null);
    case "needs-input":
      return strip(asked ? failureSentence(asked, locale) : needsSentence(cell.kind, status.field, locale), null);
    case "waiting":
      return waits === null ? null : strip(...waiting(waits));
    case "blocked":
      return strip(...waiting(status.by));
    case "queued":
      return strip(sentenceIn(waitSentence(status.why, status.position), locale), cancel);
    case "running":
      return <Running cell={cell} status={status} />;
    case "stale":
      // Mostly the server answers before anybody could read it.
      if (edited !== undefined)
        return isHeld
          ? strip(edited === cell.id ? t("edit-waits") : t("edit-before-waits", { name: nameOf(edited) }), null)
          : null;
      return strip(
        status.why.length === 0
          ? t("out-of-date")
          : status.why.map((why) => staleSentence(why, nameOf, now, t, locale)).join(" · "),
        run,
      );
    case "failed":
    case "invalid":
      return (
        <Failed
          cell={cell}
          failure={status.failure}
          why={status.state === "failed" ? (status.why ?? []).map((why) => staleSentence(why, nameOf, now, t, locale)) : []}
          run={status.state === "failed" ? run : null}
          edit={edit}
        />
      );
    case "restricted":
      return <Restricted cell={cell} labs={status.labs} />;
    case "unreleased":
      return <Unreleased cell={cell} status={status} />;
    case "cancelled":
      return strip(t("stopped-by", { name: personNamed(status.by) || "…" }), run);
  }
}

/** Of these data she sees nothing here: she asks those whose data it is, in the product, and reads what became of it. */
function Restricted({ cell, labs }: { readonly cell: Cell; readonly labs: readonly string[] }) {
  const { t } = useScreen();
  const { open } = useNotebook();
  const [sent, setSent] = useState(false);
  const asked = useStore(resultAsksOf(open), (list) => list.asked.includes(cell.id));
  const refused = useStore(resultAsksOf(open), (list) => list.refused.includes(cell.id));
  const inBin = useStore(resultAsksOf(open), (list) => list.inBin.includes(cell.id));
  const named = labs.join(", ");
  const isAsked = asked || (sent && !refused);
  const became = inBin
    ? t("results-in-bin")
    : isAsked
      ? t("release-asked")
      : refused
        ? t("results-refused", { labs: named })
        : "";
  return (
    <div className="strip restricted" data-testid="strip-restricted" role="status">
      <span className="grow">{[t("data-of", { labs: named }), became].filter(Boolean).join(" · ")}</span>
      {isAsked || inBin ? null : <AskForCell cell={cell.id} what="results" again={refused} onAsked={() => setSent(true)} />}
    </div>
  );
}

/** Of these data she sees results only, and this one waits until the labs say yes. */
function Unreleased({ cell, status }: { readonly cell: Cell; readonly status: Extract<CellStatus, { state: "unreleased" }> }) {
  const { t } = useScreen();
  const [sent, setSent] = useState(false);
  const labs = status.labs.join(", ");
  const isAsked = sent || status.asked;
  // Whoever asks for a release of rows is told that it was given, and sees none.
  if (showsRows(cell.kind))
    return (
      <div className="strip restricted" data-testid="strip-rows-closed" role="status">
        <span className="grow">{t("rows-closed-words", { labs })}</span>
      </div>
    );
  return (
    <div className="strip restricted" data-testid="strip-unreleased" role="status">
      <span className="grow">
        {t("waits-for-release", { labs })}{" "}
        {status.refused ? t("release-refused", { labs }) : isAsked ? t("release-asked", { labs }) : ""}
      </span>
      {isAsked ? null : <AskForCell cell={cell.id} what="release" onAsked={() => setSent(true)} />}
    </div>
  );
}

/** As its own frame says it; null: there is no such cell. */
function useStateOf(id: CellId | null): CellStatus["state"] | null {
  const { open, derived } = useNotebook();
  const cell = useStore(open.notebook, (now) => now.cells.find((found) => found.id === id) ?? null);
  const session = useSession(id ?? ("" as CellId));
  return useStore(derived, (now) => (cell ? statusOf(cell, session, now).state : null));
}

function GoTo({ cell, name }: { readonly cell: Cell["id"]; readonly name: string }) {
  const { t } = useScreen();
  const { acts } = useNotebook();
  return (
    <button type="button" className="btn line" onClick={() => acts.focus(cell, { scroll: true })}>
      {t("go-to", { name })}
    </button>
  );
}

function Failed({
  cell,
  failure,
  why,
  run,
  edit,
}: {
  readonly cell: Cell;
  readonly failure: Failure;
  /** Why it may come out otherwise now. */
  readonly why: readonly string[];
  readonly run: React.ReactNode;
  readonly edit: boolean;
}) {
  const { t, locale } = useScreen();
  const { acts, open, derived, ui } = useNotebook();
  const [more, setMore] = useState(false);
  const strip = useRef<HTMLDivElement>(null);
  // Whoever works in the cell sees why it was refused, however long its form is.
  useEffect(() => {
    if (ui.get().focused === cell.id) strip.current?.scrollIntoView({ block: "nearest" });
  }, [ui, cell.id, failure]);
  const log = useStore(open.feed, (feed) => feed.logs.get(cell.id) ?? null);
  const { also: found, ...params } = failure.params;
  const mending = edit ? mendingOperation(cell, failure) : null;
  const mendings = mending ? [mending, ...otherMendings(cell, failure)] : [];
  const missing = useStore(
    derived,
    (now) => (edit ? missingWhereLoaded(now, cell.id, failure) : null),
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  );
  const choice = useStore(
    derived,
    (now) => (edit ? choiceInstead(now, cell.id, failure) : null),
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  );
  return (
    <>
      <div ref={strip} className="strip failed" data-testid="strip-failed" role="status">
        <span className="grow">{[failureSentence(failure, locale), ...why].join(" · ")}</span>
        {mendings.length > 0 ? (
          mendings.map((one) => (
            <button key={JSON.stringify(one)} type="button" className="btn line" onClick={() => void acts.write([one])}>
              {mendingWord(one, cell.kind, locale)}
            </button>
          ))
        ) : missing ? (
          <button type="button" className="btn line" onClick={() => void acts.write([missing.operation])}>
            {t("words-are-missing", { words: missing.words.map((word) => quoted(word, locale)), n: missing.words.length })}
          </button>
        ) : choice ? null : (
          run
        )}
        {choice ? (
          <button type="button" className="btn line" onClick={() => void acts.write(choice.operations)}>
            {t("make-it-a-choice", { name: choice.name })}
          </button>
        ) : null}
        <button type="button" className="btn" aria-expanded={more} onClick={() => setMore(!more)}>
          {t("details")} {more ? "▾" : "▸"}
        </button>
      </div>
      <AlsoWrong found={found} isOpen={more} onOpen={() => setMore(true)} />
      {more ? (
        <pre className="details mono">
          {[
            failure.reason,
            JSON.stringify(params, null, 2),
            failure.at ? `${t("where")}: ${failure.at.join(".")}` : "",
            log?.text ?? "",
          ]
            .filter(Boolean)
            .join("\n")}
        </pre>
      ) : null}
    </>
  );
}

function Running({ cell, status }: { readonly cell: Cell; readonly status: Extract<CellStatus, { state: "running" }> }) {
  const { t, locale } = useScreen();
  const { open, acts } = useNotebook();
  const role = useRole();
  const log = useStore(open.feed, (feed) => feed.logs.get(cell.id) ?? null);
  const [showLog, setShowLog] = useState(false);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const { fraction } = status;
  const passed = Math.max(0, now - status.startedAt);
  const note = status.note ? sentenceIn(status.note, locale) : "";
  const left = fraction !== null && fraction > 0.02 && passed > 2_000 ? (passed / fraction) * (1 - fraction) : null;
  const words = [
    note || (fraction === null ? t("running") : t("running-percent", { n: Math.round(fraction * 100) })),
    passed > 1_000 ? duration(Math.round(passed / 1000) * 1000, locale) : "",
    left === null ? "" : t("about-left", { time: duration(Math.max(1_000, Math.round(left / 1000) * 1000), locale) }),
  ].filter(Boolean);
  return (
    <>
      <div
        className={fraction === null ? "bar going" : "bar"}
        role="progressbar"
        aria-label={t("progress-of", { name: cell.name })}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(fraction === null ? {} : { "aria-valuenow": Math.round(fraction * 100) })}
      >
        <i style={fraction === null ? undefined : { width: `${fraction * 100}%` }} />
      </div>
      <div className="strip running" data-testid="strip-running">
        <span className="grow">{words.join(" · ")}</span>
        {log ? (
          <button type="button" className="btn" aria-expanded={showLog} onClick={() => setShowLog(!showLog)}>
            {t("log")} {showLog ? "▾" : "▸"}
          </button>
        ) : null}
        {canRun(role) ? (
          <button type="button" className="btn line" onClick={() => acts.cancel(cell.id)}>
            {t("cancel")}
          </button>
        ) : null}
      </div>
      {showLog && log ? <pre className="details mono">{log.text}</pre> : null}
    </>
  );
}

export function staleSentence(
  why: StaleReason,
  nameOf: (id: string) => string,
  now: number,
  t: ReturnType<typeof useScreen>["t"],
  locale: "en" | "ru",
): string {
  const at = why.what === "kind-version" ? null : millisecondsOf(why.at);
  const when = at === null ? "" : relativeTime(at, Math.max(now, at), locale);
  const by = why.what === "kind-version" ? "" : personNamed(why.by);
  switch (why.what) {
    case "kind-version":
      return t("stale-version");
    case "spec":
      return t(by ? "stale-spec-by" : "stale-spec", { fields: why.fields.join(", "), when, by });
    case "input":
      return t(by ? "stale-input-by" : "stale-input", { name: nameOf(why.cell), when, by });
  }
}
