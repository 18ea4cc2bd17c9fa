// The keyboard of the notebook. Letters are commands only in command mode (Esc), bound to places on the keyboard, so
// that Russian layouts work; they can be turned off in the account.

import { useEffect } from "react";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import { pasteTable, takeFiles } from "../upload/drop-files.ts";
import { isTabular } from "../upload/pasted-text.ts";
import { lettersOff } from "../app/letters.ts";
import { useCanEdit, useNotebook } from "../desk/notebook-context.tsx";
import { isField as typing, isInForm } from "./held-form.ts";

export function useKeys(): void {
  const { ui, acts } = useNotebook();
  const edit = useCanEdit();
  useEffect(() => {
    let lastD = 0;
    const onKey = (event: KeyboardEvent): void => {
      const now = ui.get();
      const mod = event.metaKey || event.ctrlKey;
      if (mod && event.code === "KeyK") {
        event.preventDefault();
        ui.set((before) => ({ ...before, palette: !before.palette }));
        return;
      }
      if (document.querySelector(".MuiModal-root, [role=dialog]")) return;
      const { focused } = now;
      if (mod && (event.code === "KeyZ" || event.code === "KeyY") && !typing(event.target)) {
        event.preventDefault();
        if (event.shiftKey || event.code === "KeyY") acts.redo();
        else acts.undo();
        return;
      }
      if (event.shiftKey && event.key === "Enter" && focused && !event.defaultPrevented) {
        event.preventDefault();
        acts.run(focused, "upstream");
        return;
      }
      if (event.key === "Escape") {
        // What shut a list of suggestions shuts nothing else.
        if (event.defaultPrevented) return;
        if (typing(event.target)) (event.target as HTMLElement).blur();
        if (focused) document.querySelector<HTMLElement>(`[data-cell="${focused}"]`)?.focus();
        ui.set((before) => ({ ...before, command: true, editing: null, renaming: null }));
        return;
      }
      if (typing(event.target) || mod || event.defaultPrevented) return;
      const cells = acts.cells();
      const index = focused ? cells.findIndex((cell) => cell.id === focused) : -1;
      if (event.altKey) {
        if (!edit || !focused || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
        event.preventDefault();
        acts.move(focused, event.key === "ArrowUp" ? -1 : 1);
        requestAnimationFrame(() => {
          const moved = document.querySelector<HTMLElement>(`[data-cell="${focused}"]`);
          moved?.focus({ preventScroll: true });
          moved?.scrollIntoView({ block: "nearest" });
        });
        return;
      }
      const go = (to: number): void => {
        const cell = cells[Math.max(0, Math.min(cells.length - 1, to))];
        if (!cell) return;
        acts.focus(cell.id, { scroll: true, command: true });
        requestAnimationFrame(() =>
          document.querySelector<HTMLElement>(`[data-cell="${cell.id}"]`)?.focus({ preventScroll: true }),
        );
      };
      if (
        event.target instanceof HTMLElement &&
        event.target.closest("button, a, [role=tab], [role=grid], [role=slider]") &&
        event.key !== "?"
      ) {
        if (event.key === "Enter" || event.key === " " || event.key.startsWith("Arrow")) return;
      }
      if (event.key === "ArrowDown" && index >= 0) go(index + 1);
      else if (event.key === "ArrowUp" && index >= 0) go(index - 1);
      else if (event.key === "Enter" && focused) {
        ui.set((before) => ({
          ...before,
          editing: cardOf(cells[index]?.kind ?? "")?.frame === "prose" ? focused : before.editing,
          command: false,
        }));
        requestAnimationFrame(() =>
          document
            .querySelector<HTMLElement>(
              `[data-cell="${focused}"] :is(.cell-form, .inline-output) :is(input, select, textarea, [contenteditable=true])`,
            )
            ?.focus(),
        );
      } else if (event.key === "?" || (event.code === "Slash" && event.shiftKey)) ui.set((before) => ({ ...before, keys: true }));
      // Letters are commands only where no text is being written: what a form loses of its fields does not make them so.
      else if (lettersOff() || !now.command || isInForm(event.target)) return;
      else if (event.code === "KeyA" || event.code === "KeyB") {
        // After the cell one is at, so that one after another they stand in the order in which they were added.
        const after = event.shiftKey ? (cells[index - 1]?.id ?? null) : (focused ?? cells.at(-1)?.id ?? null);
        ui.set((before) => ({ ...before, adding: { after } }));
      } else if (event.shiftKey) return;
      else if (event.code === "KeyJ") go(index + 1);
      else if (event.code === "KeyK") go(index < 0 ? 0 : index - 1);
      else if (event.code === "KeyD" && focused) {
        if (Date.now() - lastD < 800) {
          lastD = 0;
          acts.bin(focused);
        } else lastD = Date.now();
      } else if (event.code === "KeyZ") acts.undo();
      else if (event.code === "Period" && focused) acts.cancel(focused);
      else if (event.code === "KeyF" && focused) {
        ui.set((before) => {
          const folded = new Set(before.folded);
          if (!folded.delete(focused)) folded.add(focused);
          return { ...before, folded };
        });
      } else return;
      event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [ui, acts, edit]);
}

/** A table or files pasted on the page, and not into a field: they go after the cell that has the focus. */
export function usePasteOnPage(): void {
  const { ui, acts } = useNotebook();
  const edit = useCanEdit();
  useEffect(() => {
    if (!edit) return undefined;
    const onPaste = (event: ClipboardEvent): void => {
      if (typing(event.target) || document.querySelector(".MuiModal-root, [role=dialog]")) return;
      const after = ui.get().focused ?? acts.cells().at(-1)?.id ?? null;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      // A spreadsheet gives a picture of its cells beside their text.
      if (isTabular(text)) pasteTable(after, text);
      else if ((event.clipboardData?.files.length ?? 0) > 0) void takeFiles([...(event.clipboardData?.files ?? [])], { after });
      else return;
      event.preventDefault();
    };
    addEventListener("paste", onPaste);
    return () => removeEventListener("paste", onPaste);
  }, [ui, acts, edit]);
}
