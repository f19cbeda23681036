import type { Entry } from "../reflection/entry.ts";
import type { BookName, Books, Change } from "./journal.ts";
import type { Content } from "./steps.ts";

/** What is wanted of one id: its new content, or null to have it gone. */
export interface Wish {
  readonly id: string;
  /** Null for an entry. */
  readonly book: BookName | null;
  readonly content: Content | null;
}

/** Gathers what a change asks for; the last word on an id counts. */
export class Collector implements Change {
  private readonly wishes = new Map<string, Wish>();

  private ask(id: string, book: BookName | null, content: Content | null): void {
    this.wishes.set(`${book ?? ""}\n${id}`, { id, book, content });
  }

  put(entry: Entry): void {
    this.ask(entry.id, null, entry);
  }

  remove(id: string): void {
    this.ask(id, null, null);
  }

  putIn<B extends BookName>(book: B, record: Books[B]): void {
    this.ask(record.id, book, record);
  }

  removeFrom(book: BookName, id: string): void {
    this.ask(id, book, null);
  }

  asked(): readonly Wish[] {
    return [...this.wishes.values()];
  }
}
