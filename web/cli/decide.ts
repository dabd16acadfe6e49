/** `decision-card decide`: verdicts on answers from a file. */
import { load, PackError } from "../engine.js";
import { documents, readInput, readPack, UsageError } from "./input.js";
import { problemText, verdictText } from "./report.js";

export async function decide(
  packName: string | undefined,
  answersFile: string | undefined,
  json: boolean,
): Promise<number> {
  if (!answersFile)
    throw new UsageError("Say where the answers are: --answers FILE, or --answers - for standard input.");
  const pack = (await load()).open(readPack(packName));
  let failed = 0;
  for (const [index, text] of documents(readInput(answersFile)).entries()) {
    try {
      const verdict = pack.verdictText(text);
      console.log(json ? verdict : verdictText(JSON.parse(verdict), pack.description));
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      failed += 1;
      if (json) console.log(JSON.stringify({ problems: error.problems }));
      else console.error(`Answers ${index + 1}:\n${error.problems.map(problemText).join("\n")}`);
    }
  }
  return failed > 0 ? 1 : 0;
}
