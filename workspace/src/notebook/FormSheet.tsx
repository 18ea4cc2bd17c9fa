// On a telephone the settings of a cell are a sheet over the whole screen: what the cell is at the top, the form, and Done
// where the thumb is.

import Dialog from "@mui/material/Dialog";
import type { ReactNode } from "react";
import { useScreen } from "../app/screen.tsx";

export function FormSheet({
  name,
  kind,
  words,
  onClose,
  children,
}: {
  readonly name: string;
  readonly kind: string;
  readonly words: string;
  onClose(): void;
  readonly children: ReactNode;
}) {
  const { t } = useScreen();
  return (
    // A key pressed in the sheet is no command to the notebook behind it.
    <Dialog
      open
      fullScreen
      onClose={onClose}
      aria-labelledby="form-sheet-title"
      onKeyDown={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <header className="sheet-head">
        <h2 id="form-sheet-title" className="grow">
          <span className="mono">{name}</span> <span className="cell-kind">{kind}</span>
        </h2>
        <button type="button" className="btn icon" aria-label={t("close")} onClick={onClose}>
          ✕
        </button>
      </header>
      <div className="sheet-body">
        <p className="cell-words">{words}</p>
        {children}
      </div>
      <footer className="sheet-foot">
        <button type="button" className="btn fill" onClick={onClose}>
          {t("done")}
        </button>
      </footer>
    </Dialog>
  );
}
