// What lies along the sequences of a file that stays one: depth of reads, values of a track, rows. A sequence is chosen, a place
// written, or dragged over; by keyboard the bins are walked and the place is zoomed and moved.

import { styled } from "@mui/material/styles";
import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import type { ToldAlong } from "../artifacts/types/file/told-along.ts";
import type { AlongFile } from "../contract/kind-view.ts";
import { words } from "../messages/along/words.ts";
import { formatNumber } from "../messages/translate.ts";
import { Combo, widthOf } from "../ui/ComboField.tsx";
import { Caption, LineButton, Quiet, TextInput } from "../ui/field-styles.ts";
import { Field, FieldRow, useFieldId } from "../ui/FieldRow.tsx";
import { useLocale, useT } from "../ui/locale-context.tsx";
import { PlotlyFigure } from "../ui/PlotlyFigure.tsx";
import { Select } from "../ui/SelectField.tsx";
import { useSameHandle } from "../ui/use-artifact.ts";
import { alongFigure, binOf } from "./along-figure.ts";
import { moved, placeText, type Stretch, within, zoomed } from "./along-places.ts";
import type { ArtifactViewProps } from "./props.ts";
import { useAlong } from "./use-along.ts";

/** What a picture shows of it. */
type Shown = ToldAlong | "estimate";
/** More are searched by name. */
const mostListed = 100;
/** Bases of reads that are gone through unasked. */
const readAtOnce = 2_000_000;
/** Bins of a wide screen and of a telephone: a few pixels each. */
const wideBins = 500;
const narrowBins = 200;

const Section = styled("section")({ margin: "0 0 12px", minWidth: 0 });
const Heading = styled("p")({ margin: "0 0 4px", fontSize: 13, lineHeight: "18px", fontWeight: 600 });
const Waits = styled("div")({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: 8,
  minHeight: 28,
  fontSize: 13,
  lineHeight: "18px",
  color: "var(--gc-running)",
  "& progress": { width: 160, height: 4, accentColor: "var(--gc-running)" },
});
/** Of no use to a thumb. */
const Keys = styled(Caption)({ "@media (pointer: coarse)": { display: "none" } });
/** Said, and not seen. */
const Announced = styled("span")({
  position: "absolute",
  width: 1,
  height: 1,
  overflow: "hidden",
  clipPath: "inset(50%)",
  whiteSpace: "nowrap",
});

interface Props extends Pick<ArtifactViewProps, "handle" | "reader"> {
  readonly told: ToldAlong;
  /** Where the look begins; null: the first sequence of the file. */
  readonly first: string | null;
}

export function AlongView({ handle: given, reader, told, first }: Props) {
  const handle = useSameHandle(given);
  const t = useT(words);
  const contigs = useContigs({ handle, reader });
  const begin = first ?? contigs?.[0]?.name ?? null;
  const [asked, setAsked] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  /** Whose reads are gone through because somebody said so. */
  const [agreed, setAgreed] = useState<string | null>(null);
  const [isStopped, setStopped] = useState(false);
  const [bins] = useState(() => (globalThis.innerWidth < 720 ? narrowBins : wideBins));
  const place = asked ?? begin;
  const contig = contigs?.find(({ name }) => place === name || place?.startsWith(`${name}:`))?.name ?? place;
  const lengthOf = (name: string): number | null => contigs?.find((one) => one.name === name)?.length ?? null;
  const waitsForYes = told === "depth" && place !== null && agreed !== contig && !isSmall(place, lengthOf(place));
  // An estimate stands there at once, and until the numbers replace it.
  const isEstimate = waitsForYes;
  const { along, waits, refused } = useAlong({ handle, reader }, { place: isStopped ? null : place, bins, isEstimate, round });
  const look = (next: Stretch): void => lookAt(placeText(next, lengthOf(next.contig)));
  const lookAt = (next: string): void => {
    setStopped(false);
    setAsked(next);
    // What was refused, or stopped, is asked for again.
    setRound(round + 1);
  };
  if (place === null) return null;
  const seen = along?.told;
  return (
    <Section aria-label={t(`title-${told}`)}>
      <Heading>{t(`title-${told}`)}</Heading>
      <FieldRow>
        <Field label={t("sequence")}>
          {contigs && contigs.length <= mostListed ? (
            <Select
              label={t("sequence")}
              value={contig ?? ""}
              options={contigs.map(({ name }) => ({ value: name, label: name }))}
              onChange={lookAt}
            />
          ) : (
            <Combo
              label={t("sequence")}
              shown={contig ?? ""}
              width={Math.max(120, widthOf(contig ?? ""))}
              noun={t("sequence")}
              onChoose={lookAt}
              find={async (text) => {
                const names = await reader.search(handle, { what: { column: "contig" }, text, limit: 8 });
                return names.map((name) => ({ value: name, label: name }));
              }}
            />
          )}
        </Field>
        <Field label={t("place")}>
          <PlaceField key={place} place={place} onPlace={lookAt} />
        </Field>
        {seen ? <Moves along={seen} length={lengthOf(seen.contig)} look={look} /> : null}
      </FieldRow>
      {waitsForYes ? (
        <>
          <LineButton
            type="button"
            onClick={() => {
              setStopped(false);
              setAgreed(contig);
            }}
          >
            {t("read", { contig: place })}
          </LineButton>
          <Caption style={{ marginBottom: 8 }}>{t("read-why", { contig: contig ?? place })}</Caption>
        </>
      ) : null}
      {waits ? (
        <Waits role="status">
          <span>{waits.message || t("reading", { place })}</span>
          <progress aria-label={t("reading", { place })} {...(waits.fraction === null ? {} : { value: waits.fraction })} />
          <Quiet type="button" onClick={() => setStopped(true)}>
            {t("stop")}
          </Quiet>
        </Waits>
      ) : null}
      {isStopped ? (
        <Waits role="status" style={{ color: "var(--gc-muted)" }}>
          {t("stopped")}
          <Quiet type="button" onClick={() => lookAt(place)}>
            {t("again")}
          </Quiet>
        </Waits>
      ) : null}
      {refused !== null && waits === null ? (
        <Waits role="alert" style={{ color: "var(--gc-failed)" }}>
          {refused}
          <Quiet type="button" onClick={() => lookAt(place)}>
            {t("again")}
          </Quiet>
        </Waits>
      ) : null}
      {seen ? (
        <Picture along={seen} told={along.isEstimate ? "estimate" : told} length={lengthOf(seen.contig)} look={look} />
      ) : null}
    </Section>
  );
}

