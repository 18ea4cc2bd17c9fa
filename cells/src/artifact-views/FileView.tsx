// A file that stays a file: what it is, how its reads lie on the sequences of its reference, and behind a click these
// sequences as a grid and its header.

import { styled } from "@mui/material/styles";
import { useEffect, useState } from "react";
import { formatNumber } from "../messages/translate.ts";
import { words as viewsWords } from "../messages/views/words.ts";
import { DataGrid } from "../ui/DataGrid.tsx";
import { Caption, Card, mono, Quiet } from "../ui/field-styles.ts";
import { useLocale, useT } from "../ui/locale-context.tsx";
import { useSameHandle } from "../ui/use-artifact.ts";
import { toldAlong } from "../artifacts/types/file/told-along.ts";
import { AlongView } from "./AlongView.tsx";
import type { ArtifactViewProps } from "./props.ts";

/** Sequences with the most reads, and names of samples, that are shown without a click. */
const mostBars = 25;
const mostSamples = 6;
const headerLines = 200;
/** Formats whose names are not all capitals. */
const writtenSo: { readonly [format: string]: string } = { bigwig: "bigWig", bigbed: "bigBed" };

const Facts = styled("dl")({
  display: "grid",
  gridTemplateColumns: "minmax(96px, max-content) minmax(0, 1fr)",
  gap: "4px 16px",
  margin: "0 0 12px",
  fontSize: 13,
  lineHeight: "18px",
  "& dt": { color: "var(--gc-muted)" },
  "& dd": { margin: 0, overflowWrap: "anywhere" },
});
const Bars = styled("table")({
  width: "100%",
  borderCollapse: "collapse",
  fontSize: 12,
  lineHeight: "16px",
  fontFeatureSettings: '"tnum"',
  "& caption": { textAlign: "left", color: "var(--gc-muted)", paddingBottom: 4 },
  "& th": { fontWeight: 400, textAlign: "left", whiteSpace: "nowrap", padding: "1px 12px 1px 0", width: 1 },
  "& td": { padding: "1px 0" },
  "& td:last-child": { textAlign: "right", whiteSpace: "nowrap", paddingLeft: 12, width: 1 },
  "& i": { display: "block", height: 10, minWidth: 1, background: "var(--gc-accent)", borderRadius: 1 },
});
const Header = styled("pre")({
  margin: "0 0 8px",
  padding: 12,
  maxHeight: 280,
  overflow: "auto",
  fontFamily: mono,
  fontSize: 12,
  lineHeight: "16px",
  background: "var(--gc-sunken)",
  borderRadius: 4,
  "&:focus-visible": { outline: "2px solid var(--gc-accent)", outlineOffset: 2 },
});

export function FileView({ handle: given, reader, compact = false }: ArtifactViewProps) {
  const handle = useSameHandle(given);
  const t = useT(viewsWords);
  const locale = useLocale();
  const [contigs = 0] = handle.summary.shape;
  const detail = handle.summary.detail ?? {};
  const named = String(detail["format"] ?? "");
  const format = writtenSo[named] ?? named.toUpperCase();
  const count = Number(detail["samples"] ?? 0);
  const mapped = useMapped({ handle, reader }, contigs);
  const samples = useSamples({ handle, reader }, compact ? 0 : count);
  // Where reads are counted their bars stand first, and the grid is opened.
  const [isOpen, setOpen] = useState(false);
  const showsGrid = mapped === "none" || isOpen;
  const namedSamples = samples.length > 0 ? samples.slice(0, mostSamples).join(", ") : formatNumber(count, locale);
  const others = count - Math.min(samples.length, mostSamples);
  const told = detail["indexed"] === true && contigs > 0 && reader.along ? toldAlong(detail["format"]) : null;
  // Reads lie on no reference.
  if (contigs === 0 && detail["indexed"] !== true) return <Caption>{t("file-alone", { format })}</Caption>;
  return (
    <div>
      <Facts aria-label={t("file-facts")}>
        <dt>{t("file-format")}</dt>
        <dd>{format}</dd>
        <dt>{t("file-build")}</dt>
        <dd>{typeof detail["build"] === "string" ? detail["build"] : t("build-unknown")}</dd>
        <dt>{t("file-index")}</dt>
        <dd>{t(detail["indexed"] === true ? "file-indexed" : "file-not-indexed")}</dd>
        <dt>{t("file-samples")}</dt>
        <dd>
          {count === 0 ? t("file-samples-none") : namedSamples}
          {samples.length > 0 && others > 0 ? ` ${t("and-more", { n: others })}` : ""}
        </dd>
        <dt>{t("file-contigs")}</dt>
        <dd>{t("file-contigs-n", { n: contigs })}</dd>
      </Facts>
      {told && !compact && mapped !== "waits" ? (
        <AlongView
          key={handle.digest}
          handle={handle}
          reader={reader}
          told={told}
          first={(mapped !== "none" && mapped[0]?.contig) || null}
        />
      ) : null}
      {typeof mapped === "string" || compact ? null : <MappedBars mapped={mapped} contigs={contigs} />}
      {mapped === "none" || compact ? null : (
        <Quiet type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t("contigs-hide") : t("contigs-all", { n: contigs })}
        </Quiet>
      )}
      {compact ? null : <HeaderOfFile handle={handle} reader={reader} />}
      {showsGrid || compact ? (
        <DataGrid label={t("contigs-of", { n: contigs })} handle={handle} reader={reader} rows={compact ? 5 : 10} />
      ) : null}
    </div>
  );
}

