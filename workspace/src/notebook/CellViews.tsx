// Hosts the views of a kind: its form and its output, given the ports they may use and no more.

import { Suspense, useMemo } from "react";
import { part } from "../base/part.ts";
import { stepAgainst } from "@genomecraft/cells/artifacts/raw-values.ts";
import type { ArtifactType } from "@genomecraft/cells/artifacts/artifact.ts";
import { isJsonObject, type Json, type JsonObject } from "@genomecraft/cells/base/json.ts";
import type { EditorProps, InputChoice, OutputProps } from "@genomecraft/cells/contract/kind-view.ts";
import { type CellId, newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { cardOf, kindCards } from "@genomecraft/cells/kind-cards.ts";
import { doubtsOfGraph } from "@genomecraft/cells/notebook/doubts-of-graph.ts";
import { nameTable } from "@genomecraft/cells/notebook/names-in-text.ts";
import { type CellRef, isCellRef } from "@genomecraft/cells/base/refs.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { type Sentence, sentencesIn } from "@genomecraft/cells/messages/sentence.ts";
import { filesInSpec } from "@genomecraft/cells/runtime/spec-sources.ts";
import type { CellStatus } from "@genomecraft/cells/session/cell-status.ts";
import { Boundary } from "../app/Boundary.tsx";
import { useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { bringKind, kindNow, kindsHere } from "../kinds/kinds-here.ts";
import { editorOf, outputOf } from "../kinds/lazy-views.ts";
import { handleOf, handlesOf, mainPortOf, type ResultsNow, sameOutputs } from "../live/outputs.ts";
import { CollabText } from "./CollabText.tsx";
import { useCanEdit, useNotebook } from "../desk/notebook-context.tsx";
import { columnsOfFile, filesOfNotebook, keysOfFile, sendFile, takeFile, toldOfFile } from "../upload/choose-file.ts";
import { pickFiles } from "../upload/drop-files.ts";
import { cellWith, stepAfter, stepBefore } from "./step-before.ts";

const withId = (step: JsonObject): JsonObject => ({ id: newId("step", systemRandom), ...step });
const CellDoubts = part(async () => (await import("./CellDoubts.tsx")).CellDoubts);
const AlertsOfCell = part(async () => (await import("../store/ViewAlerts.tsx")).AlertsOfCell);
/** Files that may be versions of feature views. */
const viewsRead = (spec: JsonObject) =>
  filesInSpec(spec).filter(({ dataset, name }) => dataset !== undefined && name.toLowerCase().endsWith(".parquet"));
const areAlike = (a: readonly Sentence[], b: readonly Sentence[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** That a matrix was taken as it was measured stands with what is drawn of the answer, too. */
function scaleDoubtsOfRead(slots: readonly { readonly cell: CellId }[], results: ResultsNow): readonly Sentence[] {
  const bodies = [...new Set(slots.map((slot) => slot.cell))].flatMap((read) => {
    const inline = results.of(read)?.["report"]?.inline;
    return isJsonObject(inline) && isJsonObject(inline["body"]) ? [inline["body"]] : [];
  });
  return bodies.flatMap((body) => sentencesIn(body["doubts"]).filter((doubt) => stepAgainst(doubt) !== null));
}

/** The spec as the views read it: defaults filled in where it is valid, as written where it is not. */
function useReadySpec(cell: Cell): JsonObject {
  const kind = useStore(kindsHere, () => kindNow(cell.kind));
  return useMemo(() => {
    const parsed = kind?.schema.safeParse(cell.spec);
    return parsed?.success ? parsed.data : { ...kind?.empty, ...cell.spec };
  }, [kind, cell.spec]);
}

export function CellEditor({ cell, onDone }: { readonly cell: Cell; readonly onDone?: (() => void) | undefined }) {
  const { t, locale } = useScreen();
  const { open, acts, derived, reader } = useNotebook();
  const readOnly = !useCanEdit();
  const now = useStore(derived);
  const isConnected = useStore(open.connection, ({ state }) => state === "online");
  const spec = useReadySpec(cell);
  const View = editorOf(cell.kind);
  if (!View) return null;
  const props: EditorProps = {
    cell: cell.id,
    spec,
    readOnly,
    locale,
    set: (path, value) => acts.set(cell.id, path, value),
    setFields: (fields) => acts.write([{ type: "replace-spec", cell: cell.id, spec: { ...cell.spec, ...fields } }]),
    choices: (accepts) => choicesFor(cell, accepts),
    reader,
    handleOf: (ref) => {
      const output = now.results.at(ref);
      return output ? handleOf(ref, output) : null;
    },
    // What the result says of its settings does not stand beside others for longer than an answer takes.
    outputs: handlesOf(cell, now.late.has(cell.id) && !isConnected ? null : now.results.of(cell.id)),
    made: now.results.made(cell.id),
    text: (field, options) => (
      <CollabText
        cell={cell.id}
        field={field}
        language={options?.language ?? "plain"}
        label={options?.label ?? field}
        {...(options?.rows ? { rows: options.rows } : {})}
        {...(options?.complete ? { complete: options.complete } : {})}
        readOnly={readOnly}
        autoFocus={cardOf(cell.kind)?.frame === "prose"}
        {...(onDone ? { onLeave: onDone } : {})}
      />
    ),
    chooseFile: () => pickFiles(cell.id),
    files: (endings) => filesOfNotebook(open.id, endings),
    sendFile,
    takeFile: (file) => takeFile(open.id, file),
    toldOfFile: (file) => toldOfFile(file, t),
    keysOf: keysOfFile,
    columnsOf: (file) => columnsOfFile(file, open.id),
  };
  const choicesFor = (own: Cell, accepts: readonly ArtifactType[]): readonly InputChoice[] => {
    const found: InputChoice[] = [];
    for (const other of acts.cells()) {
      if (other.id === own.id || other.name === "") continue;
      const results = now.results.of(other.id);
      for (const port of cardOf(other.kind)?.outputs ?? []) {
        const main = port.name === mainPortOf(other.kind);
        const shown = results?.[port.name];
        const types: readonly ArtifactType[] = typeof port.type === "string" ? [port.type] : port.type;
        const type = shown?.summary.type ?? types.find((candidate) => accepts.includes(candidate));
        if (!type || !accepts.includes(type)) continue;
        const ref: CellRef = main ? { ref: other.id } : { ref: other.id, port: port.name };
        found.push({ ref, name: main ? other.name : `${other.name}.${port.name}`, type, summary: shown?.summary ?? null });
      }
    }
    return found;
  };
  return (
    <Boundary sentence={t("view-broke")} again={t("try-again")}>
      <Suspense fallback={<div style={{ minHeight: 32 }} />}>
        <View {...props} />
      </Suspense>
    </Boundary>
  );
}

export function CellOutput({ cell, status }: { readonly cell: Cell; readonly status: CellStatus }) {
  const { t, locale } = useScreen();
  const { acts, derived, reader, ui, open } = useNotebook();
  const edit = useCanEdit();
  const found = useStore(derived, (now) => now.results.of(cell.id), sameOutputs);
  // What a parameter picks from can change without its own value: follow that, too.
  const from = useStore(derived, (now) => {
    const ref = cell.spec.from;
    return isCellRef(ref) ? (now.results.at(ref)?.digest ?? null) : null;
  });
  const doubts = useStore(
    derived,
    (now) => [...doubtsOfGraph(now.graph, cell.id), ...scaleDoubtsOfRead(now.graph.cells.get(cell.id)?.slots ?? [], now.results)],
    areAlike,
  );
  const personal = useStore(ui, (now) => now.personal.get(cell.id));
  const spec = useReadySpec(cell);
  const View = outputOf(cell.kind);
  if (!View || status.state === "restricted" || status.state === "unreleased") return null;
  const reads = viewsRead(spec);
  const card = cardOf(cell.kind);
  if (!found && card?.place !== "inline") return null;
  const { control } = card ?? {};
  const isShared = !control || cell.spec[control.scope] !== "personal";
  const stepper = Object.values(kindCards).find((other) => other.doesSteps);
  const asked = handlesOf(cell, found);
  const asker = Object.values(kindCards).find(
    ({ asks }) => asks !== undefined && Object.values(asked).some(({ summary }) => summary.detail?.["report"] === asks),
  );
  const holder = Object.values(kindCards).find((other) => other.holdsSelections);
  const filters = Object.values(kindCards).find((other) => other.keepsRows);
  const props: OutputProps = {
    cell: cell.id,
    name: cell.name,
    spec: personal === undefined ? spec : { ...spec, [control?.value ?? "value"]: personal },
    locale,
    outputs: asked,
    reader,
    handleOf: (ref) => {
      const output = derived.get().results.at(ref);
      return output ? handleOf(ref, output) : null;
    },
    ...(control
      ? {
          setValue: (value: Json) => {
            if (edit && isShared && personal === undefined) acts.set(cell.id, [control.value], value);
            else ui.set((before) => ({ ...before, personal: new Map(before.personal).set(cell.id, value) }));
          },
          preview: (value: Json | null) =>
            ui.set((before) =>
              value === null && before.preview?.cell !== cell.id
                ? before
                : { ...before, preview: value === null ? null : { cell: cell.id, value } },
            ),
        }
      : {}),
    ...(edit && filters
      ? {
          keepRows: (from, condition) => {
            void bringKind(filters.kind).then((kind) => {
              const added = kind?.keepRows?.(from, condition, newId("step", systemRandom));
              if (added) void acts.add(filters.kind, added, cell.id);
            });
          },
        }
      : {}),
    ...(edit && stepper
      ? {
          stepBefore: (field, step) => {
            const found = stepBefore(acts.cells(), cell, field, step, stepper.kind);
            if (found?.by === "wiring") acts.write([found.operation]);
            else if (found)
              void bringKind(stepper.kind).then((kind) => {
                const added = kind?.withSteps?.(found.from, [withId(step)]);
                if (added) void acts.add(stepper.kind, added, found.after, { also: (id) => [found.rewired(id)] });
              });
          },
        }
      : {}),
    ...(edit && stepper
      ? {
          stepAfter: (step, of) => {
            const from: CellRef = of ?? { ref: cell.id };
            const own = withId(step);
            const found = stepAfter(acts.cells(), from, step, stepper.kind);
            if (found?.by === "joining") acts.set(found.cell, ["steps", found.at], own);
            if (found) acts.focus(found.cell, { scroll: true });
            else
              void bringKind(stepper.kind).then((kind) => {
                const added = kind?.withSteps?.(from, [withId(step)]);
                if (added) void acts.add(stepper.kind, added, cell.id);
              });
          },
        }
      : {}),
    ...(edit && stepper
      ? {
          chainAfter: (parts, of, again) => {
            void bringKind(stepper.kind).then((kind) => {
              if (!kind?.withSteps) return;
              const source = acts.cells().find(({ id }) => id === of.ref)?.name ?? "";
              const chain = parts.map((steps, at) => ({
                kind: stepper.kind,
                // Many steps are no better told by the last of them.
                ...(at === parts.length - 1 && steps.length > 1 && source !== "" ? { name: `${source}_prepared` } : {}),
                spec: (before: readonly CellId[]) => {
                  const last = before.at(-1);
                  return kind.withSteps?.(last ? { ref: last } : of, steps.map(withId)) ?? {};
                },
              }));
              const below = again
                ? [{ kind: cell.kind, spec: (before: readonly CellId[]) => again({ ref: before.at(-1) ?? of.ref }) }]
                : [];
              void acts.addBelow([...chain, ...below], cell.id);
            });
          },
        }
      : {}),
    ...(edit && asker
      ? {
          askAfter: (port, questions) => {
            void bringKind(asker.kind).then((kind) => {
              const from: CellRef = { ref: cell.id, port };
              const added = kind?.asking?.(from, questions);
              if (!added) return;
              const there = cellWith(acts.cells(), asker.kind, added);
              if (there) acts.focus(there, { scroll: true });
              else void acts.add(asker.kind, added, cell.id);
            });
          },
        }
      : {}),
    ...(edit && holder && stepper
      ? {
          keepSelection: ({ from, by, value, rows }) => {
            void Promise.all([bringKind(holder.kind), bringKind(stepper.kind)]).then(([holds, does]) => {
              const held = holds?.withSelection?.(from, by, value);
              if (!held || !holds || !does) return;
              const chain = rows
                ? [
                    {
                      kind: stepper.kind,
                      spec: ([selection]: readonly CellId[]) =>
                        does.withSteps?.(rows.of, [
                          ...(rows.before ?? []).map(withId),
                          withId({ ...rows.step, ...(selection ? { selection: { ref: selection } } : {}) }),
                        ]) ?? {},
                    },
                  ]
                : [];
              void acts.addBelow([{ kind: holder.kind, spec: () => held }, ...chain], cell.id);
            });
          },
        }
      : {}),
    ...(edit ? { mend: (path, value) => void acts.set(cell.id, path, value) } : {}),
    goTo: (target) => acts.focus(target, { scroll: true }),
    cellNamed: (name) => nameTable(open.notebook.get()).find(name)?.id ?? null,
  };
  return (
    <Boundary key={from} sentence={t("view-broke")} again={t("try-again")}>
      <Suspense fallback={<div className="output-waits" style={{ minHeight: control ? 32 : 120 }} />}>
        {doubts.length > 0 ? (
          <Suspense fallback={null}>
            <CellDoubts doubts={doubts} locale={locale} />
          </Suspense>
        ) : null}
        {reads.length > 0 ? (
          <Suspense fallback={null}>
            <AlertsOfCell files={reads} />
          </Suspense>
        ) : null}
        <View {...props} />
      </Suspense>
    </Boundary>
  );
}
