// What the terminal shows of the programs that npm start runs: sentences and warnings. All else goes to a file in the folder
// of GenomeCraft's data; the one of before is kept beside it once it is large.

import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import path from "node:path";

const mostBytes = 10 * 2 ** 20;
const warning = 40;

/** A line as the terminal shows it; null: it is for the file alone. */
export function shownLine(line) {
  if (!line.startsWith("{")) return line;
  let told;
  try {
    told = JSON.parse(line);
  } catch {
    return line;
  }
  if (typeof told?.level !== "number") return line;
  if (told.level < warning) return null;
  const why = told.err?.message && told.err.message !== told.msg ? `: ${told.err.message}` : "";
  return `${told.level > warning ? "Error" : "Warning"}${told.part ? ` (${told.part})` : ""}: ${told.msg ?? "it said nothing"}${why}`;
}

/** `home` is the folder of the data. Answers where the log stands, and how to take a program's words. */
export function openLog(home, { show = (line) => process.stdout.write(`${line}\n`) } = {}) {
  const file = path.join(home, "log", "genomecraft.log");
  // A folder that cannot be written to is the server's to tell; its words then stand in the terminal alone.
  let canWrite = true;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    if (existsSync(file) && statSync(file).size > mostBytes) renameSync(file, `${file}.1`);
  } catch {
    canWrite = false;
  }
  const take = (stream) => {
    let rest = "";
    const say = (line) => {
      if (line === "") return;
      if (canWrite) {
        try {
          appendFileSync(file, `${line}\n`);
        } catch {
          canWrite = false;
        }
      }
      const shown = shownLine(line);
      if (shown !== null) show(shown);
    };
    stream.setEncoding("utf8");
    stream.on("data", (text) => {
      const lines = `${rest}${text}`.split("\n");
      rest = lines.pop();
      for (const line of lines) say(line);
    });
    stream.on("end", () => {
      say(rest);
      rest = "";
    });
  };
  return { file, take };
}
