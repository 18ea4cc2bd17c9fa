// The answer in words: how many, with which chance, how small; what is taken for given, and what a small chance means.

import type { Sentence } from "../../messages/sentence.ts";
import { type DesignName, designs, type Settings } from "./designs.ts";
import { words } from "./words.ts";

interface Answer {
  readonly design: DesignName;
  readonly solve: "n" | "power" | "effect";
  readonly settings: Settings;
  readonly n: number;
  readonly power: number;
  readonly alpha: number;
}

/** `wanted`: the chance that was asked for; null: it was looked for. */
export function sayPower({ design, solve, settings, n, power, alpha }: Answer, wanted: number | null): readonly Sentence[] {
  const { who, groups, nothing } = designs[design];
  const told = Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, Number(value.toPrecision(4))]));
  const d = Number(Math.abs((settings["difference"] ?? 0) / (settings["deviation"] ?? 1)).toPrecision(3));
  const effect = { key: words.key(`effect-${design}`), params: { ...told, d } };
  const whose = { key: words.key(`who-${who}`), params: { n } };
  const all = n * groups(settings);
  const params = { effect, who: whose, alpha, power: percent(solve === "effect" && wanted !== null ? wanted : power) };
  return [
    words.sentence(`says-${solve}`, {
      ...params,
      nothing: Number(nothing(settings).toPrecision(4)),
      wanted: percent(wanted ?? power),
    }),
    ...(groups(settings) > 1 ? [words.sentence("in-all", { n: all })] : []),
    ...(solve === "power" && power < 0.5 ? [words.sentence("low-power")] : []),
    words.sentence(`takes-${design}`),
  ];
}

/** One decimal place is more than any plan knows. */
export const percent = (share: number): number => Number((100 * share).toFixed(1));
