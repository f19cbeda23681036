import { goWalks } from "./walks.ts";

goWalks(/-aloud/);
