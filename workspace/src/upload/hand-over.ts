// Files dropped on home, sent and looked into there, kept until the notebook made for them has opened.

import type { Arrived } from "./drop-files.ts";

export interface HandedOver {
  readonly files: readonly Arrived[];
  /** The lab that they belong to. */
  readonly owner: string;
}
let waiting: HandedOver | null = null;

export const handOver = (files: HandedOver): void => {
  waiting = files;
};
export const takeHandedOver = (): HandedOver | null => {
  const files = waiting;
  waiting = null;
  return files;
};
