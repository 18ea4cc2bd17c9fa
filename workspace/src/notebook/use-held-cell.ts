// Keeps the cell that one was brought to where it came to stand, while what stands around it still gets its height: cells
// are drawn one by one, and figures and tables come when they come, on a busy machine many seconds later. Whoever scrolls,
// by whatever means, is free at once. Used by the column of cells.

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";

interface Position {
  readonly at: number;
  readonly end: number;
}

interface Held {
  readonly cell: CellId;
  /** How far below the frame's upper edge its head is to stand; null until it was seen. */
  head: number | null;
  /** The scroll position as it was left here, and the furthest one then; another position is somebody else's. */
  left: Position | null;
}

/** What a cell that is still small may grow by and be seen whole. */
const room = 360;
const moves = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

/**
 * Where the head of a cell is to stand in a frame of the given height: what is wholly in view stays where it is, others
 * come near the upper edge, for what is in a cell grows below its head.
 */
export function headFor(cell: { readonly head: number; readonly height: number }, frame: number): number {
  const needs = cell.height < 120 ? room : cell.height;
  return cell.head >= 0 && cell.head + needs <= frame ? cell.head : frame / 8;
}

/**
 * Whether a scroll position is the one that was left: the same, or moved up by the browser because the page became shorter.
 * By the time one looks it may have grown again, further than it was moved: on a busy machine much happens between two looks.
 */
export const isAsLeft = (left: Position, now: Position): boolean =>
  Math.abs(now.at - left.at) < 2 || (now.at < left.at && (now.at > now.end - 2 || Math.abs(now.end - left.end) >= 2));

const positionOf = (element: HTMLElement): Position => ({
  at: element.scrollTop,
  end: element.scrollHeight - element.clientHeight,
});

/**
 * The act of bringing a cell into view. `startOf` is where a cell that is not drawn would begin, in pixels below the head
 * of the column; null when it is not there. `onHold` tells that the scroll position is kept here, or left to others again.
 */
export function useHeldCell(options: {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly column: RefObject<HTMLElement | null>;
  readonly startOf: (cell: CellId) => number | null;
  readonly onHold: (holds: boolean) => void;
}): (cell: CellId) => void {
  const { scroller, column } = options;
  const held = useRef<Held | null>(null);
  const given = useRef(options);
  given.current = options;

  const free = useCallback((): void => {
    if (!held.current) return;
    held.current = null;
    given.current.onHold(false);
    scroller.current?.style.removeProperty("overflow-anchor");
  }, [scroller]);

  const hold = useCallback((): void => {
    const [it, element] = [held.current, scroller.current];
    if (!it || !element) return;
    if (it.left !== null && !isAsLeft(it.left, positionOf(element))) {
      free();
      return;
    }
    const frame = element.getBoundingClientRect();
    const shown = element.querySelector(`[data-cell="${it.cell}"]`)?.getBoundingClientRect();
    const start = given.current.startOf(it.cell);
    if (shown) {
      const head = shown.top - frame.top;
      it.head = headFor({ head: it.head ?? head, height: shown.height }, frame.height);
      element.scrollTop += head - it.head;
    } else if (start !== null && column.current) {
      it.head = frame.height / 8;
      element.scrollTop += column.current.getBoundingClientRect().top + start - frame.top - it.head;
    }
    it.left = positionOf(element);
  }, [scroller, column, free]);

  // Cells move when they are drawn again, before anybody sees it; what stands above the column moves it as a whole.
  useLayoutEffect(() => {
    hold();
  });
  useEffect(() => {
    const watch = new ResizeObserver(hold);
    for (const part of scroller.current?.children ?? []) watch.observe(part);
    return () => watch.disconnect();
  }, [scroller, hold]);

  useEffect(() => {
    const element = scroller.current;
    const look = (): void => {
      const left = held.current?.left;
      if (element && left && !isAsLeft(left, positionOf(element))) free();
    };
    element?.addEventListener("scroll", look, { passive: true });
    for (const name of moves) element?.addEventListener(name, free, { passive: true });
    return () => {
      element?.removeEventListener("scroll", look);
      for (const name of moves) element?.removeEventListener(name, free);
    };
  }, [scroller, free]);

  return useCallback(
    (cell) => {
      held.current = { cell, head: null, left: null };
      given.current.onHold(true);
      // The browser's own way of keeping something in place would keep something else.
      scroller.current?.style.setProperty("overflow-anchor", "none");
      hold();
    },
    [scroller, hold],
  );
}
