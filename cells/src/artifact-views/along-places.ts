// Places as the view of what lies along a file asks for them: whole, closer, wider, beside. Pure.

export interface Stretch {
  readonly contig: string;
  /** [start, end) from 0. */
  readonly start: number;
  readonly end: number;
}

/** Bases; closer one cannot look. */
const least = 20;

const grouped = (value: number): string => value.toLocaleString("en-US");

/** As people write it: counted from 1, both ends inside; the whole of a sequence is its name. */
export const placeText = ({ contig, start, end }: Stretch, length: number | null): string =>
  start === 0 && length !== null && end >= length ? contig : `${contig}:${grouped(start + 1)}-${grouped(end)}`;

export const middle = ({ start, end }: Stretch): number => (start + end) / 2;

/** Kept inside the sequence, and not shorter than can be looked at. */
export function within({ contig, start, end }: Stretch, length: number | null): Stretch {
  const most = length ?? Number.MAX_SAFE_INTEGER;
  const span = Math.min(most, Math.max(least, Math.round(end - start)));
  const from = Math.max(0, Math.min(Math.round(start), most - span));
  return { contig, start: from, end: from + span };
}

/** By a factor about a base, which stays where it is on the screen. */
export const zoomed = ({ contig, start, end }: Stretch, about: number, factor: number, length: number | null): Stretch => {
  const span = Math.max(least, (end - start) * factor);
  const share = (about - start) / Math.max(1, end - start);
  return within({ contig, start: about - share * span, end: about + (1 - share) * span }, length);
};

/** By a share of what is seen. */
export const moved = ({ contig, start, end }: Stretch, share: number, length: number | null): Stretch => {
  const by = Math.round((end - start) * share);
  return within({ contig, start: start + by, end: end + by }, length);
};
