// A panel beside the page, which is no modal: it has the focus when it opens, and Escape closes it from within, and from
// nowhere: what had the focus may be gone, or be a button that cannot be pressed now.

import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";

export function usePanel(onClose: () => void): {
  readonly ref: RefObject<HTMLDivElement | null>;
  onKeyDown(event: KeyboardEvent): void;
} {
  const ref = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const before = document.activeElement;
    ref.current?.focus();
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const isNowhere = event.target === document.body || event.target === document.documentElement;
      if (event.key === "Escape" && isNowhere && !event.defaultPrevented) close.current();
    };
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
      // Back to the button that opened it, unless somebody is elsewhere by now.
      const isNowhere = document.activeElement === document.body || document.activeElement === null;
      if (isNowhere && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return { ref, onKeyDown: (event) => event.key === "Escape" && onClose() };
}
