// Formats that are told by their first bytes and not loaded: what keeps people from "unknown", and says what to do.

import type { FileHead, NamedFormat, Sniffed } from "../../contract/format.ts";
import { containsWide, isCompoundFile, isWide, letters, startsWith, zerosIn } from "../parts/file-head.ts";
import { isHdf5 } from "../parts/hdf5/names-inside.ts";
import { topOf } from "../parts/hdf5/top-of.ts";
import { words as hdf5Words } from "../parts/hdf5/words.ts";
import { isDbf, isLzma, isOnnx, isPickle, isSafetensors, isSas, isStata } from "./first-bytes.ts";
import { isZarr } from "../parts/is-zarr.ts";
import { isTarHeader } from "../parts/is-tar.ts";
import { zipPart } from "../parts/zip-part.ts";
import { words as plinkWords } from "../parts/plink/words.ts";
import { words as loadWords } from "../parts/words.ts";
import type { MessageKey } from "../../base/failure.ts";

const signature: Sniffed = { confidence: 1, why: loadWords.key("why-signature") };

const of = (
  name: string,
  is: (bytes: Uint8Array) => boolean,
  more: { readonly endings?: readonly string[]; readonly refusal?: MessageKey } = {},
): NamedFormat => ({
  name,
  endings: more.endings ?? [],
  isText: false,
  ...(more.refusal ? { refusal: more.refusal } : {}),
  sniff: ({ bytes, parts }) => (parts === null && is(bytes) ? signature : null),
});
const bytes =
  (...wanted: readonly (readonly number[])[]) =>
  (head: Uint8Array): boolean =>
    wanted.some((one) => startsWith(head, ...one));
const word = (text: string) => (head: Uint8Array) => letters(head, text);

const isProtected = (head: Uint8Array): boolean => isCompoundFile(head) && containsWide(head, "EncryptedPackage");
const zip = (part: ReturnType<typeof zipPart>) => (head: Uint8Array) => zipPart(head) === part;
/** Files that no format knows to belong together. */
const anyArchive: Sniffed = { confidence: 0.1, why: loadWords.key("why-archive") };

const workbookEndings = [".xlsx", ".xlsm", ".xlsb"];

const isMuData = word("MuData (format-version");
/** AnnData of several modalities, behind 512 bytes that say so (mudata: the .h5mu format). */
const h5mu = of("h5mu", isMuData, { endings: [".h5mu"], refusal: hdf5Words.key("h5mu") });
const keras: NamedFormat = {
  ...of("keras-h5", () => false, { refusal: hdf5Words.key("keras") }),
  sniff: ({ inside }) => (inside?.includes("model_weights") ? signature : null),
};

/** What is HDF5 inside and known stands among the formats that are loaded. */
export const hdf5: NamedFormat = {
  name: "hdf5",
  endings: [".h5", ".hdf5", ".h5ad", ".loom"],
  isText: false,
  refusal: hdf5Words.key("other-inside"),
  sniff: ({ bytes: head, inside }) =>
    isHdf5(head)
      ? {
          confidence: 1,
          why: hdf5Words.key(inside ? "why-inside" : "why-signature"),
          params: { inside: topOf(inside ?? ["…"]) },
        }
      : null,
};

