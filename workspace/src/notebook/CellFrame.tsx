// One cell as the design draws it: gutter with state and handle, title, words, form, strip, output, and the place to add
// the next one. Draws itself again only when its own part of the notebook changes.

import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { lazy, memo, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import type { CellStatus } from "@genomecraft/cells/session/cell-status.ts";
import { Icon } from "../app/icons.tsx";
import { useScreen } from "../app/screen.tsx";
import { useStore } from "../app/store.ts";
import { Ago } from "../app/time.tsx";
import { usePhone } from "../app/use-phone.ts";
import { stateWord, statusOf, toneOf } from "./cell-state.ts";
import { StateSign } from "./StateSign.tsx";
import { CellStrip } from "./CellStrip.tsx";
import { CellEditor, CellOutput } from "./CellViews.tsx";
import { canRun, useCanEdit, useNotebook, useRole, useSession, useUi } from "./notebook-context.tsx";
import { kindTitle, wordsOf } from "./kind-words.ts";
import { SpecTextLazy } from "./SpecTextLazy.tsx";

// A telephone's, and loaded there alone.
const FormSheet = lazy(() => import("./FormSheet.tsx").then((module) => ({ default: module.FormSheet })));

const sameStatus = (a: CellStatus, b: CellStatus): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

export const CellFrame = memo(function CellFrame({
  id,
  index,
  count,
}: {
  readonly id: CellId;
  readonly index: number;
  readonly count: number;
}) {
  const { open } = useNotebook();
  const cell = useStore(open.notebook, (notebook) => notebook.cells.find((found) => found.id === id) ?? null);
  if (!cell || cell.deletedAt !== null) return null;
  return <Frame cell={cell} index={index} count={count} />;
});

function Frame({ cell, index, count }: { readonly cell: Cell; readonly index: number; readonly count: number }) {
  const { t, locale } = useScreen();
  const { open, derived, acts, ui } = useNotebook();
  const role = useRole();
  const edit = useCanEdit();
  const { id } = cell;
  const session = useSession(id);
  const status = useStore(derived, (now) => statusOf(cell, session, now), sameStatus);
  const focused = useUi((now) => now.focused === id);
  const folded = useUi((now) => now.folded.has(id));
  const formWish = useUi((now) => now.forms.get(id));
  const asText = useUi((now) => now.asText.has(id));
  const editing = useUi((now) => now.editing === id);
  const renaming = useUi((now) => now.renaming === id);
  const personal = useUi((now) => now.personal.has(id));
  const here = useStore(
    open.people,
    (people) => people.filter((person) => !person.me && person.cell === id),
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  );
  const fresh = status.state === "fresh";
  const words = useStore(derived, (now) =>
    wordsOf(cell, { ...acts.wordsContext(), own: fresh ? (now.results.at({ ref: id })?.summary ?? null) : null }),
  );
  const hasOutput = useStore(derived, (now) => now.results.of(id) !== null);
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const [over, setOver] = useState<"above" | "below" | null>(null);
  const element = useRef<HTMLElement>(null);
  const pressed = useRef(false);
  /** The cell that had the focus when the press began; what was pressed may have given it to another one. */
  const movedOn = useRef<CellId | null>(null);

  // The cell gone to takes the focus from another cell, and where what had it is gone (a card that was answered).
  useEffect(() => {
    const at = document.activeElement;
    if (focused && (at === document.body || at?.matches("section.cell"))) element.current?.focus({ preventScroll: true });
  }, [focused]);

  const kind = kindOf(cell.kind);
  const isNote = cell.kind === "note";
  const isParameter = cell.kind === "parameter";
  const isText = (kind?.textFields.length ?? 0) > 0 && !isNote;
  const wanted = status.state === "needs-input" || (status.state === "invalid" && !isNote);
  const phone = usePhone();
  const lacking = wanted && !(isParameter && cell.spec.from);
  /** On a telephone a form is a sheet over the screen: asked for, or of a cell that was just added and needs it. */
  const asSheet = phone && !isNote && !isText;
  const formOpen = isNote
    ? editing
    : (formWish ?? (isText || (asSheet ? lacking && focused : lacking || (focused && !isParameter))));
  const noteEmpty = isNote && String(cell.spec.text ?? "").trim() === "";
  const tone = toneOf(status.state);
  const stateText = t(stateWord(status.state));
  const label = [
    cell.name || (isNote ? `${t("note")}: ${words}` : kindTitle(cell, locale)),
    cell.name ? kindTitle(cell, locale) : "",
    stateText,
  ]
    .filter(Boolean)
    .join(", ");
  const outlined = here.filter((person) => person.field !== null && person.field !== "text" && person.field !== "sql");

  const act = (run: () => void) => () => {
    setMenu(null);
    run();
  };
  const toggle = (what: "folded" | "asText"): void =>
    ui.set((before) => {
      const next = new Set(before[what]);
      if (!next.delete(id)) next.add(id);
      return { ...before, [what]: next, ...(what === "asText" ? { forms: new Map(before.forms).set(id, true) } : {}) };
    });
  const toggleForm = (): void => ui.set((before) => ({ ...before, forms: new Map(before.forms).set(id, !formOpen) }));

  const glyph: ReactNode = (
    <span className={`glyph ${tone}`} title={stateText} role="img" aria-label={stateText}>
      {isNote && status.state === "fresh" ? null : <StateSign state={status.state} />}
    </span>
  );

  return (
    // The section takes the focus so that letters are commands there; everything inside has its own control.
    <section
      ref={element}
      className={`cell${focused ? " focus" : ""}${over ? ` drop-${over}` : ""}`}
      aria-label={label}
      data-cell={id}
      data-state={status.state}
      data-kind={cell.kind}
      tabIndex={-1}
      onFocus={(event) => {
        if (event.target === element.current || pressed.current) return;
        if (ui.get().focused !== id) acts.focus(id);
      }}
      // A cell that gets the focus opens its form and grows: only after the press is over, so that what was pressed stays
      // where it is until it is let go.
      onPointerDown={(event) => {
        if (ui.get().focused === id) return;
        const command = !(event.target as HTMLElement).closest("input, textarea, select, [contenteditable]");
        pressed.current = true;
        const over = (): void => {
          removeEventListener("pointerup", over);
          removeEventListener("pointercancel", over);
          setTimeout(() => {
            pressed.current = false;
            if (!element.current || ui.get().adding || movedOn.current !== ui.get().focused) return;
            acts.focus(id, { command });
          });
        };
        movedOn.current = ui.get().focused;
        addEventListener("pointerup", over);
        addEventListener("pointercancel", over);
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("application/x-genomecraft-cell")) return;
        event.preventDefault();
        const box = event.currentTarget.getBoundingClientRect();
        setOver(event.clientY < box.top + box.height / 2 ? "above" : "below");
      }}
      onDragLeave={() => setOver(null)}
      onDrop={(event) => {
        setOver(null);
        const moved = event.dataTransfer.getData("application/x-genomecraft-cell");
        if (!moved || moved === id) return;
        event.preventDefault();
        event.stopPropagation();
        const list = acts.cells();
        const place = list.findIndex((found) => found.id === id);
        acts.moveBefore(moved as CellId, over === "above" ? id : (list[place + 1]?.id ?? null));
      }}
    >
      <div className="gutter">
        {glyph}
        {edit ? (
          <button
            type="button"
            className="handle"
            draggable
            title={t("drag-to-move")}
            aria-label={t("move-or-more", { name: cell.name || t("a-note") })}
            onDragStart={(event) => {
              event.dataTransfer.setData("application/x-genomecraft-cell", id);
              event.dataTransfer.effectAllowed = "move";
              if (element.current) event.dataTransfer.setDragImage(element.current, 20, 20);
            }}
            onClick={(event) => setMenu(event.currentTarget)}
          >
            <Icon name="drag" />
          </button>
        ) : null}
      </div>
      <div className="cell-body">
        <div className="cell-title">
          <span className="only-phone">{glyph}</span>
          {renaming && edit ? (
            <Rename cell={cell} />
          ) : cell.name !== "" ? (
            <button
              type="button"
              className="cell-name mono"
              title={edit ? t("rename") : undefined}
              onClick={() => (edit && focused ? ui.set((before) => ({ ...before, renaming: id })) : acts.focus(id))}
            >
              {cell.name}
            </button>
          ) : null}
          {isNote ? (
            folded ? (
              <span className="cell-kind clip">{words}</span>
            ) : null
          ) : isParameter && !folded ? null : (
            <span className="cell-kind clip">{kindTitle(cell, locale)}</span>
          )}
          {isParameter && !folded ? (
            <div className="inline-output">
              <CellOutput cell={cell} status={status} />
            </div>
          ) : null}
          <span className="grow" />
          <span className="cell-meta">
            {here.map((person) => (
              <span key={person.client} className="here" style={{ color: person.colour }}>
                {person.name} ●
              </span>
            ))}
            {personal ? (
              <span className="row">
                {t("only-you-see-this")}
                <button
                  type="button"
                  className="btn act dense"
                  onClick={() =>
                    ui.set((before) => {
                      const next = new Map(before.personal);
                      next.delete(id);
                      return { ...before, personal: next };
                    })
                  }
                >
                  {t("reset")}
                </button>
              </span>
            ) : null}
            {!isNote && !isParameter && session?.shown && status.state !== "running" ? (
              <span className="when hide-phone">
                <Ago at={session.shown.at} />
              </span>
            ) : null}
          </span>
          <span className="cell-acts">
            {folded ? (
              <button
                type="button"
                className="btn icon"
                aria-label={t("unfold")}
                title={t("unfold")}
                onClick={() => toggle("folded")}
              >
                <Icon name="open" />
              </button>
            ) : null}
            {isNote && edit ? (
              <button
                type="button"
                className="btn act dense"
                onClick={() => ui.set((before) => ({ ...before, focused: id, editing: editing ? null : id }))}
              >
                {editing ? t("done") : t("edit")}
              </button>
            ) : null}
            {asSheet && edit ? (
              <button
                type="button"
                className="btn act dense"
                aria-label={t("edit-cell", { name: cell.name })}
                onClick={() => ui.set((before) => ({ ...before, forms: new Map(before.forms).set(id, true) }))}
              >
                {t("edit")}
              </button>
            ) : null}
            {kind && kind.place !== "inline" && canRun(role) && status.state !== "running" && status.state !== "queued" ? (
              <button
                type="button"
                className="btn act dense hide-phone"
                onClick={() => acts.run(id, "upstream")}
                aria-label={t("run-cell", { name: cell.name })}
              >
                {t("run")}
              </button>
            ) : null}
            <button
              type="button"
              className="btn icon"
              aria-label={t("more-for", { name: cell.name || t("a-note") })}
              aria-haspopup="menu"
              onClick={(event) => setMenu(event.currentTarget)}
            >
              <Icon name="more" />
            </button>
          </span>
        </div>
        {folded ? null : (
          <>
            {isNote || isParameter ? null : <div className="cell-words">{words}</div>}
            {asSheet && formOpen ? (
              <Suspense fallback={null}>
                <FormSheet name={cell.name} kind={kindTitle(cell, locale)} words={words} onClose={toggleForm}>
                  {asText ? <SpecTextLazy cell={cell} readOnly={!edit} /> : <CellEditor cell={cell} />}
                  {edit ? (
                    <button type="button" className="btn quiet" onClick={() => toggle("asText")}>
                      {asText ? t("as-form") : t("as-text")}
                    </button>
                  ) : null}
                </FormSheet>
              </Suspense>
            ) : formOpen && !asText ? (
              <div
                className="cell-form"
                style={
                  outlined[0] ? { outline: `2px solid ${outlined[0].colour}`, outlineOffset: 2, borderRadius: 4 } : undefined
                }
                title={outlined[0] ? t("is-editing-here", { name: outlined[0].name }) : undefined}
                onFocus={(event) => {
                  if (!(event.target as HTMLElement).closest(".code-field")) open.stand(id, "form");
                }}
                onBlur={() => open.stand(id, null)}
              >
                <CellEditor cell={cell} onDone={isNote ? () => ui.set((before) => ({ ...before, editing: null })) : undefined} />
                {isNote || !edit ? null : (
                  <button type="button" className="btn quiet dense as-text" onClick={() => toggle("asText")}>
                    {t("as-text")}
                  </button>
                )}
              </div>
            ) : null}
            {asText && !asSheet ? (
              <div className="cell-form-text">
                <div className="row" style={{ marginBottom: 4 }}>
                  <span className="caption muted grow">{t("settings-as-text")}</span>
                  <button type="button" className="btn quiet dense" onClick={() => toggle("asText")}>
                    {t("as-form")}
                  </button>
                </div>
                <SpecTextLazy cell={cell} readOnly={!edit} />
              </div>
            ) : null}
            <CellStrip cell={cell} status={status} />
            {isParameter || (!isNote && !hasOutput) ? null : isNote && noteEmpty ? (
              editing ? null : (
                <button
                  type="button"
                  className="btn quiet"
                  onClick={() => ui.set((before) => ({ ...before, focused: id, editing: id }))}
                >
                  {edit ? t("empty-note-write") : t("empty-note")}
                </button>
              )
            ) : isNote && editing ? null : (
              // A note opens for writing by a double click; the button and Enter do the same.
              <div
                className={`cell-output ${status.state}${isNote ? " prose" : ""}`}
                onDoubleClick={isNote && edit ? () => ui.set((before) => ({ ...before, editing: id })) : undefined}
              >
                <CellOutput cell={cell} status={status} />
              </div>
            )}
          </>
        )}
        {edit ? (
          <div className="add-between">
            <button
              type="button"
              className="btn icon"
              aria-label={t("add-after", { name: cell.name || t("a-note") })}
              onClick={() => ui.set((before) => ({ ...before, adding: { after: id } }))}
            >
              <Icon name="plus" />
            </button>
          </div>
        ) : null}
      </div>
      {menu ? (
        <Menu open anchorEl={menu} onClose={() => setMenu(null)}>
          {edit && !isNote ? (
            <MenuItem onClick={act(() => ui.set((before) => ({ ...before, renaming: id })))}>{t("rename")}</MenuItem>
          ) : null}
          {isNote || isText ? null : (
            <MenuItem onClick={act(toggleForm)}>{formOpen ? t("hide-settings") : t("show-settings")}</MenuItem>
          )}
          <MenuItem onClick={act(() => toggle("asText"))}>{asText ? t("as-form") : t("settings-as-text")}</MenuItem>
          <MenuItem onClick={act(() => toggle("folded"))}>{folded ? t("unfold") : t("fold")}</MenuItem>
          {kind && kind.place !== "inline" && canRun(role) ? (
            <MenuItem className="only-phone" onClick={act(() => acts.run(id, "upstream"))}>
              {t("run")}
            </MenuItem>
          ) : null}
          {kind && kind.place !== "inline" && canRun(role) ? (
            <MenuItem onClick={act(() => acts.run(id, "downstream"))}>{t("run-and-dependents")}</MenuItem>
          ) : null}
          {kind && kind.place !== "inline" && canRun(role) ? (
            <MenuItem onClick={act(() => acts.run(id, "cell", true))}>{t("run-fresh")}</MenuItem>
          ) : null}
          {edit && kind && kind.place !== "inline" && cell.mode !== "off" ? (
            <MenuItem onClick={act(() => acts.setMode(id, cell.mode === "auto" ? "manual" : "auto"))}>
              {cell.mode === "auto" ? t("run-when-asked") : t("run-by-itself")}
            </MenuItem>
          ) : null}
          {edit ? (
            <MenuItem onClick={act(() => acts.move(id, -1))} disabled={index === 0}>
              {t("move-up")}
            </MenuItem>
          ) : null}
          {edit ? (
            <MenuItem onClick={act(() => acts.move(id, 1))} disabled={index === count - 1}>
              {t("move-down")}
            </MenuItem>
          ) : null}
          {edit ? <MenuItem onClick={act(() => acts.duplicate(id))}>{t("duplicate")}</MenuItem> : null}
          {edit && !isNote ? (
            <MenuItem onClick={act(() => acts.setMode(id, cell.mode === "off" ? (kind?.mode ?? "auto") : "off"))}>
              {cell.mode === "off" ? t("switch-on") : t("switch-off")}
            </MenuItem>
          ) : null}
          {edit ? <MenuItem onClick={act(() => acts.bin(id))}>{t("to-the-bin")}</MenuItem> : null}
        </Menu>
      ) : null}
    </section>
  );
}

function Rename({ cell }: { readonly cell: Cell }) {
  const { t } = useScreen();
  const { acts, ui } = useNotebook();
  const [name, setName] = useState(cell.name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const close = (): void => ui.set((before) => ({ ...before, renaming: null }));
  return (
    <input
      ref={field}
      className="input dense mono rename"
      aria-label={t("new-name")}
      value={name}
      maxLength={64}
      onChange={(event) => setName(event.currentTarget.value.replace(/\s/gu, "_"))}
      onBlur={() => {
        acts.rename(cell.id, name);
        close();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter" && acts.rename(cell.id, name)) close();
        if (event.key === "Escape") {
          setName(cell.name);
          close();
        }
      }}
    />
  );
}
