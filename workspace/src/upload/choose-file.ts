// A single file for a field of a form: one that the notebook may read already, or one that is chosen on this machine, sent, and
// taken as it is. No intake card: the form knows what it wants.

import type { FileRef } from "@genomecraft/cells/base/refs.ts";
import { api } from "../api/client.ts";
import type { DatasetRow, FeatureViewList, RecipeList } from "../api/answers.ts";
import { toast } from "../app/screen.tsx";
import { lookInto, whereFilesGo } from "./drop-files.ts";
import { sameContent } from "./same-content.ts";
import { bringUploads, upload } from "./uploads.ts";

interface DatasetList {
  readonly datasets: readonly DatasetRow[];
}
type Row = Pick<DatasetRow, "id" | "version" | "digest" | "name" | "size">;
const refOf = ({ id, version, digest, name, size }: Row): FileRef => ({ digest, name, size, dataset: id, version });
const endsSo = (name: string, endings: readonly string[]): boolean =>
  endings.some((ending) => name.toLowerCase().endsWith(ending));

async function thereIn(notebook: string): Promise<readonly DatasetRow[]> {
  const answer = await api.get<DatasetList>(`/datasets?notebook=${encodeURIComponent(notebook)}`);
  return answer.ok ? answer.value.datasets.filter((row) => row.deletedAt === null) : [];
}

type Entry = Pick<
  RecipeList["recipes"][number],
  "id" | "name" | "version" | "digest" | "fileName" | "size" | "deprecated" | "right"
> & {
  /** Of a view, where it has drifted or is not fresh. */
  readonly alert?: "alert" | "warn" | null;
};

/** What stands in the feature store and may be read. */
async function inStore(): Promise<readonly Entry[]> {
  const [recipes, views] = await Promise.all([api.get<RecipeList>("/recipes"), api.get<FeatureViewList>("/feature-views")]);
  return [...(recipes.ok ? recipes.value.recipes : []), ...(views.ok ? views.value.views : [])];
}
/** None of what is closed to whoever asks. */
const refsOfEntry = ({ id, version, digest, fileName, size }: Entry): readonly FileRef[] =>
  digest === null || size === null ? [] : [{ digest, name: fileName, size, dataset: id, version }];

/** The newest version of each, by name: files of the notebook, and what the feature store has of such. */
export async function filesOfNotebook(notebook: string, endings: readonly string[]): Promise<readonly FileRef[]> {
  const [there, entries] = await Promise.all([thereIn(notebook), inStore()]);
  const ids = new Set(entries.map(({ id }) => id));
  return [
    ...there.filter(({ id }) => !ids.has(id)).map(refOf),
    ...entries.filter(({ deprecated }) => deprecated === null).flatMap(refsOfEntry),
  ]
    .filter(({ name }) => endsSo(name, endings))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** What the notebook may not read yet is added to its data, with what it was made of. */
export async function takeFile(notebook: string, { dataset }: FileRef): Promise<boolean> {
  if (dataset === undefined || (await thereIn(notebook)).some(({ id }) => id === dataset)) return true;
  const answer = await api.post(`/notebooks/${encodeURIComponent(notebook)}/datasets`, { dataset });
  if (!answer.ok) toast(answer.error.message, { wrong: true });
  return answer.ok;
}

/** Of an entry of the feature store: what its lab says of it by now. */
export async function toldOfFile(
  { dataset, version }: FileRef,
  say: (key: "file-deprecated" | "file-newer" | "file-alert", params: { readonly [name: string]: string | number }) => string,
): Promise<string | null> {
  const found = (await inStore()).find(({ id }) => id === dataset);
  if (!found) return null;
  if (found.deprecated) return say("file-deprecated", { why: found.deprecated.why });
  const newer =
    version !== undefined && found.version > version ? [say("file-newer", { n: found.version, name: found.name })] : [];
  const alert = found.alert ? [say("file-alert", { n: found.version, name: found.name })] : [];
  return newer.length + alert.length === 0 ? null : [...newer, ...alert].join(" ");
}

/** As a look into it tells them; none where nobody can look. */
export async function columnsOfFile({ dataset, version }: FileRef, notebook: string): Promise<readonly string[]> {
  if (dataset === undefined || version === undefined) return [];
  let columns: readonly string[] = [];
  await lookInto({ files: [{ id: dataset, version }], notebook }, ({ files: [seen], waiting }) => {
    columns = (seen?.columns ?? []).map(({ name }) => name);
    return waiting.length > 0;
  });
  return columns;
}

/** Opens the system's chooser. Null: nothing was chosen, or it could not be sent, which the list of uploads says. */
export async function sendFile(endings: readonly string[]): Promise<FileRef | null> {
  const file = await chosenHere(endings);
  const into = whereFilesGo();
  if (!file || !into?.notebook) return null;
  const same = await sameContent(file, await thereIn(into.notebook));
  if (same) return refOf(same.here);
  bringUploads();
  const sent = await upload(file, { lab: into.lab, notebook: into.notebook });
  return sent && refOf(sent);
}

function chosenHere(endings: readonly string[]): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    // A chooser knows single endings: ".recipe.json" is one of ".json".
    input.accept = endings.map((ending) => ending.slice(ending.lastIndexOf("."))).join(",");
    input.hidden = true;
    input.dataset.testid = "file-input";
    const done = (file: File | null): void => {
      input.remove();
      resolve(file);
    };
    input.addEventListener("change", () => done(input.files?.[0] ?? null));
    input.addEventListener("cancel", () => done(null));
    document.body.append(input);
    input.click();
  });
}
