/** jsdom has none of these, and its environment hides Node's. */
const { TextDecoder, TextEncoder } = require("node:util");
const { deserialize, serialize } = require("node:v8");

const structuredClone = (value) => deserialize(serialize(value));
Object.assign(globalThis, { structuredClone, TextDecoder, TextEncoder });
