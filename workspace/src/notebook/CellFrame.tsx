// One cell as the design draws it: gutter with state and handle, head, body, and the place to add the next one. Takes the
// focus, is dragged and dropped on. Draws itself again only when its own part of the notebook changes.

import { memo, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { Icon } from "../app/icons.tsx";
import { useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { CellBody } from "./CellBody.tsx";
import { CellHead } from "./CellHead.tsx";
import { CellMenu } from "./CellMenu.tsx";
import { part } from "../base/part.ts";
import type { Saved } from "../store/SaveDialog.tsx";
import { stateWord, toneOf } from "./cell-state.ts";
import { kindTitle } from "../kinds/kind-words.ts";
import { useCanEdit, useNotebook } from "../desk/notebook-context.tsx";
import { StateSign } from "./StateSign.tsx";
import { isField, isInForm } from "./held-form.ts";
import { NextSteps } from "./NextSteps.tsx";
import { useCell } from "./use-cell.ts";

const SaveDialog = part(() => import("../store/SaveDialog.tsx").then((m) => m.SaveDialog));

const dragged = "application/x-genomecraft-cell";

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
  const { ui } = useNotebook();
  const edit = useCanEdit();
  const { id } = cell;
  const now = useCell(cell);
  const { status, focused, frame } = now;
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const [saving, setSaving] = useState<Saved | null>(null);
  const saved = saving && now.session?.shown?.outputs[saving === "recipe" ? "fitted" : "out"];
  const element = useRef<HTMLElement>(null);
  const focus = useFocus(id, element, focused);
  const { over, drop } = useDrop(id);

  const stateText = t(stateWord(status.state, cell.kind));
  const label = [
    cell.name || (frame === "prose" ? `${t("note")}: ${now.words}` : kindTitle(cell, locale)),
    cell.name ? kindTitle(cell, locale) : "",
    stateText,
  ]
    .filter(Boolean)
    .join(", ");
  const glyph: ReactNode = (
    <span className={`glyph ${toneOf(status.state)}`} title={stateText} role="img" aria-label={stateText}>
      {frame === "prose" && status.state === "fresh" ? null : <StateSign state={status.state} />}
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
      data-frame={frame}
      tabIndex={-1}
      {...focus}
      {...drop}
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
              event.dataTransfer.setData(dragged, id);
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
        <CellHead now={now} glyph={glyph} onMenu={setMenu} />
        {now.folded ? null : <CellBody now={now} />}
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
            {focused ? <NextSteps after={id} /> : null}
          </div>
        ) : null}
      </div>
      {menu ? (
        <CellMenu now={now} anchor={menu} index={index} count={count} onSave={setSaving} onClose={() => setMenu(null)} />
      ) : null}
      {saving && saved ? <SaveDialog what={saving} cell={cell} output={saved} onClose={() => setSaving(null)} /> : null}
    </section>
  );
}

/** The cell gone to has the focus, and the cell that gets the focus is the one gone to. */
function useFocus(id: CellId, element: RefObject<HTMLElement | null>, focused: boolean) {
  const { acts, ui } = useNotebook();
  const pressed = useRef(false);
  /** The cell that had the focus when the press began; what was pressed may have given it to another one. */
  const movedOn = useRef<CellId | null>(null);

  // The cell gone to takes the focus from another cell, and where what had it is gone (a card that was answered).
  useEffect(() => {
    const at = document.activeElement;
    if (focused && (at === document.body || at?.matches("section.cell"))) element.current?.focus({ preventScroll: true });
  }, [focused, element]);

  return {
    onFocus: (event: React.FocusEvent) => {
      if (event.target === element.current) return;
      if (pressed.current) return;
      const isWriting = isField(event.target);
      const now = ui.get();
      if (now.focused !== id || (isWriting && now.command)) acts.focus(id, isWriting ? { command: false } : {});
    },
    // A cell that gets the focus opens its form and grows: only after the press is over, so that what was pressed stays
    // where it is until it is let go.
    onPointerDown: (event: React.PointerEvent) => {
      const target = event.target as HTMLElement;
      const command = !target.closest("input, textarea, select, [contenteditable]") && !isInForm(target);
      if (ui.get().focused === id) {
        if (ui.get().command !== command) ui.set((before) => ({ ...before, command }));
        return;
      }
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
    },
  };
}

/** Another cell that is let go over this one comes to stand above or below it. */
function useDrop(id: CellId) {
  const { acts } = useNotebook();
  const [over, setOver] = useState<"above" | "below" | null>(null);
  const drop = {
    onDragOver: (event: React.DragEvent) => {
      if (!event.dataTransfer.types.includes(dragged)) return;
      event.preventDefault();
      const box = event.currentTarget.getBoundingClientRect();
      setOver(event.clientY < box.top + box.height / 2 ? "above" : "below");
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: React.DragEvent) => {
      setOver(null);
      const moved = event.dataTransfer.getData(dragged);
      if (!moved || moved === id) return;
      event.preventDefault();
      event.stopPropagation();
      const list = acts.cells();
      const place = list.findIndex((found) => found.id === id);
      acts.moveBefore(moved as CellId, over === "above" ? id : (list[place + 1]?.id ?? null));
    },
  };
  return { over, drop };
}
