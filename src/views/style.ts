/** Colours by meaning. Each takes plain text and gives it back painted, or as it was where there is no colour. */
export interface Palette {
  /** False where every colour gives the text back as it was. */
  readonly paints: boolean;
  /** Headlines. */
  readonly title: (text: string) => string;
  /** What a person acts on: a picked row, the next command. */
  readonly accent: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly strong: (text: string) => string;
  /** A plan, a kind line. */
  readonly kind: (text: string) => string;
  readonly warn: (text: string) => string;
}

/** Drawing characters, each with an ASCII twin. */
export interface Symbols {
  readonly ascii: boolean;
  readonly stop: string;
  readonly once: string;
  readonly pinned: string;
  readonly bar: string;
  readonly road: string;
  readonly dash: string;
  /** Between words that stand alone: the three words of the card. */
  readonly dot: string;
  /** Between the parts of a line, blanks included. */
  readonly between: string;
  readonly ellipsis: string;
  readonly box: {
    readonly topLeft: string;
    readonly topRight: string;
    readonly bottomLeft: string;
    readonly bottomRight: string;
    readonly teeLeft: string;
    readonly teeRight: string;
    readonly horizontal: string;
    readonly vertical: string;
  };
}

/** How one stream is written to. A view is data + style → string. */
export interface Style {
  /** Columns of the stream; 80 where it is no terminal. Text folds at 72 even on a wider one. */
  readonly width: number;
  readonly palette: Palette;
  readonly symbols: Symbols;
  /** Nothing is drawn; sentences from top to bottom. */
  readonly screenReader: boolean;
}
