/** JSON-RPC 2.0 as the Model Context Protocol speaks it over standard input and output: one message a line. */

export interface Request {
  readonly id?: string | number | null;
  readonly method?: unknown;
  readonly params?: unknown;
}

export interface Tool {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments. */
  readonly inputSchema: object;
  /** Throws what is to be said to the caller. */
  readonly call: (given: Record<string, unknown>) => Promise<object>;
}

/** Versions of the protocol whose messages are the ones that are written here, the newest first. */
const VERSIONS = ["2025-06-18", "2025-03-26", "2024-11-05"];

const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;
const NO_METHOD = -32601;
const INVALID_PARAMS = -32602;

const failure = (id: Request["id"], code: number, message: string): object => ({
  jsonrpc: "2.0",
  id: id ?? null,
  error: { code, message },
});

/** What a call gives: the object, and the same as text for those who read no structured content. */
function content(result: object, isError = false): object {
  return { content: [{ type: "text", text: JSON.stringify(result, null, 1) }], structuredContent: result, isError };
}

const described = ({ name, description, inputSchema }: Tool): Omit<Tool, "call"> => ({
  name,
  description,
  inputSchema,
});

export class Protocol {
  readonly #tools: ReadonlyMap<string, Tool>;
  readonly #version: string;
  readonly #instructions: string;

  constructor(tools: readonly Tool[], version: string, instructions: string) {
    this.#tools = new Map(tools.map((tool) => [tool.name, tool]));
    this.#version = version;
    this.#instructions = instructions;
  }

  /** The answer to a line; null where none is due. */
  async answer(line: string): Promise<object | null> {
    let message: unknown;
    try {
      message = JSON.parse(line);
    } catch {
      return failure(null, PARSE_ERROR, "This line is no JSON.");
    }
    if (typeof message !== "object" || message === null || Array.isArray(message))
      return failure(null, INVALID_REQUEST, "A message is an object.");
    return this.#respond(message);
  }

  async #respond({ id, method, params }: Request): Promise<object | null> {
    if (typeof method !== "string")
      return id === undefined ? null : failure(id, INVALID_REQUEST, "A request names its method.");
    if (id === undefined) return null; // a notification
    const result = await this.#result(method, (params ?? {}) as Record<string, unknown>);
    return typeof result === "string"
      ? failure(id, result.startsWith("There is no method") ? NO_METHOD : INVALID_PARAMS, result)
      : { jsonrpc: "2.0", id, result };
  }

  /** A text says what is wrong with the request itself. */
  async #result(method: string, params: Record<string, unknown>): Promise<object | string> {
    if (method === "initialize") return this.#initialize(params);
    if (method === "ping") return {};
    if (method === "tools/list") return { tools: [...this.#tools.values()].map(described) };
    if (method === "tools/call") return this.#call(params);
    return `There is no method "${method}".`;
  }

  #initialize({ protocolVersion }: Record<string, unknown>): object {
    const spoken = VERSIONS.find((version) => version === protocolVersion) ?? VERSIONS[0];
    return {
      protocolVersion: spoken,
      capabilities: { tools: {} },
      serverInfo: { name: "decision-card", version: this.#version },
      instructions: this.#instructions,
    };
  }

  async #call(params: Record<string, unknown>): Promise<object | string> {
    const tool = this.#tools.get(String(params.name));
    if (!tool) return `There is no tool "${String(params.name)}".`;
    try {
      return content(await tool.call((params.arguments ?? {}) as Record<string, unknown>));
    } catch (error) {
      const { message, problems } = error as Error & { problems?: unknown };
      return content({ error: message, ...(problems === undefined ? {} : { problems }) }, true);
    }
  }
}
