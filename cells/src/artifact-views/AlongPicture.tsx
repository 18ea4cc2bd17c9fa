// The picture of what lies along a place, with its words: a box drawn in it zooms, and by keyboard the bins are walked and the
// place is zoomed and moved.

import { styled } from "@mui/material/styles";
import { type KeyboardEvent, useMemo, useState } from "react";
import type { ToldAlong } from "../artifacts/types/file/told-along.ts";
import type { AlongFile } from "../contract/kind-view.ts";
import { words } from "../messages/along/words.ts";
import { formatNumber } from "../messages/translate.ts";
import { Caption } from "../ui/field-styles.ts";
import { useLocale, useT } from "../ui/locale-context.tsx";
import { PlotlyFigure } from "../ui/PlotlyFigure.tsx";
import { alongFigure, binOf } from "./along-figure.ts";
import { middle, moved, placeText, type Stretch, within, zoomed } from "./along-places.ts";

/** What a picture shows of it. */
type Shown = ToldAlong | "estimate";
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

export interface Looked {
  readonly along: AlongFile;
  readonly length: number | null;
  look(next: Stretch): void;
}

export function AlongPicture({ along, told, length, look }: Looked & { readonly told: Shown }) {
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
        onBox={({ x }) => {
          const [from, to] = x?.map(Number) ?? [];
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
