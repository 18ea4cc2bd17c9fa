// What lies along the sequences of a file that stays one: depth of reads, values of a track, rows. A sequence is chosen, a place
// written, and looked at closer or wider.

import { styled } from "@mui/material/styles";
import { useState } from "react";
import type { ToldAlong } from "../artifacts/types/file/told-along.ts";
import { words } from "../messages/along/words.ts";
import { Combo, widthOf } from "../ui/ComboField.tsx";
import { Caption, LineButton, Quiet, TextInput } from "../ui/field-styles.ts";
import { Field, FieldRow, useFieldId } from "../ui/FieldRow.tsx";
import { useT } from "../ui/locale-context.tsx";
import { Select } from "../ui/SelectField.tsx";
import { useSameHandle } from "../ui/use-artifact.ts";
import { AlongPicture, type Looked } from "./AlongPicture.tsx";
import { middle, moved, placeText, type Stretch, zoomed } from "./along-places.ts";
import type { ArtifactViewProps } from "./props.ts";
import { useAlong } from "./use-along.ts";
import { useContigs } from "./use-contigs.ts";

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
  const listed = contigs?.find(({ name }) => place === name || place?.startsWith(`${name}:`))?.name;
  const contig = listed ?? place;
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
  // What was read once is kept, and came in the place of the estimate.
  const isRead = along !== null && along.place === place && !along.told.isEstimate;
  // A place that was refused is on no sequence: what is still to be seen stays chosen.
  const chosen = listed ?? seen?.contig ?? contig ?? "";
  return (
    <Section aria-label={t(`title-${told}`)}>
      <Heading>{t(`title-${told}`)}</Heading>
      <FieldRow>
        <Field label={t("sequence")}>
          {contigs && contigs.length <= mostListed ? (
            <Select
              label={t("sequence")}
              value={chosen}
              options={contigs.map(({ name }) => ({ value: name, label: name }))}
              onChange={lookAt}
            />
          ) : (
            <Combo
              label={t("sequence")}
              shown={chosen}
              width={Math.max(120, widthOf(chosen))}
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
      {waitsForYes && !isRead ? (
        <>
          <LineButton
            type="button"
            style={{ margin: "8px 0 4px" }}
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
        <AlongPicture along={seen} told={seen.isEstimate ? "estimate" : told} length={lengthOf(seen.contig)} look={look} />
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
