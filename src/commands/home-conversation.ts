import { homeConversation } from "../conversations/home.ts";
import type { HomeState } from "../practice/home.ts";
import { openSession, type Session } from "../session.ts";
import { homeLines } from "../views/home.ts";
import { choiceOption } from "../views/home-choices.ts";
import { finish, heading, paragraph, readAloud } from "../views/lines.ts";
import { converse } from "./converse.ts";
import { drawnBy } from "./drawn.ts";
import { runCommand } from "./home-run.ts";
import { homeState } from "./home.ts";
import { converseSetup } from "./setup-conversation.ts";
import { waitingDrafts } from "./waiting-draft.ts";

const MORE: readonly (readonly [command: string, label: string])[] = [
  ["roadmap", "home.road"],
  ["reminders", "home.reminders"],
  ["card", "home.card"],
  ["rehearse", "home.rehearse"],
  ["review", "home.week"],
];

/** The command line behind a choice. Choices of the first screen that are no commands have none. */
function commandOf(choice: string, { reviewWeek, drafts }: HomeState): readonly string[] | null {
  if (choice === "firstReflect") return ["reflect"];
  if (choice === "example") return ["demo"];
  if (choice === "review") return reviewWeek === null ? ["review"] : ["review", reviewWeek];
  if (choice === "resume") return resumed(drafts[0]?.command ?? "reflect");
  return ["setup", "screenReader", "sharedLogin"].includes(choice) ? null : [choice];
}

function resumed(command: string): readonly string[] | null {
  if (command === "setup") return null;
  return command === "win" || command === "review" ? [command] : [...command.split(" "), "--resume"];
}

/** The same session on a machine whose setting has just changed. */
function withReader(session: Session): Session {
  const { runtime, globals } = session;
  const values = { ...runtime.machineSettings(), screenReader: "on" };
  runtime.keepMachineSettings(values);
  return openSession({ ...runtime, machineSettings: () => values }, globals);
}

function sayHowToLock(session: Session): void {
  const t = session.telling();
  const folder = session.runtime.places.journal;
  const lines = ["home.lock.what", "home.lock.seal", "home.lock.place", "home.lock.account", "home.lock.else"].flatMap((key) => [
    "",
    ...(t.style.screenReader ? readAloud(t.say(key, { folder }), t.style) : paragraph(t.say(key, { folder }), t)),
  ]);
  if (t.style.screenReader) session.print(`\n${finish([`${t.say("home.lock.title")}.`, ...lines])}\n`);
  else session.print(`\n${finish([...heading(t.say("home.lock.title"), t), ...lines])}\n`);
}

async function chosenAtHome(session: Session, state: HomeState): Promise<string | null> {
  const { say } = session;
  const t = session.talk();
  const more = MORE.filter(([command]) => !state.choices.some((choice) => choice === command));
  const flow = homeConversation({
    options: state.choices.map((choice) => choiceOption(choice, state, t)),
    default: state.default,
    drawn: drawnBy(session, (told) => homeLines({ ...state, asking: true }, told)),
    more: more.map(([id, label]) => ({ id, label: say(label) })),
    say,
  });
  const finished = await converse(session, { command: "home", flow, keepsDraft: false });
  const { home, more: further } = finished?.answers ?? {};
  const chosen = further ?? home;
  return typeof chosen === "string" ? chosen : null;
}

/** The first screen with its choices; what is chosen runs in this process. Esc leaves. */
export async function askAtHome(session: Session, state: HomeState): Promise<number | undefined> {
  const chosen = await chosenAtHome(session, state);
  if (chosen === null) return undefined;
  if (chosen === "screenReader") {
    const reading = withReader(session);
    reading.note(`${reading.say("home.readerOn")}\n\n`);
    return askAtHome(reading, homeState(reading));
  }
  if (chosen === "sharedLogin") {
    sayHowToLock(session);
    return askAtHome(session, state);
  }
  const command = commandOf(chosen, state);
  if (command !== null) return runCommand(session, command);
  const [draft] = waitingDrafts(session, "setup");
  await converseSetup(session, draft);
  return undefined;
}
