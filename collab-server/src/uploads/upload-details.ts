// What the metadata of an upload say, cleaned: names come from strangers' disks.

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

/** The last part of a path, without control characters and signs that turn the direction of writing; at most 255. */
export const cleanFileName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? "")
    .normalize("NFC")
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .trim()
    .slice(0, 255)
    // Half of a pair of surrogates cannot be stored.
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
