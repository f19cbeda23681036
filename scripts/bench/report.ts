import { type MaskingRow, maskingTable } from "../masking-figures.ts";
import type { Hits } from "../measure-suggest.ts";
import { EMPTY } from "./cases.ts";
import type { Figure } from "./figures.ts";
import type { Shares } from "./profile.ts";
import type { Weight } from "./weight.ts";

/** All that a run of the bench found; the same as JSON. */
export interface Report {
  readonly node: string;
  readonly machine: string;
  readonly rounds: number;
  readonly figures: readonly Figure[];
  readonly weight: Weight;
  readonly suggest: Hits;
  readonly masking: readonly MaskingRow[];
  /** Where the time goes, by command; milliseconds by what it was busy with. */
  readonly profiles: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

function verdict({ bar, ratio }: Figure): string {
  if (bar === null) return "";
  return ratio <= bar ? `met: ${bar}` : `MISSED: ${bar}`;
}

function figureLine(figure: Figure): string {
  const { name, medianMs, minMs, maxMs, peakMiB, ratio, against } = figure;
  const to = against === EMPTY ? "" : " of 250";
  return [
    name.padEnd(45),
    medianMs.toFixed(1).padStart(8),
    `${minMs.toFixed(1)}-${maxMs.toFixed(1)}`.padStart(15),
    (peakMiB === null ? "-" : peakMiB.toFixed(1)).padStart(7),
    `${ratio.toFixed(2)}${to}`.padStart(12),
    ` ${verdict(figure)}`,
  ].join(" ").trimEnd();
}

function timesTable({ figures }: Report): readonly string[] {
  const head = ["what".padEnd(45), "median ms".padStart(8), "spread".padStart(14), "MiB".padStart(7), "ratio".padStart(12), " promised"].join(" ");
  return [head, ...figures.map(figureLine)];
}

function weightTable({ ownKib, packedKib, installedKib, packages, files, libraries }: Weight): readonly string[] {
  const mb = (kib: number): string => `${(kib / 1024).toFixed(1)} MB`;
  const head = ["library".padEnd(22), "ships".padStart(9), "weighs".padStart(10), "packages".padStart(9), "to load it all".padStart(15)].join(" ");
  const lines = libraries.map(({ name, bundled, kib, packages: many, loadMs }) =>
    [name.padEnd(22), (bundled ? "bundled" : "beside").padStart(9), mb(kib).padStart(10), String(many).padStart(9), `${loadMs.toFixed(1)} ms`.padStart(15)].join(" "),
  );
  return [
    `installed: ${mb(installedKib)} in ${packages} packages; evenkeel itself ${mb(ownKib)} (${mb(packedKib)} packed), ${files} files of code`,
    "",
    head,
    ...lines,
  ];
}

function profileLines([name, shares]: readonly [string, Readonly<Record<string, number>>]): readonly string[] {
  const parts = Object.entries(shares).filter(([, ms]) => ms >= 0.3);
  const whole = Object.values(shares).reduce((sum, ms) => sum + ms, 0);
  return ["", `${name}: ${whole.toFixed(1)} ms with the profiler on`, ...parts.map(([part, ms]) => `  ${part.padEnd(40)}${ms.toFixed(1).padStart(6)} ms`)];
}

/** The report as text, at most 100 columns. */
export function reportText(report: Report): string {
  const { node, machine, rounds, weight, suggest, masking, profiles } = report;
  const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
  return [
    `Node ${node}, ${machine}; medians of ${rounds} interleaved rounds, NODE_EXTRA_CA_CERTS unset`,
    "",
    ...timesTable(report),
    "",
    ...weightTable(weight),
    ...Object.entries(profiles).flatMap(profileLines),
    "",
    `suggest, ${suggest.phrases} phrases that nothing was tuned on: first ${percent(suggest.top1)}, among three ${percent(suggest.top3)}`,
    "",
    "masking",
    maskingTable(masking),
  ].join("\n");
}

/** Ratios of now and of an earlier run, side by side. */
export function comparison(now: Report, before: Pick<Report, "figures">): string {
  const lines = now.figures.flatMap(({ name, ratio, medianMs }) => {
    const earlier = before.figures.find((figure) => figure.name === name);
    if (earlier === undefined) return [];
    const change = (100 * (ratio / earlier.ratio - 1)).toFixed(1);
    return [`${name.padEnd(45)} ${earlier.ratio.toFixed(2).padStart(8)} ${ratio.toFixed(2).padStart(8)} ${`${change} %`.padStart(9)} ${earlier.medianMs.toFixed(1).padStart(9)} ${medianMs.toFixed(1).padStart(9)}`];
  });
  return [`${"ratio".padEnd(45)} ${"before".padStart(8)} ${"now".padStart(8)} ${"change".padStart(9)} ${"ms before".padStart(9)} ${"ms now".padStart(9)}`, ...lines].join("\n");
}

export function sharesOf(shares: Shares): Readonly<Record<string, number>> {
  return Object.fromEntries([...shares].map(([part, ms]) => [part, Math.round(ms * 100) / 100]));
}
