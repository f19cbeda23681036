import type { InterviewOptions, Outcome } from "./interview.ts";
export class PlainInterview { constructor(readonly options: InterviewOptions) {} run(): Promise<Outcome> { return Promise.reject(new Error("later")); } }
