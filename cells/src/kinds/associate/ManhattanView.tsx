// The Manhattan plot of a cell: a stretch that is drawn over with the mouse, or typed, is drawn anew of its own rows of the table, and
// its strongest variant is looked at with its linkage at one press.

import { useEffect, useMemo, useState } from "react";
import { artifactFromJson } from "../../artifacts/artifact-json.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import type { Box, Selection } from "../../artifacts/selection.ts";
import type { ArtifactReader, OutputHandle } from "../../contract/kind-view.ts";
import type { Json } from "../../base/json.ts";
import { Caption, LineButton } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { useLocale, translator } from "../../ui/locale-context.tsx";
import { PlotlyFigure } from "../../ui/PlotlyFigure.tsx";
import { SelectionActs } from "../../ui/selecting/SelectionTools.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import {
  type GenomeIndex,
  genomeIndexOf,
  rowsOfStretch,
  type Stretch,
  stretchNamed,
  stretchOfAxis,
  stretchText,
  within,
} from "./genome-index.ts";
import { type StretchDrawn, stretchFigure } from "./stretch-figure.ts";
import { words } from "./words.ts";

interface Props {
  readonly handle: OutputHandle;
  /** The table of variants, where its rows may be read. */
  readonly variants: OutputHandle | undefined;
  readonly reader: ArtifactReader;
  readonly name: string;
  readonly compact: boolean | undefined;
  /** Looks at a variant with its linkage; absent when nothing may be changed. */
  readonly look: ((variant: string) => void) | undefined;
  /** Keeps what was selected, with its variants or alone; absent likewise. */
  readonly keep: ((selection: Selection | null, withRows: boolean) => void) | undefined;
}

export function ManhattanView({ handle, variants, reader, name, compact, look, keep }: Props) {
  const locale = useLocale();
  const t = translator(words, locale);
  const loaded = useArtifact(handle, reader);
  const whole = useMemo((): Figure | null => {
    const artifact = loaded.state === "here" ? artifactFromJson(loaded.value) : null;
    return artifact?.type === "figure" ? artifact : null;
  }, [loaded]);
  // A handle is made anew at each drawing: what it holds is the same as long as its digest is.
  const hasVariants = variants !== undefined;
  const index = useMemo(() => (whole && hasVariants ? genomeIndexOf(whole) : null), [whole, hasVariants]);
  const [stretch, setStretch] = useState<Stretch | null>(null);
  const [said, setSaid] = useState<"no-such-place" | "stretch-unread" | null>(null);
  // In places of chromosomes: the same on a stretch and on the whole genome.
  const [selection, setSelection] = useState<Selection | null>(null);
  const [drawn, setDrawn] = useState<StretchDrawn | null>(null);
  // What is looked at belongs to these very rows.
  useEffect(() => {
    setStretch(null);
    setSelection(null);
  }, [index]);
  useEffect(() => {
    setSaid(null);
    if (!index || !variants || !stretch) {
      setDrawn(null);
      return undefined;
    }
    let isOver = false;
    readStretch(index, stretch, variants, reader).then(
      (made) => (isOver ? undefined : setDrawn(made)),
      () => {
        if (isOver) return;
        setStretch(null);
        setSaid("stretch-unread");
      },
    );
    return () => {
      isOver = true;
    };
  }, [index, variants, stretch, reader]);
  if (!whole) return <Waiting loaded={loaded} locale={locale} height={360} />;
  const goTo = ({ x }: Box): void => {
    const [from, to] = x?.map(Number) ?? [];
    if (!index || from === undefined || to === undefined || !Number.isFinite(from + to)) return;
    // Until the new stretch is drawn what is on show may still be the whole.
    const next = stretch && drawn ? within(stretch.chromosome, from, to) : stretchOfAxis(index, from, to);
    if (next) setStretch(next);
  };
  const typed = (text: string): void => {
    const next = text.trim() === "" || !index ? null : stretchNamed(index, text);
    setSaid(text.trim() !== "" && !next ? "no-such-place" : null);
    setStretch(next);
  };
  const lead = stretch && drawn?.lead;
  return (
    <>
      <PlotlyFigure
        figure={stretch && drawn ? drawn.figure : whole}
        name={stretch ? `${name}_${stretchText(stretch).replace(":", "_")}` : name}
        {...(compact ? { height: 280 } : {})}
        {...(index ? { onBox: goTo } : {})}
        selecting={keep ? { value: selection, by: "area", onSelect: setSelection } : undefined}
        acts={<SelectionActs keep={() => keep?.(selection, false)} rows={() => keep?.(selection, true)} />}
      />
      {index && !compact ? (
        <FieldRow>
          <TextFieldRow
            label={t("place")}
            value={stretch ? stretchText(stretch) : ""}
            placeholder={t("place-whole")}
            width={220}
            onChange={typed}
          />
          {stretch ? (
            <LineButton type="button" onClick={() => setStretch(null)}>
              {t("whole-genome")}
            </LineButton>
          ) : null}
          {lead && look ? (
            <LineButton type="button" onClick={() => look(lead)}>
              {t("look-at-locus", { id: lead })}
            </LineButton>
          ) : null}
        </FieldRow>
      ) : null}
      {index && !compact ? <Caption role="status">{said ? t(said) : stretch ? "" : t("drag-says")}</Caption> : null}
    </>
  );
}

/** Cells of one answer, and rows up to which names are asked for as well. */
const [mostCells, mostNamed] = [200_000, 20_000];

async function readStretch(
  index: GenomeIndex,
  stretch: Stretch,
  variants: OutputHandle,
  reader: ArtifactReader,
): Promise<StretchDrawn> {
  const { from, to } = rowsOfStretch(index, stretch);
  const names = (variants.summary.columns ?? []).map((column) => column.name);
  const read = async (column: string): Promise<readonly Json[]> => {
    const columns = { offset: names.indexOf(column), limit: 1 };
    const starts = Array.from({ length: Math.ceil((to - from) / mostCells) }, (_, at) => from + at * mostCells);
    const windows = await Promise.all(
      starts.map((offset) => reader.window(variants, { offset, limit: Math.min(mostCells, to - offset), columns })),
    );
    return windows.flatMap((window) => window.rows.map(([cell = null]) => cell));
  };
  const numbers = async (column: string): Promise<Float64Array> =>
    Float64Array.from(await read(column), (cell) =>
      typeof cell === "number" ? cell : cell === "Infinity" ? Number.POSITIVE_INFINITY : Number.NaN,
    );
  const [positions, surprise, called] = await Promise.all([
    numbers("position"),
    numbers("minus_log10_p"),
    to - from <= mostNamed ? read("variant") : null,
  ]);
  const strings = called?.map((cell) => (typeof cell === "string" ? cell : null)) ?? null;
  return stretchFigure(index, stretch, { positions, surprise, names: strings });
}
