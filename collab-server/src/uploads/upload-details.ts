// What the metadata of an upload say, cleaned: names come from strangers' disks.

import { cleanFileName } from "@genomecraft/cells/base/clean-name.ts";
import { refuse } from "../errors.ts";

export interface UploadDetails {
  readonly name: string;
  readonly lab: string;
  readonly notebook: string | null;
}

export function uploadDetails(metadata: Readonly<Record<string, string | null | undefined>>): UploadDetails {
  const name = cleanFileName(metadata["filename"] ?? metadata["name"] ?? "");
  const lab = metadata["lab"] ?? "";
  const notebook = metadata["notebook"] || null;
  if (name === "" || !isId(lab) || (notebook !== null && !isId(notebook))) return refuse("invalid", "upload-lab");
  return { name, lab, notebook };
}

/** As our ids are written: nothing else reaches the database. */
const isId = (text: string): boolean => /^[a-z]+_[0-9a-z]+$/i.test(text);
