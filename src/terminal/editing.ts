/** What came of editing a text. */
export type Edited =
  | { readonly type: "done"; readonly text: string }
  /** The editor could not be started, it ended with a problem, or it was stopped. */
  | { readonly type: "missing" | "failed" | "stopped" }
  /** What it left is no text; it stays in `file`. */
  | { readonly type: "noText"; readonly file: string };

/** An editor that is there to write long texts in. */
export interface Editing {
  /** What it is called: "nano". */
  readonly name: string;
  /** Never rejects. The terminal has been given back before. */
  readonly edit: (text: string, stop: AbortSignal) => Promise<Edited>;
}
