import { expect, test } from "vitest";
import { pino } from "pino";
import { DrizzleQueryError } from "drizzle-orm";
import { errorForLog } from "./error-for-log.ts";

test("a failed query is logged without what people wrote", () => {
  let line = "";
  const log = pino({ serializers: { err: errorForLog } }, { write: (text: string) => void (line += text) });
  log.error(
    { err: new DrizzleQueryError("insert into notes values ($1)", ["patient Anna Weber"], new Error("disk full")) },
    "failed",
  );
  expect(line).toContain("insert into notes");
  expect(line).toContain("disk full");
  expect(line).not.toContain("Anna");
});

test("a lost database is logged in one short line each time, without the driver's client", () => {
  const lost = Object.assign(new Error("terminating connection"), { code: "57P01", client: { password: "secret" } });
  expect(errorForLog(lost)).toEqual({ type: "Error", message: "terminating connection" });
  const other = Object.assign(new Error("deadlock detected"), { code: "40P01", client: { password: "secret" } });
  expect(errorForLog(other)).toMatchObject({ message: "deadlock detected", code: "40P01" });
  expect(errorForLog(other)).not.toHaveProperty("client");
});

test("what is thrown but no error stays as it is", () => {
  expect(errorForLog("gone")).toBe("gone");
});
