// The palette (all acts and all cells, found by typing) and the list of keys.

import Dialog from "@mui/material/Dialog";
import { useMemo, useState } from "react";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { useScreen } from "../app/screen.tsx";
import { kindsHere } from "../kinds/kinds-here.ts";
import { navigate } from "../router/navigate.tsx";
import { entriesWith, entryTitle, startOf } from "./add-entries.ts";
import { type StateName, statusOf } from "./cell-state.ts";
import { kindTitle, wordsOf } from "../kinds/kind-words.ts";
import { StateSign } from "./StateSign.tsx";
import { canRun, useCanEdit, useNotebook, useRole, useUi } from "../desk/notebook-context.tsx";
import { pasteTable, pickFiles } from "../upload/drop-files.ts";
import { whatStandsAbove } from "./what-stands-above.ts";

interface Act {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** Of a cell. */
  readonly state: StateName | null;
  run(): void;
}

/** Whose words hold what was typed: those first that begin with it, then those of which a word does. */
export function foundActs<A extends Pick<Act, "label" | "hint">>(typed: string, all: readonly A[]): readonly A[] {
  const wanted = typed.trim().toLowerCase();
  const rank = ({ label, hint }: A): number => {
    const said = `${label} ${hint}`.toLowerCase();
    if (said.startsWith(wanted)) return 0;
    if (said.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted))) return 1;
    return said.includes(wanted) ? 2 : 3;
  };
  const ranked = all.map((act) => ({ act, at: rank(act) })).filter(({ at }) => at < 3);
  return ranked.sort((a, b) => a.at - b.at).map(({ act }) => act);
}

export function Palette() {
  const shown = useUi((now) => now.palette);
  return shown ? <OpenPalette /> : null;
}

function OpenPalette() {
  const { t, locale } = useScreen();
  const { ui, acts, derived, open } = useNotebook();
  const edit = useCanEdit();
  const role = useRole();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const close = (): void => ui.set((before) => ({ ...before, palette: false }));

  const all = useMemo((): readonly Act[] => {
    const { focused } = ui.get();
    const found: Act[] = [];
    const say = (id: string, label: string, run: () => void, hint = "", state: StateName | null = null): void =>
      void found.push({ id, label, hint, state, run });
    if (canRun(role)) say("run-all", t("run-all"), () => acts.run(null, "all"));
    if (focused && canRun(role)) say("run", t("run-this"), () => acts.run(focused, "upstream"), "Shift Enter");
    if (edit) {
      say("share", t("share"), () => ui.set((before) => ({ ...before, share: true })));
      say("publish", t("publish"), () => ui.set((before) => ({ ...before, publish: true })));
      say("undo", t("undo"), () => acts.undo(), "z");
      say("redo", t("redo"), () => acts.redo());
    }
    say("history", t("history"), () => ui.set((before) => ({ ...before, history: true, publish: false })));
    say("keys", t("keys-list"), () => ui.set((before) => ({ ...before, keys: true })), "?");
    for (const cell of acts.cells()) {
      const words = cell.name || wordsOf(cell, acts.wordsContext());
      const status = statusOf(cell, open.feed.get().cells.get(cell.id), derived.get());
      say(`cell-${cell.id}`, words, () => acts.focus(cell.id, { scroll: true }), kindTitle(cell, locale), status.state);
    }
    if (edit) {
      for (const entry of entriesWith(kindsHere.get())) {
        const after = focused ?? acts.cells().at(-1)?.id ?? null;
        say(`add-${entry.id}`, `${t("add")}: ${entryTitle(entry, locale)}`, () => {
          if (entry.opens === "files") pickFiles(null, after);
          else if (entry.opens === "paste") pasteTable(after);
          else
            void acts.add(
              entry.card.kind,
              startOf(entry, whatStandsAbove(acts.cells(), derived.get().results, after), () => newId("step", systemRandom)),
              after,
            );
        });
      }
    }
    for (const [path, label] of [
      ["/", t("home")],
      ["/files", t("data-sets")],
      ["/runs", t("runs")],
      ["/bin", t("bin")],
      ["/lab", t("lab")],
      ["/account", t("my-work")],
    ] as const)
      say(path, label, () => navigate(path), t("go"));
    return found;
  }, [acts, derived, edit, locale, open, role, t, ui]);

  const found = foundActs(typed, all).slice(0, 50);
  const current = Math.min(at, Math.max(0, found.length - 1));
  const choose = (act: Act | undefined): void => {
    if (!act) return;
    close();
    act.run();
  };
  return (
    <Dialog open onClose={close} aria-labelledby="palette-title" slotProps={{ paper: { className: "palette" } }}>
      <h2 id="palette-title" className="sr">
        {t("palette")}
      </h2>
      <input
        className="input"
        // The palette is asked for by a key; its field is where one types.
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found[current] ? `palette-${current}` : undefined}
        aria-label={t("palette-search")}
        placeholder={t("palette-search")}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt((current + 1) % Math.max(1, found.length));
          else if (event.key === "ArrowUp") setAt((current - 1 + found.length) % Math.max(1, found.length));
          else if (event.key === "Enter") choose(found[current]);
          else return;
          event.preventDefault();
        }}
      />
      <div id="palette-list" role="listbox" aria-label={t("palette")} className="add-list" tabIndex={-1}>
        {found.map((act, index) => (
          <div
            key={act.id}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === current}
            tabIndex={-1}
            className={index === current ? "palette-item current" : "palette-item"}
            ref={(element) => {
              if (element && index === current) element.scrollIntoView({ block: "nearest" });
            }}
            onClick={() => choose(act)}
            onKeyDown={(event) => event.key === "Enter" && choose(act)}
          >
            {act.state ? <StateSign state={act.state} /> : null}
            <span className="clip grow">{act.label}</span>
            <small className="muted">{act.hint}</small>
          </div>
        ))}
        {found.length === 0 ? (
          <p className="muted" style={{ padding: 16 }}>
            {t("nothing-called", { name: typed.trim() })}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}

export function KeysDialog() {
  const { t } = useScreen();
  const { ui } = useNotebook();
  const shown = useUi((now) => now.keys);
  const mac = /Mac/.test(navigator.platform);
  const mod = mac ? "⌘" : "Ctrl";
  const rows: readonly (readonly [string, string])[] = [
    [`${mod} K`, t("palette")],
    ["Esc", t("key-command")],
    ["Enter", t("key-edit")],
    ["j  k", t("key-move")],
    ["a  b", t("key-insert")],
    ["Shift A", t("key-insert-before")],
    [`${mac ? "⌥" : "Alt"} ↑  ↓`, t("key-move-cell")],
    ["d d", t("key-bin")],
    [`z,  ${mod} Z`, t("key-undo")],
    [`${mod} Shift Z,  ${mod} Y`, t("key-redo")],
    ["Shift Enter", t("key-run")],
    [".", t("key-cancel")],
    ["f", t("key-fold")],
    ["?", t("keys-list")],
  ];
  const close = (): void => ui.set((before) => ({ ...before, keys: false }));
  return (
    <Dialog open={shown} onClose={close} aria-labelledby="keys-title">
      <div className="dialog-body">
        <h2 id="keys-title">{t("keys-list")}</h2>
        <table className="grid-table">
          <tbody>
            {rows.map(([key, what]) => (
              <tr key={key}>
                <td>
                  <span className="kbd">{key}</span>
                </td>
                <td>{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="caption muted">{t("letters-off-hint")}</p>
        <button type="button" className="btn line" onClick={close} autoFocus>
          {t("close")}
        </button>
      </div>
    </Dialog>
  );
}
