import type { Command } from "commander";
import { type Diagnosis, doctor, type Repair, repair } from "../journal/care/doctor.ts";
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

function runDoctor(session: Session, options: { readonly repair?: true }): number {
  const journal = session.journal();
  const report = options.repair ? repair(journal, session.now().at) : doctor(journal);
  session.told();
  return show(session, report);
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
