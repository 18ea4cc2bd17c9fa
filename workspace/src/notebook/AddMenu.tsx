// The menu that adds a cell: 360 by 420, what fits the cell above first, then all tasks by group; typing searches.

import Popover from "@mui/material/Popover";
import { useEffect, useMemo, useRef, useState } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { bringKinds, kindsHere } from "../kinds/kinds-here.ts";
import {
  type AddEntry,
  entriesWith,
  entryLine,
  entryTitle,
  kindsWithMore,
  offersOf,
  searchEntries,
  suggestionsFor,
} from "./add-entries.ts";
import { addTask } from "./add-task.ts";
import { useCanEdit, useNotebook, useUi } from "../desk/notebook-context.tsx";
import { isFollowed } from "./followed.ts";
import { whatStandsAbove } from "./what-stands-above.ts";
import { say, type WordKey } from "../words/words.ts";

/** The focus of the keyboard, once the cell is drawn. */
const focusCell = (cell: CellId): void =>
  void requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-cell="${cell}"]`)?.focus({ preventScroll: true })),
  );

interface Offer {
  readonly entry: AddEntry;
  /** Where it is offered, and which task it is. */
  readonly key: string;
  readonly head: string | null;
}

/** After the page came, before anybody opens the menu. */
const quietMs = 1_500;

export function AddMenu() {
  const { t, locale } = useScreen();
  const desk = useNotebook();
  const { ui, acts, derived } = desk;
  const adding = useUi((now) => now.adding);
  const [typed, setTyped] = useState("");
  const [pointed, setPointed] = useState<string | null>(null);
  const kinds = useStore(kindsHere);
  const isOpen = adding !== null;
  const edit = useCanEdit();
  const [isAlone, setAlone] = useState(false);
  // Drawn whole and at once: what came later would move what somebody is about to choose.
  const isWhole = isAlone || kindsWithMore.every((kind) => kinds.has(kind));
  const entries = useMemo(() => (isWhole ? entriesWith(kinds) : []), [kinds, isWhole]);
  useEffect(() => {
    // Out of reach of the server the tasks of the cards stand alone.
    if (isOpen) bringKinds(kindsWithMore).catch(() => setAlone(true));
  }, [isOpen]);
  useEffect(() => {
    if (!edit) return undefined;
    const timer = setTimeout(() => bringKinds(kindsWithMore).catch(() => undefined), quietMs);
    return () => clearTimeout(timer);
  }, [edit]);
  const after = adding?.after;
  // What is still loading when the menu is opened is known a moment later.
  const above = useStore(
    derived,
    (now) => (after === undefined ? null : whatStandsAbove(acts.cells(), now.results, after)),
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  );

  const found: readonly Offer[] = useMemo(() => {
    if (typed.trim() !== "")
      return searchEntries(typed, locale, entries).map((entry) => ({ entry, key: `found-${entry.id}`, head: null }));
    const first = suggestionsFor(above, entries, (entry) => isFollowed(entry, above, acts.cells()));
    return offersOf(first, entries).map(({ group, entry }, index, all) => ({
      entry,
      key: `${group === "fits" ? "fits" : "all"}-${entry.id}`,
      head:
        all[index - 1]?.group === group
          ? null
          : group !== "fits"
            ? say(`group-${group}` as WordKey, {}, locale)
            : above
              ? t("fits", { name: above.name })
              : t("to-begin"),
    }));
  }, [typed, above, locale, t, entries, acts]);

  // Who types a task and Enter faster than the tasks come gets it when they are there.
  const [isWanted, setWanted] = useState(false);
  const chooseFound = useRef(() => {});
  useEffect(() => {
    if (!isWhole || !isWanted) return;
    setWanted(false);
    chooseFound.current();
  }, [isWhole, isWanted]);

  if (!adding) return null;
  const close = (): void => {
    setTyped("");
    setWanted(false);
    setPointed(null);
    ui.set((before) => ({ ...before, adding: null }));
  };
  const choose = (entry: AddEntry): void => {
    const { after: place } = adding;
    close();
    addTask(desk, entry, above, place);
  };
  const anchor = adding.after
    ? document.querySelector(`[data-cell="${adding.after}"] .add-between`)
    : document.querySelector(".column-head");
  // The list is renewed when what stands above has come: what was pointed at stays so, wherever it is offered now.
  const task = pointed?.slice(pointed.indexOf("-") + 1);
  const near = found.findIndex(({ key }) => key === pointed);
  const current = Math.min(
    found.length - 1,
    pointed === null ? 0 : Math.max(0, near >= 0 ? near : found.findIndex(({ entry }) => entry.id === task)),
  );
  chooseFound.current = () => {
    if (found[current]) choose(found[current].entry);
  };
  const pointAt = (index: number): void => setPointed(found[index]?.key ?? null);
  const phone = innerWidth < 720;
  return (
    <Popover
      open
      // The focus goes to what was added, or back to the cell after which nothing was.
      disableRestoreFocus
      onClose={() => {
        const { after } = adding;
        close();
        if (after) focusCell(after);
      }}
      {...(anchor && !phone
        ? { anchorEl: anchor }
        : {
            anchorReference: "anchorPosition" as const,
            anchorPosition: { top: phone ? 0 : 120, left: phone ? 0 : innerWidth / 2 - 180 },
          })}
      anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
      slotProps={{ paper: { className: "add-menu", "aria-label": t("add-a-cell"), role: "dialog" } }}
    >
      <div className="row" style={{ padding: 8 }}>
        <input
          className="input"
          placeholder={t("what-to-do")}
          aria-label={t("what-to-do")}
          role="combobox"
          aria-expanded="true"
          aria-controls="add-list"
          aria-activedescendant={found[current] ? `add-${current}` : undefined}
          value={typed}
          // The menu was asked for by this person, and the field is all that she wants in it.
          autoFocus
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setPointed(null);
            setWanted(false);
          }}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown") pointAt((current + 1) % Math.max(1, found.length));
            else if (event.key === "ArrowUp") pointAt((current - 1 + found.length) % Math.max(1, found.length));
            else if (event.key === "Enter" && !isWhole) setWanted(true);
            else if (event.key === "Enter" && found[current]) choose(found[current].entry);
            else return;
            event.preventDefault();
          }}
        />
        {phone ? (
          <button type="button" className="btn quiet" onClick={close}>
            {t("cancel")}
          </button>
        ) : null}
      </div>
      <div id="add-list" role="listbox" aria-label={t("add-a-cell")} className="add-list" tabIndex={-1}>
        {found.map(({ entry, key, head }, index) => (
          <div key={key} role="presentation">
            {head ? (
              <div className="add-head" role="presentation">
                {head}
              </div>
            ) : null}
            <div
              id={`add-${index}`}
              role="option"
              aria-selected={index === current}
              tabIndex={-1}
              className={index === current ? "add-item current" : "add-item"}
              ref={(element) => {
                if (element && index === current && pointed !== null) element.scrollIntoView({ block: "nearest" });
              }}
              onPointerMove={() => setPointed(key)}
              onClick={() => choose(entry)}
              onKeyDown={(event) => event.key === "Enter" && choose(entry)}
            >
              <span>{entryTitle(entry, locale, above)}</span>
              <small>{entryLine(entry, locale, above)}</small>
            </div>
          </div>
        ))}
        {found.length === 0 && isWhole ? (
          <p className="muted" style={{ padding: 16 }}>
            {t("nothing-called", { name: typed.trim() })}
          </p>
        ) : null}
      </div>
    </Popover>
  );
}
