// What the header of a SAM file or a BAM says, as far as records are held to it.

export interface Reference {
  /** Place among the @SQ lines. */
  readonly order: number;
  readonly length: number | null;
  readonly isCircular: boolean;
}
export interface SamHeader {
  readonly references: Map<string, Reference>;
  readonly readGroups: Set<string>;
  readonly programs: Set<string>;
  order: string;
}

export const newSamHeader = (): SamHeader => ({
  references: new Map(),
  readGroups: new Set(),
  programs: new Set(),
  order: "unknown",
});

/** Of SAM v1 §1.2.1. */
export const isName = (name: string): boolean => /^[0-9A-Za-z!#$%&+./:;?@^_|~-][0-9A-Za-z!#$%&*+./:;=?@^_|~-]*$/.test(name);
