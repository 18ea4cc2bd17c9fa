// A file that stays a file: what it is, and the sequences of its reference as a grid.

import { Caption } from "../ui/field-styles.ts";
import { DataGrid } from "../ui/DataGrid.tsx";
import { useT } from "../ui/locale-context.tsx";
import type { ArtifactViewProps } from "./props.ts";
import { words as viewsWords } from "../messages/views/words.ts";

export function FileView({ handle, reader, compact = false }: ArtifactViewProps) {
  const t = useT(viewsWords);
  const [contigs = 0] = handle.summary.shape;
  const detail = handle.summary.detail ?? {};
  const format = String(detail["format"] ?? "").toUpperCase();
  // Reads lie on no reference.
  if (contigs === 0 && detail["indexed"] !== true) return <Caption>{t("file-alone", { format })}</Caption>;
  const build = typeof detail["build"] === "string" ? detail["build"] : t("build-unknown");
  const index = t(detail["indexed"] === true ? "file-indexed" : "file-not-indexed");
  return (
    <div>
      <Caption>{t("file-of", { format, build, index, samples: Number(detail["samples"] ?? 0), contigs })}</Caption>
      <DataGrid label={t("contigs-of", { n: contigs })} handle={handle} reader={reader} rows={compact ? 5 : 10} />
    </div>
  );
}
