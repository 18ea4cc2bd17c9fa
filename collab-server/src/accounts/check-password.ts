// Whether a password may be taken, asked wherever somebody chooses one.

import { refuse } from "../errors.ts";
import { longestPassword, type PasswordStrength, shortestPassword } from "./password-strength.ts";

/** Refuses what can be guessed, with a sentence that says what to do. */
export async function checkPassword(passwords: PasswordStrength, password: string, personal: readonly string[]): Promise<void> {
  if (password.length < shortestPassword || password.length > longestPassword)
    return refuse("invalid", "password-length", { least: shortestPassword, most: longestPassword });
  const found = await passwords.of(password, personal);
  if (found === "busy") return refuse("rate-limited", "too-many", { seconds: 10 });
  if (found === "weak") return refuse("invalid", "password-weak");
}
