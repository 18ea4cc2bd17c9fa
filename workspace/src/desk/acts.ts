// What a person does to a notebook: adding, moving, renaming, running. Each answers by a change of the document, a
// request to the server, or a sentence that says why not.

import { type CellId, newCellId } from "@genomecraft/cells/base/ids.ts";
import type { Json, JsonObject, JsonPath } from "@genomecraft/cells/base/json.ts";
import type { Kind, WordsContext } from "@genomecraft/cells/contract/kind.ts";
import { cardOf, cardOfFiles } from "@genomecraft/cells/kind-cards.ts";
import { failureSentence } from "@genomecraft/cells/messages/catalogue.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { applyOperation } from "@genomecraft/cells/notebook/apply-operation.ts";
import { toCellName, uniqueName } from "@genomecraft/cells/notebook/cell-name.ts";
import type { CellRef, FileRef } from "@genomecraft/cells/base/refs.ts";
import type { Cell, CellMode } from "@genomecraft/cells/notebook/notebook.ts";
import type { Operation } from "@genomecraft/cells/notebook/operation.ts";
import { keyAt, keysBetween } from "@genomecraft/cells/notebook/order-key.ts";
import { api } from "../api/client.ts";
import type { Screen } from "../app/screen.tsx";
import { announce, dismissOffers, toast } from "../app/screen.tsx";
import type { Store } from "../base/store.ts";
import { bringKind, kindNow, shapeOf } from "../kinds/kinds-here.ts";
import type { OpenNotebook } from "../live/open-notebook.ts";
import type { Derived, UiState } from "./ui-state.ts";

export type RunMode = "cell" | "upstream" | "downstream" | "all";

/** A file that becomes a cell. */
export interface LoadedFile {
  readonly file: FileRef;
  /** Absent or null: found when it is loaded. */
  readonly format?: string | null;
  /** Further fields of its spec: the sheet of a workbook, what was chosen on the card. */
  readonly settings?: JsonObject;
  readonly name: string;
  /** Place in the list of the file whose samples it describes. */
  readonly samplesOf?: number;
  readonly read?: string;
}

export interface NotebookActs {
  write(operations: readonly Operation[]): boolean;
  set(cell: CellId, path: JsonPath, value: Json | undefined): void;
  /** Adds a cell after another (null: at the top) and goes to it. Answers its id, or null when refused. */
  add(
    kind: string,
    spec: JsonObject,
    after: CellId | null,
    /** `also`: what changes with it, as one step. */
    more?: { readonly name?: string; readonly also?: (id: CellId) => readonly Operation[] },
  ): Promise<CellId | null>;
  /**
   * Adds cells one below the other, in one step, each made of the ids of those before it, and goes to the first. `name`: what it is
   * called, where that is free, rather than after what it does.
   */
  addBelow(
    wanted: readonly {
      readonly kind: string;
      readonly name?: string;
      readonly spec: (before: readonly CellId[]) => JsonObject;
    }[],
    after: CellId | null,
  ): Promise<void>;
  /** Load cells for uploaded files, in one step; `samples` names which file annotates which. */
  addFiles(files: readonly LoadedFile[], after: CellId | null): Promise<void>;
  duplicate(cell: CellId): void;
  move(cell: CellId, by: -1 | 1): void;
  /** Puts a cell before another (null: at the end). */
  moveBefore(cell: CellId, before: CellId | null): void;
  bin(cell: CellId): void;
  restore(cell: CellId): void;
  rename(cell: CellId, name: string): boolean;
  setMode(cell: CellId, mode: CellMode): void;
  run(cell: CellId | null, mode: RunMode, fresh?: boolean): void;
  cancel(cell: CellId): void;
  undo(): void;
  redo(): void;
  focus(cell: CellId | null, options?: { readonly scroll?: boolean; readonly command?: boolean }): void;
  cells(): readonly Cell[];
  wordsContext(): WordsContext;
}

/**
 * Goes on in the new cell: the field that it waits for, else what a control is turned by, or its text; where its form, which
 * comes a little later, waits for nothing, the cell itself. Gives up after two seconds.
 */
