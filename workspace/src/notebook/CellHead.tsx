// The first row of a cell: its name, what it is, a control's value, who is here, and the acts that are nearest at hand.

import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { Icon } from "../app/icons.tsx";
import { useScreen } from "../app/screen.tsx";
import { Ago } from "../app/time.tsx";
import { CellOutput } from "./CellViews.tsx";
import { kindTitle } from "../kinds/kind-words.ts";
import { canRun, useCanEdit, useNotebook, useRole, useUi } from "../desk/notebook-context.tsx";
import type { CellNow } from "./use-cell.ts";

export function CellHead({
  now,
  glyph,
  onMenu,
}: {
  readonly now: CellNow;
  /** The sign of its state, which a telephone shows here. */
  readonly glyph: ReactNode;
  onMenu(anchor: HTMLElement): void;
}) {
  const { t, locale } = useScreen();
  const { acts, ui } = useNotebook();
  const edit = useCanEdit();
  const { cell, frame, folded } = now;
  const { id } = cell;
  const renaming = useUi((state) => state.renaming === id);
  return (
    <div className="cell-title">
      <span className="only-phone">{glyph}</span>
      {renaming && edit ? (
        <Rename cell={cell} />
      ) : cell.name !== "" ? (
        <button
          type="button"
          className="cell-name mono"
          title={edit ? t("rename") : undefined}
          onClick={() => (edit && now.focused ? ui.set((before) => ({ ...before, renaming: id })) : acts.focus(id))}
        >
          {cell.name}
        </button>
      ) : null}
      {frame === "prose" ? (
        folded ? (
          <span className="cell-kind clip">{now.words}</span>
        ) : null
      ) : frame === "control" && !folded ? null : (
        <span className="cell-kind clip">{kindTitle(cell, locale)}</span>
      )}
      {frame === "control" && !folded ? (
        <div className="inline-output">
          <CellOutput cell={cell} status={now.status} />
        </div>
      ) : null}
      <span className="grow" />
      <Meta now={now} />
      <Acts now={now} onMenu={onMenu} />
    </div>
  );
}

/** Who is here, whose value is seen, and when it was made. */
function Meta({ now }: { readonly now: CellNow }) {
  const { t } = useScreen();
  const { ui } = useNotebook();
  const { id } = now.cell;
  const personal = useUi((state) => state.personal.has(id));
  return (
    <span className="cell-meta">
      {now.here.map((person) => (
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
      {now.frame === "block" && now.session?.shown && now.status.state !== "running" ? (
        <span className="when hide-phone">
          <Ago at={now.session.shown.at} />
        </span>
      ) : null}
    </span>
  );
}

function Acts({ now, onMenu }: { readonly now: CellNow; onMenu(anchor: HTMLElement): void }) {
  const { t } = useScreen();
  const { acts, ui } = useNotebook();
  const role = useRole();
  const edit = useCanEdit();
  const { cell, card, status, editing } = now;
  const { id } = cell;
  return (
    <span className="cell-acts">
      {now.folded ? (
        <button
          type="button"
          className="btn icon"
          aria-label={t("unfold")}
          title={t("unfold")}
          onClick={() => now.toggle("folded")}
        >
          <Icon name="open" />
        </button>
      ) : null}
      {now.frame === "prose" && edit ? (
        <button
          type="button"
          className="btn act dense"
          onClick={() => ui.set((before) => ({ ...before, focused: id, editing: editing ? null : id }))}
        >
          {editing ? t("done") : t("edit")}
        </button>
      ) : null}
      {now.asSheet && edit ? (
        <button
          type="button"
          className="btn act dense"
          aria-label={t("edit-cell", { name: cell.name })}
          onClick={() => ui.set((before) => ({ ...before, forms: new Map(before.forms).set(id, true) }))}
        >
          {t("edit")}
        </button>
      ) : null}
      {card && card.place !== "inline" && canRun(role) && status.state !== "running" && status.state !== "queued" ? (
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
        onClick={(event) => onMenu(event.currentTarget)}
      >
        <Icon name="more" />
      </button>
    </span>
  );
}

function Rename({ cell }: { readonly cell: Cell }) {
  const { t } = useScreen();
  const { acts, ui } = useNotebook();
  const [name, setName] = useState(cell.name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.select();
  }, []);
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
