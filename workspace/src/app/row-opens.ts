// A row of a list whose sign opens it opens wherever it is pressed. What stands in it and has an act of its own keeps it, and
// whoever selects text in it reads. Keyboards have the sign, which is a button.

import type { MouseEvent } from "react";

const actsItself = "a, button, input, select, textarea, label, [contenteditable], .inside, .history-inside, .ask-first";

export const rowOpens =
  (open: () => void) =>
  (event: Pick<MouseEvent, "target" | "defaultPrevented">): void => {
    const target = event.target as Element;
    if (event.defaultPrevented || target.closest(actsItself) || !(globalThis.getSelection()?.isCollapsed ?? true)) return;
    open();
  };
