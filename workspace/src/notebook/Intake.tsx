// What dropped files are, as one card each time: what belongs together, and one button that adds them. What each of them is
// stands in IntakeFile.tsx. Uploads on their way stand above.

import { useEffect, useRef, useState } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { isJsonObject } from "@genomecraft/cells/base/json.ts";
import { cardOfFiles } from "@genomecraft/cells/kind-cards.ts";
import type { Operation } from "@genomecraft/cells/notebook/operation.ts";
import type { FileRef } from "@genomecraft/cells/base/refs.ts";
import type { IntakeFile } from "../api/answers.ts";
import { toast, useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { useNotebook } from "../desk/notebook-context.tsx";
import { AboutPersons } from "../upload/AboutPersons.tsx";
import {
  choose,
  donePasting,
  dropIntake,
  found,
  intakeDatasets,
  intakes,
  newVersions,
  type Pasting,
  type PendingIntake,
  takeFiles,
  takeWaiting,
  usePasting,
} from "../upload/drop-files.ts";
import { fileOfText, pastedName } from "../upload/pasted-text.ts";
import { type Chosen, isUsable, keyOf } from "../upload/intake-lines.ts";
import { Questions } from "../upload/Questions.tsx";
import { UploadList } from "../upload/UploadList.tsx";
import { byFile, fileRef, filesToAdd, formatOf, pairOf, setOf, stem, tickedAtFirst } from "./files-to-add.ts";
import { FileCard } from "./IntakeFile.tsx";

export function Intakes() {
  const { open } = useNotebook();
  const pending = useStore(intakes).filter((item) => item.notebook === open.id);
  useNewVersions();
  useFound();
  return (
    <div className="intakes">
      <Questions />
      <UploadList />
      <PasteCard />
      {pending.map((item) => (
        <IntakeCard key={item.id} item={item} />
      ))}
    </div>
  );
}

const fields = cardOfFiles?.files ?? { file: "file", format: "format", sheet: "sheet" };
/** Another file of a cell, as what it was recognised; null: found anew. */
const another = (cell: CellId, file: FileRef, format: string | null): Operation[] => [
  { type: "set-spec", cell, path: [fields.file], value: file },
  { type: "set-spec", cell, path: [fields.format], value: format },
];
/** The file, or the sheet of it, of a line of the card, with what was chosen there. */
const anotherOf = (cell: CellId, file: IntakeFile, chosen: readonly Chosen[]): Operation[] => [
  ...another(cell, fileRef(file), formatOf(file)),
  ...Object.entries({ [fields.sheet]: null, ...setOf(file, chosen) }).map(
    ([field, value]): Operation => ({ type: "set-spec", cell, path: [field], value }),
  ),
];

/** What loads a data set takes up its new version, and so goes out of date with that reason. */
function useNewVersions(): void {
  const { t } = useScreen();
  const { acts, open } = useNotebook();
  const waiting = useStore(newVersions);
  useEffect(() => {
    for (const { made } of takeWaiting(newVersions, open.id)) {
      const file: FileRef = { digest: made.digest, name: made.name, size: made.size, dataset: made.id, version: made.version };
      let used = 0;
      for (const cell of acts.cells()) {
        const old = cell.spec[fields.file];
        if (cell.kind !== cardOfFiles?.kind || !isJsonObject(old) || old.dataset !== made.id) continue;
        // Another version may be of another format.
        acts.write(another(cell.id, file, null));
        used++;
      }
      if (used === 0) void acts.addFiles([{ file, name: stem(file.name) }], acts.cells().at(-1)?.id ?? null);
      toast(t("version-used", { n: used, version: made.version }));
    }
  }, [waiting, acts, open, t]);
}

/** A cell that asked for a file takes the one that is here; else one goes to the cell that loads it, or to its card. */
function useFound(): void {
  const { acts, open } = useNotebook();
  const waiting = useStore(found);
  useEffect(() => {
    for (const { here, forCell, after } of takeWaiting(found, open.id)) {
      const { id: dataset, digest, name, size, version } = here;
      const loads = acts.cells().find((cell) => {
        const file = cell.spec[fields.file];
        return cell.kind === cardOfFiles?.kind && isJsonObject(file) && file["digest"] === digest;
      });
      if (forCell !== null) acts.write(another(forCell as CellId, { digest, name, size, dataset, version }, null));
      else if (loads) acts.focus(loads.id, { scroll: true });
      else void intakeDatasets([{ dataset, version, digest, name, size }], after === undefined ? {} : { after });
    }
  }, [waiting, acts, open]);
}

function IntakeCard({ item }: { readonly item: PendingIntake }) {
  const { t } = useScreen();
  const { acts } = useNotebook();
  const { intake } = item;
  const { together } = intake;
  const files = byFile(intake.files);
  const usable = intake.files.filter(isUsable);
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map());
  const usual = tickedAtFirst(intake.files, item.forCell !== null);
  const isTicked = (file: IntakeFile): boolean => isUsable(file) && (ticks.get(keyOf(file)) ?? usual.has(keyOf(file)));
  const ticked = usable.filter(isTicked);
  const pair = pairOf(intake);
  const isPaired = pair !== null && isTicked(pair.counts) && isTicked(pair.samples);
  const close = (): void => dropIntake(item.id);
  const after = (): CellId | null => {
    if (item.after !== undefined) return item.after as CellId | null;
    return acts.cells().at(-1)?.id ?? null;
  };
  const add = (list: readonly IntakeFile[]): void => {
    const [only] = list;
    if (item.forCell && list.length === 1 && only) acts.write(anotherOf(item.forCell as CellId, only, item.chosen));
    else void acts.addFiles(filesToAdd(list, pair, item.chosen), after());
    close();
  };

  // The others stay on the card.
  const addRefused = (file: IntakeFile): void => {
    if (intake.files.every((other) => other === file || !isUsable(other))) add([file]);
    else void acts.addFiles(filesToAdd([file], null, item.chosen), after());
  };

  // Who sent them by keyboard goes on with Enter.
  const first = useRef<HTMLButtonElement>(null);
  const ready = usable.length > 0 && intake.waiting.length === 0 && !item.isLooking;
  useEffect(() => {
    if (ready && document.activeElement === document.body) first.current?.focus({ preventScroll: true });
  }, [ready]);
  // Also whoever dropped them far below sees what became of them.
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    card.current?.scrollIntoView({ block: "nearest" });
  }, []);
  // Files of a folder are one data set, and all of them came.
  const sets = item.files.length;
  const count = item.files.reduce((sum, file) => sum + (file.files ?? 1), 0);
  const arrivedSaid = t(count === sets ? "n-files-arrived" : "n-files-arrived-as", { n: count, sets });
  const isTwoFiles = isPaired && ticked.length === 2;
  const addWord = isTwoFiles
    ? t("add-both")
    : item.forCell && ticked.length <= 1
      ? t("use-this-file")
      : usable.length <= 1
        ? t("add-it")
        : ticked.length === usable.length
          ? t(usable.length === 2 ? "add-both" : "add-all", { n: usable.length })
          : t("add-some", { n: ticked.length, of: usable.length });
  return (
    <section ref={card} className="card intake" aria-label={t("intake")} data-testid="intake">
      <div className="row intake-head">
        <h2 className="grow">{arrivedSaid}</h2>
        {item.owner === null ? null : <span className="caption muted">{t("owned-by", { lab: item.owner })}</span>}
        <button type="button" className="btn icon" aria-label={t("put-away")} onClick={close}>
          ✕
        </button>
      </div>
      {files.map((sheets) => (
        <FileCard
          key={sheets[0].dataset}
          sheets={sheets}
          chosen={item.chosen}
          isLooking={item.isLooking}
          onChoose={(file, answer) => void choose(item.id, file, answer)}
          roleOf={(file) => (pair?.counts === file ? "counts" : pair?.samples === file ? "samples" : null)}
          isTicked={isTicked}
          onAddRefused={addRefused}
          onTick={(file, on) => setTicks((before) => new Map(before).set(keyOf(file), on))}
        />
      ))}
      {intake.waiting.map((file) => (
        <div key={file.dataset} className="intake-file" role="status" data-why={file.why}>
          <p className={file.why === "no-kernel" ? "notice" : "caption muted"}>{file.message}</p>
          {file.fraction === null ? null : (
            <div
              className="bar"
              role="progressbar"
              aria-label={file.name}
              aria-valuemin={0}
              aria-valuemax={100}
              aria-valuenow={Math.round(file.fraction * 100)}
            >
              <i style={{ width: `${file.fraction * 100}%` }} />
            </div>
          )}
        </div>
      ))}
      {together ? (
        <div className="strip accent" role="status">
          <span className="grow">
            {together.matched > 0
              ? t("belong-together", { matched: together.matched, of: together.of, column: together.column })
              : t("nothing-matches")}
            {together.near.length > 0 ? (
              <span style={{ display: "block" }}>
                {t("near-names", { pairs: together.near.slice(0, 4).map(({ left, right }) => `${left} = ${right}`) })}
              </span>
            ) : null}
            {together.unmatched.left.length + together.unmatched.right.length > 0 ? (
              <span style={{ display: "block" }}>
                {t("unmatched", { left: together.unmatched.left.slice(0, 3), right: together.unmatched.right.slice(0, 3) })}
              </span>
            ) : null}
          </span>
        </div>
      ) : null}
      {usable.length > 0 ? <Persons files={usable} /> : null}
      <div className="row wrap">
        {usable.length > 0 && intake.waiting.length === 0 ? (
          <button
            ref={first}
            type="button"
            className="btn fill"
            disabled={ticked.length === 0 || item.isLooking}
            onClick={() => add(ticked)}
          >
            {addWord}
          </button>
        ) : null}
        {pair && files.length === 2 && usable.length === 2
          ? usable.map((file) => (
              <button key={keyOf(file)} type="button" className="btn line" onClick={() => add([file])}>
                {file === pair.counts ? t("add-only-counts") : t("add-only-samples")}
              </button>
            ))
          : null}
        <button type="button" className="btn quiet" onClick={close}>
          {t("not-now")}
        </button>
      </div>
    </section>
  );
}

