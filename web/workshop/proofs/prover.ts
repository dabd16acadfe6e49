/** The page's side of the worker. A new draft makes what is still being proved about the last one useless. */
import type { Asked, Question, Replies, Reply } from "./asked.js";

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(a: string): string };
}

let policy: { createScriptURL(address: string): string } | undefined;

/** Where scripts' addresses must be trusted, this one is: it stands in the code and comes from the page's own folder. */
function trusted(address: URL): string | URL {
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  policy ??= policies?.createPolicy("decision-card-workshop", { createScriptURL: (own) => own });
  return policy?.createScriptURL(address.href) ?? address;
}

type Waiting = Map<number, { done: (reply: unknown) => void; failed: (error: Error) => void }>;

export class Prover {
  readonly #address: string | URL;
  #worker: Worker | null = null;
  #waiting: Waiting = new Map();
  #number = 0;

  constructor(address: URL) {
    this.#address = trusted(address);
  }

  ask<A extends Asked>(asked: A): Promise<Replies[A["what"]]> {
    const question: Question = { number: ++this.#number, asked };
    return new Promise((done, failed) => {
      this.#waiting.set(question.number, { done: done as (reply: unknown) => void, failed });
      this.#running().postMessage(question);
    });
  }

  /** Ends what is being proved, if anything is; those who wait hear nothing any more. */
  interrupt(): void {
    if (this.#waiting.size === 0) return;
    this.#worker?.terminate();
    this.#worker = null;
    this.#waiting = new Map();
  }

  get busy(): boolean {
    return this.#waiting.size > 0;
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.#address, { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => this.#hear(data));
    worker.addEventListener("error", () => this.#fail());
    this.#worker = worker;
    return worker;
  }

  #hear(reply: Reply): void {
    const asked = this.#waiting.get(reply.number);
    this.#waiting.delete(reply.number);
    if ("reply" in reply) asked?.done(reply.reply);
    else asked?.failed(new Error(reply.failure));
  }

  #fail(): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting = new Map();
    this.#worker = null;
    for (const { failed } of waiting) failed(new Error("The proofs' worker could not start."));
  }
}
