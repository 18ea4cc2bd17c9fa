// The wheel over a table that nobody works in turns the page below it: whoever reads on is not held by a table on the way.
// A click or the keyboard goes into the table; then, and sideways, the wheel is the table's.

import { type RefObject, useEffect } from "react";

/** Lines and pages, as some mice count, in pixels. */
const pixelsOf = ({ deltaY, deltaMode }: Pick<WheelEvent, "deltaY" | "deltaMode">, page: number): number =>
  deltaY * (deltaMode === 1 ? 16 : deltaMode === 2 ? page : 1);

export const isForThePage = (
  { deltaX, deltaY, shiftKey, ctrlKey }: Pick<WheelEvent, "deltaX" | "deltaY" | "shiftKey" | "ctrlKey">,
  hasFocus: boolean,
): boolean => !hasFocus && !shiftKey && !ctrlKey && Math.abs(deltaY) > Math.abs(deltaX);

export function usePageWheel(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const turn = (event: WheelEvent): void => {
      const page = pageAbove(element, event.deltaY);
      // A table that shows all of its rows holds nobody.
      const holds = element.scrollHeight > element.clientHeight;
      if (!page || !holds || !isForThePage(event, element.contains(document.activeElement))) return;
      event.preventDefault();
      page.scrollBy({ top: pixelsOf(event, page.clientHeight) });
    };
    // Passive it could not keep the table from taking the wheel.
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  });
}

/** What scrolls below the table and has more to show that way; null: nothing, so the table may have the wheel. */
function pageAbove(element: HTMLElement, down: number): Element | null {
  for (let above = element.parentElement; above; above = above.parentElement) {
    const scrolls = above === document.scrollingElement || /auto|scroll/.test(getComputedStyle(above).overflowY);
    if (scrolls && hasMore(above, down)) return above;
  }
  return null;
}

export const hasMore = (
  { scrollTop, scrollHeight, clientHeight }: Pick<Element, "scrollTop" | "scrollHeight" | "clientHeight">,
  down: number,
): boolean => (down > 0 ? scrollTop + clientHeight < scrollHeight - 1 : scrollTop > 0);
