import type { Command } from "commander";
import type { Session } from "../session.ts";
import { type Act, writing } from "./act.ts";
import type { ShareOptions } from "./pack-share.ts";

async function runList(session: Session): Promise<undefined> {
  const [{ packsHere, problemText }, { packsView }] = [await import("./pack-files.ts"), await import("../views/packs.ts")];
  const { packs, problems } = await packsHere(session);
  session.runtime.err.write(problemText(problems, session));
  if (session.globals.json) session.printJson(packs.map(({ name, language, author, licence, about = null }) => ({ name, language, author, licence, about })));
  else session.print(packsView(packs, session.telling()));
}

async function runNew(session: Session, options: { readonly force?: true }, [file]: readonly unknown[]): Promise<undefined> {
  const { writeExample } = await import("./pack-files.ts");
  writeExample(session, typeof file === "string" ? file : null, options.force === true);
}

async function runCheck(session: Session, _options: unknown, [file]: readonly unknown[]): Promise<number> {
  return (await import("./pack-files.ts")).checkFile(session, String(file));
}

async function runAdd(session: Session, _options: unknown, [file]: readonly unknown[]): Promise<undefined> {
  await (await import("./pack-add.ts")).addPack(session, String(file));
}

async function runRemove(session: Session, _options: unknown, [name]: readonly unknown[]): Promise<undefined> {
  await (await import("./pack-add.ts")).removePack(session, String(name));
}

async function runShare(session: Session, options: ShareOptions, [file]: readonly unknown[]): Promise<undefined> {
  await (await import("./pack-share.ts")).share(session, options, typeof file === "string" ? file : null);
}

/** `pack` and its subcommands. */
export function register(program: Command, act: Act): void {
  const pack = program.command("pack").description("triggers, lines and plans that people share").action(act(runList));
  pack.command("list").description("the packs you have").action(act(runList));
  pack
    .command("new")
    .description("a commented pack to start from")
    .argument("[file]", "where to write it; left out: standard output")
    .option("--force", "write over a file that is there")
    .action(act(runNew));
  pack
    .command("check")
    .description("every problem of a pack, with line and column")
    .argument("<file>", "the pack, or - for standard input")
    .action(act(runCheck));
  pack.command("add").description("take a pack in").argument("<file>", "the pack").action(act(writing(runAdd)));
  pack.command("remove").description("take a pack out; entries that used it stay").argument("<name>", "its name").action(act(writing(runRemove)));
  pack
    .command("share")
    .description("your own plans, reminders and triggers as a pack, without any entry")
    .argument("[file]", "where to write it; left out: standard output")
    .option("--name <name>", "what the pack is called")
    .option("--author <words>", "who made it")
    .option("--licence <words>", "what others may do with it")
    .option("--force", "write over a file that is there")
    .action(act(runShare));
}
