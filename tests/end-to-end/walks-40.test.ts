import { goWalks } from "./walks.ts";

goWalks(/-40/);
