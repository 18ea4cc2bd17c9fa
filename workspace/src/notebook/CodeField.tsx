// CodeMirror over a shared text: carets with names, undo that is the notebook's, language loaded when needed.

import {
  acceptCompletion,
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  closeCompletion,
  completionStatus,
  ifNotIn,
} from "@codemirror/autocomplete";
import { defaultKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, keymap, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { useEffect, useRef } from "react";
import { yCollab } from "y-codemirror.next";
import { useStore } from "../base/store.ts";
import { useScreen } from "../app/screen.tsx";
import type { CollabTextProps } from "./collab-text-props.ts";
import { codeTheme } from "./code-theme.ts";
import { useNotebook } from "../desk/notebook-context.tsx";

/** Of SQL, where no name is meant. */
const closed = ["String", "LineComment", "BlockComment"];

const highlighting = syntaxHighlighting(
  HighlightStyle.define([
    { tag: [tags.keyword, tags.operatorKeyword], color: "var(--gc-accent)" },
    { tag: [tags.string, tags.special(tags.string)], color: "var(--gc-fresh)" },
    { tag: [tags.number, tags.bool, tags.null], color: "var(--gc-running)" },
    { tag: tags.comment, color: "var(--gc-muted)", fontStyle: "italic" },
    { tag: tags.heading, fontWeight: "600" },
    { tag: tags.strong, fontWeight: "600" },
    { tag: tags.emphasis, fontStyle: "italic" },
    { tag: tags.link, color: "var(--gc-accent)", textDecoration: "underline" },
    { tag: [tags.typeName, tags.propertyName], color: "var(--gc-restricted)" },
  ]),
);

export function CodeField({ cell, field, language, label, rows = 1, readOnly, autoFocus, complete, onLeave }: CollabTextProps) {
  const { open, acts, ui } = useNotebook();
  const { t } = useScreen();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const writable = useRef(new Compartment());
  const loaded = useStore(open.loaded);
  const leave = useRef(onLeave);
  leave.current = onLeave;
  const completeNow = useRef(complete);
  completeNow.current = complete;

  useEffect(() => {
    const text = open.text(cell, field);
    if (!host.current || !text) return undefined;
    const languageRoom = new Compartment();
    const names = (context: CompletionContext): CompletionResult | null => {
      const word = context.matchBefore(/[\p{L}_$][\p{L}\p{N}_]*/u);
      if (!word || (word.from === word.to && !context.explicit)) return null;
      // Behind `counts.` stand its columns.
      if (language === "sql" && context.state.sliceDoc(word.from - 1, word.from) === ".") return null;
      const dollar = word.text.startsWith("$") ? "$" : "";
      const options = acts
        .cells()
        .filter((found) => found.id !== cell && found.name !== "")
        .map((found) => ({ label: dollar + found.name, type: "variable", detail: found.kind }));
      return { from: word.from, options, validFor: /^[\p{L}\p{N}_$]*$/u };
    };
    // What fits is found by the kind, anew for each letter.
    const ofKind = ({ state: { doc }, pos }: CompletionContext): CompletionResult | null => {
      const found = completeNow.current?.(doc.toString(), pos);
      if (!found) return null;
      const options = found.hits.map(({ label: shown, insert, note }) => ({ label: shown, apply: insert, detail: note }));
      return { from: found.from, to: found.to, options, filter: false };
    };
    const state = EditorState.create({
      doc: text.toString(),
      extensions: [
        Prec.highest(
          keymap.of([
            { key: "Mod-z", run: () => (acts.undo(), true), preventDefault: true },
            { key: "Mod-Shift-z", run: () => (acts.redo(), true), preventDefault: true },
            { key: "Mod-y", run: () => (acts.redo(), true), preventDefault: true },
            { key: "Shift-Enter", run: (at) => (closeCompletion(at), acts.run(cell, "upstream"), true) },
            {
              key: "Escape",
              run: (at) => {
                // Escape first shuts a list of suggestions; then it leaves the text, so that Tab is no trap.
                const isListed = completionStatus(at.state) === "active";
                closeCompletion(at);
                if (isListed) return true;
                acts.focus(cell, { command: true });
                at.contentDOM.blur();
                document.querySelector<HTMLElement>(`[data-cell="${cell}"]`)?.focus();
                leave.current?.();
                return true;
              },
            },
          ]),
        ),
        Prec.highest(
          EditorView.domEventHandlers({
            beforeinput: (event) => {
              if (event.inputType === "historyUndo") acts.undo();
              else if (event.inputType === "historyRedo") acts.redo();
              else return false;
              event.preventDefault();
              return true;
            },
            focus: () => {
              acts.focus(cell, { command: false });
              open.stand(cell, field);
            },
            blur: (_event, at) => {
              closeCompletion(at);
              open.stand(cell, null);
            },
          }),
        ),
        keymap.of(
          language === "sql" || language === "formula"
            ? [{ key: "Tab", run: acceptCompletion }, indentWithTab, ...defaultKeymap]
            : defaultKeymap,
        ),
        yCollab(text, open.awareness, { undoManager: open.undo.manager }),
        drawSelection(),
        EditorView.lineWrapping,
        bracketMatching(),
        ...(language === "markdown" ? [] : [closeBrackets()]),
        ...(language === "plain"
          ? []
          : [
              autocompletion({
                override: [ofKind, ifNotIn(closed, names)],
                activateOnTyping: language !== "markdown",
                icons: false,
              }),
            ]),
        highlighting,
        languageRoom.of([]),
        writable.current.of(EditorState.readOnly.of(readOnly)),
        EditorView.contentAttributes.of({
          "aria-label": label,
          "aria-multiline": "true",
          spellcheck: language === "markdown" ? "true" : "false",
        }),
        ...(language === "sql" ? [placeholder("select … from …")] : []),
        codeTheme(language === "markdown"),
      ],
    });
    const made = new EditorView({ state, parent: host.current });
    view.current = made;
    let alive = true;
    void loadLanguage(language).then((extension) => {
      if (alive && extension) made.dispatch({ effects: languageRoom.reconfigure(extension) });
    });
    if (autoFocus) {
      made.focus();
      made.dispatch({ selection: { anchor: made.state.doc.length } });
    }
    return () => {
      alive = false;
      view.current = null;
      made.destroy();
    };
    // The editor is made anew only for another text.
  }, [acts, autoFocus, cell, field, label, language, loaded, open, ui]);

  useEffect(() => {
    view.current?.dispatch({ effects: writable.current.reconfigure(EditorState.readOnly.of(readOnly)) });
  }, [readOnly]);

  return (
    <div className={`code-field ${language}`} style={{ minHeight: rows * 20 + 18 }}>
      <div ref={host} />
      <span className="sr">{t("escape-leaves-text")}</span>
    </div>
  );
}

async function loadLanguage(language: CollabTextProps["language"]) {
  if (language === "sql") return (await import("./language-sql.ts")).sqlLanguage();
  if (language === "markdown") return (await import("@codemirror/lang-markdown")).markdown();
  return null;
}
