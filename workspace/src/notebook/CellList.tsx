// The column of cells, drawn only where one looks: a thousand cells open as quickly as ten.

import { useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useMemo, useRef } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { usualHeight } from "@genomecraft/cells/contract/kind-card.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import { useStore } from "../base/store.ts";
import { CellFrame } from "./CellFrame.tsx";
import { useNotebook } from "../desk/notebook-context.tsx";
import { useHeldCell } from "./use-held-cell.ts";

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

type AdjustsScroll = NonNullable<Virtualizer<HTMLElement, Element>["shouldAdjustScrollPositionOnItemSizeChange"]>;
/**
 * What is seen stays where it is when a cell above it turns out to be higher or lower, also while one scrolls up: a cell that
 * was measured before its output had come, and is drawn again, has another height then.
 */
const aboveTheView: AdjustsScroll = (item, _delta, list) => {
  const seenFrom = list.scrollOffset ?? 0;
  // Of one that was never measured all of its estimated height was above.
  return list.itemSizeCache.has(item.key) ? item.end <= seenFrom : item.start < seenFrom;
};
const never: AdjustsScroll = () => false;

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
  list.shouldAdjustScrollPositionOnItemSizeChange ??= aboveTheView;
  const column = useRef<HTMLDivElement>(null);
  const bring = useHeldCell({
    scroller,
    column,
    startOf: (cell) => {
      const index = ids.indexOf(cell);
      return index < 0 ? null : (list.getOffsetForIndex(index, "start")?.[0] ?? null);
    },
    onHold: (holds) => {
      list.shouldAdjustScrollPositionOnItemSizeChange = holds ? never : aboveTheView;
    },
  });
  useEffect(() => {
    handle.scrollTo = bring;
    return () => {
      handle.scrollTo = null;
    };
  }, [bring, handle]);
  return (
    <div ref={column} style={{ position: "relative", isolation: "isolate", height: list.getTotalSize() }} data-testid="cells">
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
