import { offeredPersonal } from "../content/personal.ts";
import { problemLine } from "../content/file-problem.ts";
import { checkPack } from "../content/pack.ts";
import { PACK_NAME } from "../content/pack-shape.ts";
import { sharePack, type Shared } from "../content/pack-share.ts";
import { writeYaml } from "../content/parse.ts";
import { failure, usageError } from "../errors.ts";
import { TRIGGERS } from "../reflection/vocabulary.ts";
import type { Session } from "../session.ts";
import { isTaken } from "../terminal/output-place.ts";
import { writeProduct } from "../terminal/output-file.ts";
import { confirmed } from "./confirmed.ts";
import { type Masking, maskingOf } from "./masking.ts";
import { builtIn } from "./pack-files.ts";
import { reminderList } from "./reminders.ts";
import { sayMasked } from "./say-masked.ts";

export interface ShareOptions {
  readonly name?: string;
  readonly author?: string;
  readonly licence?: string;
  readonly force?: true;
}

function ownWords(session: Session, { name = "my-plans", author, licence }: ShareOptions, { text: mask }: Masking): Shared {
  const list = reminderList(session).filter(({ source }) => source !== "pack");
  const used = new Set(list.map(({ trigger }) => trigger));
  const packed = session.content().triggers.filter(({ id }) => used.has(id) && !TRIGGERS.some((known) => known === id));
  return {
    name,
    language: session.content().lang,
    author: author ?? session.say("pack.author"),
    licence: licence ?? session.say("pack.licence"),
    plans: list.flatMap(({ source, trigger, if: cue, then, line }) =>
      source === "plan" && trigger !== null && cue !== null && then !== null ? [{ trigger, plan: { if: cue, then }, line }] : [],
    ),
    reminders: list.filter(({ source }) => source === "own"),
    triggers: [...offeredPersonal(session.ownTriggers()), ...packed],
    cueOf: (label) => session.say("reflect.cueOfOwn", { trigger: label }),
    mask,
  };
}

/** The file line by line, made harmless, set in as it is. */
function shown(text: string, session: Session): string {
  const lines = text.split("\n").map((line) => {
    const bare = line.trimStart();
    return " ".repeat(line.length - bare.length) + session.talk().line(bare);
  });
  return lines.join("\n");
}

/** `pack share`: masked, shown, and only then written. */
export async function share(session: Session, options: ShareOptions, file: string | null): Promise<void> {
  if (options.name !== undefined && !PACK_NAME[0].test(options.name)) throw usageError("--name does not fit a pack", `Accepted: ${PACK_NAME[1]}.`);
  const masking = await maskingOf(session, { keeps: "nothing" });
  const { pack, leftOut } = sharePack(ownWords(session, options, masking));
  if (pack.lines === undefined && pack.triggers === undefined) throw usageError(session.say("pack.nothingToShare"));
  const text = writeYaml(pack);
  const { problems } = checkPack(text, "pack", { contentFor: builtIn(session) });
  const [first] = problems;
  if (first !== undefined) throw usageError(problemLine(first));
  sayMasked(session, masking.counts, "shared");
  if (leftOut.length > 0) session.note(`${session.say("pack.leftOut", { count: leftOut.length })}\n`);
  if (file === null || file === "-") {
    session.print(text);
    session.note(`${session.say("pack.readIt")}\n`);
    return;
  }
  if (isTaken(file) && options.force !== true) throw usageError(`${file} is there already`, "Add --force to write over it, or name another file.");
  session.note(`${shown(text, session)}\n${session.say("pack.readIt")}\n`);
  if (!(await confirmed(session, session.say("pack.askShare", { file })))) throw failure(session.say("kept.unchanged"));
  writeProduct(file, text, { force: options.force === true });
  session.note(`${session.say("pack.written", { file })}\n`);
}
