// A person as a coloured disc with initials; the colour follows from who she is.

const colours = 8;

/** 1..8: which presence colour a person has, by id or name. */
export function presenceOf(who: string): number {
  let sum = 0;
  for (let index = 0; index < who.length; index++) sum = (sum * 31 + who.charCodeAt(index)) >>> 0;
  return (sum % colours) + 1;
}
export const presenceColour = (who: string): string => `var(--gc-presence-${presenceOf(who)})`;

export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0] ?? "?"];
  return ends
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toLocaleUpperCase();
};

export const nameOf = (who: { readonly name?: string } | string | null | undefined): string =>
  typeof who === "string" ? who : (who?.name ?? "");

export function Avatar({ name, colour, title }: { readonly name: string; readonly colour?: string; readonly title?: string }) {
  return (
    <span
      className="avatar"
      style={{ background: colour ?? presenceColour(name) }}
      title={title ?? name}
      data-initials={initialsOf(name)}
      aria-hidden="true"
    />
  );
}
