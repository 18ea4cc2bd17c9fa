// The sign of a cell's state, drawn: signs of a font look different on every computer, and are missing on some.

import type { StateName } from "./cell-state.ts";

const circle = "M8 2.5a5.5 5.5 0 110 11 5.5 5.5 0 010-11z";
/** Drawn, by state; what the sign says stands beside it in words. */
export const signs: { readonly [state in StateName]: string } = {
  "needs-input": circle,
  idle: circle,
  draft: "M3.5 12.500l.7-3L10.5 3.200l2.3 2.3-6.3 6.300zM9 4.700L11.3 7",
  waiting: `${circle}M8 5v3.200l2 1.3`,
  queued: `${circle}M8 5v3.200l2 1.3`,
  running: `${circle}M8 2.500V8h5.5`,
  fresh: "M3 8.500l3.5 3.500L13 4.5",
  stale: "M8 3l5.5 10h-11z",
  blocked:
    "M6.5 9.500l3-3M7.2 5.300l1.5-1.500a2.5 2.5 0 013.5 3.500l-1.5 1.500M8.8 10.700l-1.5 1.500a2.5 2.5 0 01-3.5-3.500l1.5-1.5",
  failed: "M4 4l8 8M12 4l-8 8",
  invalid: "M4 4l8 8M12 4l-8 8",
  restricted: "M4 7.500h8V13H4zM5.5 7.500V5.500a2.5 2.5 0 015 0v2",
  unreleased: "M4 7.500h8V13H4zM5.5 7.500V5.500a2.5 2.5 0 014.8-1M8 9.500v1.5",
  cancelled: `${circle}M4.2 11.800l7.6-7.6`,
  off: "M5 8h6",
};

export const StateSign = ({ state, size = 14 }: { readonly state: StateName; readonly size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
    strokeDasharray={state === "needs-input" ? "2 2.3" : undefined}
    aria-hidden="true"
    focusable="false"
  >
    <path d={signs[state]} />
  </svg>
);