export const bySignature: readonly NamedFormat[] = [
  {
    name: "empty",
    endings: [],
    isText: true,
    refusal: loadWords.key("empty"),
    sniff: (head) => (head.parts === null && (head.bytes.length === 0 || head.text?.trim() === "") ? signature : null),
  },
  of("gzip", bytes([0x1f, 0x8b]), { refusal: loadWords.key("packed-twice") }),
  of("feather-1", word("FEA1"), { endings: [".feather"], refusal: loadWords.key("feather-1") }),
  of("xlsx-encrypted", isProtected, { endings: workbookEndings, refusal: loadWords.key("excel-encrypted") }),
  of("docx", zip("docx"), { endings: [".docx"] }),
  of("pptx", zip("pptx"), { endings: [".pptx"] }),
  // No part of a workbook is found in what is called one.
  {
    ...of("xlsx-damaged", zip("zip"), { refusal: loadWords.key("excel-damaged") }),
    sniff: ({ bytes, name, parts }) =>
      parts === null && workbookEndings.some((ending) => name.endsWith(ending)) && zip("zip")(bytes) ? signature : null,
  },
  {
    ...of("zip", zip("zip"), { endings: [".zip"], refusal: loadWords.key("zip") }),
    sniff: ({ bytes, parts }) =>
      parts !== null ? (isTarHeader(bytes) ? null : anyArchive) : zip("zip")(bytes) ? signature : null,
  },
  {
    ...of("tar", isTarHeader, { endings: [".tar"], refusal: loadWords.key("zip") }),
    sniff: ({ bytes, parts }) => (!isTarHeader(bytes) ? null : parts !== null ? anyArchive : signature),
  },
  {
    ...of("npz", () => false, { endings: [".npz"], refusal: loadWords.key("numpy") }),
    sniff: ({ parts }) =>
      parts !== null && parts.length > 0 && parts.every(({ name, bytes: own }) => name.endsWith(".npy") && own[0] === 0x93)
        ? signature
        : null,
  },
  {
    ...of("zarr", () => false, { endings: [".zarr"], refusal: loadWords.key("zarr") }),
    sniff: ({ parts }) => (parts !== null && isZarr(parts.map(({ name }) => name)) ? signature : null),
  },
  of("bai", word("BAI\u0001"), { endings: [".bai"], refusal: loadWords.key("index-alone") }),
  of("csi", word("CSI\u0001"), { endings: [".csi"], refusal: loadWords.key("index-alone") }),
  of("tbi", word("TBI\u0001"), { endings: [".tbi"], refusal: loadWords.key("index-alone") }),
  // Version 1, of samtools 0.1.
  of("bcf-1", word("BCF\u0004")),
  of("cram", word("CRAM"), { endings: [".cram"], refusal: loadWords.key("cram") }),
  h5mu,
  keras,
  of("plink-bed", bytes([0x6c, 0x1b, 0x01], [0x6c, 0x1b, 0x00]), { refusal: plinkWords.key("bed-alone") }),
  of("npy", bytes([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]), { endings: [".npy"], refusal: loadWords.key("numpy") }),
  of("pickle", isPickle, { endings: [".pkl", ".pickle"], refusal: loadWords.key("pickle") }),
  of("spss-sav", (head) => letters(head, "$FL2") || letters(head, "$FL3"), {
    endings: [".sav", ".zsav"],
    refusal: loadWords.key("statistics"),
  }),
  of("stata-dta", isStata, { endings: [".dta"], refusal: loadWords.key("statistics") }),
  of("sas7bdat", isSas, { endings: [".sas7bdat"], refusal: loadWords.key("statistics") }),
  of("sas-xport", word("HEADER RECORD*******LIB"), { endings: [".xpt"], refusal: loadWords.key("statistics") }),
  of("dbf", isDbf, { endings: [".dbf"], refusal: loadWords.key("statistics") }),
  of("duckdb", (head) => letters(head, "DUCK", 8), { endings: [".duckdb"], refusal: loadWords.key("database") }),
  of("onnx", isOnnx, { endings: [".onnx"], refusal: loadWords.key("model") }),
  of("safetensors", isSafetensors, { endings: [".safetensors"], refusal: loadWords.key("model") }),
  of("elf", bytes([0x7f, 0x45, 0x4c, 0x46]), { refusal: loadWords.key("program") }),
  of("pdf", word("%PDF"), { endings: [".pdf"] }),
  of("image", bytes([0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff]), { endings: [".png", ".jpg", ".jpeg"] }),
  of("zstd", bytes([0x28, 0xb5, 0x2f, 0xfd]), { refusal: loadWords.key("packed-again") }),
  of("bzip2", word("BZh"), { refusal: loadWords.key("packed-again") }),
  of("xz", bytes([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), { refusal: loadWords.key("packed-again") }),
  of("lz4", bytes([0x04, 0x22, 0x4d, 0x18]), { endings: [".lz4"], refusal: loadWords.key("packed-otherwise") }),
  of("lzma", isLzma, { endings: [".lzma"], refusal: loadWords.key("packed-otherwise") }),
  of("compress", bytes([0x1f, 0x9d], [0x1f, 0xa0]), { endings: [".z"], refusal: loadWords.key("packed-otherwise") }),
  of("lzip", word("LZIP"), { endings: [".lz"], refusal: loadWords.key("packed-otherwise") }),
  of("rar", word("Rar!"), { endings: [".rar"], refusal: loadWords.key("packed-otherwise") }),
  of("7z", bytes([0x37, 0x7a, 0xbc, 0xaf]), { endings: [".7z"], refusal: loadWords.key("packed-otherwise") }),
  // What can be read of it was turned into UTF-8 before (files/open-file.ts).
  of("utf16", isUtf16, { refusal: loadWords.key("utf16") }),
];

/** Nothing of the above, and no text. */
export const noText: NamedFormat = {
  name: "binary",
  endings: [],
  isText: false,
  refusal: loadWords.key("binary"),
  sniff: (head: FileHead) => (head.parts === null && head.text === null ? signature : null),
};

function isUtf16(head: Uint8Array): boolean {
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) return true;
  const { odd, even } = zerosIn(head);
  return odd + even > 0 && isWide(head, odd, even);
}
