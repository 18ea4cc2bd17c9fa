// What the parts of a cell's frame share: its state, what is open of it, how it stands on the page. Follows only its own part
// of the notebook.

import { useState } from "react";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import type { Frame } from "@genomecraft/cells/contract/kind-card.ts";
import type { KindShape } from "@genomecraft/cells/contract/kind.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import type { CellSession, CellStatus } from "@genomecraft/cells/session/cell-status.ts";
import { useStore } from "../base/store.ts";
import { usePhone } from "../app/use-phone.ts";
import type { Person } from "../live/open-notebook.ts";
import { statusOf } from "./cell-state.ts";
import { wordsOf } from "../kinds/kind-words.ts";
import { useNotebook, useSession, useUi } from "../desk/notebook-context.tsx";
import { nextHeld } from "./held-form.ts";

export interface CellNow {
  readonly cell: Cell;
  readonly card: KindShape | null;
  readonly frame: Frame;
  /** Written as text, in its form. */
  readonly isText: boolean;
  readonly status: CellStatus;
  readonly session: CellSession | undefined;
  readonly focused: boolean;
  readonly folded: boolean;
  readonly asText: boolean;
  readonly editing: boolean;
  readonly formOpen: boolean;
  /** On a telephone a form is a sheet over the screen: asked for, or of a cell that was just added and needs it. */
  readonly asSheet: boolean;
  /** Its line in words. */
  readonly words: string;
  /** Others whose hand is in this cell. */
  readonly here: readonly Person[];
  toggle(what: "folded" | "asText"): void;
  toggleForm(): void;
}

/** A form that was opened stays while one is in its cell: what she fills in does not take it out of her hands. */
function useStaysOpen(isAskedFor: boolean, isHere: boolean): boolean {
  const [held, setHeld] = useState(false);
  const next = nextHeld({ isAskedFor, isHere, held });
  if (next !== held) setHeld(next);
  return isAskedFor || next;
}

const sameStatus = (a: CellStatus, b: CellStatus): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

export function useCell(cell: Cell): CellNow {
  const { open, derived, acts, ui } = useNotebook();
  const { id } = cell;
  const session = useSession(id);
  const status = useStore(derived, (now) => statusOf(cell, session, now), sameStatus);
  const focused = useUi((now) => now.focused === id);
  const folded = useUi((now) => now.folded.has(id));
  const formWish = useUi((now) => now.forms.get(id));
  const asText = useUi((now) => now.asText.has(id));
  const editing = useUi((now) => now.editing === id);
  const here = useStore(
    open.people,
    (people) => people.filter((person) => !person.me && person.cell === id),
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  );
  const fresh = status.state === "fresh";
  const words = useStore(derived, (now) =>
    wordsOf(cell, { ...acts.wordsContext(), own: fresh ? (now.results.at({ ref: id })?.summary ?? null) : null }),
  );
  const phone = usePhone();

  const card = cardOf(cell.kind);
  const frame = card?.frame ?? "block";
  const isProse = frame === "prose";
  const isControl = frame === "control";
  const isText = (card?.textFields.length ?? 0) > 0 && !isProse;
  const wanted = status.state === "needs-input" || (status.state === "invalid" && !isProse);
  // A control that picks from another cell is turned in its head.
  const picks = isControl && card?.inputs.some(({ field }) => Boolean(cell.spec[field]));
  const lacking = wanted && !picks;
  const asSheet = phone && !isProse && !isText;
  const isAskedFor = asSheet ? lacking && focused : lacking || (focused && !isControl);
  const stays = useStaysOpen(isAskedFor, focused);
  const formOpen = isProse ? editing : (formWish ?? (isText || stays));

  return {
    cell,
    card,
    frame,
    isText,
    status,
    session,
    focused,
    folded,
    asText,
    editing,
    formOpen,
    asSheet,
    words,
    here,
    toggle: (what) =>
      ui.set((before) => {
        const next = new Set(before[what]);
        if (!next.delete(id)) next.add(id);
        return { ...before, [what]: next, ...(what === "asText" ? { forms: new Map(before.forms).set(id, true) } : {}) };
      }),
    toggleForm: () => ui.set((before) => ({ ...before, forms: new Map(before.forms).set(id, !formOpen) })),
  };
}
