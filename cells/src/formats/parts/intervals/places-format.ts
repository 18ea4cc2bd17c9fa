// What the cards of formats of places have in common.

import type { ReadSetting } from "../../../contract/format.ts";

export const settingsOfPlaces: readonly ReadSetting[] = ["ragged", "encoding", "build"];

export const placesFormat = {
  version: 1,
  isText: true,
  isStreamed: true,
  givesWhole: true,
  yields: ["table"],
  settings: settingsOfPlaces,
  // A line of 30 letters becomes some 20 bytes of columns, which are twice there when they have grown.
  memoryPerByte: 1.5,
} as const;
