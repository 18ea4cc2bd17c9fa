// Notebooks that are dropped as text (.gc.md), as they are downloaded: each becomes a notebook, which may read the files that were dropped
// with it, and those of the lab that it names by their content.

import type { DatasetRow, LabRef } from "../api/answers.ts";
import { api } from "../api/client.ts";
import { toast } from "../app/screen.tsx";
import { sameContent } from "./same-content.ts";
import { upload } from "./uploads.ts";

const ending = /\.gc\.md$/i;
export const isNotebookText = ({ name }: Pick<File, "name">): boolean => ending.test(name);

/** The title that the text says of itself, or what its file is called. */
export function titleOfText(text: string, name: string): string {
  const head = /^---\r?\n([^]*?)\r?\n---/u.exec(text)?.[1] ?? "";
  const said = /^title:[ \t]*(.+?)[ \t]*\r?$/mu.exec(head)?.[1] ?? "";
  const title = said.replace(/^(["'])(.*)\1$/u, "$2").replace(/\\"/gu, '"');
  return (title || name.replace(ending, "")).slice(0, 120);
}

/** Data sets that a text names, by what is in them, as they are or were. */
export const namedIn = (text: string, there: readonly Pick<DatasetRow, "id" | "digest" | "earlier" | "deletedAt">[]): string[] =>
  there
    .filter((row) => row.deletedAt === null && [row, ...row.earlier].some(({ digest }) => text.includes(digest)))
    .map(({ id }) => id);

/** Answers the first notebook, or null where none could be made: it was said why. */
export async function openNotebookTexts(files: readonly File[], lab: LabRef): Promise<string | null> {
  const known = await api.get<{ readonly datasets: readonly DatasetRow[] }>(`/datasets?lab=${encodeURIComponent(lab.id)}`);
  const there = known.ok ? known.value.datasets : [];
  const sent = await Promise.all(
    files
      .filter((file) => !isNotebookText(file))
      .map(async (file) => (await sameContent(file, there))?.here.id ?? (await upload(file, { lab }))?.id ?? null),
  );
  const made: string[] = [];
  for (const file of files.filter(isNotebookText)) {
    const text = await file.text();
    const notebook = await api.post<{ readonly id: string }>("/notebooks", {
      lab: lab.id,
      title: titleOfText(text, file.name),
      text,
    });
    if (!notebook.ok) {
      toast(`${file.name}: ${notebook.error.message}`, { wrong: true });
      continue;
    }
    const { id } = notebook.value;
    const wanted = new Set([...sent.filter((dataset) => dataset !== null), ...namedIn(text, there)]);
    for (const dataset of wanted) await api.post(`/notebooks/${encodeURIComponent(id)}/datasets`, { dataset });
    made.push(id);
  }
  return made[0] ?? null;
}