function focusFirstField(cell: CellId, isText: boolean): void {
  const until = Date.now() + 2_000;
  const look = (): void => {
    const frame = document.querySelector<HTMLElement>(`[data-cell="${cell}"]`);
    const field =
      frame?.querySelector<HTMLElement>(".inline-output :is(input, select)") ??
      frame?.querySelector<HTMLElement>("[data-needed=true] :is(input, select)") ??
      (isText ? (frame?.querySelector<HTMLElement>(".cm-content") ?? null) : null);
    const isDrawn = frame?.querySelector(".cell-form :is(input, select)") !== null;
    const isOver = Date.now() >= until;
    if (field) field.focus();
    else if (frame && frame.dataset.state !== "needs-input" && !isText && (isDrawn || isOver))
      frame.focus({ preventScroll: true });
    else if (!isOver) setTimeout(look, 50);
  };
  setTimeout(look, 80);
}

export function newActs(options: {
  readonly open: OpenNotebook;
  readonly ui: Store<UiState>;
  readonly derived: Store<Derived>;
  readonly locale: () => Locale;
  readonly t: () => Screen["t"];
  readonly scrollTo: (cell: CellId) => void;
}): NotebookActs {
  const { open, ui, derived } = options;
  const t: Screen["t"] = (key, params) => options.t()(key, params);
  const cells = (): readonly Cell[] => open.notebook.get().cells.filter((cell) => cell.deletedAt === null);
  const cellOf = (id: CellId): Cell | undefined => open.notebook.get().cells.find((cell) => cell.id === id);
  const isProse = (kind: string): boolean => cardOf(kind)?.frame === "prose";
  const shownName = (cell: Cell | undefined): string => cell?.name || t("a-note");

  const write = (operations: readonly Operation[]): boolean => {
    const done = open.write(operations);
    if (!done.ok) toast(failureSentence(done.error, options.locale()), { wrong: true });
    return done.ok;
  };
  const wordsContext = (): WordsContext => ({
    locale: options.locale(),
    nameOf: (ref: CellRef) => {
      const name = cellOf(ref.ref)?.name || "?";
      return ref.port && ref.port !== cardOf(cellOf(ref.ref)?.kind ?? "")?.outputs[0]?.name ? `${name}.${ref.port}` : name;
    },
    summaryOf: (ref) => derived.get().results.at(ref)?.summary ?? null,
  });
  /** `coming`: names of cells that are added with it. */
  const nameFor = (
    found: Kind,
    spec: JsonObject,
    taken: readonly string[],
    coming: ReadonlyMap<CellId, string> = new Map(),
  ): string => {
    const { kind } = found;
    const parsed = found.schema.safeParse(spec);
    const context = wordsContext();
    let wish = "";
    try {
      wish = found.suggestName(parsed.success ? parsed.data : spec, {
        ...context,
        nameOf: (ref) => coming.get(ref.ref) ?? context.nameOf(ref),
      });
    } catch {
      wish = kind;
    }
    return wish === "" && isProse(kind) ? "" : uniqueName(wish || kind, taken);
  };
  /** A name that nobody chose, and that no cell reads by, follows what the cell shows; null: it stays. */
  const followingName = (before: Cell, after: Cell | undefined): string | null => {
    const found = kindNow(before.kind);
    if (!found || !after || isProse(before.kind) || before.name === "") return null;
    if ((derived.get().graph.dependents.get(before.id)?.length ?? 0) > 0) return null;
    const [was, is] = [before, after].map((cell) => {
      const parsed = found.schema.safeParse(cell.spec);
      return parsed.success ? found.suggestName(parsed.data, wordsContext()) : "";
    });
    if (!was || !is || was === is || before.name.replace(/_\d+$/u, "") !== was.replace(/_\d+$/u, "")) return null;
    return uniqueName(
      is,
      takenNames().filter((name) => name !== before.name),
    );
  };
  const takenNames = (): string[] =>
    open.notebook.get().cells.flatMap((cell) => (cell.deletedAt === null && cell.name ? [cell.name] : []));
  const indexAfter = (after: CellId | null): number => (after === null ? 0 : cells().findIndex((cell) => cell.id === after) + 1);

  const focus: NotebookActs["focus"] = (cell, how = {}) => {
    ui.set((before) => ({
      ...before,
      focused: cell,
      command: how.command ?? before.command,
      editing: before.editing === cell ? cell : null,
    }));
    open.stand(cell, null);
    if (cell && how.scroll) options.scrollTo(cell);
  };
  const request = async (
    asked: Promise<{ readonly ok: boolean; readonly error?: { readonly message: string } }>,
  ): Promise<boolean> => {
    const answer = await asked;
    if (!answer.ok) toast(answer.error?.message ?? "", { wrong: true });
    return answer.ok;
  };
  const bring = (kind: string): Promise<Kind | null> =>
    bringKind(kind).catch(() => {
      toast(t("server-unreachable"), { wrong: true });
      return null;
    });
  const base = `/notebooks/${encodeURIComponent(open.id)}`;

  const acts: NotebookActs = {
    write,
    cells,
    wordsContext,
    focus,
    set: (cell, path, value) => {
      const operation = { type: "set-spec", cell, path, value } as const;
      const before = cellOf(cell);
      const then = applyOperation(open.notebook.get(), operation, shapeOf);
      const after = then.ok ? then.value.cells.find(({ id }) => id === cell) : undefined;
      const name = before ? followingName(before, after) : null;
      // Together, so that one click is undone by one.
      write(name ? [operation, { type: "rename-cell", cell, name }] : [operation]);
    },
    add: async (kind, spec, after, { name, also } = {}) => {
      const found = await bring(kind);
      if (!found) return null;
      const id = newCellId();
      const full = { ...found.empty, ...spec };
      const done = write([
        {
          type: "add-cell",
          id,
          kind,
          name: name === undefined ? nameFor(found, full, takenNames()) : name,
          spec: full,
          order: keyAt(cells(), indexAfter(after)),
          mode: found.mode,
        },
        ...(also?.(id) ?? []),
      ]);
      if (!done) return null;
      ui.set((before) => ({ ...before, adding: null, editing: isProse(kind) ? id : null }));
      focus(id, { scroll: true, command: !isProse(kind) });
      if (!isProse(kind)) focusFirstField(id, found.textFields.length > 0);
      return id;
    },
    addBelow: async (wanted, after) => {
      const found = await Promise.all(wanted.map(({ kind }) => bring(kind)));
      const list = cells();
      const index = indexAfter(after);
      const keys = keysBetween(list[index - 1]?.order ?? null, list[index]?.order ?? null, wanted.length);
      const ids = wanted.map(() => newCellId());
      const coming = new Map<CellId, string>();
      const made = wanted.flatMap(({ name: wish, spec: specOf }, at): readonly Operation[] => {
        const [kind, id, order] = [found[at], ids[at], keys[at]];
        if (!kind || id === undefined || order === undefined) return [];
        const spec = { ...kind.empty, ...specOf(ids.slice(0, at)) };
        const taken = [...takenNames(), ...coming.values()];
        const name = wish === undefined ? nameFor(kind, spec, taken, coming) : uniqueName(wish, taken);
        coming.set(id, name);
        return [{ type: "add-cell", id, kind: kind.kind, name, spec, order, mode: kind.mode }];
      });
      if (made.length < wanted.length || !write(made)) return;
      const [first] = ids;
      if (first) focus(first, { scroll: true });
    },
    addFiles: async (files, after) => {
      const fields = cardOfFiles?.files;
      const found = cardOfFiles && (await bring(cardOfFiles.kind));
      if (!found || !fields) return;
      const list = cells();
      const index = indexAfter(after);
      const taken = takenNames();
      const keys = keysBetween(list[index - 1]?.order ?? null, list[index]?.order ?? null, files.length);
      const ids = files.map(() => newCellId());
      const made = files.map((item, place): Operation => {
        const samples = item.samplesOf === undefined ? undefined : ids[item.samplesOf];
        const name = uniqueName(item.name, taken);
        taken.push(name);
        return {
          type: "add-cell",
          id: ids[place] as CellId,
          kind: found.kind,
          name,
          spec: {
            ...found.empty,
            [fields.file]: item.file,
            [fields.format]: item.format ?? null,
            ...(item.read ? { [fields.read]: item.read } : {}),
            ...(samples ? { [fields.samples]: { ref: samples } } : {}),
            ...item.settings,
          },
          order: keys[place] as string,
          mode: found.mode,
        };
      });
      if (!write(made)) return;
      const last = ids.at(-1);
      if (last) focus(last, { scroll: true });
    },
    duplicate: (cell) => {
      const source = cellOf(cell);
      if (!source) return;
      const id = newCellId();
      const name = source.name === "" ? "" : uniqueName(source.name, takenNames());
      if (write([{ type: "duplicate-cell", cell, id, name, order: keyAt(cells(), indexAfter(cell)) }]))
        focus(id, { scroll: true });
    },
    move: (cell, by) => {
      const list = cells();
      const index = list.findIndex((found) => found.id === cell);
      const target = index + by;
      if (index < 0 || target < 0 || target >= list.length) return;
      const rest = list.filter((found) => found.id !== cell);
      if (write([{ type: "move-cell", cell, order: keyAt(rest, target) }])) {
        announce(t("moved-to", { n: target + 1, of: list.length }));
        focus(cell, { scroll: true });
      }
    },
    moveBefore: (cell, before) => {
      const rest = cells().filter((found) => found.id !== cell);
      const place = before === null ? rest.length : rest.findIndex((found) => found.id === before);
      if (place >= 0) write([{ type: "move-cell", cell, order: keyAt(rest, place) }]);
    },
    bin: (cell) => {
      const list = cells();
      const index = list.findIndex((found) => found.id === cell);
      const name = shownName(list[index]);
      if (!write([{ type: "delete-cell", cell, at: Date.now() }])) return;
      focus(list[index + 1]?.id ?? list[index - 1]?.id ?? null);
      toast(t("in-the-bin", { name }), { action: { label: t("undo"), run: () => acts.restore(cell) } });
    },
    restore: (cell) => {
      dismissOffers();
      if (write([{ type: "restore-cell", cell }])) focus(cell, { scroll: true });
    },
    rename: (cell, typed) => {
      const name = toCellName(typed);
      const old = cellOf(cell);
      if (!old || name === old.name) return true;
      if (name === "") return old.name === "" || isProse(old.kind) ? write([{ type: "rename-cell", cell, name }]) : false;
      const followers = derived.get().graph.dependents.get(cell)?.length ?? 0;
      if (!write([{ type: "rename-cell", cell, name }])) return false;
      if (followers > 0) toast(t("cells-follow", { n: followers }), { action: { label: t("undo"), run: () => acts.undo() } });
      return true;
    },
    setMode: (cell, mode) => void write([{ type: "set-mode", cell, mode }]),
    run: (cell, mode, fresh) => {
      const personal = Object.fromEntries(ui.get().personal);
      void request(
        api.post(`${base}/demands`, {
          cell,
          mode,
          ...(fresh ? { fresh: true } : {}),
          ...(Object.keys(personal).length > 0 ? { overrides: personal } : {}),
        }),
      );
    },
    cancel: (cell) => void request(api.delete(`${base}/cells/${encodeURIComponent(cell)}/run`)),
    undo: () => travel("undo"),
    redo: () => travel("redo"),
  };
  const travel = (direction: "undo" | "redo"): void => {
    const changed = open.undo[direction]();
    dismissOffers();
    if (!changed) {
      announce(t(direction === "undo" ? "nothing-to-undo" : "nothing-to-redo"));
      return;
    }
    const seen = changed.find((id) => cellOf(id)?.deletedAt === null);
    if (seen) focus(seen, { scroll: true });
  };
  return acts;
}
