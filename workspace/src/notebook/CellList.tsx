// The column of cells, drawn only where one looks: a thousand cells open as quickly as ten.

import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useMemo } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { useStore } from "../app/store.ts";
import { CellFrame } from "./CellFrame.tsx";
import { useNotebook } from "./notebook-context.tsx";

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

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
      const kind = kinds[index];
      return kind === "note" ? 120 : kind === "parameter" ? 64 : 480;
    },
    getItemKey: (index) => ids[index] as string,
    overscan: 3,
    paddingEnd: 160,
    scrollMargin: 0,
  });
  useEffect(() => {
    handle.scrollTo = (cell) => {
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
    };
    return () => {
      handle.scrollTo = null;
    };
  }, [ids, list, handle, scroller]);
  return (
    <div style={{ position: "relative", isolation: "isolate", height: list.getTotalSize() }} data-testid="cells">
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
