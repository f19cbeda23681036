import { type Colours, DARK, LIGHT, LINE_HEIGHT, SPACING, TYPE_SCALE } from "./looks.ts";

function variables(colours: Colours): string {
  return Object.entries(colours)
    .map(([name, hex]: readonly [string, string]) => `--${name}:${hex}`)
    .join(";");
}

/** The colours as variables: light, dark where the person's machine is set to dark, light again on paper. */
export function colourStyle(root: string): string {
  return `${root}{color-scheme:light dark;${variables(LIGHT)}}
@media (prefers-color-scheme:dark){${root}{${variables(DARK)}}}
@media print{${root}{color-scheme:light;${variables(LIGHT)}}}`;
}

const { small, large, title } = TYPE_SCALE;
const { tight, line, block, section } = SPACING;

/** What every page looks like. */
export const PAGE_STYLE = `${colourStyle(":root")}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:${block}rem ${line}rem ${section}rem;max-width:56rem;font-family:system-ui,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",Arial,sans-serif;font-size:1rem;line-height:${LINE_HEIGHT};overflow-wrap:break-word}
h1,h2,h3,p,ul,ol,dl,figure,table{margin:0}
h1{font-size:${title}rem;line-height:1.2;color:var(--accent)}
h2{font-size:${large}rem;line-height:1.25;margin-bottom:${tight}rem}
h3{font-size:1rem}
header{padding-bottom:${line}rem;border-bottom:.2rem solid var(--accent)}
header p{margin-top:${SPACING.hair}rem}
main>*,.facts>*{margin-top:${section}rem}
.both .facts>:first-child{margin-top:0}
.quiet,figcaption span,footer{color:var(--quiet)}
.kind{color:var(--kind);font-weight:600}
.goal{font-size:${large}rem;color:var(--kind)}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:start;font-weight:600;padding-bottom:${tight}rem}
th,td{text-align:start;vertical-align:top;padding:${tight}rem ${line}rem ${tight}rem 0;border-bottom:1px solid var(--line)}
th{font-weight:400}
thead th{color:var(--quiet);font-size:${small}rem;vertical-align:bottom}
td.n,th.n{text-align:end;white-space:nowrap}
td:last-child,th:last-child{padding-right:0}
ul,ol{padding-left:1.2rem}
li+li{margin-top:${SPACING.hair}rem}
dl{display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:${SPACING.hair}rem ${line}rem}
dt{color:var(--quiet)}
dd{margin:0}
svg{display:block;width:100%;height:auto}
.pair{display:grid;gap:${block}rem}
.bar{width:38%;min-width:6rem}
.bar svg{height:1.1rem;width:100%}
.fill{fill:var(--accent)}
.hollow{fill:var(--paper);stroke:var(--accent);stroke-width:1.5}
.axis{stroke:var(--line);stroke-width:1}
.chart text{fill:var(--ink);font-family:inherit;text-anchor:middle}
.chart .small{fill:var(--quiet)}
figure{display:flex;flex-direction:column}
figure svg{margin-top:auto}
figcaption{font-weight:600;padding-bottom:${tight}rem}
figcaption span{display:block;font-weight:400;font-size:${small}rem}
.note{margin-top:${line}rem}
footer{margin-top:${section}rem;padding-top:${line}rem;border-top:1px solid var(--line);font-size:${small}rem}
@media (min-width:44rem){
body{padding-left:${section}rem;padding-right:${section}rem}
.pair{grid-template-columns:1fr 1fr;gap:${section}rem}
}
@media print{
@page{margin:15mm}
body{max-width:none;padding:0;font-size:10.5pt}
main>*,.facts>*{margin-top:${block}rem}
section,figure,tr,li{break-inside:avoid}
h2,h3{break-after:avoid}
.pair{grid-template-columns:1fr 1fr}
}`;
