import type { Command } from "commander";
import { homeOf, type HomeState } from "../practice/home.ts";
import { weekOf } from "../practice/week.ts";
import { addDays } from "../reflection/moment.ts";
import type { Session } from "../session.ts";
import { homeView } from "../views/home.ts";
import type { Act } from "./act.ts";
import { draftsIn } from "./converse.ts";
import { focusIn } from "./focus.ts";

/** A week that ended yesterday begins this many days ago; two more for shifts that have another date. */
const DAYS_BACK = 9;

/** Where nothing was ever written or set: the folder where it will lie. */
function firstTime(session: Session, drafts: number): HomeState["firstTime"] {
  const journal = session.journal();
  const something = drafts > 0 || journal.months().length > 0 || journal.book("settings").length > 0;
  return something ? null : { folder: session.runtime.places.journal };
}

/** Who else gets at that folder is told here once, before anything lies in it. */
async function withExposure(session: Session, state: HomeState): Promise<HomeState> {
  if (state.firstTime === null) return state;
  const { exposureOf } = await import("../journal/care/exposure.ts");
  const exposure = exposureOf(session.journal().store);
  return exposure === null ? state : { ...state, firstTime: { ...state.firstTime, exposure } };
}

/** Where the person is today. */
export function homeState(session: Session): HomeState {
  const journal = session.journal();
  const now = session.now();
  const settings = session.practice();
  // What was answered for an import waits for the next import of that file; nothing here could go on with it.
  const drafts = session.globals.asOf === undefined ? draftsIn(session).list().filter(({ command }) => command !== "import") : [];
  const state = homeOf({
    entries: session.seen(journal.between(addDays(now.shift, -DAYS_BACK), addDays(now.shift, 2))),
    reviews: session.seen(journal.book("reviews")),
    drafts: drafts.filter(({ inUse }) => !inUse).map(({ startedAt, command }) => ({ at: startedAt, command })),
    focus: focusIn(session, weekOf(now.shift, settings.weekStart)),
    settings,
    now,
    firstTime: firstTime(session, drafts.length),
  });
  const isOn = session.value("screenReader") === "on";
  return isOn ? { ...state, choices: state.choices.filter((choice) => choice !== "screenReader") } : state;
}

async function runHome(session: Session): Promise<number | undefined> {
  const state = await withExposure(session, homeState(session));
  if (session.globals.json) {
    session.printJson(state);
    return undefined;
  }
  if (session.canAsk && session.globals.asOf === undefined) {
    const { askAtHome } = await import("./home-conversation.ts");
    return askAtHome(session, state);
  }
  session.print(homeView({ ...state, asking: false }, session.telling()));
  return undefined;
}

export function register(program: Command, act: Act): void {
  program.action(act(runHome));
}
