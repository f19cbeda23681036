import { finish, heading, MARGIN, paragraph, readAloud } from "./lines.ts";
import { closed } from "./plan-words.ts";
import type { Telling } from "./telling.ts";

export interface DoctorData {
  /** What is wrong now; none when all is well. */
  readonly problems: readonly { readonly file: string; readonly what: string; readonly repair: string }[];
  /** Whether `doctor --repair` can put at least one of them right. */
  readonly mendable: boolean;
  /** How many were mended in this run. */
  readonly mended: number;
}

function sentences({ problems, mended }: DoctorData, t: Telling): readonly string[] {
  return [
    ...(mended === 0 ? [] : [t.say("doctor.mended", { count: mended })]),
    problems.length === 0 ? t.say("doctor.ok") : t.say("doctor.found", { count: problems.length }),
  ];
}

function next({ mendable, mended }: DoctorData, t: Telling): readonly string[] {
  return mendable && mended === 0 ? [t.say("doctor.next", { command: "evenkeel doctor --repair" }), t.say("doctor.keeps")] : [];
}

/** What is wrong with the journal, and what helps. */
export function doctorView(data: DoctorData, t: Telling): string {
  const problem = ({ file, what, repair }: DoctorData["problems"][number]): readonly [string, string, string] => [
    t.line(file),
    closed(t.line(what)),
    closed(t.say("doctor.repair", { repair })),
  ];
  if (t.style.screenReader) {
    const spoken = data.problems.map((one) => {
      const [file, what, repair] = problem(one);
      return `${file}: ${what} ${repair}`;
    });
    return finish([...sentences(data, t), ...spoken, ...next(data, t)].flatMap((line) => readAloud(line, t.style)));
  }
  const { strong, warn, quiet } = t.style.palette;
  return finish([
    ...heading(t.say("doctor.title"), t),
    ...sentences(data, t).flatMap((line) => paragraph(line, t)),
    ...data.problems.flatMap((one) => {
      const [file, what, repair] = problem(one);
      return [
        "",
        ...paragraph(file, t, strong),
        ...paragraph(what, t, warn, MARGIN + 2),
        ...paragraph(repair, t, quiet, MARGIN + 2),
      ];
    }),
    "",
    ...next(data, t).flatMap((line) => paragraph(line, t)),
  ]);
}
