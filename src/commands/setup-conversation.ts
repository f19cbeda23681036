import { settingsFrom, setupConversation, type SetupContext } from "../conversations/setup.ts";
import type { Draft } from "../journal/drafts.ts";
import type { Session } from "../session.ts";
import type { SettingValue } from "../settings/keys.ts";
import { finish, said } from "../views/lines.ts";
import { converse } from "./converse.ts";
import { script } from "./reflect-context.ts";

function contextOf(session: Session): SetupContext {
  const { goal, words, contact } = session.practice();
  return { ...script(session), goal, words, contact };
}

/** The goal, three words, nights or days, a contact: kept as one step. */
export async function converseSetup(session: Session, draft?: Draft): Promise<undefined> {
  const { at, shift } = session.now();
  session.journal().assertWritable(shift);
  const context = contextOf(session);
  const flow = setupConversation(context);
  const finished = await converse(session, { command: "setup", goOn: "evenkeel", masks: "cards", flow, ...(draft === undefined ? {} : { draft }) });
  if (finished === null) return;
  const { settingMasked } = await import("./settings-masking.ts");
  const settings: (readonly [string, SettingValue])[] = [];
  for (const [id, value] of Object.entries(settingsFrom(context, finished.answers))) {
    settings.push([id, await settingMasked(session, id, value)]);
  }
  if (settings.length > 0) {
    session.journal().write("setup", at, (_journal, change) => {
      for (const [id, value] of settings) change.putIn("settings", { id, at, value });
    });
  }
  finished.discard();
  const t = session.talk();
  const kept = settings.length > 0 ? "daily.setup.kept" : "kept.nothing";
  const next = said(t.say("daily.setup.next"), t);
  session.note(finish([...said(t.say(kept), t), ...(t.style.screenReader ? [] : [""]), ...next]));
}