type Mapped = readonly { readonly contig: string; readonly reads: number }[];

/** The sequences with the most mapped reads; "none": the file counts none. */
function useMapped({ handle, reader }: Pick<ArtifactViewProps, "handle" | "reader">, contigs: number): Mapped | "waits" | "none" {
  const [found, setFound] = useState<Mapped | "waits" | "none">("waits");
  useEffect(() => {
    let isHere = true;
    const options = { offset: 0, limit: Math.min(contigs, mostBars), sort: { column: "mapped", descending: true } };
    reader.window(handle, options).then(
      ({ columns, rows }) => {
        const at = columns.findIndex(({ name }) => name === "mapped");
        const of = (row: readonly unknown[]) => ({ contig: String(row[0] ?? ""), reads: Number(row[at] ?? 0) });
        if (isHere) setFound(at < 0 ? "none" : rows.map(of).filter(({ reads }) => reads > 0));
      },
      // Without such a column nothing is sorted by it.
      () => isHere && setFound("none"),
    );
    return () => {
      isHere = false;
    };
  }, [handle, reader, contigs]);
  return found;
}

function useSamples({ handle, reader }: Pick<ArtifactViewProps, "handle" | "reader">, count: number): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    let isHere = true;
    if (count > 0)
      reader.search(handle, { what: "samples", text: "", limit: mostSamples }).then(
        (found) => isHere && setNames(found),
        // Their number is said.
        () => undefined,
      );
    return () => {
      isHere = false;
    };
  }, [handle, reader, count]);
  return names;
}

function MappedBars({ mapped, contigs }: { readonly mapped: Mapped; readonly contigs: number }) {
  const t = useT(viewsWords);
  const locale = useLocale();
  if (mapped.length === 0) return <Caption>{t("mapped-none")}</Caption>;
  const most = Math.max(...mapped.map(({ reads }) => reads));
  const others = contigs - mapped.length;
  return (
    <Card style={{ padding: 12, marginBottom: 8 }}>
      <Bars>
        <caption>{t("mapped-of")}</caption>
        <tbody>
          {mapped.map(({ contig, reads }) => (
            <tr key={contig}>
              <th scope="row">{contig}</th>
              <td aria-hidden="true">
                <i style={{ width: `${(100 * reads) / most}%` }} />
              </td>
              <td>{formatNumber(reads, locale)}</td>
            </tr>
          ))}
        </tbody>
      </Bars>
      {others > 0 ? <Caption>{t(mapped.length < mostBars ? "mapped-others" : "mapped-fewer", { n: others })}</Caption> : null}
    </Card>
  );
}

function HeaderOfFile({ handle, reader }: Pick<ArtifactViewProps, "handle" | "reader">) {
  const t = useT(viewsWords);
  const [header, setHeader] = useState<string | null>(null);
  const [state, setState] = useState<"shut" | "waits" | "failed" | "open">("shut");
  const open = async (): Promise<void> => {
    if (state !== "shut") return setState("shut");
    if (typeof header === "string") return setState("open");
    setState("waits");
    try {
      const answer = await fetch(reader.downloadUrl(handle, "json"));
      if (!answer.ok) throw new Error(answer.statusText);
      const told: unknown = Reflect.get(Object(await answer.json()), "header");
      setHeader(typeof told === "string" ? told : "");
      setState("open");
    } catch {
      setState("failed");
    }
  };
  const lines = (header ?? "").trimEnd().split("\n");
  return (
    <>
      <Quiet type="button" aria-expanded={state === "open"} onClick={() => void open()}>
        {t(state === "waits" ? "header-waits" : state === "open" ? "header-hide" : "header-show")}
      </Quiet>
      {state === "failed" ? <Caption role="status">{t("header-failed")}</Caption> : null}
      {state === "open" && lines.join("") === "" ? <Caption>{t("header-none")}</Caption> : null}
      {state === "open" && lines.join("") !== "" ? (
        <>
          <Header tabIndex={0} role="region" aria-label={t("header-show")}>
            {lines.slice(0, headerLines).join("\n")}
          </Header>
          {lines.length > headerLines ? <Caption>{t("header-cut", { n: headerLines })}</Caption> : null}
        </>
      ) : null}
    </>
  );
}
