// Files that are dropped anywhere on a page, chosen or pasted: sent, then looked at together and shown as one intake
// card. The open notebook registers here what it wants done with them.

import { createElement, useEffect } from "react";
import { api } from "../api/client.ts";
import type { DatasetRow, Intake, IntakeFile, LabRef, NewDataset } from "../api/answers.ts";
import { toast, translator, useT } from "../app/screen.tsx";
import { cleanFileName } from "@genomecraft/cells/base/clean-name.ts";
import { navigate } from "../router/navigate.tsx";
import { newStore, type Store, useStore } from "../base/store.ts";
import { type DroppedFile, filesOfDrop } from "./dropped-files.ts";
import { isNotebookText } from "./is-notebook-text.ts";
import { sameContent } from "./same-content.ts";
import { type Chosen, chosenOf, isUsable, settingsOf, toggled } from "./intake-lines.ts";
import { bringUploads, upload } from "./uploads.ts";

/** A data set that was just sent: how many files were put together into it. */
export interface Arrived extends NewDataset {
  readonly files?: number;
}
/** Of what was put together on this page. */
const filesIn = new WeakMap<File, number>();
export const filesOf = (file: File): number => filesIn.get(file) ?? 1;
const arrived = (dataset: NewDataset, file: File): Arrived => ({ ...dataset, files: filesOf(file) });

export interface PendingIntake {
  readonly id: number;
  readonly intake: Intake;
  readonly files: readonly Arrived[];
  readonly notebook: string;
  /** The cell after which the loaded cells go, undefined for the end. */
  readonly after: string | null | undefined;
  /** The lab that the files belong to; null for data sets that were there. */
  readonly owner: string | null;
  /** The load cell that asked for a file. */
  readonly forCell: string | null;
  /** What somebody chose on the card. */
  readonly chosen: readonly Chosen[];
  /** A look with what was chosen is on its way. */
  readonly isLooking: boolean;
}
export const intakes = newStore<readonly PendingIntake[]>([]);
export const dropIntake = (id: number): void => intakes.set((before) => before.filter((item) => item.id !== id));
let nextId = 1;

/** What is here already: the same content (the one that is here, or another data set?), or its name (a next version of it, or another?). */
export interface DropQuestion {
  readonly id: number;
  readonly what: "same-content" | "same-name";
  /** Of what was dropped. */
  readonly name: string;
  /** The data set, as the version of it that is meant. */
  readonly here: DatasetRow;
  /** The newest of its versions. */
  readonly newest: number;
  answer(choice: DropAnswer): void;
}
type DropAnswer = "here" | "version" | "separate" | "cancel";
export const questions = newStore<readonly DropQuestion[]>([]);
const ask = (about: Pick<DropQuestion, "what" | "name" | "here" | "newest">): Promise<DropAnswer> =>
  new Promise((resolve) => {
    const id = nextId++;
    const answer: DropQuestion["answer"] = (choice) => {
      questions.set((before) => before.filter((item) => item.id !== id));
      resolve(choice);
    };
    questions.set((before) => [...before, { ...about, id, answer }]);
  });
interface Found {
  readonly notebook: string;
  readonly here: DatasetRow;
  readonly forCell: string | null;
  readonly after: string | null | undefined;
}
/** Data sets of a notebook that stand for what was dropped on it, and that it has yet to show or to load. */
export const found = newStore<readonly Found[]>([]);
/** New versions that a notebook has yet to take up. */
export const newVersions = newStore<readonly { readonly notebook: string; readonly made: NewDataset }[]>([]);
/** What waits for this notebook. What was dropped on another, which one has left meanwhile, waits until that one is opened again. */
export function takeWaiting<Waits extends { readonly notebook: string }>(
  store: Store<readonly Waits[]>,
  notebook: string,
): readonly Waits[] {
  const mine = store.get().filter((one) => one.notebook === notebook);
  if (mine.length > 0) store.set((before) => before.filter((one) => one.notebook !== notebook));
  return mine;
}

interface DatasetList {
  readonly datasets: readonly DatasetRow[];
}
interface Target {
  readonly lab: LabRef;
  readonly notebook: string | null;
  /** Home: makes a notebook for the files and goes there. */
  readonly receive?: (files: readonly File[]) => void;
}
let target: Target | null = null;
/** The lab and the notebook of the page that is open. */
export const whereFilesGo = (): Pick<Target, "lab" | "notebook"> | null => target;
const over = newStore(false);

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