function Persons({ files }: { readonly files: readonly IntakeFile[] }) {
  const [on, setOn] = useState(files.some((file) => file.aboutPersons));
  const datasets = byFile(files).map(([first]) => first.dataset);
  return <AboutPersons datasets={datasets} on={on} may onChanged={setOn} />;
}

function PasteCard() {
  const pasting = usePasting();
  const turn = useRef<{ readonly pasting: Pasting; readonly n: number } | null>(null);
  if (!pasting) return null;
  // What is pasted next begins a form of its own.
  if (turn.current?.pasting !== pasting) turn.current = { pasting, n: (turn.current?.n ?? 0) + 1 };
  return <PasteForm key={turn.current.n} pasting={pasting} />;
}

function PasteForm({ pasting }: { readonly pasting: Pasting }) {
  const { t } = useScreen();
  const [text, setText] = useState(pasting.text);
  const [name, setName] = useState(() => pastedName(new Date()));
  const ready = text.trim() !== "";
  const read = (): void => {
    if (!ready) return;
    void takeFiles([fileOfText(text, name)], { after: pasting.after });
    donePasting();
  };
  return (
    <section className="card intake" aria-label={t("paste-table")} data-testid="paste">
      <h2>{t("paste-table")}</h2>
      <label className="field">
        <span>{t("paste-hint")}</span>
        {/* Asked for a moment ago by the person who types here next. */}
        <textarea
          className="input mono"
          rows={8}
          autoFocus={pasting.text === ""}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <label className="field">
        <span>{t("paste-name")}</span>
        <input
          className="input"
          style={{ maxWidth: 320 }}
          autoFocus={pasting.text !== ""}
          onFocus={(event) => event.currentTarget.select()}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") read();
          }}
        />
      </label>
      <div className="row">
        <button type="button" className="btn fill" disabled={!ready} onClick={read}>
          {t("read-it")}
        </button>
        <button type="button" className="btn quiet" onClick={donePasting}>
          {t("cancel")}
        </button>
      </div>
    </section>
  );
}
