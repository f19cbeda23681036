import { EventEmitter } from "node:events";
import { describe, expect, test } from "vitest";
import { breathe, type Breathed, TICK_MS } from "../../src/terminal/breathe.ts";
import type { Terminal } from "../../src/terminal/terminal.ts";
import { UNICODE_SYMBOLS } from "../../src/views/symbols.ts";
import { NO_COLOUR } from "./screens.ts";

/** A terminal whose time passes when the test says so. */
function scripted(seconds: number, still = false): {
  readonly outcome: Promise<Breathed>;
  readonly input: EventEmitter;
  readonly signals: EventEmitter;
  readonly resize: (columns: number) => void;
  readonly pass: (ticks: number) => void;
  readonly written: () => string;
  readonly raw: () => boolean;
} {
  const input = Object.assign(new EventEmitter(), { raw: false, setRawMode: (on: boolean) => { input.raw = on; }, resume: () => undefined, pause: () => undefined });
  const signals = Object.assign(new EventEmitter(), { suspend: () => undefined });
  const sizes = new EventEmitter();
  let [text, columns] = ["", 80];
  let waiting: { ms: number; action: () => void }[] = [];
  const terminal: Terminal = {
    input,
    screen: {
      get columns() { return columns; },
      rows: 24,
      write: (more) => { text += more; },
      measure: () => undefined,
      onResize: (listener) => { sizes.on("resize", listener); return () => { sizes.off("resize", listener); }; },
    },
    signals,
    timers: {
      after: (ms, action) => {
        const one = { ms, action };
        waiting.push(one);
        return () => { waiting = waiting.filter((other) => other !== one); };
      },
    },
    style: { width: 80, palette: NO_COLOUR, symbols: UNICODE_SYMBOLS, screenReader: still },
    plain: still,
    escapes: true,
  };
  const frame = (ms: number, width: number): readonly string[] => [`breath ${width}`, "#".repeat(Math.floor(ms / 500) + 1), "any key"];
  const outcome = breathe({ terminal, seconds, frame: still ? null : frame });
  const pass = (ticks: number): void => {
    for (let tick = 0; tick < ticks; tick += 1) {
      const due = waiting.filter(({ ms }) => ms === TICK_MS);
      waiting = waiting.filter((one) => !due.includes(one));
      for (const { action } of due) action();
    }
  };
  return { outcome, input, signals, pass, resize: (to) => { columns = to; sizes.emit("resize"); }, written: () => text, raw: () => input.raw };
}

const HIDE = "\x1b[?25l";
const SHOW = "\x1b[?25h";

describe("a breath on the screen", () => {
  test("runs to its end, and leaves the screen and the modes as they were", async () => {
    const { outcome, pass, written, raw, input, signals } = scripted(2);
    expect(raw()).toBe(true);
    pass(19);
    expect(written().split(HIDE)).toHaveLength(2);
    pass(1);
    expect(await outcome).toEqual({ type: "done" });
    expect(written().endsWith(`\x1b[2A\r\x1b[J${SHOW}\x1b[?2004l`)).toBe(true);
    expect([raw(), input.eventNames(), signals.eventNames()]).toEqual([false, [], []]);
  });

  test("writes only the line that changed, in one write", () => {
    const { pass, written } = scripted(20);
    const before = written().length;
    pass(4);
    expect(written().length).toBe(before);
    pass(1);
    expect(written().slice(before)).toBe("\x1b[1A\r##\x1b[K\x1b[1B\r");
  });

  test.each(["x", "\r", "\x1b[A", "9"])("ends with the key %j", async (key) => {
    const { outcome, input } = scripted(20);
    input.emit("data", Buffer.from(key));
    expect(await outcome).toEqual({ type: "done" });
  });

  test.each([["\x03"], ["\x04"]])("is stopped by %j", async (key) => {
    const { outcome, input, written } = scripted(20);
    input.emit("data", Buffer.from(key));
    expect(await outcome).toEqual({ type: "stopped", signal: "SIGINT" });
    expect(written()).toContain(SHOW);
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("is stopped by %s", async (signal) => {
    const { outcome, signals, raw } = scripted(20);
    signals.emit(signal);
    expect([await outcome, raw()]).toEqual([{ type: "stopped", signal }, false]);
  });

  test("is painted anew when the terminal changes its size", () => {
    const { resize, written } = scripted(20);
    resize(40);
    expect(written().endsWith(`\x1b[2A\r\x1b[J${HIDE}breath 40\r\n#\r\nany key`)).toBe(true);
  });

  test("gives the cursor back while it is suspended, and goes on where it was", () => {
    const { input, pass, signals, written } = scripted(20);
    pass(5);
    const before = written().length;
    input.emit("data", Buffer.from("\x1a"));
    signals.emit("SIGCONT");
    const after = written().slice(before);
    expect(after.startsWith(`\x1b[2A\r\x1b[J${SHOW}\x1b[?2004l`)).toBe(true);
    expect(after.endsWith(`${HIDE}breath 80\r\n##\r\nany key`)).toBe(true);
    pass(4);
    expect(written().endsWith("any key")).toBe(true);
    pass(1);
    expect(written().endsWith("\x1b[1A\r###\x1b[K\x1b[1B\r")).toBe(true);
  });

  test("shows the cursor when the process ends in the middle", () => {
    const { signals, written } = scripted(20);
    const before = written().length;
    signals.emit("exit");
    expect(written().slice(before)).toContain(SHOW);
  });

  test("where nothing may move, nothing is written and no cursor is hidden", async () => {
    const { outcome, pass, written } = scripted(1, true);
    pass(10);
    await outcome;
    expect(written()).toBe("\x1b[?2004h\x1b[?2004l");
  });
});
