import type { Command } from "commander";
import type { Session } from "../session.ts";
import type { Act } from "./act.ts";

async function runEntry(session: Session): Promise<undefined> {
  session.printJson((await import("../reflection/entry-schema.ts")).entrySchema());
}

async function runPack(session: Session): Promise<undefined> {
  session.printJson((await import("../content/pack-schema.ts")).packSchema());
}

/** `schema entry` and `schema pack` */
export function register(program: Command, act: Act): void {
  const schema = program.command("schema").description("JSON Schema of what goes in from outside");
  schema.command("entry").description("one entry, as reflect --from and import take it").action(act(runEntry));
  schema.command("pack").description("a pack").action(act(runPack));
}
