// The commands of `genomecraft` and their flags. Each command is a file of its own, loaded when it is called: `kinds`
// must not wait for what `doctor` needs.

import { Command, CommanderError, InvalidArgumentError } from "commander";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import { CommandEnd, type ExitCode, type Terminal } from "./terminal.ts";

const lanes = (text: string): number => {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError("It must be a whole number from 1 up.");
  return count;
};
const many = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

/** Runs one command line; answers the exit code and never throws. */
export async function runProgram(args: readonly string[], given: Terminal, version: string): Promise<ExitCode> {
  let exit: ExitCode = 0;
  let printed = false;
  const terminal: Terminal = {
    ...given,
    out: (text) => {
      printed = true;
      given.out(text);
    },
  };
  const program = new Command("genomecraft")
    .description("A reactive, collaborative notebook for genetics laboratories.")
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text.trimEnd()), writeErr: (text) => terminal.say(text.trimEnd()) })
    .showHelpAfterError("(genomecraft --help shows what there is)")
    .addHelpText("after", "\nExit codes: 0 done, 1 the work failed, 2 wrong usage or a file that cannot be read.");
  // Subcommands take over how the program ends.
  const command = (nameAndArgs: string, description: string): Command =>
    program.command(nameAndArgs).description(description).copyInheritedSettings(program).exitOverride();
  const ends = async (work: Promise<ExitCode> | ExitCode): Promise<void> => {
    try {
      exit = await work;
    } catch (error) {
      // Results and exports are written as they come: a disk may be full, or a folder closed to us, at any of them.
      const { code, path: at } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
      if (code === "ENOSPC" || code === "EDQUOT") throw new CommandEnd(1, terminal.words("disk-full"));
      if (code === "EACCES" || code === "EPERM" || code === "EROFS")
        throw new CommandEnd(1, terminal.words("folder-closed", { at: at ?? "", code }));
      throw error;
    }
  };
  const server = (to: Command): Command =>
    to
      .option("--server <url>", "address of the server (or GENOMECRAFT_SERVER)")
      .option("--key <key>", "API key (or GENOMECRAFT_API_KEY)");

  command("start", "start database, server and kernel on this machine, and open the notebook")
    .option("--empty", "without the demonstration lab")
    .option("--no-open", "do not open a browser")
    .action(async (flags) => ends((await import("./kernel-command.ts")).startCommand(flags, terminal)));

  for (const what of ["backup", "restore"] as const)
    command(
      `${what} <folder>`,
      what === "backup"
        ? "copy the server of these settings while it runs: database, files, record"
        : "make a server of a copy, in an empty GENOMECRAFT_HOME",
    ).action(async (folder: string) => ends((await import("./backup-command.ts")).backupCommand(what, folder, terminal)));

  command("kernel", "run cells on this machine for a server")
    .option("--server <url>", "address of the server (or GENOMECRAFT_SERVER)")
    .option("--token <token>", "kernel token (or GENOMECRAFT_KERNEL_TOKEN, which does not show in the list of processes)")
    .option("--lanes <n>", "runs at the same time (or GENOMECRAFT_LANES)", lanes)
    .option("--site <name>", "the site whose data may be computed with here")
    .option("--software <names>", "programs that are here and that cells may need, by name, with commas")
    .option("--trusted", "without bubblewrap: run workers without walls, for a server on this machine only")
    .action(async (flags) => ends((await import("./kernel-command.ts")).kernelCommand(flags, terminal)));

  command("doctor", "try what is installed: sandbox, engines, devices, and say how to mend what fails")
    .option("--json", "one JSON document on standard output")
    .action(async (flags) => ends((await import("./doctor-command.ts")).doctorCommand(flags, terminal)));

  command("run <notebook>", "run a notebook file; results are kept beside it in .genomecraft (plain text)")
    .option("--set <name=value>", "value of a parameter cell; may be repeated", many)
    .option(
      "--export <cell[.port]=file>",
      "write an output: csv (lossless), excel.csv (no text is a formula), tsv, parquet, json, xlsx, png, svg, pdf, onnx; may be repeated",
      many,
    )
    .option("--figure-width <mm>", "exported figures are so wide on paper, with letters of 7 points: 89 is one column, 183 two")
    .option("--dpi <dots>", "of PNG at that width, and of what is an image within SVG and PDF (600)")
    .option("--only <cell>", "this cell and what it needs; may be repeated", many)
    .option("--fresh", "run again although results are kept")
    .option("--json", "one JSON document on standard output")
    .action(async (file: string, flags) => ends((await import("./run-command.ts")).runCommand(file, flags, terminal)));

  server(
    command(
      "verify <what>",
      "recompute results from their raw data and compare: of a notebook file, or of a publication (pub_…) of a server",
    ),
  )
    .addHelpText("after", "\nExits with 0 only when every result is there and is what its inputs give.")
    .option("--json", "one JSON document on standard output")
    .action(async (file: string, flags) => ends((await import("./verify-command.ts")).verifyCommand(file, flags, terminal)));

  command("inspect <file...>", "say what files are: format, shape, columns, and what is wrong with them")
    .option("--json", "one JSON document on standard output")
    .action(async (files: string[], flags) =>
      ends((await import("./inspect-command.ts")).inspectCommand(files, flags, terminal)),
    );

  command("check <file...>", "hold files to the standard of their format: every rule that is broken, with line and section")
    .option("--strict", "what every program in use passes over is an error, too, where the standard forbids it")
    .option("--format <name>", "take the files for this format instead of what is found in them")
    .option("--json", "one JSON document on standard output")
    .addHelpText("after", "\nExit codes: 0 sound or warnings only, 1 errors found, 2 unreadable or unknown.")
    .action(async (files: string[], flags) => ends((await import("./check-command.ts")).checkCommand(files, flags, terminal)));

  command("kinds [kind...]", "every kind of cell and its settings; of kinds that are named, all there is to say")
    .option("--json", "one JSON document on standard output, with JSON Schemas")
    .action(async (kinds: string[], flags) => ends((await import("./kinds-command.ts")).kindsCommand(kinds, flags, terminal)));

  server(command("export <notebook>", "write a notebook of a server as a file"))
    .option("-o, --output <file>", "this file instead of standard output")
    .action(async (id: string, flags) => ends((await import("./server-commands.ts")).exportCommand(id, flags, terminal)));

  server(command("import <notebook>", "put a notebook file and its data on a server"))
    .option("--lab <lab>", "name or id of the lab")
    .option("--into <id>", "add its cells to this notebook instead of making one")
    .option("--replace", "with --into: in place of the cells that are there")
    .option("--json", "one JSON document on standard output")
    .action(async (file: string, flags) => ends((await import("./server-commands.ts")).importCommand(file, flags, terminal)));

  const audit = command("audit", "the record of who did what");
  server(
    audit.command("verify").description("check that nobody changed the record").copyInheritedSettings(program).exitOverride(),
  )
    .option("--lab <lab>", "name or id of the lab; all of yours without it")
    .option("--since <head>", "a head that was kept, or a file of them: the record must have grown out of it")
    .option("--json", "one JSON document on standard output")
    .action(async (flags) => ends((await import("./server-commands.ts")).auditVerifyCommand(flags, terminal)));
  server(
    audit
      .command("head")
      .description("print how far the record reaches, signed: keep it elsewhere, for verify --since")
      .copyInheritedSettings(program)
      .exitOverride(),
  )
    .option("--lab <lab>", "name or id of the lab; all of yours without it")
    .option("--json", "one JSON document on standard output")
    .action(async (flags) => ends((await import("./server-commands.ts")).auditHeadCommand(flags, terminal)));

  audit
    .command("server")
    .description("on the server's machine, with its settings: accounts, sign-ins and whatever belongs to no lab, newest first")
    .copyInheritedSettings(program)
    .exitOverride()
    .option("--lab <id>", "the record of this lab instead")
    .option("--since <head>", "a head that was kept: the record must have grown out of it")
    .option("--json", "one JSON document on standard output")
    .action(async (flags) => ends((await import("./record-command.ts")).recordCommand(flags, terminal)));

  try {
    await program.parseAsync([...args], { from: "user" });
    return exit;
  } catch (error) {
    terminal.progress("");
    const message = error instanceof Error ? error.message : String(error);
    const ended = (code: ExitCode, more: JsonObject = {}): ExitCode => {
      // One document whatever happens: what was done so far, or why nothing was.
      if (code !== 0 && args.includes("--json") && !printed)
        terminal.out(JSON.stringify({ error: { message, ...more } }, null, 2));
      return code;
    };
    // Commander has said its own sentence.
    if (error instanceof CommanderError) return ended(error.exitCode === 0 ? 0 : 2);
    if (error instanceof CommandEnd) {
      terminal.say(message);
      return ended(error.exit, error.more);
    }
    terminal.say(error instanceof Error ? (error.stack ?? message) : message);
    return ended(1);
  }
}
