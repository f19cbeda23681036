import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { openJournal } from "../journal/open.ts";
import { places } from "../journal/places.ts";
import { type SampleJournal, sampleJournal } from "../practice/sample.ts";
import type { Entry } from "../reflection/entry.ts";
import { addDays, isoAt, shiftDay, weekday } from "../reflection/moment.ts";
import type { Runtime } from "../runtime.ts";
import { openSession, type Session } from "../session.ts";
import { paragraph, readAloud } from "../views/lines.ts";
import { showView } from "../views/show.ts";
import type { Act } from "./act.ts";
import { cardText } from "./card.ts";
import { reminderText } from "./reminders.ts";
import { reviewText } from "./review.ts";
import { roadmapText } from "./roadmap.ts";

/** The Sunday on or before today: the weeks of the sample fall as they are told. */
function lastSunday(session: Session): string {
  const today = shiftDay(isoAt(session.runtime.clock(), session.runtime.offsetAt), "04:00");
  return addDays(today, -weekday(today));
}

function keepSample(session: Session, sample: SampleJournal): void {
  const { entries, plans, reminders, reviews, settings } = sample;
  session.journal().write("demo", entries[0]?.at ?? session.now().at, (_journal, change) => {
    for (const entry of entries) change.put(entry);
    for (const plan of plans) change.putIn("plans", plan);
    for (const reminder of reminders) change.putIn("reminders", reminder);
    for (const review of reviews) change.putIn("reviews", review);
    for (const setting of settings) change.putIn("settings", setting);
  });
}

/** A session on the sample journal in a folder of its own, on the evening of the sample's last day. */
function sampleSession(session: Session, folder: string): Session {
  const { runtime } = session;
  const own: Runtime = {
    ...runtime,
    places: places({ EVENKEEL_HOME: folder }, runtime.platform, folder),
    journal: ((journal) => () => journal)(openJournal({ places: places({ EVENKEEL_HOME: folder }, runtime.platform, folder), clock: runtime.clock })),
  };
  const today = lastSunday(session);
  const at = `${today}T21:40`;
  const offset = isoAt(Date.parse(`${at}:00Z`), runtime.offsetAt).slice(19);
  keepSample(
    openSession(own, session.globals),
    sampleJournal(session.deepContent().sample, { today, offset, newId: runtime.newId }),
  );
  return openSession(own, { ...session.globals, asOf: `${at}:00${offset}` });
}

/** The reflection that says most. */
function fullest(sample: Session): Entry | undefined {
  const reflections = [...sample.journal().backwards()].flat().filter(({ kind }) => kind === "reflection");
  return reflections.sort((a, b) => Object.keys(b).length - Object.keys(a).length)[0];
}

/** The five things the sample shows, each with what is said before it. */
function scenes(sample: Session): readonly (readonly [said: string, shown: string])[] {
  const t = sample.telling();
  const entry = fullest(sample);
  return [
    ["demo.reflection", entry === undefined ? "" : showView(entry, t)],
    ["demo.roadmap", roadmapText(sample)],
    ["demo.reminders", reminderText(sample)],
    ["demo.card", cardText(sample)],
    ["demo.review", reviewText(sample)],
  ];
}

async function runDemo(session: Session): Promise<undefined> {
  const folder = mkdtempSync(join(tmpdir(), "evenkeel-demo-"));
  try {
    const sample = sampleSession(session, folder);
    const t = session.telling();
    const told = (key: string): string => `\n${(t.style.screenReader ? readAloud(t.say(key).replace(/ {2,}/, ". "), t.style) : paragraph(t.say(key), t)).join("\n")}\n`;
    session.print(told("demo.intro"));
    for (const [said, shown] of scenes(sample)) {
      session.print(`${told(said)}\n${shown}`);
      if (session.canAsk) await (await import("./demo-invitation.ts")).goOn(session);
    }
    session.print(told("demo.end"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (!session.canAsk) return;
  const { invite } = await import("./demo-invitation.ts");
  await invite(session);
}

export function register(program: Command, act: Act): void {
  program.command("demo").description("the whole loop on a sample journal; nothing is kept").action(act(runDemo));
}
