// THE list of files that results are taken away as. What a type can be taken away as stands on its card; how each is
// written is formats/write/export-artifact.ts, which does not compile while one is not written.

interface ExportFile {
  /** What people call it, in every language. */
  readonly title: string;
  /** Of file names, its own first. */
  readonly endings: readonly `.${string}`[];
  readonly mime: string;
  /** A picture: made by whoever has a browser, and by no server. */
  readonly isDrawn: boolean;
  /** Offered under a table on the screen. */
  readonly isOffered: boolean;
  /** What its texts are there: as they are, or such that a spreadsheet takes none of them for a formula. */
  readonly texts?: "lossless" | "no-formulas";
  /** Of tables whose rows have places alone. */
  readonly ofPlaces?: true;
  /** Of tables of sequences alone; "quality": of such as have qualities. */
  readonly ofSequences?: "sequence" | "quality";
  /** Of reports that hold fitted steps alone. */
  readonly ofSteps?: true;
}

export const exportFormats = {
  csv: { title: "CSV", endings: [".csv"], mime: "text/csv; charset=utf-8", isDrawn: false, isOffered: true, texts: "lossless" },
  "csv-excel": {
    title: "CSV (Excel)",
    endings: [".excel.csv"],
    mime: "text/csv; charset=utf-8",
    isDrawn: false,
    isOffered: true,
    texts: "no-formulas",
  },
  tsv: {
    title: "TSV",
    endings: [".tsv", ".txt"],
    mime: "text/tab-separated-values; charset=utf-8",
    isDrawn: false,
    isOffered: false,
  },
  xlsx: {
    title: "Excel",
    endings: [".xlsx"],
    mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    isDrawn: false,
    isOffered: true,
  },
  parquet: { title: "Parquet", endings: [".parquet"], mime: "application/vnd.apache.parquet", isDrawn: false, isOffered: true },
  bed: { title: "BED", endings: [".bed"], mime: "text/plain; charset=utf-8", isDrawn: false, isOffered: true, ofPlaces: true },
  gff3: {
    title: "GFF3",
    endings: [".gff3", ".gff"],
    mime: "text/plain; charset=utf-8",
    isDrawn: false,
    isOffered: true,
    ofPlaces: true,
  },
  fasta: {
    title: "FASTA",
    endings: [".fasta", ".fa"],
    mime: "text/plain; charset=utf-8",
    isDrawn: false,
    isOffered: true,
    ofSequences: "sequence",
  },
  fastq: {
    title: "FASTQ",
    endings: [".fastq", ".fq"],
    mime: "text/plain; charset=utf-8",
    isDrawn: false,
    isOffered: true,
    ofSequences: "quality",
  },
  json: { title: "JSON", endings: [".json"], mime: "application/json", isDrawn: false, isOffered: false },
  recipe: {
    title: "Recipe",
    endings: [".recipe.json"],
    mime: "application/json",
    isDrawn: false,
    isOffered: false,
    ofSteps: true,
  },
  onnx: { title: "ONNX", endings: [".onnx"], mime: "application/octet-stream", isDrawn: false, isOffered: false },
  png: { title: "PNG", endings: [".png"], mime: "image/png", isDrawn: true, isOffered: false },
  svg: { title: "SVG", endings: [".svg"], mime: "image/svg+xml", isDrawn: true, isOffered: false },
  pdf: { title: "PDF", endings: [".pdf"], mime: "application/pdf", isDrawn: true, isOffered: false },
} as const satisfies { readonly [format: string]: ExportFile };

type Formats = typeof exportFormats;
export type ExportFormat = keyof Formats;
/** Pictures of figures. */
export type PictureFormat = { [F in ExportFormat]: Formats[F]["isDrawn"] extends true ? F : never }[ExportFormat];
/** What a server writes. */
export type DownloadFormat = Exclude<ExportFormat, PictureFormat>;

export const exportFormatNames = Object.keys(exportFormats) as [ExportFormat, ...ExportFormat[]];
export const isPicture = (format: ExportFormat): format is PictureFormat => exportFormats[format].isDrawn;
const isDownload = (format: ExportFormat): format is DownloadFormat => !isPicture(format);
export const downloadFormatNames = exportFormatNames.filter(isDownload) as [DownloadFormat, ...DownloadFormat[]];

export function textsIn(format: ExportFormat): ExportFile["texts"] {
  const file: ExportFile = exportFormats[format];
  return file.texts;
}

/** The format of a file of that name, by the longest ending that fits; null where its ending says none. */
export function exportFormatOfName(name: string): ExportFormat | null {
  const fits = exportFormatNames.flatMap((format) =>
    exportFormats[format].endings
      .filter((ending) => name.toLowerCase().endsWith(ending))
      .map((ending) => ({ format, length: ending.length })),
  );
  return fits.sort((a, b) => b.length - a.length)[0]?.format ?? null;
}

/** What is offered under a table, of what its type can be taken away as; formats of places and of sequences where its columns hold some. */
export function offeredOf(
  exports: readonly ExportFormat[],
  columns: readonly { readonly semantic?: string | undefined }[] = [],
): readonly DownloadFormat[] {
  const has = (...semantics: readonly string[]): boolean =>
    columns.some(({ semantic }) => semantic !== undefined && semantics.includes(semantic));
  const hasPlaces = has("chromosome") && has("start", "position");
  return downloadFormatNames.filter((format) => {
    const { isOffered, ofPlaces, ofSequences }: ExportFile = exportFormats[format];
    const isOfThese = (hasPlaces || !ofPlaces) && (!ofSequences || (has("sequence") && has(ofSequences)));
    return isOffered && exports.includes(format) && isOfThese;
  });
}
