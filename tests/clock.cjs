// Loaded before the command (NODE_OPTIONS=--require): its clock begins at CLOCK and goes on from there.
"use strict";
const Real = Date;
const ahead = Real.parse(process.env.CLOCK) - Real.now();
const now = () => Real.now() + ahead;
globalThis.Date = class Date extends Real {
  constructor(...parts) {
    super(...(parts.length === 0 ? [now()] : parts));
  }

  static now() {
    return now();
  }
};
