// The column of cells, drawn only where one looks: a thousand cells open as quickly as ten.

import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useMemo, useRef } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { usualHeight } from "@genomecraft/cells/contract/kind-card.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import { useStore } from "../app/store.ts";
import { CellFrame } from "./CellFrame.tsx";
import { useNotebook } from "./notebook-context.tsx";

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

/** How long a page may go on drawing what stands around a cell that was gone to. */
const stay = 4_000;
const moves = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

/** Where a cell stands and how to bring it into view, for acts that go there. */
export interface ListHandle {
  scrollTo: ((cell: CellId) => void) | null;
}

export function CellList({
  scroller,
  handle,
}: {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly handle: ListHandle;
}) {
  const { open } = useNotebook();
  const ids = useStore(
    open.notebook,
    (notebook) => notebook.cells.flatMap((cell) => (cell.deletedAt === null ? [cell.id] : [])),
    sameIds,
  );
  const kinds = useMemo(() => {
    const found = new Map(open.notebook.get().cells.map((cell) => [cell.id, cell.kind]));
    return ids.map((id) => found.get(id));
  }, [open, ids]);
  const list = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const card = cardOf(kinds[index] ?? "");
      return card?.height ?? usualHeight[card?.frame ?? "block"];
    },
    getItemKey: (index) => ids[index] as string,
    overscan: 3,
    paddingEnd: 160,
    scrollMargin: 0,
  });
  // Where one was brought to stays in view while what stands around it is still drawn, until one moves oneself.
  const aim = useRef<{ readonly cell: CellId; readonly until: number } | null>(null);
  const bring = useCallback(
    (cell: CellId): void => {
      const index = ids.indexOf(cell);
      if (index < 0) return;
      const shown = document.querySelector(`[data-cell="${cell}"]`);
      const box = scroller.current?.getBoundingClientRect();
      if (!shown || !box) {
        list.scrollToIndex(index, { align: "start" });
        return;
      }
      // What is not wholly in view comes with its head at a fifth of the height: its output grows below.
      const { top, bottom } = shown.getBoundingClientRect();
      const room = bottom - top < 120 ? 360 : 0;
      if (top < box.top || bottom + room > box.bottom) scroller.current?.scrollBy({ top: top - box.top - box.height / 5 });
    },
    [ids, list, scroller],
  );
  useEffect(() => {
    handle.scrollTo = (cell) => {
      aim.current = { cell, until: Date.now() + stay };
      bring(cell);
    };
    return () => {
      handle.scrollTo = null;
    };
  }, [bring, handle]);
  useEffect(() => {
    const element = scroller.current;
    const free = (): void => {
      aim.current = null;
    };
    for (const name of moves) element?.addEventListener(name, free, { passive: true });
    return () => {
      for (const name of moves) element?.removeEventListener(name, free);
    };
  }, [scroller]);
  const height = list.getTotalSize();
  useEffect(() => {
    if (aim.current && Date.now() < aim.current.until) bring(aim.current.cell);
  }, [height, bring]);
  return (
    <div style={{ position: "relative", isolation: "isolate", height }} data-testid="cells">
      {list.getVirtualItems().map((item) => (
        <div
          key={item.key}
          data-index={item.index}
          ref={list.measureElement}
          // The button that adds a cell reaches into the next one: each stands over those that follow.
          style={{
            position: "absolute",
            top: 0,
            left: 0,
            right: 0,
            transform: `translateY(${item.start}px)`,
            zIndex: ids.length - item.index,
          }}
        >
          <CellFrame id={ids[item.index] as CellId} index={item.index} count={ids.length} />
        </div>
      ))}
    </div>
  );
}
