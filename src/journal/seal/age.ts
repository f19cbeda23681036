import { existsSync } from "node:fs";
import type { MessagePort, Worker } from "node:worker_threads";
import { journalError } from "../../errors.ts";

/** What the thread with the age library is asked for. */
export type Request =
  | { readonly do: "make" }
  | { readonly do: "recipientOf"; readonly identity: string }
  | { readonly do: "seal"; readonly plain: Uint8Array; readonly recipient: string; readonly stanza: Readonly<Record<string, string>> }
  | { readonly do: "open"; readonly kept: Uint8Array; readonly identities: readonly string[] }
  | { readonly do: "lock"; readonly text: string; readonly passphrase: string; readonly factor: number }
  | { readonly do: "unlock"; readonly key: string; readonly passphrase: string };

export interface Reply {
  readonly ok?: string | Uint8Array | readonly string[];
  readonly error?: string;
}

/** The two halves of a key: what opens (`AGE-SECRET-KEY-1…`) and what seals (`age1…`). */
export interface KeyPair {
  readonly identity: string;
  readonly recipient: string;
}

/** The age format (age-encryption.org/v1), whole files at a time. */
export interface Age {
  make(): KeyPair;
  /** The half that seals; null for what is no key, as a mistyped one. */
  recipientOf(identity: string): string | null;
  /** @param stanza texts that lie readable in the file's head, by name; other programs pass over them */
  seal(plain: Uint8Array, recipient: string, stanza?: Readonly<Record<string, string>>): Uint8Array;
  /** `other` where it was sealed to none of these keys, `damaged` where it is no whole file of age. */
  open(kept: Uint8Array, identities: readonly string[]): Buffer | "other" | "damaged";
  /** A text under a passphrase, as armoured text (scrypt, 2 to the power of `factor` rounds). */
  lock(text: string, passphrase: string, factor: number): string;
  /** Null for the wrong passphrase. Throws a `journal` failure for what is no such text. */
  unlock(key: string, passphrase: string): string | null;
}

/** Longer than any call takes, in milliseconds: a thread that died must not leave the program waiting for ever. */
const PATIENCE = 120_000;
const NO_MATCH = "no identity matched any of the file's recipients";

interface Room {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly flag: Int32Array;
}

function newRoom(file: string): Room {
  if (!existsSync(file)) throw journalError("A part of evenkeel that opens sealed files is missing.", "Install evenkeel again.");
  const { Worker, MessageChannel } = process.getBuiltinModule("node:worker_threads");
  const { port1: port, port2 } = new MessageChannel();
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(file, { workerData: { port: port2, flag }, transferList: [port2] });
  worker.unref();
  port.unref();
  return { worker, port, flag };
}

function wait({ worker, port, flag }: Room, request: Request): Reply {
  const { receiveMessageOnPort } = process.getBuiltinModule("node:worker_threads");
  Atomics.store(flag, 0, 0);
  worker.postMessage(request);
  Atomics.wait(flag, 0, 0, PATIENCE);
  const got = receiveMessageOnPort(port) as { readonly message: Reply } | undefined;
  if (got === undefined) throw journalError("The part of evenkeel that opens sealed files did not answer.", "Try again.");
  return got.message;
}

/**
 * The age library behind calls that wait. It knows promises only and the store knows none, so it runs in a thread of its
 * own, which is started at the first call.
 * @param file the built `worker.ts`
 */
export function ageIn(file: string): Age {
  let room: Room | undefined;
  const ask = (request: Request): Reply => wait((room ??= newRoom(file)), request);
  const sure = ({ ok, error }: Reply): NonNullable<Reply["ok"]> => {
    if (ok === undefined) throw new Error(error);
    return ok;
  };
  return {
    make: () => {
      const [identity = "", recipient = ""] = sure(ask({ do: "make" })) as readonly string[];
      return { identity, recipient };
    },
    recipientOf: (identity) => (ask({ do: "recipientOf", identity }).ok as string | undefined) ?? null,
    seal: (plain, recipient, stanza = {}) => sure(ask({ do: "seal", plain, recipient, stanza })) as Uint8Array,
    open: (kept, identities) => {
      const { ok, error } = ask({ do: "open", kept, identities });
      if (ok !== undefined) return Buffer.from(ok as Uint8Array);
      return error === NO_MATCH ? "other" : "damaged";
    },
    lock: (text, passphrase, factor) => sure(ask({ do: "lock", text, passphrase, factor })) as string,
    unlock: (key, passphrase) => {
      const { ok, error } = ask({ do: "unlock", key, passphrase });
      if (ok !== undefined) return ok as string;
      if (error === NO_MATCH) return null;
      throw journalError("The key file of the journal is damaged.", "Use the recovery key in place of the passphrase.");
    },
  };
}
