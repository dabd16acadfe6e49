/** The worker: one question after the other, each answered by its number. */
import type { Question, Reply } from "./asked.js";
import { prove } from "./proving.js";

const post = (reply: Reply): void => (self as unknown as { postMessage(message: Reply): void }).postMessage(reply);

let last: Promise<void> = Promise.resolve();

async function answer({ number, asked }: Question): Promise<void> {
  try {
    post({ number, reply: await prove(asked) });
  } catch (error) {
    post({ number, failure: String(error) });
  }
}

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  last = last.then(() => answer(data));
});
