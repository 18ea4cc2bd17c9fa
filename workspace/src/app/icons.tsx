// The few pictures that the screen needs, 16 px, drawn in the colour of the text.

const paths = {
  star: "M8 2l1.8 3.9 4.2.5-3.100 2.900.8 4.200L8 11.400l-3.700 2.100.8-4.200L2 6.400l4.200-.5z",
  more: "M3 8h.01M8 8h.01M13 8h.01",
  plus: "M8 3v10M3 8h10",
  close: "M4 4l8 8M12 4l-8 8",
  search: "M7 12A5 5 0 107 2a5 5 0 000 10zM11 11l3 3",
  file: "M4 2h5l3 3v9H4zM9 2v3h3",
  menu: "M2 4h12M2 8h12M2 12h12",
  panel: "M2 3h12v10H2zM10 3v10",
  fold: "M4 6l4 4 4-4",
  open: "M6 4l4 4-4 4",
  copy: "M5 5h8v9H5zM3 11V2h8",
  down: "M8 2v8M4 7l4 4 4-4M3 14h10",
  large: "M9 3h4v4M7 13H3V9M13 3L9 7M3 13l4-4",
  drag: "M6 3h.01M10 3h.01M6 8h.01M10 8h.01M6 13h.01M10 13h.01",
} as const;

export function Icon({ name }: { readonly name: keyof typeof paths }) {
  const dots = name === "more" || name === "drag";
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={dots ? 2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
