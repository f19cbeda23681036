import { Command } from "commander";
import type { Session } from "../session.ts";
import type { Act, CommandModule } from "./act.ts";

/** The commands that home can go on with. */
const MODULES: Readonly<Record<string, () => Promise<CommandModule>>> = {
  reflect: () => import("./reflect.ts"),
  win: () => import("./win.ts"),
  start: () => import("./start.ts"),
  end: () => import("./end.ts"),
  breathe: () => import("./breathe.ts"),
  rehearse: () => import("./rehearse.ts"),
  review: () => import("./review.ts"),
  roadmap: () => import("./roadmap.ts"),
  reminders: () => import("./reminders.ts"),
  card: () => import("./card.ts"),
  demo: () => import("./demo.ts"),
};

/** Runs another command in this process and session. Gives its exit code. */
export async function runCommand(session: Session, [name = "", ...args]: readonly string[]): Promise<number | undefined> {
  const load = MODULES[name];
  if (load === undefined) throw new Error(`home cannot run ${name}`);
  const program = new Command("evenkeel").exitOverride();
  let code: number | undefined;
  const act: Act =
    (work) =>
    async (...received) => {
      code = await work(session, received.at(-2) as Parameters<typeof work>[1], received.slice(0, -2));
    };
  (await load()).register(program, act);
  await program.parseAsync([name, ...args], { from: "user" });
  return code;
}
