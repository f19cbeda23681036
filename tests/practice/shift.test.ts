import { describe, expect, test } from "vitest";
import { type Mark, openShift, shiftOf } from "../../src/practice/shift.ts";

let count = 0;

function mark(kind: "start" | "end", at: string, shift: string): Mark {
  count += 1;
  return { id: `m${count}`, kind, at, shift };
}

const reflected = (at: string, marks: readonly Mark[], dayStartsAt = "04:00"): string =>
  shiftOf(at, "reflection", marks, dayStartsAt);

describe("without a start, the wall clock of the record decides", () => {
  test.each([
    ["2026-11-20T03:59:59+01:00", "04:00", "2026-11-19"],
    ["2026-11-20T04:00:00+01:00", "04:00", "2026-11-20"],
    ["2026-11-20T00:30:00-08:00", "04:00", "2026-11-19"],
    ["2026-11-20T11:59:00+01:00", "12:00", "2026-11-19"],
    ["2026-11-20T12:00:00+01:00", "12:00", "2026-11-20"],
    ["2026-11-20T00:00:00+01:00", "00:00", "2026-11-20"],
    ["2026-03-01T01:00:00+01:00", "04:00", "2026-02-28"],
  ])("%s with days from %s is %s", (at, dayStartsAt, shift) => {
    expect(reflected(at, [], dayStartsAt)).toBe(shift);
  });
});

describe("a start and an end", () => {
  const night = [
    mark("start", "2026-11-19T22:00:00+01:00", "2026-11-19"),
    mark("end", "2026-11-20T06:30:00+01:00", "2026-11-19"),
  ];

  test("enclose what lies between, both moments included", () => {
    expect(reflected("2026-11-20T05:00:00+01:00", night)).toBe("2026-11-19");
    expect(reflected("2026-11-19T22:00:00+01:00", night)).toBe("2026-11-19");
    expect(reflected("2026-11-20T06:30:00+01:00", night)).toBe("2026-11-19");
    expect(reflected("2026-11-20T06:30:01+01:00", night)).toBe("2026-11-20");
    expect(reflected("2026-11-20T05:29:59Z", night)).toBe("2026-11-19");
  });

  test("enclose the moment of the start itself, whatever the day says", () => {
    expect(reflected("2026-11-19T22:00:00+01:00", night, "23:00")).toBe("2026-11-19");
    expect(reflected("2026-11-19T21:59:59+01:00", night, "23:00")).toBe("2026-11-18");
  });

  test("do not reach back before the start", () => {
    expect(reflected("2026-11-19T03:00:00+01:00", night)).toBe("2026-11-18");
  });

  test("of the next shift do not take part in this one", () => {
    const next = mark("start", "2026-11-20T22:00:00+01:00", "2026-11-20");
    expect(reflected("2026-11-20T05:00:00+01:00", [next, ...night])).toBe("2026-11-19");
    expect(reflected("2026-11-21T05:00:00+01:00", [next, ...night])).toBe("2026-11-20");
  });

  test("written again on the same day are a new stretch of it", () => {
    const day = [
      mark("start", "2026-11-19T08:00:00+01:00", "2026-11-19"),
      mark("end", "2026-11-19T12:00:00+01:00", "2026-11-19"),
      mark("start", "2026-11-19T22:00:00+01:00", "2026-11-19"),
    ];
    expect(reflected("2026-11-20T05:00:00+01:00", day)).toBe("2026-11-19");
  });
});

describe("a start that was never ended", () => {
  const open = [mark("start", "2026-11-19T14:00:00+01:00", "2026-11-19")];

  test("encloses sixteen hours", () => {
    expect(reflected("2026-11-20T06:00:00+01:00", open)).toBe("2026-11-19");
    expect(reflected("2026-11-20T06:00:01+01:00", open)).toBe("2026-11-20");
  });

  test("is ended by an end within that time, and not by a later one", () => {
    expect(shiftOf("2026-11-20T05:30:00+01:00", "end", open, "04:00")).toBe("2026-11-19");
    expect(shiftOf("2026-11-20T20:00:00+01:00", "end", open, "04:00")).toBe("2026-11-20");
  });

  test("and started once more is still the same shift, no longer than before", () => {
    const twice = [...open, mark("start", "2026-11-20T05:00:00+01:00", "2026-11-19")];
    expect(shiftOf("2026-11-20T05:00:00+01:00", "start", open, "04:00")).toBe("2026-11-19");
    expect(reflected("2026-11-20T05:30:00+01:00", twice)).toBe("2026-11-19");
    expect(reflected("2026-11-20T07:00:00+01:00", twice)).toBe("2026-11-20");
  });

  test("crosses a change of the clock by hours that passed, not by the wall", () => {
    const autumn = [mark("start", "2026-10-24T14:00:00+02:00", "2026-10-24")];
    expect(reflected("2026-10-25T05:00:00+01:00", autumn)).toBe("2026-10-24");
    expect(reflected("2026-10-25T05:00:01+01:00", autumn)).toBe("2026-10-25");
  });
});

test("an end before its start ends nothing, and a second end stretches the shift", () => {
  const start = mark("start", "2026-11-19T22:00:00+01:00", "2026-11-19");
  const end = mark("end", "2026-11-20T05:00:00+01:00", "2026-11-19");
  expect(shiftOf("2026-11-19T21:00:00+01:00", "end", [start], "04:00")).toBe("2026-11-19");
  expect(reflected("2026-11-20T05:00:00+01:00", [start, mark("end", "2026-11-19T21:00:00+01:00", "2026-11-19")])).toBe(
    "2026-11-19",
  );
  expect(shiftOf("2026-11-20T06:00:00+01:00", "end", [start, end], "04:00")).toBe("2026-11-19");
  expect(reflected("2026-11-20T05:30:00+01:00", [start, end])).toBe("2026-11-20");
  const later = mark("end", "2026-11-20T06:00:00+01:00", "2026-11-19");
  expect(reflected("2026-11-20T05:30:00+01:00", [start, end, later])).toBe("2026-11-19");
});

describe("the shift a person is in", () => {
  const start = mark("start", "2026-11-19T22:00:00+01:00", "2026-11-19");

  test("is the open start's", () => {
    expect(openShift("2026-11-20T03:52:00+01:00", [start])).toEqual({ shift: "2026-11-19", since: start.at });
    expect(openShift(start.at, [start])).toEqual({ shift: "2026-11-19", since: start.at });
  });

  test("is none before it, after its end and after sixteen hours", () => {
    const end = mark("end", "2026-11-20T06:00:00+01:00", "2026-11-19");
    expect(openShift("2026-11-19T21:00:00+01:00", [start])).toBeNull();
    expect(openShift("2026-11-20T06:10:00+01:00", [start, end])).toBeNull();
    expect(openShift("2026-11-20T14:00:01+01:00", [start])).toBeNull();
    expect(openShift("2026-11-20T14:00:00+01:00", [])).toBeNull();
  });
});
