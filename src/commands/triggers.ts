import type { Command } from "commander";
import { listTriggers } from "../content/trigger-list.ts";
import type { Session } from "../session.ts";
import { triggersView } from "../views/triggers.ts";
import { type Act, writing } from "./act.ts";

function runTriggers(session: Session): undefined {
  const list = listTriggers(session.content().triggers, session.ownTriggers());
  if (session.globals.json) session.printJson(list);
  else session.print(triggersView(list, session.telling()));
}

const ID = "its id or its name; the beginning of the id is enough";

const changes = () => import("./trigger-changes.ts");

function addNames(list: Command, act: Act): void {
  list
    .command("add")
    .description("name one of your own")
    .argument("<label...>", "a few words")
    .action(act(writing(async (session, _options, [label]) => {
      await (await changes()).runAdd(session, label);
      return undefined;
    })));
  list
    .command("rename")
    .description("another name for one of your own; all you wrote with it follows")
    .argument("<trigger>", ID)
    .argument("<label...>", "the new name")
    .action(act(writing(async (session, _options, [typed, label]) => {
      await (await changes()).runRename(session, typed, label);
      return undefined;
    })));
}

export function register(program: Command, act: Act): void {
  const list = program
    .command("triggers")
    .description("what sets you off: your own names for it, and the ready-made ones")
    .action(act(runTriggers));
  addNames(list, act);
  list
    .command("merge")
    .description("let all you wrote with one of your own count for another trigger")
    .argument("<from>", ID)
    .argument("<into>", "any trigger")
    .action(act(writing(async (session, _options, [from, into]) => {
      (await changes()).runMerge(session, from, into);
      return undefined;
    })));
  for (const [name, about] of [
    ["retire", "offer it no more; all you wrote with it stays"],
    ["restore", "offer it again, counting for itself"],
  ] as const) {
    list
      .command(name)
      .description(about)
      .argument("<trigger>", ID)
      .action(act(writing(async (session, _options, [typed]) => {
        (await changes()).runFate(session, name, typed);
        return undefined;
      })));
  }
}
