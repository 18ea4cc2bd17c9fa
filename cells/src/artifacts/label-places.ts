// Where the names of a few points go so that none covers another: each is tried above, right, left and below its point, in the order
// of importance, and left out where no place is free. Pure; in pixels of a plot of about that size.

export interface Labelled {
  /** Pixels from the left and from the top. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
}
export interface PlotRoom {
  readonly width: number;
  readonly height: number;
}
const sides = ["top center", "middle right", "middle left", "bottom center"] as const;
export type LabelSide = (typeof sides)[number];

/** A letter of 12 pixels, generously; a line of them; room about the mark. */
const [letter, line, gap] = [7.2, 14, 5];

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function boxAt({ x, y, text }: Labelled, side: LabelSide): Box {
  const width = [...text].length * letter;
  const left = side === "middle right" ? x + gap : side === "middle left" ? x - gap - width : x - width / 2;
  const top = side === "top center" ? y - gap - line : side === "bottom center" ? y + gap : y - line / 2;
  return { left, right: left + width, top, bottom: top + line };
}

/** Null: there is no place for it. */
export function labelPlaces(points: readonly Labelled[], { width, height }: PlotRoom): readonly (LabelSide | null)[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 }));
  return points.map((point, at) => {
    for (const side of sides) {
      const box = boxAt(point, side);
      if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) continue;
      if (taken.some((other, of) => of !== at && meet(box, other))) continue;
      taken.push(box);
      return side;
    }
    return null;
  });
}
