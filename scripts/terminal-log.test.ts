// What a person sees in the terminal of npm start.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { openLog, shownLine } from "./terminal-log.mjs";

test("runs are for the file; warnings and sentences are said in a line", () => {
  expect(shownLine('{"level":30,"time":1,"part":"kernel","msg":"run ended"}')).toBeNull();
  expect(shownLine('{"level":40,"msg":"the audit\'s sealer waits","err":{"message":"connection refused"}}')).toBe(
    "Warning: the audit's sealer waits: connection refused",
  );
  expect(shownLine('{"level":60,"part":"kernel","msg":"GENOMECRAFT_LANES is \\"many\\"."}')).toBe(
    'Error (kernel): GENOMECRAFT_LANES is "many".',
  );
  expect(shownLine("Port 4300 on 127.0.0.1 is taken by another program.")).toBe(
    "Port 4300 on 127.0.0.1 is taken by another program.",
  );
  expect(shownLine("{not json")).toBe("{not json");
});

test("all of it stands in the file, lines that come in pieces too", async () => {
  const home = mkdtempSync(path.join(os.tmpdir(), "log-"));
  const shown: string[] = [];
  const log = openLog(home, { show: (line: string) => void shown.push(line) });
  const stream = new PassThrough();
  log.take(stream);
  stream.write('{"level":30,"ms');
  stream.write('g":"run ended"}\nhello\nlast');
  stream.end();
  await new Promise((resolve) => stream.on("close", resolve));
  expect(shown).toEqual(["hello", "last"]);
  expect(readFileSync(log.file, "utf8")).toBe('{"level":30,"msg":"run ended"}\nhello\nlast\n');
  rmSync(home, { recursive: true });
});
