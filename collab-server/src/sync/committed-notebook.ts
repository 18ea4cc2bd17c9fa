// A notebook as it is committed, whether it is open here or not.

import { kindOf } from "@genomecraft/cells/kinds.ts";
import type { Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import { readNotebook } from "@genomecraft/cells/notebook/y-read.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { loadUpdates } from "@genomecraft/storage/queries/documents.ts";
import { readableRows } from "./nesting.ts";

export async function committedNotebook(executor: Executor, notebook: string): Promise<Notebook> {
  const rows = await loadUpdates(executor, notebook);
  const { doc } = await readableRows(rows.map(({ data }) => data));
  try {
    return readNotebook(doc, kindOf);
  } finally {
    doc.destroy();
  }
}
