// The first place where a text is as a pattern tells, with its groups: all ways are gone at once, sign by sign (Pike's machine;
// Cox, "Regular Expression Matching: the Virtual Machine Approach", 2009), so that no pattern takes more than its length times
// that of the text. Of several ways the one that backtracking would have found first.

import { type Assertion, isWord, type Pattern } from "./parse-pattern.ts";

interface Way {
  readonly at: number;
  readonly saved: readonly number[];
}

const holds = (what: Assertion, signs: readonly number[], place: number): boolean => {
  if (what === "start") return place === 0;
  if (what === "end") return place === signs.length;
  const before = place > 0 && isWord(signs[place - 1] as number);
  const after = place < signs.length && isWord(signs[place] as number);
  return (before !== after) === (what === "word");
};

/** The whole and each group; null where it has none. Null: the text is nowhere so. */
export function firstMatch({ program, groups }: Pattern, text: string): readonly (string | null)[] | null {
  const signs = Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
  const none: readonly number[] = Array.from({ length: 2 * (groups + 1) }, () => -1);
  const seen = new Int32Array(program.length).fill(-1);
  let found: readonly number[] | null = null;
  let ways: Way[] = [];
  for (let place = 0; place <= signs.length; place++) {
    const here: Way[] = [];
    const follow = (start: Way): void => {
      // Those that are tried later lie below.
      const stack: Way[] = [start];
      while (stack.length > 0) {
        const way = stack.pop() as Way;
        if (seen[way.at] === place) continue;
        seen[way.at] = place;
        const instruction = program[way.at];
        switch (instruction?.op) {
          case "jump":
            stack.push({ ...way, at: instruction.to });
            break;
          case "split":
            stack.push({ ...way, at: instruction.second }, { ...way, at: instruction.first });
            break;
          case "save": {
            const saved = way.saved.slice();
            saved[instruction.slot] = place;
            stack.push({ at: way.at + 1, saved });
            break;
          }
          case "assert":
            if (holds(instruction.what, signs, place)) stack.push({ ...way, at: way.at + 1 });
            break;
          default:
            here.push(way);
        }
      }
    };
    for (const way of ways) follow(way);
    if (!found) follow({ at: 0, saved: none });
    if (here.length === 0 && found) break;
    ways = [];
    for (const way of here) {
      const instruction = program[way.at];
      if (instruction?.op === "match") {
        found = way.saved;
        break;
      }
      if (instruction?.op === "one" && place < signs.length && instruction.test(signs[place] as number))
        ways.push({ at: way.at + 1, saved: way.saved });
    }
  }
  const saved = found;
  if (!saved) return null;
  return Array.from({ length: groups + 1 }, (_, group) => {
    const [from, to] = [saved[2 * group] ?? -1, saved[2 * group + 1] ?? -1];
    return from < 0 || to < 0
      ? null
      : signs
          .slice(from, to)
          .map((sign) => String.fromCodePoint(sign))
          .join("");
  });
}