/** Small enough to be read unasked. */
function isSmall(place: string, length: number | null): boolean {
  if (length !== null) return length <= readAtOnce;
  const ends = /:([\d,]+)-([\d,]+)$/.exec(place);
  if (!ends) return false;
  const [from, to] = ends.slice(1).map((text) => Number(text.replaceAll(",", "")));
  return (to ?? Number.POSITIVE_INFINITY) - (from ?? 0) < readAtOnce;
}

type Contigs = readonly { readonly name: string; readonly length: number | null }[];

/** Null while they are fetched; of very many the first ones, others have no length known. */
function useContigs({ handle, reader }: Pick<Props, "handle" | "reader">): Contigs | null {
  const [contigs, setContigs] = useState<Contigs | null>(null);
  useEffect(() => {
    let isHere = true;
    reader.window(handle, { offset: 0, limit: 2_000 }).then(
      ({ columns, rows }) => {
        const at = columns.findIndex(({ name }) => name === "length");
        const lengthOf = (value: unknown): number | null => (typeof value === "number" ? value : null);
        if (isHere) setContigs(rows.map((row) => ({ name: String(row[0] ?? ""), length: at < 0 ? null : lengthOf(row[at]) })));
      },
      // The list of sequences below says that it could not be fetched.
      () => isHere && setContigs([]),
    );
    return () => {
      isHere = false;
    };
  }, [handle, reader]);
  return contigs;
}

function PlaceField({ place, onPlace }: { readonly place: string; onPlace(place: string): void }) {
  const t = useT(words);
  const [text, setText] = useState(place);
  const go = (): void => {
    if (text.trim() !== "" && text.trim() !== place) onPlace(text.trim());
  };
  return (
    <TextInput
      id={useFieldId()}
      title={t("place-how")}
      value={text}
      style={{ width: Math.min(280, Math.max(160, widthOf(text))) }}
      onChange={(event) => setText(event.target.value)}
      onBlur={go}
      onKeyDown={(event) => {
        if (event.key === "Enter") go();
        if (event.key === "Escape") setText(place);
      }}
    />
  );
}

interface Looked {
  readonly along: AlongFile;
  readonly length: number | null;
  look(next: Stretch): void;
}

const middle = ({ start, end }: Stretch): number => (start + end) / 2;

function Moves({ along, length, look }: Looked) {
  const t = useT(words);
  const isWhole = along.start === 0 && length !== null && along.end >= length;
  const moves = [
    ["before", "←", moved(along, -0.5, length), along.start === 0],
    ["after", "→", moved(along, 0.5, length), length !== null && along.end >= length],
    ["closer", "+", zoomed(along, middle(along), 0.5, length), false],
    ["wider", "−", zoomed(along, middle(along), 2, length), isWhole],
  ] as const;
  return (
    <span style={{ display: "inline-flex", flexWrap: "wrap" }}>
      {moves.map(([name, sign, next, isOff]) => (
        <Quiet key={name} type="button" aria-label={t(name)} title={t(name)} disabled={isOff} onClick={() => look(next)}>
          {sign}
        </Quiet>
      ))}
      {isWhole || length === null ? null : (
        <Quiet type="button" onClick={() => look({ contig: along.contig, start: 0, end: length })}>
          {t("whole")}
        </Quiet>
      )}
    </span>
  );
}

