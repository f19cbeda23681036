import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient, Stanza } from "age-encryption";
import type { Reply, Request } from "./age.ts";

/** The one place where the age library is used. It works with promises; `age.ts` waits for them in another thread. */
async function answer(request: Request): Promise<NonNullable<Reply["ok"]>> {
  switch (request.do) {
    case "make": {
      const identity = await generateX25519Identity();
      return [identity, await identityToRecipient(identity)];
    }
    case "recipientOf":
      return identityToRecipient(request.identity);
    case "seal":
      return sealed(request.plain, request.recipient, request.stanza);
    case "open":
      return opened(request.kept, request.identities);
    case "lock": {
      const encrypter = new Encrypter();
      encrypter.setPassphrase(request.passphrase);
      encrypter.setScryptWorkFactor(request.factor);
      return armor.encode(await encrypter.encrypt(request.text));
    }
    case "unlock": {
      const decrypter = new Decrypter();
      decrypter.addPassphrase(request.passphrase);
      return decrypter.decrypt(armor.decode(request.key), "text");
    }
  }
}

async function sealed(plain: Uint8Array, recipient: string, stanza: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  for (const [name, text] of Object.entries(stanza)) {
    encrypter.addRecipient({ wrapFileKey: () => [new Stanza([name], new TextEncoder().encode(text))] });
  }
  return encrypter.encrypt(plain);
}

async function opened(kept: Uint8Array, identities: readonly string[]): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return decrypter.decrypt(kept);
}

async function replyTo(request: Request): Promise<Reply> {
  try {
    return { ok: await answer(request) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : "unknown" };
  }
}

const { port, flag } = workerData as { readonly port: MessagePort; readonly flag: Int32Array };

parentPort?.on("message", (request: Request) => {
  void replyTo(request).then((reply) => {
    port.postMessage(reply);
    Atomics.store(flag, 0, 1);
    Atomics.notify(flag, 0);
  });
});
