// What dropped files are, as one card each time: size, kind and why, five rows, what belongs together, and one button
// that adds them. Uploads on their way stand above.

import { artifactCards } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import { useEffect, useRef, useState } from "react";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { isJsonObject } from "@genomecraft/cells/base/json.ts";
import { isLoaded, stemOf } from "@genomecraft/cells/formats.ts";
import { cardOfFiles } from "@genomecraft/cells/kind-cards.ts";
import { formatNumber } from "@genomecraft/cells/messages/translate.ts";
import type { Operation } from "@genomecraft/cells/notebook/operation.ts";
import { toCellName } from "@genomecraft/cells/notebook/cell-name.ts";
import type { FileRef } from "@genomecraft/cells/base/refs.ts";
import type { IntakeFile } from "../api/answers.ts";
import { FileName } from "../app/FileName.tsx";
import { toast, useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { bytes } from "../app/time.tsx";
import type { LoadedFile } from "../desk/acts.ts";
import { useNotebook } from "../desk/notebook-context.tsx";
import { AboutPersons } from "../upload/AboutPersons.tsx";
import {
  donePasting,
  dropIntake,
  intakes,
  newVersions,
  type Pasting,
  type PendingIntake,
  questions,
  takeFiles,
  usePasting,
  type VersionQuestion,
} from "../upload/drop-files.ts";
import { fileOfText, pastedName } from "../upload/pasted-text.ts";
import { UploadList } from "../upload/UploadList.tsx";

export function Intakes() {
  const pending = useStore(intakes);
  const asked = useStore(questions);
  useNewVersions();
  return (
    <div className="intakes">
      {asked.map((question) => (
        <Question key={question.id} question={question} />
      ))}
      <UploadList />
      <PasteCard />
      {pending.map((item) => (
        <IntakeCard key={item.id} item={item} />
      ))}
    </div>
  );
}

function Question({ question }: { readonly question: VersionQuestion }) {
  const { t } = useScreen();
  return (
    <div className="strip stale" role="alertdialog" aria-label={question.name}>
      <span className="grow">{t("same-name", { name: question.name, version: question.version })}</span>
      <button type="button" className="btn line" onClick={() => question.answer("version")}>
        {t("use-as-version", { n: question.version + 1 })}
      </button>
      <button type="button" className="btn line" onClick={() => question.answer("separate")}>
        {t("keep-separate")}
      </button>
      <button type="button" className="btn" onClick={() => question.answer("cancel")}>
        {t("cancel")}
      </button>
    </div>
  );
}

const fields = cardOfFiles?.files ?? { file: "file", format: "format" };
/** Another file of a cell, as what it was recognised; null: found anew. */
const another = (cell: CellId, file: FileRef, format: string | null): Operation[] => [
  { type: "set-spec", cell, path: [fields.file], value: file },
  { type: "set-spec", cell, path: [fields.format], value: format },
];

/** What loads a data set takes up its new version, and so goes out of date with that reason. */
function useNewVersions(): void {
  const { t } = useScreen();
  const { acts } = useNotebook();
  const waiting = useStore(newVersions);
  useEffect(() => {
    if (waiting.length === 0) return;
    newVersions.set([]);
    for (const made of waiting) {
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
  }, [waiting, acts, t]);
}

const stem = (name: string): string => toCellName(stemOf(name).slice(0, 40)) || "data";

/** A short name by what the file is: "counts", "samples", else the file's own. */
export function nameForFile(name: string, role: "counts" | "samples" | null): string {
  const own = stem(name);
  if (role === "counts" && (/count/i.test(own) || own.length > 16)) return "counts";
  if (role === "samples" && (/sample|coldata|meta|annot/i.test(own) || own.length > 16)) return "samples";
  return own;
}

/** As what it was recognised: the cell then says which reader answers. */
const formatOf = (file: IntakeFile): string | null => (isLoaded(file.format) ? file.format : null);

function IntakeCard({ item }: { readonly item: PendingIntake }) {
  const { t } = useScreen();
  const { acts } = useNotebook();
  const { intake } = item;
  const { together } = intake;
  const fileRef = (file: IntakeFile): FileRef => ({
    digest: file.digest,
    name: file.name,
    size: file.size,
    dataset: file.dataset,
    version: file.version,
  });
  const close = (): void => dropIntake(item.id);
  const after = (): CellId | null => {
    if (item.after !== undefined) return item.after as CellId | null;
    return acts.cells().at(-1)?.id ?? null;
  };
  const both = together
    ? {
        counts: intake.files.find((file) => file.dataset === together.countsFrom),
        samples: intake.files.find((file) => file.dataset === together.samplesFrom),
      }
    : null;

  const add = (files: readonly IntakeFile[]): void => {
    if (item.forCell && files.length === 1 && files[0]) {
      acts.write(another(item.forCell as CellId, fileRef(files[0]), formatOf(files[0])));
      close();
      return;
    }
    const counts = both?.counts;
    const samples = both?.samples;
    const list: LoadedFile[] = [];
    const loaded = (file: IntakeFile) => ({ file: fileRef(file), format: formatOf(file) });
    if (counts && samples && files.includes(counts) && files.includes(samples)) {
      list.push({ ...loaded(samples), name: nameForFile(samples.name, "samples"), read: "table" });
      list.push({ ...loaded(counts), name: nameForFile(counts.name, "counts"), read: "matrix", samplesOf: 0 });
      for (const other of files)
        if (other !== counts && other !== samples) list.push({ ...loaded(other), name: stem(other.name) });
    } else
      for (const file of files)
        list.push({
          ...loaded(file),
          name: nameForFile(file.name, file.artifact === "assay" ? "counts" : null),
        });
    void acts.addFiles(list, after());
    close();
  };

  const bad = intake.files.filter(isRefused);
  const usable = intake.files.filter((file) => !bad.includes(file));
  // Who sent them by keyboard goes on with Enter.
  const first = useRef<HTMLButtonElement>(null);
  const ready = usable.length > 0 && intake.waiting.length === 0;
  useEffect(() => {
    if (ready && document.activeElement === document.body) first.current?.focus({ preventScroll: true });
  }, [ready]);
  return (
    <section className="card intake" aria-label={t("intake")} data-testid="intake">
      <div className="row intake-head">
        <h2 className="grow">{t("n-files-arrived", { n: intake.files.length + intake.waiting.length })}</h2>
        {item.owner === null ? null : <span className="caption muted">{t("owned-by", { lab: item.owner })}</span>}
        <button type="button" className="btn icon" aria-label={t("put-away")} onClick={close}>
          ✕
        </button>
      </div>
      {intake.files.map((file) => (
        <FileCard
          key={file.dataset}
          file={file}
          role={both?.counts === file ? "counts" : both?.samples === file ? "samples" : null}
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
        {!ready ? null : together && together.matched > 0 && usable.length === 2 ? (
          <button ref={first} type="button" className="btn fill" onClick={() => add(usable)}>
            {t("add-both")}
          </button>
        ) : (
          <button ref={first} type="button" className="btn fill" onClick={() => add(usable)}>
            {item.forCell ? t("use-this-file") : usable.length === 1 ? t("add-it") : t("add-all", { n: usable.length })}
          </button>
        )}
        {together && usable.length === 2
          ? usable.map((file) => (
              <button key={file.dataset} type="button" className="btn line" onClick={() => add([file])}>
                {file === both?.counts ? t("add-only-counts") : t("add-only-samples")}
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
  return <AboutPersons datasets={files.map((file) => file.dataset)} on={on} may onChanged={setOn} />;
}

const hasError = (file: IntakeFile): boolean => file.issues.some((issue) => issue.severity === "error");
/** What a setting of its cell answers is added: there the question stands, with its answer one click away. */
const isRefused = (file: IntakeFile): boolean => file.issues.some((issue) => issue.severity === "error" && !issue.settable);

function FileCard({ file, role }: { readonly file: IntakeFile; readonly role: "counts" | "samples" | null }) {
  const { t, locale } = useScreen();
  const [rows = 0, columns = 0] = file.shape;
  const kind = artifactCards[file.artifact ?? "table"].words.say("name", {}, locale);
  // Of what cannot be read, its size and the reason say all there is.
  const refused = hasError(file);
  return (
    <div className="intake-file">
      <div className="row wrap">
        <b>
          <FileName name={file.name} />
        </b>
        <span className="caption muted">
          {bytes(file.size, locale)}
          {refused ? "" : ` · ${kind} ${formatNumber(rows, locale)} × ${formatNumber(columns, locale)} · ${file.format}`}
          {role ? ` · ${t(role === "counts" ? "the-counts" : "the-samples")}` : ""}
        </span>
      </div>
      {file.why.length > 0 && !refused ? <p className="caption muted">{file.why.join(" ")}</p> : null}
      {file.issues.map((issue) => (
        <p key={`${issue.rule}-${issue.line}`} className={issue.severity === "error" ? "notice failed" : "notice"}>
          {issue.message}
        </p>
      ))}
      {file.preview.rows.length > 0 ? (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={t("first-rows-of", { name: file.name })}>
          <table className="grid-table mono preview">
            <thead>
              <tr>
                {file.preview.columns.map((name, index) => (
                  <th key={`${name}-${index}`} scope="col">
                    {name || "\u00a0"}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {file.preview.rows.map((row, index) => (
                <tr key={row.join("\t") + index}>
                  {row.map((value, place) => (
                    <td key={`${file.preview.columns[place]}-${place}`}>{value}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </div>
  );
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
