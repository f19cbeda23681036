import type { Session } from "../session.ts";
import { packagedFonts } from "../terminal/fonts.ts";
import { roadPage } from "../views/road-page.ts";
import { roadSvg } from "../views/road-picture-svg.ts";
import type { RoadmapData } from "../views/roadmap.ts";
import { pageTelling } from "./page-telling.ts";

/** The road as a page or as a picture of its own. */
export function drawnRoad(session: Session, data: RoadmapData, format: "html" | "svg"): string {
  const t = pageTelling(session);
  return format === "html" ? roadPage(data, packagedFonts(), t) : roadSvg(data, packagedFonts(), t);
}
