// What people call an encoding of text; its name in the standard is for settings and files.

export const encodingNames = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  "windows-1250": "Windows-1250",
  "windows-1251": "Windows-1251",
  "windows-1252": "Windows-1252",
  "iso-8859-2": "ISO 8859-2",
  "iso-8859-15": "ISO 8859-15",
  macintosh: "Mac Roman",
  "koi8-r": "KOI8-R",
  ibm866: "CP 866",
  gb18030: "GB 18030",
  shift_jis: "Shift JIS",
} as const;

/** Of a value that is no encoding: null. */
export const encodingName = (encoding: unknown): string | null =>
  Object.entries(encodingNames).find(([known]) => known === encoding)?.[1] ?? null;