function Picture({ along, told, length, look }: Looked & { readonly told: Shown }) {
  const t = useT(words);
  const locale = useLocale();
  // A bin of the place that it was set in: the picture stays, and with it the focus, when another place comes.
  const [walked, walk] = useState<{ readonly along: AlongFile; readonly at: number } | null>(null);
  const cursor = walked?.along === along ? walked.at : null;
  const setCursor = (at: number): void => walk({ along, at });
  const said = useMemo(() => {
    const number = (value: number): string => formatNumber(value, locale);
    const of = (at: number): string => {
      const { start, end } = binOf(along, at);
      const place = end - start === 1 ? number(end) : `${number(start + 1)}–${number(end)}`;
      const [mean, min, max] = [along.mean[at] ?? null, along.min?.[at] ?? null, along.max?.[at] ?? null];
      if (mean === null) return t("bin-nothing", { place });
      if (min === null || max === null || end - start === 1) return t("bin-mean", { place, mean: number(mean) });
      return t("bin-range", { place, mean: number(mean), min: number(min), max: number(max) });
    };
    return {
      of,
      place: t("axis-place", { contig: along.contig }),
      value: t(`axis-${told}`),
      alt: altOf(along, told, t),
    };
  }, [along, told, t, locale]);
  const figure = useMemo(() => alongFigure(along, told, cursor, said), [along, told, cursor, said]);
  const count = along.mean.length;
  const act = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
    if (event.target.getAttribute("role") !== "img") return;
    const about = cursor === null ? middle(along) : middle({ contig: along.contig, ...binOf(along, cursor) });
    const step = (by: number): void => setCursor(Math.max(0, Math.min(count - 1, (cursor ?? (by > 0 ? -1 : count)) + by)));
    const acts: { readonly [key: string]: () => void } = {
      ArrowLeft: () => step(-1),
      ArrowRight: () => step(1),
      Home: () => setCursor(0),
      End: () => setCursor(count - 1),
      PageUp: () => look(moved(along, -0.5, length)),
      PageDown: () => look(moved(along, 0.5, length)),
      "+": () => look(zoomed(along, about, 0.5, length)),
      "=": () => look(zoomed(along, about, 0.5, length)),
      "-": () => look(zoomed(along, about, 2, length)),
      ...(length === null ? {} : { "0": () => look({ contig: along.contig, start: 0, end: length }) }),
    };
    if (!Object.hasOwn(acts, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    acts[event.key]?.();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the picture inside, which has the focus
    <div onKeyDown={act}>
      <PlotlyFigure
        figure={figure}
        height={globalThis.innerWidth < 720 ? 240 : 260}
        name={`${along.contig}_${along.start + 1}-${along.end}`}
        onSelect={(selection) => {
          const [from, to] = selection?.x?.map(Number) ?? [];
          if (from === undefined || to === undefined || !Number.isFinite(from + to)) return;
          look(within({ contig: along.contig, start: Math.min(from, to), end: Math.max(from, to) }, length));
        }}
      />
      <Caption>{t(`said-${told}`, { bin: along.bin })}</Caption>
      <Keys>{t("keys")}</Keys>
      <Announced role="status">{cursor === null ? "" : said.of(cursor)}</Announced>
      {cursor === null ? null : <Caption aria-hidden="true">{said.of(cursor)}</Caption>}
    </div>
  );
}

function altOf(
  along: AlongFile,
  told: Shown,
  t: ReturnType<typeof useT<"alt-depth" | "alt-values" | "alt-rows" | "alt-estimate" | "alt-nothing">>,
): string {
  const place = placeText(along, null);
  const means = along.mean.filter((value) => value !== null);
  if (means.length === 0) return t("alt-nothing", { place });
  let [min, max, bases, sum] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  along.mean.forEach((mean, at) => {
    if (mean === null) return;
    const { start, end } = binOf(along, at);
    min = Math.min(min, along.min?.[at] ?? mean);
    max = Math.max(max, along.max?.[at] ?? mean);
    bases += end - start;
    sum += mean * (end - start);
  });
  const nothing = Math.round((100 * (along.mean.length - means.length)) / along.mean.length);
  return t(`alt-${told}`, {
    place,
    mean: Number((sum / bases).toPrecision(3)),
    min,
    max: Number(max.toPrecision(3)),
    bin: along.bin,
    nothing,
  });
}