/** Takes files dropped anywhere on the page while the component stands. */
export function useDropFiles(options: {
  readonly lab: LabRef;
  readonly notebook: string | null;
  readonly enabled: boolean;
  readonly receive?: (files: readonly File[]) => void;
}): void {
  const { notebook, enabled, receive } = options;
  const { id, name } = options.lab;
  useEffect(() => {
    if (!enabled) return undefined;
    const mine: Target = { lab: { id, name }, notebook, ...(receive ? { receive } : {}) };
    target = mine;
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth++;
      over.set(true);
    };
    const leave = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) over.set(false);
    };
    const hover = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      over.set(false);
      if (event.dataTransfer)
        void filesOfDrop(event.dataTransfer)
          .then(filesToSend)
          .then((files) => takeFiles(files));
    };
    addEventListener("dragenter", enter);
    addEventListener("dragleave", leave);
    addEventListener("dragover", hover);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragenter", enter);
      removeEventListener("dragleave", leave);
      removeEventListener("dragover", hover);
      removeEventListener("drop", drop);
      over.set(false);
      if (target === mine) target = null;
    };
  }, [id, name, notebook, enabled, receive]);
}

/** Three at most; that there are more is said by the dots. */
const namesOfFew = (names: readonly string[]): string => `${names.slice(0, 3).join(", ")}${names.length > 3 ? ", …" : ""}`;

/** Files that belong together as one, which is said. */
export async function filesToSend(dropped: readonly DroppedFile[]): Promise<readonly File[]> {
  const [only] = dropped;
  if (!only || (dropped.length === 1 && !only.path.includes("/"))) return dropped.map(({ file }) => file);
  const { together } = await import("./files-together.ts");
  const t = translator(document.documentElement.lang === "ru" ? "ru" : "en");
  const all = await together(dropped).catch((error: unknown) => {
    toast(t("files-unreadable", { detail: error instanceof Error ? error.message : String(error) }), { wrong: true });
    return [];
  });
  for (const { file, of } of all) {
    if (of.length <= 1) continue;
    filesIn.set(file, of.length);
    toast(t("files-together", { name: file.name, n: of.length, files: namesOfFew(of) }));
  }
  return all.map(({ file }) => file);
}

/** The same of files that were chosen. */
export const chosenFiles = (files: Iterable<File> | null): Promise<readonly File[]> =>
  filesToSend([...(files ?? [])].map((file) => ({ path: file.name, file })));

export function DropCover({ lab }: { readonly lab: string }) {
  const t = useT();
  const shown = useStore(over);
  return shown ? createElement("div", { className: "drop-cover" }, createElement("h2", null, t("drop-here", { lab }))) : null;
}

/** A notebook among the files is none of its data: the way to one of its own is offered. */
function offerNotebooks(texts: readonly File[], lab: LabRef): void {
  const t = translator(document.documentElement.lang === "ru" ? "ru" : "en");
  const run = (): void =>
    void import("./notebook-texts.ts")
      .then(({ openNotebookTexts }) => openNotebookTexts(texts, lab))
      .then((id) => id !== null && navigate(`/n/${id}`));
  toast(t("notebook-in-notebook", { name: namesOfFew(texts.map(({ name }) => name)) }), {
    action: { label: t("open-as-notebook"), run },
  });
}

/** Sends files into the open notebook and shows what they are. */
export async function takeFiles(
  files: readonly File[],
  options: { readonly forCell?: string | null; readonly after?: string | null } = {},
): Promise<void> {
  const into = target;
  if (!into || files.length === 0) return;
  if (into.receive) {
    into.receive(files);
    return;
  }
  const texts = files.filter(isNotebookText);
  if (texts.length > 0 && into.notebook) offerNotebooks(texts, into.lab);
  const data = into.notebook ? files.filter((file) => !isNotebookText(file)) : files;
  if (data.length === 0) return;
  bringUploads();
  // A next version of what this notebook reads; of the same name elsewhere it is another file.
  const known = into.notebook ? await api.get<DatasetList>(`/datasets?notebook=${encodeURIComponent(into.notebook)}`) : null;
  const sameName = (file: File) =>
    known?.ok
      ? known.value.datasets.find((row) => row.name === cleanFileName(file.name) && row.lab.id === into.lab.id)
      : undefined;
  const made = await Promise.all(
    data.map(async (file) => {
      const name = cleanFileName(file.name);
      if (name !== file.name.normalize("NFC"))
        toast(translator(document.documentElement.lang === "ru" ? "ru" : "en")("name-cleaned", { name }));
      const same = known?.ok ? await sameContent(file, known.value.datasets) : null;
      const older = sameName(file);
      const answer = same
        ? await ask({ what: "same-content", name, ...same })
        : older
          ? await ask({ what: "same-name", name, here: older, newest: older.version })
          : "separate";
      if (answer === "cancel") return null;
      if (same && answer === "here") {
        const { forCell = null, after } = options;
        const { notebook } = into;
        if (notebook) found.set((before) => [...before, { notebook, here: same.here, forCell, after }]);
        return null;
      }
      const versionOf = older && answer === "version" ? older.id : undefined;
      const dataset = await upload(file, {
        lab: into.lab,
        ...(into.notebook ? { notebook: into.notebook } : {}),
        ...(versionOf ? { versionOf } : {}),
      });
      if (dataset && versionOf && into.notebook) {
        const { notebook } = into;
        newVersions.set((before) => [...before, { notebook, made: dataset }]);
        return null;
      }
      return dataset && arrived(dataset, file);
    }),
  );
  const done = made.filter((item): item is Arrived => item !== null);
  if (done.length > 0 && into.notebook) await showIntake(done, into.notebook, { ...options, owner: into.lab.name });
}

