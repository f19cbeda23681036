import headless from "@xterm/headless";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Frame } from "../../src/terminal/frame.ts";
import { Painter } from "../../src/terminal/painter.ts";

/** A terminal emulator with something on it already, and a painter that writes to it. */
class Easel {
  readonly emulator: headless.Terminal;
  readonly painter: Painter;
  written: string[] = [];

  constructor(columns = 40, rows = 12) {
    this.emulator = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
    this.painter = new Painter((text) => {
      this.written.push(text);
      this.emulator.write(text);
    });
  }

  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.emulator.write("", resolve);
    });
  }

  lines(): readonly string[] {
    const { active } = this.emulator.buffer;
    return Array.from({ length: active.length }, (_, row) => active.getLine(row)?.translateToString(true) ?? "");
  }

  text(): string {
    return this.lines().join("\n").trimEnd();
  }

  caret(): { row: number; column: number } {
    const { cursorY, cursorX, baseY } = this.emulator.buffer.active;
    return { row: baseY + cursorY, column: cursorX };
  }
}

function frame(lines: readonly string[], row = 0, column = 0, spill: readonly string[] = []): Frame {
  return { lines, caret: { row, column }, spill };
}

const lines = fc.array(fc.constantFrom("", "one", "  two words", "漢字 wide", "a longer line of words", "> x"), {
  minLength: 1,
  maxLength: 9,
});
const frames = fc.array(
  fc.tuple(lines, fc.nat(8), fc.nat(10)).map(([all, row, column]) => frame(all, Math.min(row, all.length - 1), column)),
  { minLength: 1, maxLength: 8 },
);

describe("a painter", () => {
  it("shows each frame exactly, below what was there, and leaves nothing of it behind", async () => {
    await fc.assert(
      fc.asyncProperty(frames, fc.integer({ min: 0, max: 11 }), async (all, before) => {
        const easel = new Easel();
        easel.emulator.write(Array.from({ length: before }, (_, row) => `before ${row}\r\n`).join(""));
        const above = Array.from({ length: before }, (_, row) => `before ${row}`);
        for (const one of all) {
          easel.painter.paint(one);
          await easel.settled();
          expect(easel.text()).toBe([...above, ...one.lines].join("\n").trimEnd());
          expect(easel.caret()).toEqual({ row: before + one.caret.row, column: one.caret.column });
        }
        easel.painter.clear();
        await easel.settled();
        expect(easel.text()).toBe(above.join("\n").trimEnd());
        expect(easel.caret()).toEqual({ row: before, column: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it("writes each frame at once, and only the lines that changed", async () => {
    const easel = new Easel();
    easel.painter.paint(frame(["question", "> ", "", "a list", "of choices"], 1, 2));
    easel.written = [];
    easel.painter.paint(frame(["question", "> w", "", "a list", "of choices"], 1, 3));
    await easel.settled();
    expect(easel.written).toHaveLength(1);
    expect(easel.written[0]).toContain("> w");
    expect(easel.written[0]).not.toContain("list");
    expect(easel.text()).toBe("question\n> w\n\na list\nof choices");
  });

  it("writes nothing for a frame that is there already", () => {
    const easel = new Easel();
    easel.painter.paint(frame(["same"], 0, 4));
    easel.written = [];
    easel.painter.paint(frame(["same"], 0, 4));
    expect(easel.written).toEqual([]);
  });

  it("always shows the caret again", () => {
    const easel = new Easel();
    easel.painter.paint(frame(["a", "b"], 1, 0));
    easel.painter.paint(frame(["c"], 0, 1));
    for (const text of easel.written) expect(text.lastIndexOf("?25h")).toBeGreaterThanOrEqual(text.lastIndexOf("?25l"));
  });

  it("lets spilled lines scroll away above the frame", async () => {
    const easel = new Easel(40, 5);
    const spill = ["one", "two", "three", "four"];
    easel.painter.paint(frame(["question", "> "], 1, 2, spill));
    easel.painter.paint(frame(["question", "> x"], 1, 3));
    await easel.settled();
    expect(easel.text()).toBe([...spill, "question", "> x"].join("\n"));
  });

  it.each([
    [80, 40],
    [80, 20],
    [40, 80],
    [80, 33],
  ])("leaves no words behind where a terminal of %i columns becomes one of %i", async (from, to) => {
    const easel = new Easel(from, 24);
    const wide = [
      "What set it off?".padEnd(from - 4) + "1",
      "> kept yelling",
      "",
      "x".repeat(from - 10),
      "y".repeat(from - 30),
    ];
    easel.painter.paint(frame(wide, 1, 14));
    await easel.settled();
    easel.emulator.resize(to, 24);
    easel.painter.clearAt(to, 24);
    easel.painter.paint(frame(["new", "> kept"], 1, 6));
    await easel.settled();
    expect(easel.text()).toBe("new\n> kept");
  });
});
