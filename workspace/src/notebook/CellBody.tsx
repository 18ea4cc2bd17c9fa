// Below the head of a cell: its line in words, its form (or its settings as text), the strip of its state, its output.

import { Suspense } from "react";
import { part } from "../base/part.ts";
import { artifactCardOf } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import type { Kind } from "@genomecraft/cells/contract/kind.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { CellRelease } from "./CellRelease.tsx";
import { CellStrip } from "./CellStrip.tsx";
import { CellEditor, CellOutput } from "./CellViews.tsx";
import { kindTitle } from "../kinds/kind-words.ts";
import { kindNow, kindsHere } from "../kinds/kinds-here.ts";
import type { Outputs } from "../live/outputs.ts";
import { useCanEdit, useNotebook } from "../desk/notebook-context.tsx";
import { SpecTextLazy } from "./SpecTextLazy.tsx";
import type { CellNow } from "./use-cell.ts";

// A telephone's, and loaded there alone.
const FormSheet = part(() => import("./FormSheet.tsx").then((module) => module.FormSheet));

export function CellBody({ now }: { readonly now: CellNow }) {
  const { t } = useScreen();
  const edit = useCanEdit();
  const { cell, frame } = now;
  return (
    <>
      {frame === "block" ? <div className="cell-words">{now.words}</div> : null}
      <Form now={now} />
      {now.asText && !now.asSheet ? (
        <div className="cell-form-text">
          <div className="row" style={{ marginBottom: 4 }}>
            <span className="caption muted grow">{t("settings-as-text")}</span>
            <button type="button" className="btn quiet dense" onClick={() => now.toggle("asText")}>
              {t("as-form")}
            </button>
          </div>
          <SpecTextLazy cell={cell} readOnly={!edit} />
        </div>
      ) : null}
      <CellStrip cell={cell} status={now.status} />
      <CellRelease cell={cell.id} />
      <Output now={now} />
    </>
  );
}

function Form({ now }: { readonly now: CellNow }) {
  const { t, locale } = useScreen();
  const { open, ui } = useNotebook();
  const edit = useCanEdit();
  const { cell, card, asText, formOpen } = now;
  const isProse = now.frame === "prose";
  if (now.asSheet && formOpen) {
    return (
      <Suspense fallback={null}>
        <FormSheet name={cell.name} kind={kindTitle(cell, locale)} words={now.words} onClose={now.toggleForm}>
          {asText ? <SpecTextLazy cell={cell} readOnly={!edit} /> : <CellEditor cell={cell} />}
          {edit ? (
            <button type="button" className="btn quiet" onClick={() => now.toggle("asText")}>
              {asText ? t("as-form") : t("as-text")}
            </button>
          ) : null}
        </FormSheet>
      </Suspense>
    );
  }
  if (!formOpen || asText) return null;
  // In a text field each has her own caret.
  const [other] = now.here.filter((person) => person.field !== null && !card?.textFields.includes(person.field));
  return (
    <div
      className="cell-form"
      style={other ? { outline: `2px solid ${other.colour}`, outlineOffset: 2, borderRadius: 4 } : undefined}
      title={other ? t("is-editing-here", { name: other.name }) : undefined}
      onFocus={(event) => {
        if (!(event.target as HTMLElement).closest(".code-field")) open.stand(cell.id, "form");
      }}
      onBlur={() => open.stand(cell.id, null)}
    >
      <CellEditor cell={cell} onDone={isProse ? () => ui.set((before) => ({ ...before, editing: null })) : undefined} />
      {isProse || !edit ? null : (
        <button type="button" className="btn quiet dense as-text" onClick={() => now.toggle("asText")}>
          {t("as-text")}
        </button>
      )}
    </div>
  );
}

/** Columns of a table that the column of the page has room for. */
const columnsOfColumn = 8;

/** Whether an output has more to show than the column holds: matrices, tables of many columns, heatmaps. */
function hasMoreToShow(cell: Cell, kind: Kind | null, outputs: Outputs | null): boolean {
  const [main] = Object.values(outputs ?? {});
  if (!main) return false;
  const { type, shape } = main.summary;
  if (artifactCardOf({ type }).rights === "rows") return (shape[1] ?? 0) > columnsOfColumn;
  const spec = kind?.schema.safeParse(cell.spec);
  return spec?.success === true && kind?.isWide?.(spec.data) === true;
}

function Output({ now }: { readonly now: CellNow }) {
  const { t } = useScreen();
  const { derived, ui } = useNotebook();
  const edit = useCanEdit();
  const { cell, card, status, frame, editing } = now;
  const { id } = cell;
  const hasOutput = useStore(derived, (state) => state.results.of(id) !== null);
  const kind = useStore(kindsHere, () => kindNow(cell.kind));
  const isWide = useStore(derived, (state) => hasMoreToShow(cell, kind, state.results.of(id)));
  const isProse = frame === "prose";
  // A control's stands in its head.
  if (frame === "control" || (!isProse && !hasOutput)) return null;
  const isEmpty = isProse && card?.textFields.every((field) => String(cell.spec[field] ?? "").trim() === "");
  if (isProse && editing) return null;
  if (isEmpty) {
    return (
      <button type="button" className="btn quiet" onClick={() => ui.set((before) => ({ ...before, focused: id, editing: id }))}>
        {edit ? t("empty-note-write") : t("empty-note")}
      </button>
    );
  }
  return (
    // Prose opens for writing by a double click; the button and Enter do the same.
    <div
      className={`cell-output ${status.state}${isProse ? " prose" : ""}${isWide ? " wide" : ""}`}
      onDoubleClick={isProse && edit ? () => ui.set((before) => ({ ...before, editing: id })) : undefined}
    >
      <CellOutput cell={cell} status={status} />
    </div>
  );
}