async function showIntake(
  files: readonly Arrived[],
  notebook: string,
  options: { readonly forCell?: string | null; readonly after?: string | null; readonly owner?: string },
): Promise<void> {
  const id = nextId++;
  const card = {
    id,
    files,
    notebook,
    after: options.after,
    owner: options.owner ?? null,
    forCell: options.forCell ?? null,
    chosen: [],
    isLooking: false,
  };
  let shown = false;
  await lookInto(card, (intake) => {
    if (shown && !intakes.get().some((item) => item.id === id)) return false;
    const item: PendingIntake = { ...card, intake };
    intakes.set((before) => (shown ? before.map((one) => (one.id === id ? item : one)) : [...before, item]));
    shown = true;
    return true;
  }).then((failed) => {
    if (failed === null) return;
    toast(failed, { wrong: true });
    dropIntake(id);
  });
}

/** Sets what a finding offers, or takes it back, and looks into the file again; the card keeps what it says until then. */
export async function choose(id: number, file: IntakeFile, answer: Pick<Chosen, "message" | "fix">): Promise<void> {
  const item = intakes.get().find((one) => one.id === id);
  if (!item) return;
  const chosen = toggled(item.chosen, file, answer);
  const isLast = (): boolean => intakes.get().some((one) => one.id === id && one.chosen === chosen);
  const change = (part: Partial<PendingIntake>): void =>
    intakes.set((before) => before.map((one) => (one.id === id && one.chosen === chosen ? { ...one, ...part } : one)));
  intakes.set((before) => before.map((one) => (one.id === id ? { ...one, chosen, isLooking: true } : one)));
  const failed = await lookInto({ ...item, chosen }, (intake) => {
    if (intake.waiting.length === 0) change({ intake, isLooking: false });
    return isLast();
  });
  if (failed === null || !isLast()) return;
  toast(failed, { wrong: true });
  change({ chosen: item.chosen, isLooking: false });
}

/**
 * A kernel looks into the files; while it does, or while there is none, the card says so and goes on by itself. Null, or why
 * it failed. `show` answers whether somebody still waits.
 */
