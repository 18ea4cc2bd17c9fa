// How CodeMirror looks here: our type and colours, names of colleagues under their carets.

import { EditorView } from "@codemirror/view";

export const codeTheme = (prose: boolean) =>
  EditorView.theme({
    "&": {
      fontSize: prose ? "14px" : "13px",
      backgroundColor: "var(--gc-surface)",
      color: "var(--gc-text)",
      borderRadius: "6px",
    },
    // The box around it shows the focus, once.
    "&.cm-focused": { outline: "none" },
    // Lines wrap and the box grows: nothing scrolls, and a name under the last line is not cut.
    ".cm-scroller": {
      overflow: "visible !important",
      fontFamily: prose ? "var(--gc-sans)" : "var(--gc-mono)",
      lineHeight: "20px",
    },
    ".cm-content": { padding: "8px 0", caretColor: "var(--gc-text)" },
    ".cm-line": { padding: "0 12px" },
    ".cm-cursor": { borderLeftColor: "var(--gc-text)", borderLeftWidth: "2px" },
    "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {
      background: "color-mix(in srgb, var(--gc-accent) 25%, transparent) !important",
    },
    ".cm-placeholder": { color: "var(--gc-muted)" },
    ".cm-matchingBracket": { backgroundColor: "var(--gc-accent-wash)", outline: "1px solid var(--gc-accent)" },
    ".cm-tooltip": {
      backgroundColor: "var(--gc-surface)",
      border: "1px solid var(--gc-line)",
      borderRadius: "8px",
      boxShadow: "var(--gc-float)",
      overflow: "hidden",
    },
    ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--gc-mono)", fontSize: "13px" },
    ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "4px 12px", lineHeight: "20px" },
    ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--gc-accent-wash)", color: "var(--gc-text)" },
    ".cm-completionDetail": { color: "var(--gc-muted)", fontStyle: "normal", marginLeft: "12px" },
    ".cm-ySelectionCaret": { borderLeftWidth: "2px", borderRight: "0", marginRight: "-2px", marginLeft: "0" },
    ".cm-ySelectionCaretDot": { display: "none" },
    ".cm-ySelectionInfo": {
      opacity: "1",
      top: "1.35em",
      left: "-2px",
      fontFamily: "var(--gc-sans)",
      fontSize: "12px",
      fontWeight: "600",
      lineHeight: "16px",
      padding: "0 4px",
      borderRadius: "0 4px 4px 4px",
      color: "var(--gc-presence-text)",
      pointerEvents: "none",
    },
  });
