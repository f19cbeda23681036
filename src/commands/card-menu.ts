import type { Flow } from "../conversations/flow.ts";
import type { Option } from "../conversations/question.ts";
import type { Session } from "../session.ts";
import { type CardData, cardView } from "../views/card.ts";
import { triggerIssue } from "../views/names.ts";
import { converse } from "./converse.ts";

type Wish = "print" | "pdf" | "leave" | "done";

/** One question without a draft; null where it was left or passed over. */
async function asked(session: Session, step: Flow["steps"][number]): Promise<unknown> {
  const finished = await converse(session, { command: "card", flow: { id: "card", progress: false, steps: [step] }, keepsDraft: false });
  return finished?.answers[step.id] ?? null;
}

async function wishOf(session: Session): Promise<Wish> {
  const { say } = session;
  const answer = await asked(session, {
    id: "wish",
    question: () => ({
      kind: "choice",
      id: "wish",
      text: "card.menu",
      ask: say("card.menu"),
      options: [
        { id: "print", label: say("card.menuPrint"), note: say("card.menuPrintNote") },
        { id: "pdf", label: say("card.menuPdf"), note: say("card.menuPdfNote") },
        { id: "leave", label: say("card.menuLeave") },
      ],
      hint: say("card.menuDone"),
      enterSkips: true,
      skippable: true,
    }),
  });
  return answer === "print" || answer === "pdf" || answer === "leave" ? answer : "done";
}

/** The card without the parts that the person does not want others to see. */
async function lessOf(session: Session, card: CardData): Promise<CardData> {
  const t = session.talk();
  const plans = card.plans.map(({ trigger, then }, at): Option => ({ id: `plan ${at}`, label: `${triggerIssue(trigger, t)}: ${t.line(then)}` }));
  const lines = card.lines.map(({ issue, line }, at): Option => ({ id: `line ${at}`, label: `${t.line(issue)}: ${t.line(line)}` }));
  const options = [...plans, ...lines];
  const answer = await asked(session, {
    id: "out",
    question: () => ({ kind: "choices", id: "out", text: "card.menuOut", ask: session.say("card.menuOut"), options, most: options.length, skippable: true }),
  });
  const out = Array.isArray(answer) ? (answer as readonly string[]) : [];
  return {
    ...card,
    plans: card.plans.filter((_plan, at) => !out.includes(`plan ${at}`)),
    lines: card.lines.filter((_line, at) => !out.includes(`line ${at}`)),
  };
}

/** After the card in a terminal: print it, save it, leave lines out; Enter is done. */
export async function cardMenu(session: Session, shown: CardData): Promise<void> {
  let card = shown;
  for (;;) {
    const wish = await wishOf(session);
    if (wish === "done") return;
    if (wish === "leave") {
      card = await lessOf(session, card);
      session.print(cardView(card, session.telling()));
      continue;
    }
    const { paperCard } = await import("./card-paper.ts");
    await paperCard(session, card, wish === "print" ? { print: true } : { format: "pdf" });
    return;
  }
}