export async function lookInto(
  {
    files,
    notebook,
    chosen = [],
    intake,
  }: {
    readonly files: readonly Pick<NewDataset, "id" | "version">[];
    readonly notebook?: string;
    readonly chosen?: readonly Chosen[];
    readonly intake?: Intake;
  },
  show: (intake: Intake) => boolean,
): Promise<string | null> {
  const lines = intake?.files.filter((file) => chosenOf(chosen, file).length > 0) ?? [];
  const asked = [
    ...files.map((file) => ({ dataset: file.id, version: file.version })),
    ...lines.map((file) => ({
      dataset: file.dataset,
      version: file.version,
      settings: { ...settingsOf(chosen, file), ...(file.sheet === null ? {} : { sheet: file.sheet }) },
    })),
  ];
  let shown = false;
  for (;;) {
    const answer = await api.post<Intake>("/intake", { files: asked, notebook });
    if (answer.ok) {
      if (!show(answer.value) || answer.value.waiting.length === 0) return null;
      shown = true;
    } else if (!shown || answer.error.status !== 0) return answer.error.message;
    // The server holds the question while a kernel is at work.
    const isAtWork = answer.ok && answer.value.waiting.every((file) => file.why === "running");
    if (!isAtWork) await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
}

/** Data sets that are there already: granted to the notebook, then shown the same way. */
export async function intakeDatasets(
  list: readonly {
    readonly dataset: string;
    readonly version: number;
    readonly digest: string;
    readonly name: string;
    readonly size: number;
    readonly files?: number;
  }[],
  /** `owner`: the lab that files belong to which have just been sent. */
  options: { readonly after?: string | null; readonly owner?: string } = {},
): Promise<void> {
  const notebook = target?.notebook;
  if (!notebook) return;
  for (const { dataset } of list) {
    const granted = await api.post(`/notebooks/${encodeURIComponent(notebook)}/datasets`, { dataset });
    if (!granted.ok && granted.error.status !== 409) {
      toast(granted.error.message, { wrong: true });
      return;
    }
  }
  await showIntake(
    list.map(({ dataset, ...item }) => ({ ...item, id: dataset })),
    notebook,
    options,
  );
}

/** A file of which nothing can be loaded, and why. */
export interface Refused {
  readonly name: string;
  readonly dataset: string;
  readonly why: string;
  /** What else is wrong with it, the gravest first. */
  readonly also: readonly string[];
  /** As it was sent, where a cell of it may mend it. */
  readonly mendable: Arrived | null;
}

/** Sends files to a lab and looks into them. What could not be looked into within ten seconds is not refused. */
export async function sendAndLook(
  files: readonly File[],
  lab: LabRef,
): Promise<{ readonly sent: readonly Arrived[]; readonly refused: readonly Refused[] }> {
  const known = await api.get<DatasetList>(`/datasets?lab=${encodeURIComponent(lab.id)}`);
  const there = known.ok ? known.value.datasets : [];
  const made = await Promise.all(files.map((file) => sentOrHere(file, there, lab)));
  const sent = made.filter((item): item is Arrived => item !== null);
  if (sent.length === 0) return { sent, refused: [] };
  const until = Date.now() + 10_000;
  for (;;) {
    const answer = await api.post<Intake>("/intake", {
      files: sent.map((file) => ({ dataset: file.id, version: file.version })),
    });
    if (!answer.ok) return { sent, refused: [] };
    const { waiting, files: seen } = answer.value;
    if (waiting.length === 0 || Date.now() > until || waiting.some((file) => file.why === "no-kernel"))
      return { sent, refused: waiting.length > 0 ? [] : await refusedOf(seen, sent) };
  }
}

/** A file of which the lab has the content already is asked about, as in a notebook, and not kept twice without a word. */
async function sentOrHere(file: File, there: readonly DatasetRow[], lab: LabRef): Promise<Arrived | null> {
  const same = await sameContent(file, there);
  const answer = same ? await ask({ what: "same-content", name: cleanFileName(file.name), ...same }) : "separate";
  if (answer === "cancel") return null;
  if (!same || answer !== "here") {
    const sent = await upload(file, { lab });
    return sent && arrived(sent, file);
  }
  const { id, version, digest, name, size } = same.here;
  return { id, version, digest, name, size };
}

/** Nothing of a workbook with one sheet to load, and of what a setting answers: the card in the notebook asks. */
async function refusedOf(files: Intake["files"], sent: readonly Arrived[]): Promise<readonly Refused[]> {
  const loadable = new Set(files.filter(isUsable).map((file) => file.dataset));
  const refused = new Map(files.filter((file) => !loadable.has(file.dataset)).map((file) => [file.dataset, file]));
  if (refused.size === 0) return [];
  // With the list of formats, which no first paint waits for.
  const { mayBeMended } = await import("@genomecraft/cells/may-be-mended.ts");
  return [...refused.values()].map(({ name, dataset, format, issues, why }) => ({
    name,
    dataset,
    mendable: (mayBeMended(format) && sent.find((file) => file.id === dataset)) || null,
    ...whyRefused(issues, why),
  }));
}

function whyRefused(issues: Intake["files"][number]["issues"], why: readonly string[]): Pick<Refused, "why" | "also"> {
  const first = issues.find((issue) => issue.severity === "error");
  const also = issues.filter((issue) => issue !== first && issue.severity !== "note").map(({ message }) => message);
  return { why: first?.message ?? why.join(" "), also };
}

/** Opens the system's chooser; the files go the same way as dropped ones. */
export function pickFiles(forCell: string | null, after?: string | null): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.hidden = true;
  input.dataset.testid = "file-input";
  input.addEventListener("change", () => {
    void chosenFiles(input.files).then((files) => takeFiles(files, { forCell, ...(after === undefined ? {} : { after }) }));
    input.remove();
  });
  input.addEventListener("cancel", () => input.remove());
  document.body.append(input);
  input.click();
}

/** A table that is being pasted: where it goes, and its text where that is known already. */
export interface Pasting {
  readonly after: string | null;
  readonly text: string;
}
const pasting = newStore<Pasting | null>(null);
export const usePasting = () => useStore(pasting);
export const donePasting = (): void => pasting.set(null);
/** Asks for a table to paste, or for the name of one that was pasted; it becomes a file like any other. */
export function pasteTable(after: string | null, text = ""): void {
  pasting.set({ after, text });
}

/** Whether a drag with files is over the page. */
export const useDragOver = (): boolean => useStore(over);
