// How sliders look.

export const sliderLook = {
  width: 200,
  // On a telephone it takes the room that its label and its fields leave, so that all stand in one line.
  "@media (max-width: 719px)": { flex: "1 1 96px", width: "auto", minWidth: 96, margin: "0 4px" },
  color: "var(--gc-accent)",
  "& .MuiSlider-thumb": {
    width: 16,
    height: 16,
    "&.Mui-focusVisible": { boxShadow: "0 0 0 2px var(--gc-surface), 0 0 0 4px var(--gc-accent)" },
  },
  "& .MuiSlider-rail": { background: "var(--gc-control)", opacity: 1, height: 2 },
} as const;
