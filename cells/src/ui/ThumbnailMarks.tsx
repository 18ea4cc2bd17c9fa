// The strokes of a small figure: inside an <svg> of the size of thumbnails.

import { heatLevels, type ThumbnailMark } from "../artifacts/figure-thumbnail.ts";
import { darkColours, diverging, lightColours } from "./chart-colours.ts";

const groups = 6;
/** Viridis, from low to high. */
const viridis = ["#440154", "#443983", "#31688e", "#21918c", "#35b779", "#90d743", "#fde725"];

/** What the chart shows at this level, between two of its stops. */
function aboutZero(level: number, dark: boolean): string {
  const stops = diverging(dark ? darkColours : lightColours);
  const at = level / (heatLevels - 1);
  const right = Math.max(
    1,
    stops.findIndex(([place]) => place >= at),
  );
  const [from, before] = stops[right - 1] as readonly [number, string];
  const [to, after] = stops[right] as readonly [number, string];
  return `color-mix(in srgb, ${after} ${Math.round(((at - from) / (to - from)) * 100)}%, ${before})`;
}

export function ThumbnailMarks({ marks, dark }: { readonly marks: readonly ThumbnailMark[]; readonly dark: boolean }) {
  const colourOf = ({ scale, group }: ThumbnailMark): string => {
    if (scale === "groups") return `var(--gc-chart-${(group % groups) + 1})`;
    const level = Math.min(heatLevels - 1, group);
    return scale === "diverging" ? aboutZero(level, dark) : (viridis[level] as string);
  };
  return marks.map((mark, index) => {
    const { shape, path, scale } = mark;
    const colour = colourOf(mark);
    if (shape === "area")
      return <path key={index} d={path} fill={colour} fillOpacity={scale === "groups" ? 0.35 : 1} stroke="none" />;
    return (
      <path
        key={index}
        d={path}
        fill="none"
        stroke={colour}
        strokeWidth={shape === "dots" ? 4 : 1.5}
        strokeOpacity={shape === "dots" ? 0.85 : 1}
        strokeLinecap={shape === "dots" ? "round" : "butt"}
        strokeLinejoin="round"
      />
    );
  });
}
