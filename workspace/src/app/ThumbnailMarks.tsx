// The strokes of a small figure in the colours of the screen: inside an <svg> of the size of thumbnails.

import { heatLevels, type ThumbnailMark } from "@genomecraft/cells/artifacts/figure-thumbnail.ts";

const groups = 6;
/** Viridis, from low to high. */
const viridis = ["#440154", "#414487", "#2a788e", "#22a884", "#7ad151", "#fde725"];

export const ThumbnailMarks = ({ marks }: { readonly marks: readonly ThumbnailMark[] }) =>
  marks.map(({ shape, path, group, heat }, index) => {
    const colour = heat ? viridis[Math.min(heatLevels - 1, group)] : `var(--gc-chart-${(group % groups) + 1})`;
    if (shape === "area") return <path key={index} d={path} fill={colour} fillOpacity={heat ? 1 : 0.35} stroke="none" />;
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
