import type { Command } from "commander";
import { type Diagnosis, doctor, type Repair, repair } from "../journal/care/doctor.ts";
import { exposureOf } from "../journal/care/exposure.ts";
import type { Session } from "../session.ts";
import { doctorView } from "../views/doctor.ts";
import type { Act } from "./act.ts";
import { writing } from "./act.ts";

function show(session: Session, report: Diagnosis & Partial<Pick<Repair, "done">>): number {
  const { mendable, ...shown } = report;
  if (session.globals.json) session.printJson(shown);
  else session.print(doctorView({ problems: report.problems, mendable, mended: report.done?.length ?? 0 }, session.telling()));
  return report.ok ? 0 : 1;
}

/** Who else gets at the folder may be wanted, so it is told and is no problem. */
function noteExposure(session: Session): void {
  const exposure = exposureOf(session.journal().store);
  if (exposure === null) return;
  session.note(`${session.say(`exposure.${exposure.kind}`, { service: exposure.by })}\n${session.say("exposure.next")}\n`);
}

function runDoctor(session: Session, options: { readonly repair?: true }): number {
  const journal = session.journal();
  const report = options.repair ? repair(journal, session.now().at) : doctor(journal);
  session.told();
  const code = show(session, report);
  noteExposure(session);
  return code;
}

export function register(program: Command, act: Act): void {
  program
    .command("doctor")
    .description("say what is wrong with the journal")
    .option("--repair", "mend what can be mended; damaged files are kept under another name")
    .action(act((session, options: { readonly repair?: true }, args) =>
        (options.repair ? writing(runDoctor) : runDoctor)(session, options, args),
      ));
}
